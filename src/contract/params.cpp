// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/params.h"

#include <algorithm>

#include "contract/jsontext.h"

namespace pult::contract {

namespace {

constexpr std::int64_t kMaxSeed = 4'294'967'295;

constexpr ParamSpec kSeed{"seed", &JobParams::seed, 0, kMaxSeed, 0, 1, ""};

constexpr std::array kText{
    ParamSpec{"words", &JobParams::words, 1, 2000, 80, 10, ""},
    kSeed,
};
constexpr std::array kImage{
    ParamSpec{"width", &JobParams::width, 64, 2048, 512, 64, "px"},
    ParamSpec{"height", &JobParams::height, 64, 2048, 512, 64, "px"},
    ParamSpec{"steps", &JobParams::steps, 1, 150, 25, 5, ""},
    kSeed,
};
constexpr std::array kVideo{
    ParamSpec{"width", &JobParams::width, 64, 640, 320, 16, "px"},
    ParamSpec{"height", &JobParams::height, 64, 640, 240, 16, "px"},
    ParamSpec{"frames", &JobParams::frames, 2, 120, 24, 6, ""},
    kSeed,
};
constexpr std::array kSticker{
    ParamSpec{"frames", &JobParams::frames, 1, 60, 1, 1, ""},
    kSeed,
};

/// Each parameter that some kind takes, once.
constexpr std::array kEvery{kImage[0], kImage[1], kImage[2], kSeed, kText[0], kVideo[2]};

/// FNV-1a, 32 bits (Fowler, Noll, Vo; RFC 9923).
std::int64_t seedFrom(std::string_view prompt)
{
    std::uint32_t hash = 2'166'136'261;
    for (const char c : prompt)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619;
    return hash;
}

const ParamSpec *specNamed(Kind kind, std::string_view name)
{
    const auto specs = paramSpecs(kind);
    const auto found = std::find_if(
        specs.begin(), specs.end(), [&](const ParamSpec &spec) { return spec.name == name; });
    return found == specs.end() ? nullptr : &*found;
}

void checkParams(Kind kind, const JobParams &params, std::vector<FieldError> &errors)
{
    for (const ParamSpec &any : kEvery) {
        const auto &value = params.*any.member;
        if (!value)
            continue;
        const std::string pointer = "/params/" + std::string(any.name);
        const ParamSpec *spec = specNamed(kind, any.name);
        if (!spec)
            errors.push_back(
                {pointer, "A " + std::string(nameOf(kind)) + " takes no such parameter"});
        else if (*value < spec->minimum || *value > spec->maximum)
            errors.push_back({pointer,
                "Must be from " + std::to_string(spec->minimum) + " to "
                    + std::to_string(spec->maximum)});
    }
}

} // namespace

std::span<const ParamSpec> paramSpecs(Kind kind)
{
    switch (kind) {
    case Kind::text:
        return kText;
    case Kind::image:
        return kImage;
    case Kind::video:
        return kVideo;
    case Kind::sticker:
        return kSticker;
    }
    return {};
}

Result<void> validate(Kind kind, const GenerateRequest &request, Seconds longestTimeout)
{
    std::vector<FieldError> errors;
    if (request.prompt.empty() || request.prompt.size() > kMaxPromptBytes)
        errors.push_back(
            {"/prompt", "Must have 1 to " + std::to_string(kMaxPromptBytes) + " bytes"});
    else if (request.prompt.find('\0') != std::string::npos)
        errors.push_back({"/prompt", "Must not hold NUL characters"});
    if (request.priority < 0 || request.priority > kMaxPriority)
        errors.push_back({"/priority", "Must be from 0 to " + std::to_string(kMaxPriority)});
    if (request.timeout_s
        && !(*request.timeout_s > Seconds(0) && *request.timeout_s <= longestTimeout))
        errors.push_back({"/timeout_s",
            "Must be above 0 and at most " + jsonText(longestTimeout.count())
                + " seconds, the limit of this kind"});
    if (request.kind && *request.kind != kind)
        errors.push_back({"/kind", "Differs from the kind in the address"});
    checkParams(kind, request.params, errors);
    if (!errors.empty())
        return fail(std::move(errors));
    return {};
}

JobParams withDefaults(Kind kind, const GenerateRequest &request)
{
    JobParams params = request.params;
    for (const ParamSpec &spec : paramSpecs(kind)) {
        auto &value = params.*spec.member;
        if (!value)
            value = spec.member == &JobParams::seed ? seedFrom(request.prompt) : spec.fallback;
    }
    return params;
}

} // namespace pult::contract
