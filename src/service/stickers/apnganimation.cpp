// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/apnganimation.h"

#include <zlib.h>

#include "service/providers/pictureformats.h"

namespace pult::service {

namespace {

constexpr std::size_t kSignatureBytes = 8;
constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kTypeBytes = 4;
constexpr std::size_t kChecksumBytes = 4;

std::string bigEndian(std::uint64_t value, int bytes)
{
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        text += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xffU);
    return text;
}

std::uint32_t numberAt(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(0, kLengthBytes))
        value = value << 8U | static_cast<unsigned char>(byte);
    return value;
}

std::string chunk(std::string_view type, std::string_view content)
{
    std::string body(type);
    body += content;
    const auto checksum =
        ::crc32(0, reinterpret_cast<const Bytef *>(body.data()), static_cast<uInt>(body.size()));
    return bigEndian(content.size(), 4) + body + bigEndian(checksum, 4);
}

/// Calls visit(type, content) for every chunk of a PNG that libpng has written.
template <class Visit>
void forEachChunk(std::string_view png, Visit visit)
{
    png.remove_prefix(kSignatureBytes);
    while (!png.empty()) {
        const std::size_t length = numberAt(png);
        png.remove_prefix(kLengthBytes);
        visit(png.substr(0, kTypeBytes), png.substr(kTypeBytes, length));
        png.remove_prefix(kTypeBytes + length + kChecksumBytes);
    }
}

} // namespace

ApngAnimation::ApngAnimation(std::int64_t frames)
    : m_frames(static_cast<std::uint32_t>(frames))
{
}

Result<void> ApngAnimation::add(const Bitmap &frame, std::chrono::milliseconds length)
{
    const auto png = encodeTransparentPng(frame);
    if (!png)
        return tl::unexpected(png.error());
    const bool isFirst = m_file.empty();
    forEachChunk(*png, [&](std::string_view type, std::string_view content) {
        if (type == "IHDR") {
            if (isFirst)
                begin(content);
            addControl(frame, length);
        } else if (type == "IDAT" && isFirst) {
            m_file += chunk(type, content);
        } else if (type == "IDAT") {
            m_file += chunk("fdAT", bigEndian(m_sequence++, 4).append(content));
        }
    });
    return {};
}

std::string ApngAnimation::finish()
{
    m_file += chunk("IEND", {});
    return std::move(m_file);
}

void ApngAnimation::begin(std::string_view header)
{
    constexpr std::uint32_t kForEver = 0;
    m_file = "\x89PNG\r\n\x1a\n";
    m_file += chunk("IHDR", header);
    m_file += chunk("acTL", bigEndian(m_frames, 4) + bigEndian(kForEver, 4));
}

/// Each frame covers the whole picture and replaces what was there.
void ApngAnimation::addControl(const Bitmap &frame, std::chrono::milliseconds length)
{
    constexpr std::uint64_t kMillisecondsInSecond = 1000;
    constexpr std::uint64_t kNoDisposal = 0;
    constexpr std::uint64_t kReplace = 0;
    m_file += chunk("fcTL",
        bigEndian(m_sequence++, 4) + bigEndian(static_cast<std::uint64_t>(frame.width()), 4)
            + bigEndian(static_cast<std::uint64_t>(frame.height()), 4) + bigEndian(0, 4)
            + bigEndian(0, 4) + bigEndian(static_cast<std::uint64_t>(length.count()), 2)
            + bigEndian(kMillisecondsInSecond, 2) + bigEndian(kNoDisposal, 1)
            + bigEndian(kReplace, 1));
}

} // namespace pult::service
