// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include "console/widgets/chartview.h"
#include "console/widgets/tile.h"
#include "support/realservice.h"
#include "support/windowflow.h"

namespace pult {

/// Somebody connects, watches, changes the looks, and loses the service for a moment.
class TestWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void connectsByTheDialog();
    void figuresMove();
    void exportsAChart_data();
    void exportsAChart();
    void keysOpenPages();
    void languageChangesAtOnce();
    void themeChangesAtOnce();
    void losesTheServiceAndFindsItAgain();

private:
    /// Long enough for a hole in the charts.
    static constexpr Seconds kSilence{6};

    [[nodiscard]] Seconds dataAge() const;
    [[nodiscard]] bool hasGapThenData() const;

    test::RealService m_service{QStringLiteral(PULT_PULTD_PATH), {QStringLiteral("--demo")}};
    std::unique_ptr<test::WindowFlow> m_flow;
};

void TestWatch::initTestCase()
{
    QVERIFY(m_service.start());
    m_flow = std::make_unique<test::WindowFlow>();
    m_flow->show();
}

void TestWatch::connectsByTheDialog()
{
    QVERIFY(m_flow->click("connectService"));
    QVERIFY(m_flow->type("url", m_service.url().toString()));
    QVERIFY(m_flow->type("token", QString::fromUtf8(m_service.token())));
    QVERIFY(m_flow->type("name", QStringLiteral("art-backend")));
    QVERIFY(m_flow->click("test"));
    QVERIFY(m_flow->waitFor([&] {
        return m_flow->find<QLabel>("findingText")->text().contains(QStringLiteral("0.1.0"));
    }));
    QVERIFY(m_flow->click("save"));
    QVERIFY(m_flow->waitForConnection(live::Connection::live));
    QCOMPARE(m_flow->find<QLabel>("serviceName")->text(), QStringLiteral("art-backend"));
    QVERIFY(m_flow->waitFor([&] { return m_flow->find("demoBadge") != nullptr; }));
}

void TestWatch::figuresMove()
{
    QVERIFY(m_flow->waitFor([&] { return m_flow->find("throughputTile") != nullptr; }));
    auto *tile = m_flow->find<widgets::Tile>("throughputTile");
    QVERIFY(m_flow->waitFor([&] { return tile->reading().value.value_or(0) > 0; }, 60'000));
    QVERIFY(!tile->isStale());
    auto *chart = m_flow->find<widgets::ChartView>("throughputChart");
    QVERIFY(chart);
    QVERIFY(m_flow->waitFor([&] { return chart->canvas().hasData(); }));
    const WallTime shown = chart->data().to;
    QVERIFY(m_flow->waitFor([&] { return chart->data().to > shown; }));
}

void TestWatch::exportsAChart_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("fileName");
    QTest::newRow("as a picture") << 2 << "chart.png";
    QTest::newRow("as a table") << 3 << "chart.csv";
}

void TestWatch::exportsAChart()
{
    QFETCH(const int, place);
    QFETCH(const QString, fileName);
    const QTemporaryDir folder;
    auto *chart = m_flow->find<widgets::ChartView>("throughputChart");
    QContextMenuEvent rightClick(QContextMenuEvent::Mouse, chart->rect().center(),
        chart->mapToGlobal(chart->rect().center()));
    QCoreApplication::sendEvent(chart, &rightClick);
    QVERIFY(m_flow->waitFor([&] { return m_flow->find<QMenu>("chartMenu") != nullptr; }));
    auto *menu = m_flow->find<QMenu>("chartMenu");
    for (int i = 0; i < place; ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(m_flow->waitFor([&] { return m_flow->find("fileNameEdit") != nullptr; }));
    m_flow->find<QLineEdit>("fileNameEdit")->setText(folder.filePath(fileName));
    QTest::mouseClick(m_flow->find("exportDialog")
                          ->findChild<QDialogButtonBox *>()
                          ->button(QDialogButtonBox::Save),
        Qt::LeftButton);
    QVERIFY(m_flow->waitFor([&] { return QFile::exists(folder.filePath(fileName)); }));
    QFile file(folder.filePath(fileName));
    QVERIFY(file.open(QIODevice::ReadOnly));
    if (fileName.endsWith(QLatin1String(".png"))) {
        QCOMPARE(QImage::fromData(file.readAll()).size(), chart->size());
        return;
    }
    QVERIFY(file.readLine().startsWith("time (UTC),"));
    int samples = 0;
    while (!file.atEnd())
        samples += file.readLine().contains(",,") ? 0 : 1;
    QVERIFY(samples > 0);
}

void TestWatch::keysOpenPages()
{
    m_flow->press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(m_flow->window().currentPage(), QStringLiteral("queue"));
    m_flow->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(m_flow->type("finderText", QStringLiteral("overv")));
    m_flow->press(Qt::Key_Return);
    QTRY_COMPARE(m_flow->window().currentPage(), QStringLiteral("overview"));
}

void TestWatch::languageChangesAtOnce()
{
    auto *tabs = m_flow->find<QTabBar>("pages");
    QVERIFY(m_flow->choose("languageRussian"));
    QTRY_COMPARE(tabs->tabText(0), QStringLiteral("Обзор"));
    QVERIFY(m_flow->choose("languageEnglish"));
    QTRY_COMPARE(tabs->tabText(0), QStringLiteral("Overview"));
}

void TestWatch::themeChangesAtOnce()
{
    const QColor dark = m_flow->window().palette().color(QPalette::Window);
    QVERIFY(m_flow->choose("themeLight"));
    QTRY_VERIFY(
        m_flow->window().palette().color(QPalette::Window).lightness() > dark.lightness() + 100);
    QVERIFY(m_flow->choose("themeDark"));
    QTRY_COMPARE(m_flow->window().palette().color(QPalette::Window), dark);
}

void TestWatch::losesTheServiceAndFindsItAgain()
{
    m_service.kill();
    QVERIFY(m_flow->waitForConnection(live::Connection::stale));
    auto *tile = m_flow->find<widgets::Tile>("throughputTile");
    QTRY_VERIFY(tile->isStale());
    QVERIFY(m_flow->find("staleBanner"));
    QVERIFY(m_flow->waitFor([this] { return dataAge() > kSilence; }));
    QVERIFY(m_service.start());
    QVERIFY(m_flow->waitForConnection(live::Connection::live));
    QTRY_VERIFY(!tile->isStale());
    QVERIFY(m_flow->waitFor([this] { return hasGapThenData(); }));
}

Seconds TestWatch::dataAge() const
{
    return m_flow->clock().wallNow() - *m_flow->window().service()->state().dataAt;
}

/// In the trace of running jobs: samples, then none, then samples again.
bool TestWatch::hasGapThenData() const
{
    const auto *chart = m_flow->find<widgets::ChartView>("queueChart");
    if (!chart || chart->data().traces.empty())
        return false;
    QString pattern;
    for (const live::Column &column : chart->data().traces.front().columns) {
        const QChar kind = std::isfinite(column.high) ? QLatin1Char('x') : QLatin1Char('-');
        if (!pattern.endsWith(kind))
            pattern += kind;
    }
    return pattern.contains(QLatin1String("x-x"));
}

} // namespace pult

QTEST_MAIN(pult::TestWatch)
#include "tst_watch.moc"
