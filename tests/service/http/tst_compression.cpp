// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/compression.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace pult::service {
namespace {

std::string unpacked(const std::string &packed)
{
    std::string text(1 << 20, '\0');
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return text;
}

Response answerTo(std::string_view acceptEncoding, Response response)
{
    Request request;
    request.headers.add("Accept-Encoding", std::string(acceptEncoding));
    compressIfAsked(request, response);
    return response;
}

Response textOf(std::string body, std::string type = "application/json")
{
    Response response;
    response.contentType = std::move(type);
    response.body = std::move(body);
    return response;
}

TEST(Compression, TakesGzipAsTheFieldSays)
{
    for (const char *taken : {"gzip", "GZIP", "deflate, gzip;q=0.5", "*", "br;q=1.0, *;q=0.1"})
        EXPECT_TRUE(acceptsGzip(taken)) << taken;
    for (const char *refused :
        {"", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "gzipped"})
        EXPECT_FALSE(acceptsGzip(refused)) << refused;
}

TEST(Compression, ALongTextIsPackedAndComesOutAsItWas)
{
    for (const std::size_t size : {1024U, 5000U, 300'000U}) {
        std::string text;
        while (text.size() < size)
            text +=
                "pult_jobs_finished_total{kind=\"image\"} " + std::to_string(text.size()) + '\n';
        const Response response = answerTo("gzip", textOf(text, "text/plain"));
        EXPECT_EQ(response.headers.value("Content-Encoding"), "gzip");
        EXPECT_EQ(response.headers.value("Vary"), "Accept-Encoding");
        EXPECT_LT(response.body.size(), text.size() / 2);
        EXPECT_EQ(unpacked(response.body), text);
    }
}

TEST(Compression, WhatIsNotWorthItStaysAsItIs)
{
    const auto isPacked = [](const Response &response) {
        return !response.headers.value("Content-Encoding").empty();
    };
    const std::string text(4000, 'a');
    EXPECT_FALSE(isPacked(answerTo("identity", textOf(text))));
    EXPECT_FALSE(isPacked(answerTo("gzip", textOf("short"))));
    EXPECT_FALSE(isPacked(answerTo("gzip", textOf(text, "image/png"))));
    Response tagged = textOf(text);
    tagged.headers.add("ETag", "\"1\"");
    EXPECT_FALSE(isPacked(answerTo("gzip", std::move(tagged))));
    EXPECT_TRUE(isPacked(answerTo("gzip", textOf(text))));
}

} // namespace
} // namespace pult::service
