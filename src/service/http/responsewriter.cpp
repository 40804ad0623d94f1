// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/responsewriter.h"

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
    m_head.clear();
    appendHead(m_head, response, lengthOf(response), keepAlive, m_date.at(m_clock.wallNow()));
    const bool endsWithHead = part == Part::head || isWithoutBody(response);
    m_socket.expireAfter(kWriteTime);
    Parts parts = partsOf(m_head, endsWithHead ? std::string_view() : response.body);
    bool isSent = sendNow(parts);
    if (isSent && asio::buffer_size(parts) > 0)
        isSent = co_await send(parts);
    if (isSent && !endsWithHead && response.file)
        isSent = co_await sendFile(*response.file);
    else if (isSent && !endsWithHead && response.stream)
        isSent = co_await sendStream(*response.stream);
    co_return isSent;
}

ResponseWriter::Parts ResponseWriter::partsOf(std::string_view head, std::string_view body)
{
    return Parts(std::array<asio::const_buffer, 2>{asio::buffer(head), asio::buffer(body)});
}

/// What the system takes at once: for nearly every answer all of it, without waiting for anything.
bool ResponseWriter::sendNow(Parts &parts)
{
    boost::system::error_code error;
    parts.consume(m_socket.writeNow(parts, error));
    return !error || error == asio::error::would_block;
}

/// Lets other connections in between, so that a long file for a fast reader does not hold the
/// thread.
Task<bool> ResponseWriter::send(Parts parts)
{
    const auto [error, count] = co_await asio::async_write(m_socket, parts, kAsTuple);
    co_return !error;
}

Task<bool> ResponseWriter::sendFile(FileSpan &span)
{
    span.file->seekg(static_cast<std::streamoff>(span.offset));
    std::string chunk;
    std::uint64_t left = span.length;
    bool isSent = true;
    while (left > 0 && isSent) {
        chunk.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, kFileChunk)));
        if (!span.file->read(chunk.data(), static_cast<std::streamsize>(chunk.size())))
            co_return false;
        left -= chunk.size();
        m_socket.expireAfter(kWriteTime);
        isSent = co_await send(partsOf(chunk));
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
        isSent = co_await send(partsOf(*piece));
        m_socket.expireNever();
    }
    co_return isSent;
}

} // namespace pult::service
