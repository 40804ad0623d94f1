// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/servicelink.h"

#include <QSignalSpy>
#include <QTest>

#include "support/fakehttpserver.h"

namespace pult::link {

using test::FakeHttpServer;
using test::FakeRequest;
using test::FakeResponse;
using namespace std::chrono_literals;

class ServiceLinkTest : public QObject {
    Q_OBJECT

    static constexpr Timings kQuick{20ms, 200ms, 10ms, 100ms, 5s};

    static QString path(std::string_view text)
    {
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    static void serveAll(FakeHttpServer &server)
    {
        for (const char *each : {"/health", "/queue"})
            server.on(path(each), {.body = "{}"});
        server.on(path("/metrics"), {.body = "up 1\n", .contentType = "text/plain"});
        server.on(path("/events"),
            {.contentType = "text/event-stream", .manner = FakeResponse::Manner::stream});
    }

    Network m_network;

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ServerSentEvent>(); }

    void pollsEverythingAgainAndAgainWithTheToken()
    {
        FakeHttpServer server;
        serveAll(server);
        ServiceLink link(m_network, {server.url(), "t0ken"}, kQuick, Asked::contract, nullptr);
        QSignalSpy reached(&link, &ServiceLink::reached);
        link.start();
        QTRY_COMPARE(reached.size(), 1);
        for (const char *each : {"/health", "/queue", "/metrics"})
            QTRY_VERIFY(server.requests(path(each)).size() >= 3);
        QCOMPARE(server.requests(path("/queue")).back().header("authorization"),
            QByteArray("Bearer t0ken"));
        QCOMPARE(reached.size(), 1);
    }

    void aSlowEndpointNeverHasTwoRequestsAndHoldsUpNoOther()
    {
        FakeHttpServer server;
        serveAll(server);
        server.on(path("/metrics"), {.body = "up 1\n", .delay = 100ms});
        ServiceLink link(m_network, {server.url(), {}}, kQuick, Asked::contract, nullptr);
        link.start();
        QTRY_VERIFY(server.requests(path("/metrics")).size() >= 4);
        QCOMPARE(server.mostAtOnce(path("/metrics")), 1);
        QVERIFY(server.requests(path("/queue")).size() > server.requests(path("/metrics")).size());
    }

    void aRefusedTokenIsNoConnection()
    {
        FakeHttpServer server;
        serveAll(server);
        server.on(path("/queue"), {.status = 401});
        ServiceLink link(m_network, {server.url(), "bad"}, kQuick, Asked::contract, nullptr);
        QSignalSpy reached(&link, &ServiceLink::reached);
        std::optional<Error> reason;
        connect(&link, &ServiceLink::lost, this, [&](const Error &error) { reason = error; });
        link.start();
        QTRY_VERIFY(reason);
        QVERIFY(reason->code == ErrorCode::unauthenticated);
        QVERIFY(reached.isEmpty());
    }

    void comesBackByItselfAndResumesTheEvents()
    {
        FakeHttpServer server;
        serveAll(server);
        ServiceLink link(m_network, {server.url(), {}}, kQuick, Asked::contract, nullptr);
        QSignalSpy reached(&link, &ServiceLink::reached);
        QSignalSpy lost(&link, &ServiceLink::lost);
        std::vector<ServerSentEvent> events;
        connect(&link, &ServiceLink::eventReceived, this,
            [&](const ServerSentEvent &event) { events.push_back(event); });
        link.start();
        QTRY_VERIFY(server.hasStream(path("/events")));
        server.stream(path("/events"), "id: 41\nevent: job\ndata: {}\n\n");
        QTRY_COMPARE(events.size(), 1U);

        server.stop();
        QTRY_VERIFY(lost.size() >= 2);
        server.start();
        QTRY_COMPARE(reached.size(), 2);
        QTRY_VERIFY(server.hasStream(path("/events")));
        QCOMPARE(server.requests(path("/events")).back().header("last-event-id"), QByteArray("41"));
    }

    void anEventStreamThatEndsIsOpenedAgain()
    {
        FakeHttpServer server;
        serveAll(server);
        ServiceLink link(m_network, {server.url(), {}}, kQuick, Asked::contract, nullptr);
        link.start();
        QTRY_VERIFY(server.hasStream(path("/events")));
        server.endStreams();
        QTRY_COMPARE(server.requests(path("/events")).size(), 2U);
    }

    void aServiceMayOfferHealthAlone()
    {
        FakeHttpServer server;
        server.on(path("/health"), {.body = "{}"});
        ServiceLink link(m_network, {server.url(), {}}, kQuick, Asked::contract, nullptr);
        QSignalSpy reached(&link, &ServiceLink::reached);
        link.start();
        QTRY_COMPARE(reached.size(), 1);
        QTRY_VERIFY(server.requests(path("/health")).size() >= 4);
        QCOMPARE(server.requests(path("/metrics")).size(), 1U);
        QCOMPARE(server.requests(path("/events")).size(), 1U);
    }

    void aServiceThatHangsIsLostAndAskedAgain()
    {
        FakeHttpServer server;
        serveAll(server);
        server.on(path("/health"), {.manner = FakeResponse::Manner::hang});
        ServiceLink link(m_network, {server.url(), {}}, kQuick, Asked::contract, nullptr);
        QSignalSpy lost(&link, &ServiceLink::lost);
        link.start();
        QTRY_VERIFY(lost.size() >= 2);
    }

    void refreshDoesNotWaitForTheNextTry()
    {
        FakeHttpServer server;
        serveAll(server);
        server.stop();
        Timings patient = kQuick;
        patient.shortestRetry = patient.longestRetry = 1h;
        ServiceLink link(m_network, {server.url(), {}}, patient, Asked::contract, nullptr);
        QSignalSpy reached(&link, &ServiceLink::reached);
        QSignalSpy lost(&link, &ServiceLink::lost);
        link.start();
        QTRY_COMPARE(lost.size(), 1);
        server.start();
        link.refresh();
        QTRY_COMPARE(reached.size(), 1);
    }

    void afterStopNothingIsAsked()
    {
        FakeHttpServer server;
        serveAll(server);
        ServiceLink link(m_network, {server.url(), {}}, kQuick, Asked::contract, nullptr);
        QSignalSpy answered(&link, &ServiceLink::answered);
        link.start();
        QTRY_VERIFY(answered.size() > 3);
        link.stop();
        answered.clear();
        bool isPast = false;
        QTimer::singleShot(5 * kQuick.pollInterval, this, [&isPast] { isPast = true; });
        QTRY_VERIFY(isPast);
        QVERIFY(answered.isEmpty());
    }
};

} // namespace pult::link

QTEST_GUILESS_MAIN(pult::link::ServiceLinkTest)
#include "tst_servicelink.moc"
