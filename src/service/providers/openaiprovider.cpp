// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/openaiprovider.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "service/providers/mediafile.h"
#include "service/providers/verdict.h"

namespace pult::service {

namespace {

boost::json::object chatRequest(const contract::Job &job, const std::string &model)
{
    boost::json::array messages;
    if (job.params.words)
        messages.push_back({{"role", "system"},
            {"content", fmt::format("Answer in about {} words.", *job.params.words)}});
    messages.push_back({{"role", "user"}, {"content", job.prompt}});
    boost::json::object request{{"model", model}, {"messages", std::move(messages)}};
    if (job.params.seed)
        request["seed"] = *job.params.seed;
    return request;
}

boost::json::object imageRequest(const contract::Job &job, const std::string &model)
{
    boost::json::object request{{"model", model}, {"prompt", job.prompt}, {"n", 1}};
    if (job.params.width && job.params.height)
        request["size"] = fmt::format("{}x{}", *job.params.width, *job.params.height);
    // These always answer in base64, and refuse to be asked for it.
    if (!model.starts_with("gpt-image"))
        request["response_format"] = "b64_json";
    return request;
}

/// The member of the first item of a list: {"list": [{"member": …}]}.
const boost::json::value *firstOf(
    const boost::json::value &answer, std::string_view list, std::string_view member)
{
    const boost::json::object *object = answer.if_object();
    const boost::json::value *items = object ? object->if_contains(list) : nullptr;
    const boost::json::array *array = items ? items->if_array() : nullptr;
    const boost::json::object *first =
        array && !array->empty() ? array->front().if_object() : nullptr;
    return first ? first->if_contains(member) : nullptr;
}

const boost::json::string *textOf(const boost::json::value *value)
{
    return value ? value->if_string() : nullptr;
}

} // namespace

OpenaiProvider::OpenaiProvider(
    const Clock &clock, UpstreamClient &client, const KeyRing &keys, const OpenaiSettings &settings)
    : m_clock(clock)
    , m_api(client, keys, "openai")
    , m_settings(settings)
{
}

void OpenaiProvider::apply(const OpenaiSettings &settings)
{
    m_settings.with([&](OpenaiSettings &current) { current = settings; });
}

OpenaiSettings OpenaiProvider::applied() const
{
    return m_settings.with([](const OpenaiSettings &current) { return current; });
}

Task<Result<void>> OpenaiProvider::probe(Deadline deadline, Cancellation cancellation)
{
    const StopCheck check(m_clock, deadline, cancellation);
    const auto models = co_await m_api.get(urlUnder(applied().base_url, "/models"), check);
    // Not every server lists its models, nor does it for every key: then the next job shows.
    if (!models && verdictOn(models.error()).job != Verdict::Job::isFinal)
        co_return tl::unexpected(models.error());
    co_return Result<void>();
}

Task<Result<Artifact>> OpenaiProvider::run(
    contract::Job job, Deadline deadline, Cancellation cancellation, Progress)
{
    const StopCheck check(m_clock, deadline, cancellation);
    const OpenaiSettings settings = applied();
    if (job.kind == contract::Kind::text)
        co_return co_await makeText(std::move(job), settings, check);
    if (job.kind == contract::Kind::image)
        co_return co_await makeImage(std::move(job), settings, check);
    co_return fail(ErrorCode::unsupported, "OpenAI-compatible servers make texts and pictures");
}

Task<Result<Artifact>> OpenaiProvider::makeText(
    contract::Job job, OpenaiSettings settings, StopCheck check)
{
    boost::json::object request = chatRequest(job, settings.text_model);
    const auto answer = co_await m_api.post(
        urlUnder(settings.base_url, "/chat/completions"), std::move(request), check);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const boost::json::value *message = firstOf(*answer, "choices", "message");
    const boost::json::object *said = message ? message->if_object() : nullptr;
    const boost::json::string *text = said ? textOf(said->if_contains("content")) : nullptr;
    if (!text)
        co_return fail(ErrorCode::corrupt, "The server answered without a text");
    co_return textArtifact(std::string(*text));
}

Task<Result<Artifact>> OpenaiProvider::makeImage(
    contract::Job job, OpenaiSettings settings, StopCheck check)
{
    boost::json::object request = imageRequest(job, settings.image_model);
    const auto answer = co_await m_api.post(
        urlUnder(settings.base_url, "/images/generations"), std::move(request), check);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (const boost::json::string *packed = textOf(firstOf(*answer, "data", "b64_json")))
        co_return packedMediaArtifact(*packed);
    const boost::json::string *url = textOf(firstOf(*answer, "data", "url"));
    if (!url)
        co_return fail(ErrorCode::corrupt, "The server answered without a picture");
    co_return co_await m_api.media(std::string(*url), settings.base_url, check);
}

} // namespace pult::service
