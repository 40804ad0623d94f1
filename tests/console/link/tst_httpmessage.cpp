// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/httpmessage.h"

#include <QTest>

namespace pult::link {

class HttpMessageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStatusHasItsMeaning_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        for (const auto &[status, code] : std::initializer_list<std::pair<int, const char *>>{
                 {302, "unsupported"}, {400, "invalidArgument"}, {401, "unauthenticated"},
                 {403, "forbidden"}, {404, "notFound"}, {405, "unsupported"},
                 {408, "deadlineExceeded"}, {409, "conflict"}, {412, "stale"}, {413, "tooLarge"},
                 {422, "invalidArgument"}, {428, "stale"}, {429, "limited"}, {500, "internal"},
                 {502, "unavailable"}, {503, "unavailable"}, {504, "deadlineExceeded"}})
            QTest::addRow("%d", status) << status << QByteArray(code);
    }
    void everyStatusHasItsMeaning()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const Error error = errorIn({status, "<html>oops</html>", "text/html", {}});
        QCOMPARE(QByteArray::fromStdString(std::string(toString(error.code))), code);
        QVERIFY(!error.detail.empty());
    }

    void aProblemSaysWhatAndWhere()
    {
        const Error error = errorIn({422,
            R"({"title":"Unprocessable","status":422,"detail":"1 field is wrong",
                "errors":[{"pointer":"/priority","detail":"Must be from 0 to 9"}]})",
            "application/problem+json", {}});
        QCOMPARE(error.detail, std::string("1 field is wrong"));
        QCOMPARE(error.fields.size(), 1U);
        QCOMPARE(error.fields[0].pointer, std::string("/priority"));
    }

    void aLimitSaysWhenToTryAgain()
    {
        const Error error =
            errorIn({429, R"({"title":"Too many","detail":"Over 3 images a minute"})",
                "application/problem+json", Seconds(17)});
        QVERIFY(error.code == ErrorCode::limited);
        QVERIFY(error.retryAfter == Seconds(17));
        QCOMPARE(error.detail, std::string("Over 3 images a minute"));
    }

    void aHealthReportMayComeWith503ButAProxysPageIsNone()
    {
        QVERIFY(isHealthReport({503, "{}", "application/json", {}}));
        QVERIFY(!isHealthReport({503, "{}", "application/problem+json", {}}));
        QVERIFY(!isHealthReport({503, "", "text/html", {}}));
        QVERIFY(!isHealthReport({404, "{}", "application/json", {}}));
    }
};

} // namespace pult::link

QTEST_GUILESS_MAIN(pult::link::HttpMessageTest)
#include "tst_httpmessage.moc"
