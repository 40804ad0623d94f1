// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/compression.h"

#include <charconv>
#include <memory>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <zlib.h>

namespace pult::service {

namespace {

constexpr std::size_t kSmallestWorthIt = 1024;
constexpr int kLevel = 4; ///< Metrics to an eighth, in half the time of the usual 6.
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemory = 8;

/// One a thread, kept for its memory of a quarter of a megabyte.
class Gzip {
public:
    Gzip()
    {
        m_isReady =
            deflateInit2(&m_stream, kLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY)
            == Z_OK;
    }
    ~Gzip() { deflateEnd(&m_stream); }
    Gzip(const Gzip &) = delete;
    Gzip &operator=(const Gzip &) = delete;

    /// Empty: it cannot be done now.
    [[nodiscard]] std::string pack(std::string &text)
    {
        if (!m_isReady || deflateReset(&m_stream) != Z_OK)
            return {};
        std::string packed(deflateBound(&m_stream, text.size()), '\0');
        // Same bytes, other type: zlib takes unsigned char.
        m_stream.next_in = reinterpret_cast<Bytef *>(text.data());
        m_stream.avail_in = static_cast<uInt>(text.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        m_stream.avail_out = static_cast<uInt>(packed.size());
        if (deflate(&m_stream, Z_FINISH) != Z_STREAM_END)
            return {};
        packed.resize(m_stream.total_out);
        return packed;
    }

private:
    z_stream m_stream{};
    bool m_isReady = false;
};

bool isText(std::string_view contentType)
{
    return contentType.starts_with("text/") || contentType.starts_with("application/");
}

/// Of "gzip;q=0.5" the parameters as a list; 1 when there is no weight.
template <class Parameters>
double weightOf(const Parameters &parameters)
{
    for (const auto &[name, value] : parameters) {
        double weight = 1;
        if (boost::beast::iequals(name, "q"))
            std::from_chars(value.data(), value.data() + value.size(), weight);
        if (weight < 1)
            return weight;
    }
    return 1;
}

} // namespace

bool acceptsGzip(std::string_view acceptEncoding)
{
    const boost::beast::string_view field(acceptEncoding.data(), acceptEncoding.size());
    bool takesAny = false;
    for (const auto &[coding, parameters] : boost::beast::http::ext_list(field)) {
        const bool isTaken = weightOf(parameters) > 0;
        if (boost::beast::iequals(coding, "gzip"))
            return isTaken;
        takesAny = takesAny || (coding == "*" && isTaken);
    }
    return takesAny;
}

void compressIfAsked(const Request &request, Response &response)
{
    if (response.body.size() < kSmallestWorthIt || !isText(response.contentType)
        || !response.headers.value("ETag").empty()
        || !acceptsGzip(request.headers.value("Accept-Encoding")))
        return;
    thread_local Gzip gzip;
    std::string packed = gzip.pack(response.body);
    if (packed.empty() || packed.size() >= response.body.size())
        return;
    response.body = std::move(packed);
    response.headers.add("Content-Encoding", "gzip");
    response.headers.add("Vary", "Accept-Encoding");
}

} // namespace pult::service
