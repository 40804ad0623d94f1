// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/stickerrequest.h"

#include <array>

#include <sodium.h>

#include "contract/base64.h"

namespace pult::service {

namespace {

constexpr std::size_t kIdBytes = 16;

struct RequestHead {
    contract::StickerFormat format = contract::StickerFormat::webp;
    std::int64_t size = 0;
    std::int64_t frame = 0;
};
BOOST_DESCRIBE_STRUCT(RequestHead, (), (format, size, frame))

struct ArtifactHead {
    std::string media_type;
    std::int64_t width = 0;
    std::int64_t height = 0;
};
BOOST_DESCRIBE_STRUCT(ArtifactHead, (), (media_type, width, height))

template <class Head>
std::string pack(const Head &head, std::string_view bytes)
{
    return boost::json::serialize(contract::encode(head)).append(1, '\n').append(bytes);
}

template <class Head>
struct Unpacked {
    Head head;
    std::string bytes;
};

template <class Head>
Result<Unpacked<Head>> unpack(std::string_view message)
{
    const std::size_t end = message.find('\n');
    if (end == std::string_view::npos)
        return fail(ErrorCode::corrupt, "A message of a CPU process has no head");
    const auto head = contract::parseJson(message.substr(0, end)).and_then([](const auto &json) {
        return contract::decode<Head>(json);
    });
    if (!head)
        return fail(ErrorCode::corrupt, "The head of a CPU process's message is damaged");
    return Unpacked<Head>{*head, std::string(message.substr(end + 1))};
}

} // namespace

Result<StickerRequest> stickerRequest(const contract::JobParams &params)
{
    return contract::fromBase64(params.tgs.value_or("")).map([&](std::string file) {
        const StickerRequest defaults;
        return StickerRequest{std::move(file), params.format.value_or(defaults.format),
            params.width.value_or(defaults.size), params.frame.value_or(defaults.frame)};
    });
}

std::string stickerId(const StickerRequest &request)
{
    const std::string message = packRequest(request);
    std::array<unsigned char, kIdBytes> hash{};
    crypto_generichash(hash.data(), hash.size(),
        reinterpret_cast<const unsigned char *>(message.data()), message.size(), nullptr, 0);
    std::array<char, 2 * kIdBytes + 1> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return text.data();
}

std::string packRequest(const StickerRequest &request)
{
    return pack(RequestHead{request.format, request.size, request.frame}, request.tgs);
}

std::string packArtifact(const Artifact &artifact)
{
    return pack(
        ArtifactHead{artifact.mediaType, artifact.width.value_or(0), artifact.height.value_or(0)},
        artifact.bytes);
}

Result<StickerRequest> unpackRequest(std::string_view message)
{
    return unpack<RequestHead>(message).map([](Unpacked<RequestHead> request) {
        return StickerRequest{
            std::move(request.bytes), request.head.format, request.head.size, request.head.frame};
    });
}

Result<Artifact> unpackArtifact(std::string_view message)
{
    return unpack<ArtifactHead>(message).map([](Unpacked<ArtifactHead> made) {
        return Artifact{std::move(made.bytes), std::move(made.head.media_type), made.head.width,
            made.head.height};
    });
}

} // namespace pult::service
