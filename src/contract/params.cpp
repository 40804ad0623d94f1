// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/params.h"

#include <algorithm>

#include "contract/base64.h"
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

constexpr std::array kStickerFile{
    ParamSpec{"width", &JobParams::width, 16, 512, 512, 16, "px"},
    ParamSpec{"frame", &JobParams::frame, 0, 599, 0, 1, ""},
};

/// Each parameter that some kind takes, once.
constexpr std::array kEvery{
    kImage[0], kImage[1], kImage[2], kSeed, kText[0], kVideo[2], kStickerFile[1]};

constexpr std::string_view kGzipMagic = "\x1f\x8b";

/// FNV-1a, 32 bits (Fowler, Noll, Vo; RFC 9923).
std::int64_t seedFrom(std::string_view prompt)
{
    std::uint32_t hash = 2'166'136'261;
    for (const char c : prompt)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619;
    return hash;
}

bool hasFile(Kind kind, const JobParams &params)
{
    return kind == Kind::sticker && params.tgs;
}

std::span<const ParamSpec> specsOf(Kind kind, const JobParams &params)
{
    return hasFile(kind, params) ? stickerFileSpecs() : paramSpecs(kind);
}

const ParamSpec *specNamed(std::span<const ParamSpec> specs, std::string_view name)
{
    const auto found = std::find_if(
        specs.begin(), specs.end(), [&](const ParamSpec &spec) { return spec.name == name; });
    return found == specs.end() ? nullptr : &*found;
}

std::string refusal(Kind kind, const JobParams &params)
{
    if (hasFile(kind, params))
        return "Is not taken together with tgs";
    return "A " + std::string(nameOf(kind)) + " takes no such parameter";
}

Result<void> checkFile(std::string_view tgs)
{
    const auto file = fromBase64(tgs);
    if (!file)
        return tl::unexpected(file.error());
    if (file->size() > kMaxTgsBytes)
        return fail(
            ErrorCode::tooLarge, "Must have at most " + std::to_string(kMaxTgsBytes) + " bytes");
    if (!file->starts_with(kGzipMagic))
        return fail(ErrorCode::invalidArgument,
            "Must be a TGS file (a gzipped Lottie animation) in base64");
    return {};
}

void checkFileParams(Kind kind, const JobParams &params, std::vector<FieldError> &errors)
{
    const std::string noSuch = "A " + std::string(nameOf(kind)) + " takes no such parameter";
    if (params.tgs && kind != Kind::sticker)
        errors.push_back({"/params/tgs", noSuch});
    else if (params.tgs)
        if (const auto checked = checkFile(*params.tgs); !checked)
            errors.push_back({"/params/tgs", checked.error().detail});
    if (params.format && kind != Kind::sticker)
        errors.push_back({"/params/format", noSuch});
    else if (params.format && !params.tgs)
        errors.push_back({"/params/format", "Is taken only together with tgs"});
}

void checkParams(Kind kind, const JobParams &params, std::vector<FieldError> &errors)
{
    for (const ParamSpec &any : kEvery) {
        const auto &value = params.*any.member;
        if (!value)
            continue;
        const std::string pointer = "/params/" + std::string(any.name);
        const ParamSpec *spec = specNamed(specsOf(kind, params), any.name);
        if (!spec)
            errors.push_back({pointer, refusal(kind, params)});
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

std::span<const ParamSpec> stickerFileSpecs()
{
    return kStickerFile;
}

Result<void> validate(Kind kind, const GenerateRequest &request, Seconds longestTimeout)
{
    std::vector<FieldError> errors;
    const bool mayBeEmpty = hasFile(kind, request.params);
    if ((request.prompt.empty() && !mayBeEmpty) || request.prompt.size() > kMaxPromptBytes)
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
    checkFileParams(kind, request.params, errors);
    if (!errors.empty())
        return fail(std::move(errors));
    return {};
}

JobParams withDefaults(Kind kind, const GenerateRequest &request)
{
    JobParams params = request.params;
    if (hasFile(kind, params) && !params.format)
        params.format = StickerFormat::webp;
    for (const ParamSpec &spec : specsOf(kind, params)) {
        auto &value = params.*spec.member;
        if (!value)
            value = spec.member == &JobParams::seed ? seedFrom(request.prompt) : spec.fallback;
    }
    return params;
}

} // namespace pult::contract
