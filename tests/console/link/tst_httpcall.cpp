// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/httpcall.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include "support/fakehttpserver.h"

namespace pult::link {

using test::FakeHttpServer;
using test::FakeResponse;
using namespace std::chrono_literals;

class HttpCallTest : public QObject {
    Q_OBJECT

    FakeHttpServer m_server;
    QNetworkAccessManager m_network;

    Result<HttpAnswer> ask(HttpRequest request, QByteArray token = {})
    {
        std::optional<Result<HttpAnswer>> result;
        QObject context;
        send(m_network, {m_server.url(), token}, request, &m_network, &context,
            [&result](Result<HttpAnswer> answer) { result = std::move(answer); });
        [&result] { QTRY_VERIFY(result); }();
        return result.value_or(fail(ErrorCode::internal, "no answer"));
    }

private Q_SLOTS:
    void carriesTokenBodyAndQuery()
    {
        m_server.on(QStringLiteral("/a"), {.status = 201, .body = "{}"});
        HttpRequest request{.verb = "PATCH", .path = "/a", .body = "{\"x\":1}"};
        request.query.addQueryItem(QStringLiteral("text"), QStringLiteral("a%2Bb"));
        const auto answer = ask(request, "s3cret");
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        const auto seen = m_server.requests(QStringLiteral("/a")).back();
        QCOMPARE(seen.verb, QByteArray("PATCH"));
        QCOMPARE(seen.body, QByteArray("{\"x\":1}"));
        QCOMPARE(seen.header("authorization"), QByteArray("Bearer s3cret"));
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("text"), QUrl::FullyDecoded),
            QStringLiteral("a+b"));
    }

    void aRedirectIsNotFollowed()
    {
        m_server.on(QStringLiteral("/old"),
            {.status = 302, .headers = {{"Location", m_server.url().toEncoded() + "/new"}}});
        const auto answer = ask({.path = "/old"}, "s3cret");
        QCOMPARE(answer->status, 302);
        QVERIFY(m_server.requests(QStringLiteral("/new")).empty());
    }

    void a401IsAnAnswer()
    {
        m_server.on(QStringLiteral("/no"),
            {.status = 401,
                .body = "{}",
                .contentType = "application/problem+json; charset=utf-8",
                .headers = {{"WWW-Authenticate", "Bearer"}}});
        const auto answer = ask({.path = "/no"}, "wrong");
        QVERIFY(answer);
        QCOMPARE(answer->status, 401);
        QCOMPARE(answer->mediaType, std::string("application/problem+json"));
    }

    void aReplyThatHasFailedIsLetGoWithoutAWarning()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const quint16 port = gone.serverPort();
        gone.close();
        QPointer<QNetworkReply> reply =
            m_network.get(QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port))));
        connect(reply, &QNetworkReply::errorOccurred, this, [&] { letGo(*reply, *this); });
        QTRY_VERIFY(!reply);
    }

    void theMediaTypeHasNoParameters()
    {
        m_server.on(QStringLiteral("/json"), {.contentType = "Application/JSON"});
        QCOMPARE(ask({.path = "/json"})->mediaType, std::string("application/json"));
    }

    void aLimitCarriesItsWait()
    {
        m_server.on(QStringLiteral("/l"), {.status = 429, .headers = {{"Retry-After", "9"}}});
        QVERIFY(ask({.path = "/l"})->retryAfter == Seconds(9));
    }

    void silenceEndsByItsLimit()
    {
        m_server.on(QStringLiteral("/h"), {.manner = FakeResponse::Manner::hang});
        const auto answer = ask({.path = "/h", .longestSilence = 100ms});
        QVERIFY(!answer);
        QVERIFY(answer.error().code == ErrorCode::deadlineExceeded);
    }

    void aCutAnswerIsNone()
    {
        m_server.on(QStringLiteral("/c"), {.body = "half", .manner = FakeResponse::Manner::cut});
        const auto answer = ask({.path = "/c"});
        QVERIFY(!answer);
        QVERIFY(answer.error().code == ErrorCode::unavailable);
    }

    void aHugeAnswerIsRefused()
    {
        m_server.on(QStringLiteral("/big"), {.body = QByteArray(200'000, 'x')});
        const auto answer = ask({.path = "/big", .longestBody = 100'000});
        QVERIFY(!answer);
        QVERIFY(answer.error().code == ErrorCode::tooLarge);
    }

    void whereNothingListensIsSaid()
    {
        FakeHttpServer gone;
        gone.stop();
        QObject context;
        std::optional<Error> error;
        send(m_network, {gone.url(), {}}, {.path = "/"}, &m_network, &context,
            [&error](const Result<HttpAnswer> &answer) { error = answer.error(); });
        QTRY_VERIFY(error);
        QVERIFY(error->code == ErrorCode::unavailable);
        QVERIFY(error->detail.find("127.0.0.1") != std::string::npos);
    }

    void aContextThatDiesHearsNothing()
    {
        m_server.on(QStringLiteral("/late"), {.delay = 50ms});
        bool isHeard = false;
        auto context = std::make_unique<QObject>();
        send(m_network, {m_server.url(), {}}, {.path = "/late"}, &m_network, context.get(),
            [&isHeard](const Result<HttpAnswer> &) { isHeard = true; });
        QTRY_COMPARE(m_server.requests(QStringLiteral("/late")).size(), 1U);
        context.reset();
        QVERIFY(ask({.path = "/late"}));
        QVERIFY(!isHeard);
    }
};

} // namespace pult::link

QTEST_GUILESS_MAIN(pult::link::HttpCallTest)
#include "tst_httpcall.moc"
