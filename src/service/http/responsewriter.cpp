// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/responsewriter.h"

#include <array>

#include <boost/asio/write.hpp>

#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;

constexpr std::size_t kFileChunk = std::size_t{64} * 1024;
constexpr std::chrono::seconds kWriteTime{30};
constexpr std::chrono::seconds kStreamWriteTime{10};

bool isWithoutBody(const Response &response)
{
    return response.status == 304 || response.status == 204;
}

std::optional<std::uint64_t> lengthOf(const Response &response)
{
    if (response.file)
        return response.file->length;
    if (response.stream || isWithoutBody(response))
        return std::nullopt;
    return response.body.size();
}

} // namespace

ResponseWriter::ResponseWriter(TimedSocket &socket, const Clock &clock)
    : m_socket(socket)
    , m_clock(clock)
{
}

Task<bool> ResponseWriter::write(Response response, Part part, KeepAlive keepAlive)
{
    const std::string head = writeHead(response, lengthOf(response), keepAlive, m_clock.wallNow());
    const bool endsWithHead = part == Part::head || isWithoutBody(response);
    m_socket.expireAfter(kWriteTime);
    bool isSent = co_await send(head, endsWithHead ? std::string_view() : response.body);
    if (isSent && !endsWithHead && response.file)
        isSent = co_await sendFile(*response.file);
    else if (isSent && !endsWithHead && response.stream)
        isSent = co_await sendStream(*response.stream);
    co_return isSent;
}

Task<bool> ResponseWriter::send(std::string_view head, std::string_view body)
{
    const std::array buffers{asio::buffer(head), asio::buffer(body)};
    const auto [error, count] = co_await asio::async_write(m_socket.socket(), buffers, kAsTuple);
    co_return !error;
}

Task<bool> ResponseWriter::sendFile(FileSpan &span)
{
    span.file.seekg(static_cast<std::streamoff>(span.offset));
    std::string chunk;
    std::uint64_t left = span.length;
    bool isSent = true;
    while (left > 0 && isSent) {
        chunk.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, kFileChunk)));
        if (!span.file.read(chunk.data(), static_cast<std::streamsize>(chunk.size())))
            co_return false;
        left -= chunk.size();
        m_socket.expireAfter(kWriteTime);
        isSent = co_await send(chunk, {});
    }
    co_return isSent;
}

Task<bool> ResponseWriter::sendStream(BodyStream &stream)
{
    bool isSent = true;
    while (isSent) {
        const std::optional<std::string> piece = co_await stream.next();
        if (!piece)
            break;
        m_socket.expireAfter(kStreamWriteTime);
        isSent = co_await send(*piece, {});
        m_socket.expireNever();
    }
    co_return isSent;
}

} // namespace pult::service
