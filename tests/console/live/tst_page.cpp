// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/page.h"

#include <QTest>

#include "console/live/httpservicelist.h"
#include "support/fakehttpserver.h"

namespace pult::live {

using namespace std::chrono_literals;

/// Addresses that are no service, on a server that a test commands.
class PageTest : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    test::FakeHttpServer m_server;

    [[nodiscard]] ServiceAddress address(TargetKind kind, const QString &path) const
    {
        QUrl url = m_server.url();
        url.setPath(path);
        ServiceAddress address{"page", "page", url, {}, kind};
        address.interval = Seconds(0.05);
        return address;
    }

    [[nodiscard]] Result<PageFinding> inspect(const ServiceAddress &address) const
    {
        HttpServiceList list(m_clock, {});
        std::optional<Result<PageFinding>> found;
        QObject context;
        list.inspect(address, &context, [&](Result<PageFinding> answer) { found = answer; });
        [&found] { QTRY_VERIFY(found); }();
        return found.value_or(fail(ErrorCode::internal, "no answer"));
    }

private Q_SLOTS:
    void init()
    {
        m_server.on(QStringLiteral("/metrics"),
            {.body = "node_load1 0.5\nnode_memory_MemTotal_bytes 8e9\nbroken line\n",
                .contentType = "text/plain"});
        m_server.on(QStringLiteral("/stats"), {.body = R"({"hits": 12, "name": "x"})"});
        m_server.on(
            QStringLiteral("/page"), {.body = "\n<!doctype html>", .contentType = "text/html"});
    }

    void metricsAloneAreWatched()
    {
        HttpServiceList list(m_clock, {});
        const Service &service = list.add(address(TargetKind::metrics, QStringLiteral("/metrics")));
        QTRY_VERIFY(service.state().connection == Connection::live);
        QTRY_COMPARE(service.state().latest("node.load"), std::optional(0.5));
        QCOMPARE(service.state().profiles.size(), 1U);
        QCOMPARE(service.state().series, 2U);
        QVERIFY(!service.state().health);
        QVERIFY(!service.offers(Capability::jobs));
        QVERIFY(!service.offers(Capability::settings));
        QVERIFY(m_server.requests(QStringLiteral("/health")).empty());
        QVERIFY(m_server.requests(QStringLiteral("/events")).empty());
    }

    void chosenNumbersAreWatched()
    {
        HttpServiceList list(m_clock, {});
        ServiceAddress stats = address(TargetKind::json, QStringLiteral("/stats"));
        stats.pointers = {"/hits"};
        const Service &service = list.add(stats);
        QTRY_COMPARE(service.state().latest("json.hits"), std::optional(12.0));
        QVERIFY(service.state().connection == Connection::live);
    }

    void userPasswordAndHeadersAreSent()
    {
        ServiceAddress guarded = address(TargetKind::metrics, QStringLiteral("/metrics"));
        guarded.url.setQuery(QStringLiteral("a=b"));
        guarded.user = "ann";
        guarded.token = "s3cret";
        guarded.headers = {{"X-Scope", "art"}};
        QVERIFY(inspect(guarded));
        const auto seen = m_server.requests(QStringLiteral("/metrics")).back();
        QCOMPARE(seen.header("authorization"), "Basic " + QByteArray("ann:s3cret").toBase64());
        QCOMPARE(seen.header("x-scope"), QByteArray("art"));
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("a")), QStringLiteral("b"));
    }

    void wrongCredentialsAreARefusal()
    {
        m_server.on(QStringLiteral("/metrics"), {.status = 401});
        HttpServiceList list(m_clock, {});
        const Service &service = list.add(address(TargetKind::metrics, QStringLiteral("/metrics")));
        QTRY_VERIFY(service.state().connection == Connection::refused);
        const auto found = inspect(address(TargetKind::metrics, QStringLiteral("/metrics")));
        QVERIFY(!found && found.error().code == ErrorCode::unauthenticated);
    }

    void credentialsDoNotFollowARedirect()
    {
        test::FakeHttpServer other;
        m_server.on(QStringLiteral("/metrics"),
            {.status = 302, .headers = {{"Location", other.url().toEncoded() + "/metrics"}}});
        ServiceAddress guarded = address(TargetKind::metrics, QStringLiteral("/metrics"));
        guarded.token = "s3cret";
        QVERIFY(!inspect(guarded));
        QVERIFY(other.requests(QStringLiteral("/metrics")).empty());
    }

    void aLookSaysWhatIsThere()
    {
        const auto metrics = inspect(address(TargetKind::metrics, QStringLiteral("/metrics")));
        QVERIFY(metrics);
        QCOMPARE(metrics->samples, 2U);
        QCOMPARE(metrics->faulty, 1U);
        QCOMPARE(metrics->profiles.at(0)->id, std::string("node_exporter"));
        const auto stats = inspect(address(TargetKind::json, QStringLiteral("/stats")));
        QVERIFY(stats);
        QCOMPARE(stats->numbers, (std::vector<telemetry::JsonNumber>{{"/hits", 12}}));
    }

    void aWebPageIsNeither_data()
    {
        QTest::addColumn<TargetKind>("kind");
        QTest::newRow("metrics") << TargetKind::metrics;
        QTest::newRow("json") << TargetKind::json;
    }

    void aWebPageIsNeither()
    {
        QFETCH(const TargetKind, kind);
        const auto found = inspect(address(kind, QStringLiteral("/page")));
        QVERIFY(!found);
        QVERIFY(found.error().code == ErrorCode::corrupt);
        QVERIFY(found.error().detail.find("web page") != std::string::npos);
        HttpServiceList list(m_clock, {});
        const Service &service = list.add(address(kind, QStringLiteral("/page")));
        QTRY_VERIFY(service.state().problem);
        QVERIFY(service.state().problem->code == ErrorCode::corrupt);
        QVERIFY(service.state().connection != Connection::live);
    }

    void aMissingPageIsALoss()
    {
        HttpServiceList list(m_clock, {});
        const Service &service = list.add(address(TargetKind::metrics, QStringLiteral("/none")));
        QTRY_VERIFY(service.state().problem);
        QVERIFY(service.state().problem->code == ErrorCode::notFound);
    }
};

} // namespace pult::live

QTEST_GUILESS_MAIN(pult::live::PageTest)
#include "tst_page.moc"
