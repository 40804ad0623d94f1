// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/remoteapi.h"

#include "contract/codec.h"
#include "contract/jsontext.h"
#include "service/providers/mediafile.h"
#include "service/providers/statuserror.h"

namespace pult::service {

std::string urlUnder(std::string base, const std::string &path)
{
    while (base.ends_with('/'))
        base.pop_back();
    return base + path;
}

RemoteApi::RemoteApi(UpstreamClient &client, const KeyRing &keys, std::string provider)
    : m_client(client)
    , m_keys(keys)
    , m_provider(std::move(provider))
{
}

Task<Result<UpstreamAnswer>> RemoteApi::send(UpstreamRequest request, StopCheck check)
{
    const auto server = parseWebAddress(request.url);
    if (!server)
        co_return tl::unexpected(server.error());
    auto key =
        request.reach == Reach::anywhere ? m_keys.keyFor(m_provider, *server) : std::string();
    if (!key)
        co_return tl::unexpected(std::move(key.error()));
    request.provider = m_provider;
    request.bearer = *key;
    request.maxBytes = kMaxProviderBytes;
    request.mayGoOn = [check] { return check.mayGoOn(); };
    auto answer = co_await m_client.send(std::move(request));
    if (!answer || (answer->status >= 200 && answer->status < 300))
        co_return answer;
    Error error = statusError(*answer, *server, *key);
    if (error.code == ErrorCode::unauthenticated && key->empty())
        error.detail = server->authority()
            + " wants a key (401) and there is none for it: " + m_keys.advice(m_provider, *server);
    co_return tl::unexpected(std::move(error));
}

Task<Result<boost::json::value>> RemoteApi::get(std::string url, StopCheck check)
{
    UpstreamRequest request;
    request.url = std::move(url);
    const auto answer = co_await send(std::move(request), check);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return parsedAnswer(answer->body);
}

Task<Result<boost::json::value>> RemoteApi::post(
    std::string url, boost::json::value body, StopCheck check)
{
    UpstreamRequest request;
    request.method = UpstreamMethod::post;
    request.url = std::move(url);
    request.body = contract::jsonText(body);
    const auto answer = co_await send(std::move(request), check);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return parsedAnswer(answer->body);
}

Task<Result<Artifact>> RemoteApi::media(std::string media, std::string base, StopCheck check)
{
    if (!media.starts_with("https://") && !media.starts_with("http://"))
        co_return packedMediaArtifact(media);
    auto fetched = co_await download(std::move(media), std::move(base), check);
    if (!fetched)
        co_return tl::unexpected(std::move(fetched.error()));
    co_return mediaArtifact(std::move(*fetched));
}

Task<Result<std::string>> RemoteApi::download(std::string url, std::string base, StopCheck check)
{
    const auto server = parseWebAddress(url);
    const auto own = parseWebAddress(base);
    if (!server || !own)
        co_return fail(ErrorCode::corrupt, "The result is named by no address of the web");
    const bool isOwn = *server == *own;
    if (!isOwn && !server->isSecure)
        co_return fail(ErrorCode::forbidden,
            "The result lies at " + server->authority() + " without TLS; it is not fetched");
    UpstreamRequest request;
    request.url = std::move(url);
    request.reach = isOwn ? Reach::anywhere : Reach::publicHosts;
    auto answer = co_await send(std::move(request), check);
    if (!answer)
        co_return tl::unexpected(std::move(answer.error()));
    co_return std::move(answer->body);
}

} // namespace pult::service
