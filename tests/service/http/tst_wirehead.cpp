// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/wirehead.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

Headers headersWith(std::initializer_list<Headers::Field> fields)
{
    Headers headers;
    for (const auto &[name, value] : fields)
        headers.add(name, value);
    return headers;
}

TEST(WireHead, APlainHeadPasses)
{
    EXPECT_TRUE(checkRawHead("GET / HTTP/1.1\r\nHost: x\r\nA: \tb\r\n\r\n"));
    EXPECT_TRUE(checkRawHead("GET / HTTP/1.1\r\nHost: x\r\nA: \xd0\xba\r\n\r\n"));
    for (const char *host : {"x", "x:8080", "127.0.0.1:1", "[::1]:8080", "a-b.example"})
        EXPECT_TRUE(checkFields(headersWith({{"host", host}}))) << host;
    EXPECT_TRUE(checkFields(headersWith({{"Host", "x"}, {"Transfer-Encoding", "Chunked"}})));
}

TEST(WireHead, TwoMeaningsAreRefused)
{
    using namespace std::string_literals;
    for (const std::string &head : {"GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n"s,
             "GET / HTTP/1.1\r\nA: b\r\n\tc\r\n\r\n"s, "GET / HTTP/1.1\nA: b\r\n\r\n"s,
             "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n"s, "GET / HTTP/1.1\r\nA: b\0\r\n\r\n"s,
             "GET / HTTP/1.1\r\nA: \x1b[0m\r\n\r\n"s, "GET / HTTP/1.1\r\nA: \x7f\r\n\r\n"s})
        EXPECT_FALSE(checkRawHead(head)) << head;
    for (const Headers &headers :
        {headersWith({}), headersWith({{"Host", ""}}), headersWith({{"Host", "a/b"}}),
            headersWith({{"Host", "a"}, {"host", "a"}}),
            headersWith({{"Host", "a"}, {"Content-Length", "1"}, {"content-length", "1"}}),
            headersWith({{"Host", "a"}, {"Content-Length", "1"}, {"Transfer-Encoding", "chunked"}}),
            headersWith({{"Host", "a"}, {"Transfer-Encoding", "gzip, chunked"}}),
            headersWith({{"Host", "a"}, {"Transfer-Encoding", "chunked"},
                {"Transfer-Encoding", "chunked"}})})
        EXPECT_FALSE(checkFields(headers));
}

std::string headOf(
    const Response &response, std::optional<std::uint64_t> length, KeepAlive keepAlive)
{
    std::string head;
    appendHead(head, response, length, keepAlive, "Thu, 01 Jan 1970 00:00:00 GMT");
    return head;
}

TEST(WireHead, AnAnswerIsWrittenWhole)
{
    Response response;
    response.contentType = "text/plain";
    response.headers.add("ETag", "\"7\"");
    EXPECT_EQ(headOf(response, 5, KeepAlive::no),
        "HTTP/1.1 200 OK\r\n"
        "Server: pultd\r\n"
        "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
        "Content-Type: text/plain\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Content-Length: 5\r\n"
        "ETag: \"7\"\r\n"
        "Cache-Control: no-store\r\n"
        "Connection: close\r\n"
        "\r\n");
}

TEST(WireHead, AStreamHasNoLength)
{
    const std::string head = headOf({}, std::nullopt, KeepAlive::no);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
}

} // namespace
} // namespace pult::service
