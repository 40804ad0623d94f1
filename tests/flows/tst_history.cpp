// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QProcess>
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
    void aKilledConsoleHasKeptWhatItSaw();

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

void TestHistory::aKilledConsoleHasKeptWhatItSaw()
{
    m_flow.reset();
    const QTemporaryDir home;
    QFile token(home.filePath(QStringLiteral("token")));
    QVERIFY(token.open(QIODevice::WriteOnly) && token.write(m_service.token()) > 0);
    token.close();
    QProcess console;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(folder), home.path());
    console.setProcessEnvironment(environment);
    console.start(QStringLiteral(PULT_PULT_PATH),
        {QStringLiteral("--connect"), m_service.url().toString(), QStringLiteral("--token-file"),
            token.fileName(), QStringLiteral("--figures")});
    qsizetype figures = 0; // A line a second.
    QVERIFY(QTest::qWaitFor(
        [&] { return (figures += console.readAllStandardOutput().count(" live ")) >= 5; },
        test::WindowFlow::kLimitMs));
    const WallTime killed = m_clock.wallNow();
    console.kill();
    QVERIFY(console.waitForFinished());

    const QString data = home.filePath(QStringLiteral("pult/history"));
    const auto services = live::makeServiceList(m_clock, {.historyFolder = data.toStdString()});
    live::ServiceAddress address = m_service.address();
    address.id = "command-line " + m_service.url().toString().toStdString();
    live::Service &service = services->add(address);
    QVERIFY(QTest::qWaitFor([&] { return service.state().hasPast; }));
    QVERIFY(!service.state().historyProblem);
    std::optional<live::ChartData> chart;
    service.chart({{"queued", "running"}, killed - std::chrono::seconds(3), killed, 1}, this,
        [&chart](Result<live::ChartData> answer) { chart = std::move(*answer); });
    QVERIFY(QTest::qWaitFor([&] { return chart.has_value(); }));
    QVERIFY(!chart->traces.empty());
    QVERIFY(std::isfinite(chart->traces[0].columns[0].high));
}

} // namespace pult

QTEST_MAIN(pult::TestHistory)
#include "tst_history.moc"
