// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <fstream>

#include <sys/wait.h>

#include "support/boundchild.h"
#include "support/upstreambench.h"

namespace pult::service {
namespace {

using test::UpstreamBench;

/// nginx with HTTP/2 on a port of 127.0.0.1, and a certificate that it signed itself.
class Nginx {
public:
    Nginx()
    {
        const test::Certificate own = test::makeCertificate();
        std::ofstream(file("certificate")) << own.certificate;
        std::ofstream(file("key")) << own.key;
        std::ofstream(file("nginx.conf"))
            << "daemon off; worker_processes 1; master_process off; error_log stderr crit;\n"
            << "pid " << file("pid") << ";\nevents {}\nhttp {\n  access_log off;\n"
            << "  client_body_temp_path " << file("body") << ";\n  proxy_temp_path "
            << file("proxy") << ";\n  fastcgi_temp_path " << file("fastcgi")
            << ";\n  uwsgi_temp_path " << file("uwsgi") << ";\n  scgi_temp_path " << file("scgi")
            << ";\n  server {\n    listen 127.0.0.1:" << m_port << " ssl http2;\n"
            << "    ssl_certificate " << file("certificate") << ";\n    ssl_certificate_key "
            << file("key") << ";\n"
            << "    location / { return 200 $connection; }\n  }\n}\n";
        m_child = test::spawnBound({"/usr/sbin/nginx", "-c", file("nginx.conf")});
    }
    ~Nginx()
    {
        ::kill(m_child, SIGKILL);
        waitpid(m_child, nullptr, 0);
    }
    Nginx(const Nginx &) = delete;
    Nginx &operator=(const Nginx &) = delete;

    [[nodiscard]] std::string file(const std::string &name) const
    {
        return (m_directory.path() / name).string();
    }
    [[nodiscard]] std::string url() const
    {
        return "https://127.0.0.1:" + std::to_string(m_port) + '/';
    }

private:
    /// One that was free a moment ago.
    static std::uint16_t freePort()
    {
        boost::asio::io_context context;
        using boost::asio::ip::tcp;
        return tcp::acceptor(context, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0))
            .local_endpoint()
            .port();
    }

    test::TemporaryDirectory m_directory;
    std::uint16_t m_port = freePort();
    pid_t m_child = 0;
};

/// Waits until nginx answers.
UpstreamBench::Answer askOnceUp(UpstreamBench &bench, const std::string &url)
{
    auto answer = bench.send(UpstreamBench::get(url));
    EXPECT_TRUE(test::eventually([&] {
        if (!answer)
            answer = bench.send(UpstreamBench::get(url));
        return answer.has_value();
    })) << (answer ? "" : answer.error().detail);
    return answer;
}

TEST(UpstreamHttp2, IsSpokenWhereTheServerHasItAndSharesOneConnection)
{
    const Nginx nginx;
    UpstreamSettings settings;
    settings.ca_file = nginx.file("certificate");
    UpstreamBench bench(settings);
    const auto first = askOnceUp(bench, nginx.url());
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->isHttp2);
    std::vector<std::future<UpstreamBench::Answer>> answers;
    for (int i = 0; i < 20; ++i)
        answers.push_back(bench.begin(UpstreamBench::get(nginx.url())));
    for (auto &future : answers) {
        const auto answer = future.get();
        ASSERT_TRUE(answer) << answer.error().detail;
        EXPECT_TRUE(answer->isHttp2);
        EXPECT_EQ(answer->body, first->body); // nginx's number of the connection
    }
}

TEST(UpstreamHttp2, CanBeTurnedOff)
{
    const Nginx nginx;
    UpstreamSettings settings;
    settings.ca_file = nginx.file("certificate");
    settings.http2 = false;
    UpstreamBench bench(settings);
    const auto answer = askOnceUp(bench, nginx.url());
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->isHttp2);
}

} // namespace
} // namespace pult::service
