// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/responsewriter.h"

#include <boost/asio/write.hpp>

#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;

constexpr std::size_t kSmallBody = 4096;
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

/// One piece of memory costs the system less to send than two.
std::optional<bool> ResponseWriter::tryWrite(
    const Response &response, Part part, KeepAlive keepAlive)
{
    m_text.clear();
    appendHead(m_text, response, lengthOf(response), keepAlive, m_date.at(m_clock.wallNow()));
    m_endsWithText = part == Part::head || isWithoutBody(response);
    if (!m_endsWithText && !response.file && !response.stream
        && response.body.size() <= kSmallBody) {
        m_text += response.body;
        m_endsWithText = true;
    }
    boost::system::error_code error;
    m_unsent = m_text;
    m_unsent.remove_prefix(m_socket.writeNow(asio::buffer(m_unsent), error));
    if (error && error != asio::error::would_block)
        return false;
    return m_unsent.empty() && m_endsWithText ? std::optional(true) : std::nullopt;
}

Task<bool> ResponseWriter::writeRest(Response &response)
{
    bool isSent = true;
    if (!m_unsent.empty())
        isSent = co_await send(m_unsent, kWriteTime);
    if (!isSent || m_endsWithText)
        co_return isSent;
    if (response.file)
        isSent = co_await sendFile(*response.file);
    else if (response.stream)
        isSent = co_await sendStream(*response.stream);
    else
        isSent = co_await send(response.body, kWriteTime);
    co_return isSent;
}

/// Lets other connections in between, so that a long file for a fast reader does not hold the
/// thread.
Task<bool> ResponseWriter::send(std::string_view text, std::chrono::seconds time)
{
    m_socket.expireAfter(time);
    const auto [error, count] = co_await asio::async_write(m_socket, asio::buffer(text), kAsTuple);
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
        isSent = co_await send(chunk, kWriteTime);
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
        isSent = co_await send(*piece, kStreamWriteTime);
        m_socket.expireNever();
    }
    co_return isSent;
}

} // namespace pult::service
