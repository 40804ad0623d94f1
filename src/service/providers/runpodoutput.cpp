// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/runpodoutput.h"

#include <span>

#include <boost/json.hpp>

namespace pult::service {

namespace {

/// In the order in which they are looked for.
constexpr const char *kMediaMembers[] = {"image", "images", "video", "videos", "sticker", "data",
    "b64_json", "image_url", "video_url", "url", "message", "output", "result"};
constexpr const char *kTextMembers[] = {
    "text", "content", "generated_text", "tokens", "message", "choices", "output", "result"};

const boost::json::string *findText(
    const boost::json::value &value, std::span<const char *const> members)
{
    if (const boost::json::string *text = value.if_string())
        return text->empty() ? nullptr : text;
    if (const boost::json::array *items = value.if_array()) {
        for (const boost::json::value &item : *items)
            if (const auto *found = findText(item, members))
                return found;
    }
    if (const boost::json::object *object = value.if_object()) {
        for (const char *name : members) {
            const boost::json::value *member = object->if_contains(name);
            if (const auto *found = member ? findText(*member, members) : nullptr)
                return found;
        }
    }
    return nullptr;
}

Result<std::string> textOrFailure(const boost::json::string *found, const char *what)
{
    if (!found)
        return fail(ErrorCode::corrupt, std::string("The worker's output holds no ") + what);
    return std::string(*found);
}

} // namespace

boost::json::object runpodInput(const contract::Job &job)
{
    boost::json::object input{{"prompt", job.prompt}};
    const auto put = [](boost::json::object &into, const char *name, const auto &value) {
        if (value)
            into[name] = *value;
    };
    if (job.kind == contract::Kind::text) {
        constexpr std::int64_t kTokensPerWord = 2; // Rather a few too many than a cut sentence.
        boost::json::object sampling;
        if (job.params.words)
            sampling["max_tokens"] = *job.params.words * kTokensPerWord;
        put(sampling, "seed", job.params.seed);
        input["sampling_params"] = std::move(sampling);
        return input;
    }
    put(input, "width", job.params.width);
    put(input, "height", job.params.height);
    put(input, "num_inference_steps", job.params.steps);
    put(input, "num_frames", job.params.frames);
    put(input, "seed", job.params.seed);
    return input;
}

Result<std::string> runpodMedia(const boost::json::value &output)
{
    return textOrFailure(findText(output, kMediaMembers), "picture or clip");
}

Result<std::string> runpodText(const boost::json::value &output)
{
    return textOrFailure(findText(output, kTextMembers), "text");
}

} // namespace pult::service
