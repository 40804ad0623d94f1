// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <cstdlib>
#include <fstream>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;

/// A certificate that signed itself, and its key.
struct Certificate {
    explicit Certificate(const std::filesystem::path &folder)
        : file(folder / "certificate.pem")
        , key(folder / "key.pem")
    {
        renew();
    }
    void renew() const
    {
        const std::string command =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "
            "/CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout "
            + key.string() + " -out " + file.string() + " 2>/dev/null";
        EXPECT_EQ(std::system(command.c_str()), 0);
    }

    std::filesystem::path file;
    std::filesystem::path key;
};

/// What GET answers over TLS when only this certificate is trusted; "" without a handshake.
std::string secureGet(std::uint16_t port, const std::string &target,
    const std::filesystem::path &trusted, const std::string &token)
{
    asio::io_context context;
    ssl::context tls(ssl::context::tls_client);
    tls.load_verify_file(trusted.string());
    tls.set_verify_mode(ssl::verify_peer);
    ssl::stream<asio::ip::tcp::socket> stream(context, tls);
    boost::system::error_code error;
    stream.next_layer().connect({asio::ip::address_v4::loopback(), port}, error);
    if (!error)
        stream.handshake(ssl::stream_base::client, error);
    if (error)
        return {};
    asio::write(stream,
        asio::buffer("GET " + target
            + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: "
              "Bearer "
            + token + "\r\n\r\n"),
        error);
    std::string answer;
    asio::read(stream, asio::dynamic_buffer(answer), error);
    EXPECT_EQ(error, asio::error::eof) << "the end is told, so that nobody can cut the answer";
    return answer;
}

TEST(Tls, TheServiceIsServedEncryptedAndOnlySo)
{
    const TemporaryDirectory folder;
    const Certificate certificate(folder.path());
    Daemon daemon({}, {"--tls", certificate.file.string(), certificate.key.string()});
    const std::string queue =
        secureGet(daemon.port(), "/queue", certificate.file, daemon.adminToken());
    EXPECT_EQ(queue.find("HTTP/1.1 200"), 0U) << queue;
    EXPECT_NE(queue.find("\"totals\""), std::string::npos);
    const std::string metrics =
        secureGet(daemon.port(), "/metrics", certificate.file, daemon.adminToken());
    EXPECT_NE(metrics.find("pult_build_info"), std::string::npos);
    EXPECT_EQ(daemon.admin().get("/queue").status, 0U) << "plain HTTP is not answered";
    EXPECT_EQ(secureGet(daemon.port(), "/livez", certificate.file, "").find("HTTP/1.1 200"), 0U)
        << "and harms nobody";
}

TEST(Tls, ANewCertificateIsTakenOnHangUpAndABrokenOneIsNot)
{
    const TemporaryDirectory folder;
    const TemporaryDirectory before;
    const Certificate certificate(folder.path());
    Daemon daemon({}, {"--tls", certificate.file.string(), certificate.key.string()});
    const auto works = [&](const std::filesystem::path &trusted) {
        return !secureGet(daemon.port(), "/livez", trusted, "").empty();
    };
    ASSERT_TRUE(works(certificate.file));
    const auto old = before.path() / "old.pem";
    std::filesystem::copy(certificate.file, old);
    certificate.renew();
    EXPECT_FALSE(works(certificate.file)) << "not before it is told";
    daemon.signal(SIGHUP);
    EXPECT_TRUE(eventually([&] { return works(certificate.file); }));
    EXPECT_FALSE(works(old));
    std::filesystem::copy(certificate.file, before.path() / "good.pem");
    std::ofstream(certificate.file) << "broken";
    daemon.signal(SIGHUP);
    EXPECT_TRUE(eventually([&] {
        return daemon.log().find(certificate.file.string() + " cannot be used")
            != std::string::npos;
    }));
    EXPECT_TRUE(works(before.path() / "good.pem"));
}

TEST(Tls, WhatCannotBeServedIsRefusedWithTheReason)
{
    const TemporaryDirectory folder;
    const Certificate certificate(folder.path());
    const std::string data = (folder.path() / "data").string();
    const auto refusal = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"serve", "--data", data, "--listen", "127.0.0.1:0"});
        const Ran ran = runPultd(arguments);
        EXPECT_NE(ran.code, 0);
        return ran.output;
    };
    EXPECT_NE(refusal({"--tls", "/nonexistent", certificate.key.string()}).find("/nonexistent"),
        std::string::npos);
    EXPECT_NE(refusal({"--tls", certificate.file.string(), certificate.file.string()})
                  .find("cannot be used"),
        std::string::npos);
    EXPECT_NE(refusal({"--trusted-proxy", "everybody"}).find("everybody"), std::string::npos);
}

TEST(Tls, ATrustedProxySpeaksForItsClients)
{
    Daemon daemon("[rate_limits]\ngeneral_per_s = 0.01\ngeneral_burst = 1\n",
        {"--trusted-proxy", "127.0.0.0/8"});
    HttpClient client(daemon.port());
    const auto asFrom = [&](const std::string &forwarded) {
        return client.get("/health", {{"X-Forwarded-For", forwarded}}).status;
    };
    EXPECT_EQ(asFrom("203.0.113.1"), 200U);
    EXPECT_EQ(asFrom("203.0.113.1"), 429U);
    EXPECT_EQ(asFrom("198.51.100.2, 203.0.113.1"), 429U) << "what stands before is anybody's word";
    EXPECT_EQ(asFrom("203.0.113.2"), 200U);
}

} // namespace
} // namespace pult::test
