// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include "console/widgets/chartview.h"
#include "support/realservice.h"
#include "support/windowflow.h"

namespace pult {

/// Somebody ends the console and starts it again: the charts go on where they were.
class TestHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theNextRunShowsTheLastOneWithAGap();
    void aServiceThatDoesNotAnswerShowsItsPast();
    void longRangesShowIt_data();
    void longRangesShowIt();

private:
    /// Long enough for a hole in the charts.
    static constexpr Seconds kSilence{5};

    [[nodiscard]] std::unique_ptr<test::WindowFlow> startConsole() const;
    [[nodiscard]] QString pattern(const test::WindowFlow &flow) const;

    SystemClock m_clock;
    QTemporaryDir m_data;
    test::RealService m_service{QStringLiteral(PULT_PULTD_PATH), {QStringLiteral("--demo")}};
    std::unique_ptr<test::WindowFlow> m_flow;
};

void TestHistory::initTestCase()
{
    QVERIFY(m_service.start());
}

std::unique_ptr<test::WindowFlow> TestHistory::startConsole() const
{
    auto flow = std::make_unique<test::WindowFlow>(
        live::makeServiceList(m_clock, {.historyFolder = m_data.path().toStdString()}));
    flow->show();
    flow->services().add(m_service.address());
    return flow;
}

/// Of the queue's first trace: "x" where there are samples, "-" where there are none.
QString TestHistory::pattern(const test::WindowFlow &flow) const
{
    const auto *chart = flow.find<widgets::ChartView>("queueChart");
    if (!chart || chart->data().traces.empty())
        return {};
    QString pattern;
    for (const live::Column &column : chart->data().traces.front().columns) {
        const QChar kind = std::isfinite(column.high) ? QLatin1Char('x') : QLatin1Char('-');
        if (!pattern.endsWith(kind))
            pattern += kind;
    }
    return pattern;
}

void TestHistory::theNextRunShowsTheLastOneWithAGap()
{
    m_flow = startConsole();
    QVERIFY(m_flow->waitFor([this] { return pattern(*m_flow).contains(QLatin1Char('x')); }));
    m_flow.reset();
    const WallTime ended = m_clock.wallNow();
    QVERIFY(QTest::qWaitFor([&] { return m_clock.wallNow() - ended > kSilence; }, 20'000));
    m_flow = startConsole();
    QVERIFY(m_flow->waitFor([this] { return pattern(*m_flow).contains(QLatin1String("x-x")); }));
    QVERIFY(!m_flow->find("historyBanner"));
}

void TestHistory::aServiceThatDoesNotAnswerShowsItsPast()
{
    m_flow.reset();
    m_service.kill();
    m_flow = startConsole();
    QVERIFY(m_flow->waitFor([this] { return pattern(*m_flow).contains(QLatin1String("x-x")); }));
    QVERIFY(m_flow->find("staleBanner"));
    QVERIFY(m_service.start());
    QVERIFY(m_flow->waitForConnection(live::Connection::live));
    QTRY_VERIFY(!m_flow->find("staleBanner"));
}

void TestHistory::longRangesShowIt_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("a day") << QStringLiteral("range24h");
    QTest::newRow("a week") << QStringLiteral("range7d");
}

void TestHistory::longRangesShowIt()
{
    QFETCH(const QString, button);
    QVERIFY(m_flow->click(button.toUtf8().constData()));
    const auto *chart = m_flow->find<widgets::ChartView>("queueChart");
    QVERIFY(m_flow->waitFor([&] {
        return chart->data().to - chart->data().from >= std::chrono::hours(24)
            && pattern(*m_flow).contains(QLatin1String("-x"));
    }));
}

} // namespace pult

QTEST_MAIN(pult::TestHistory)
#include "tst_history.moc"
