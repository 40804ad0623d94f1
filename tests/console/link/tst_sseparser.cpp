// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/sseparser.h"

#include <QTest>

namespace pult::link {

/// Examples of the standard's section 9.2.6 and what a hostile stream could do.
class SseParserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dataLinesAreJoined()
    {
        SseParser parser;
        const auto events = parser.feed("data: YHOO\ndata: +2\ndata:10\n\n");
        QCOMPARE(events.size(), 1U);
        QVERIFY((events[0] == ServerSentEvent{"message", "YHOO\n+2\n10", ""}));
    }

    void anIdLastsUntilTheNext()
    {
        SseParser parser;
        const auto events =
            parser.feed(": a comment\n\ndata: first\nid: 1\n\ndata:second\n\nid\ndata:  third\n\n");
        QCOMPARE(events.size(), 3U);
        QCOMPARE(events[0].id, std::string("1"));
        QCOMPARE(events[1].id, std::string("1"));
        QCOMPARE(events[2].id, std::string());
        QCOMPARE(events[2].data, std::string(" third"));
    }

    void aTypeIsForOneEventOnly()
    {
        SseParser parser;
        const auto events = parser.feed("event: job\ndata: 1\n\ndata: 2\n\n");
        QCOMPARE(events[0].type, std::string("job"));
        QCOMPARE(events[1].type, std::string("message"));
    }

    void everyLineEndCounts()
    {
        SseParser parser;
        const auto events = parser.feed("data: a\r\n\r\ndata: b\r\rdata: c\n\n");
        QCOMPARE(events.size(), 3U);
        QCOMPARE(events[1].data, std::string("b"));
    }

    void anEventMayArriveByteByByte()
    {
        SseParser parser;
        std::vector<ServerSentEvent> all;
        for (const char c : std::string("\xef\xbb\xbf"
                                        "event: queue\r\nid: 7\r\ndata: {}\r\n\r\n"))
            for (auto &event : parser.feed({&c, 1}))
                all.push_back(event);
        QCOMPARE(all.size(), 1U);
        QVERIFY((all[0] == ServerSentEvent{"queue", "{}", "7"}));
    }

    void whatHasNoDataOrNoEndIsNoEvent()
    {
        SseParser parser;
        QVERIFY(parser.feed("event: job\nid: 3\n\n").empty());
        QVERIFY(parser.feed("data: never ended\n").empty());
    }

    void anIdWithNulIsIgnored()
    {
        SseParser parser;
        const auto events = parser.feed({"id: 1\ndata: a\n\nid: \0\ndata: b\n\n", 30});
        QCOMPARE(events.size(), 2U);
        QCOMPARE(events[1].id, std::string("1"));
    }

    void theReconnectionTimeIsAWholeNumber()
    {
        SseParser parser;
        QVERIFY(parser.feed("retry: soon\nretry: -5\n").empty());
        QVERIFY(!parser.reconnectionTime());
        QVERIFY(parser.feed("retry: 1500\n").empty());
        QVERIFY(parser.reconnectionTime() == Seconds(1.5));
    }

    void anEventWithoutBoundIsLeftOut()
    {
        SseParser parser;
        const std::string megabyte(1 << 20, 'x');
        for (int i = 0; i < 6; ++i)
            QVERIFY(parser.feed("data: " + megabyte + '\n').empty());
        const auto events = parser.feed("\ndata: small\n\n");
        QCOMPARE(events.size(), 1U);
        QCOMPARE(events[0].data, std::string("small"));
    }
};

} // namespace pult::link

QTEST_GUILESS_MAIN(pult::link::SseParserTest)
#include "tst_sseparser.moc"
