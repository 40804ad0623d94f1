// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/gunzip.h"

#include <algorithm>

#include <fmt/format.h>
#include <zlib.h>

namespace pult::service {

namespace {

constexpr std::size_t kInflateStep = std::size_t{64} * 1024;
/// The largest window, with gzip's head and tail and no other.
constexpr int kGzipWindow = 15 + 16;

class Inflater {
public:
    explicit Inflater(std::string_view file)
    {
        m_isGood = inflateInit2(&m_stream, kGzipWindow) == Z_OK;
        // zlib only reads from it.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(file.data()));
        m_stream.avail_in = static_cast<uInt>(file.size());
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    [[nodiscard]] bool isGood() const { return m_isGood; }
    /// Appends at most so many bytes; zlib's code.
    int inflateTo(std::string &content, std::size_t most)
    {
        const std::size_t before = content.size();
        content.resize(before + most);
        m_stream.next_out = reinterpret_cast<Bytef *>(content.data() + before);
        m_stream.avail_out = static_cast<uInt>(most);
        const int code = ::inflate(&m_stream, Z_NO_FLUSH);
        content.resize(content.size() - m_stream.avail_out);
        return code;
    }
    [[nodiscard]] bool hasInput() const { return m_stream.avail_in > 0; }

private:
    z_stream m_stream{};
    bool m_isGood = false;
};

tl::unexpected<Error> broken(const char *how)
{
    return fail(ErrorCode::invalidArgument, fmt::format("The TGS file is no whole gzip: {}", how));
}

} // namespace

Result<std::string> gunzip(std::string_view file, std::size_t mostBytes)
{
    Inflater inflater(file);
    if (!inflater.isGood())
        return fail(ErrorCode::internal, "zlib cannot start");
    std::string content;
    int code = Z_OK;
    while (code == Z_OK) {
        // One byte more than allowed shows that it goes on.
        code = inflater.inflateTo(content, std::min(kInflateStep, mostBytes + 1 - content.size()));
        if (content.size() > mostBytes)
            return fail(ErrorCode::tooLarge,
                fmt::format("The TGS file expands to more than {} MiB", mostBytes >> 20U));
    }
    if (code == Z_BUF_ERROR)
        return broken("it is cut off");
    if (code != Z_STREAM_END)
        return broken("it is damaged");
    if (inflater.hasInput())
        return broken("something stands behind its end");
    return content;
}

} // namespace pult::service
