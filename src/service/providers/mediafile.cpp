// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/mediafile.h"

#include <array>

#include <webp/decode.h>

#include "contract/base64.h"

namespace pult::service {

namespace {

using namespace std::string_view_literals;

struct MediaFormat {
    std::size_t offset;
    std::string_view mark;
    std::string_view mediaType;
};

constexpr std::array kMediaFormats{
    MediaFormat{0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    MediaFormat{0, "\xff\xd8\xff"sv, "image/jpeg"},
    MediaFormat{8, "WEBPVP8"sv, "image/webp"},
    MediaFormat{0, "GIF8"sv, "image/gif"},
    MediaFormat{4, "ftyp"sv, "video/mp4"},
    MediaFormat{0, "\x1a\x45\xdf\xa3"sv, "video/webm"},
};

std::int64_t byteAt(const std::string &bytes, std::size_t place)
{
    return place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0;
}

std::int64_t bigEndian(const std::string &bytes, std::size_t place, std::size_t count)
{
    std::int64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | byteAt(bytes, place + i);
    return value;
}

void readPngSize(Artifact &artifact)
{
    artifact.width = bigEndian(artifact.bytes, 16, 4);
    artifact.height = bigEndian(artifact.bytes, 20, 4);
}

void readWebpSize(Artifact &artifact)
{
    int width = 0;
    int height = 0;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(artifact.bytes.data());
    if (WebPGetInfo(bytes, artifact.bytes.size(), &width, &height) == 0)
        return;
    artifact.width = width;
    artifact.height = height;
}

/// The size stands in the frame's header: markers 0xc0 to 0xcf, but for three of them.
void readJpegSize(Artifact &artifact)
{
    const std::string &bytes = artifact.bytes;
    for (std::size_t place = 2; place + 9 < bytes.size() && byteAt(bytes, place) == 0xff;) {
        const std::int64_t marker = byteAt(bytes, place + 1);
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8
            && marker != 0xcc) {
            artifact.height = bigEndian(bytes, place + 5, 2);
            artifact.width = bigEndian(bytes, place + 7, 2);
            return;
        }
        place += 2 + static_cast<std::size_t>(bigEndian(bytes, place + 2, 2));
    }
}

} // namespace

Result<Artifact> mediaArtifact(std::string bytes)
{
    Artifact artifact;
    artifact.bytes = std::move(bytes);
    for (const MediaFormat &format : kMediaFormats)
        if (artifact.bytes.size() > format.offset
            && std::string_view(artifact.bytes).substr(format.offset).starts_with(format.mark))
            artifact.mediaType = format.mediaType;
    if (artifact.mediaType.empty())
        return fail(ErrorCode::corrupt, "The result is no picture or clip of a known kind");
    if (artifact.mediaType == "image/png")
        readPngSize(artifact);
    else if (artifact.mediaType == "image/webp")
        readWebpSize(artifact);
    else if (artifact.mediaType == "image/jpeg")
        readJpegSize(artifact);
    return artifact;
}

Result<Artifact> packedMediaArtifact(std::string_view text)
{
    const std::size_t comma = text.starts_with("data:") ? text.find(',') : std::string_view::npos;
    if (comma != std::string_view::npos)
        text.remove_prefix(comma + 1);
    auto bytes = contract::fromAnyBase64(text);
    if (!bytes)
        return fail(ErrorCode::corrupt, "The result is no base64");
    return mediaArtifact(std::move(*bytes));
}

Artifact textArtifact(std::string text)
{
    return {std::move(text), "text/plain; charset=utf-8", {}, {}};
}

} // namespace pult::service
