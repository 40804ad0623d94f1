// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/mainwindow.h"

#include <algorithm>

#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include "console/models/jobmodel.h"
#include "console/models/servicetext.h"
#include "console/widgets/chartview.h"
#include "console/widgets/statusmark.h"
#include "console/widgets/style.h"
#include "console/widgets/theme.h"
#include "console/widgets/tile.h"
#include "support/fakeservice.h"
#include "support/pagesamples.h"
#include "support/samples.h"
#include "support/windowflow.h"

namespace pult::shell {

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void firstStartOffersTwoWays();
    void overviewShowsTheService();
    void staleFiguresAreGreyWithTheirAge();
    void staleTablesAreGrey();
    void tileOpensItsPage();
    void spacePausesTheCharts();
    void hiddenPageAsksNothing();
    void finderGoesToAService();
    void finderGoesToASetting_data();
    void finderGoesToASetting();
    void finderGoesToAJob();
    void eachWindowShowsItsService();
    void dialogSaysWhatIsWrong();
    void aConnectedServiceIsShown();
    void dialogSaysWhatItFound();
    void removingAsksFirst();
    void refreshAsksTheService();
    void theMenuSaysHowLongHistoryIsKept();
    void theMenuSaysHowMuchHistoryIsKept();
    void keepingLessHistoryAsksFirst();
    void overviewSaysThatHistoryIsNotKept();
    void closingKeepsSplittersAndFields();

private:
    test::FakeService &addService(const char *id);
    [[nodiscard]] QString labelText(const char *name) const;

    test::FakeServiceList *m_services = nullptr; ///< Owned by the flow.
    std::unique_ptr<test::WindowFlow> m_flow;
};

void TestMainWindow::init()
{
    auto services = std::make_unique<test::FakeServiceList>();
    m_services = services.get();
    m_flow = std::make_unique<test::WindowFlow>(std::move(services));
    m_flow->show();
}

void TestMainWindow::cleanup()
{
    m_flow.reset();
}

void TestMainWindow::firstStartOffersTwoWays()
{
    QVERIFY(m_flow->find("connectService"));
    QVERIFY(m_flow->find("startBuiltIn"));
    addService("a");
    QTRY_VERIFY(!m_flow->find("startBuiltIn"));
    QTRY_VERIFY(m_flow->find("throughputTile"));
}

void TestMainWindow::overviewShowsTheService()
{
    addService("a");
    QCOMPARE(labelText("serviceName"), QStringLiteral("a"));
    QCOMPARE(labelText("serviceStatus"), QStringLiteral("Healthy"));
    QVERIFY(m_flow->find("demoBadge"));
    QCOMPARE(labelText("serviceLoad"), QStringLiteral("queue 13 · 18/20 slots"));
    QCOMPARE(
        m_flow->find("throughputTile")->accessibleName(), QStringLiteral("Throughput: 12.4 /s"));
    QVERIFY(m_flow->find<widgets::Tile>("queueTile")->missesTarget());
    QTRY_VERIFY(m_flow->find<widgets::ChartView>("poolsChart")->canvas().hasData());
}

void TestMainWindow::staleFiguresAreGreyWithTheirAge()
{
    test::FakeService &service = addService("a");
    service.setState(test::staleState(m_flow->clock().wallNow()));
    QVERIFY(m_flow->find<widgets::Tile>("throughputTile")->isStale());
    QCOMPARE(labelText("serviceStatus"), QStringLiteral("No connection"));
    QVERIFY(labelText("dataAge").contains(QStringLiteral("45")));
    QVERIFY(m_flow->find("staleBanner"));
    service.setState(test::liveState(m_flow->clock().wallNow()));
    QVERIFY(!m_flow->find<widgets::Tile>("throughputTile")->isStale());
    QVERIFY(!m_flow->find("staleBanner"));
}

void TestMainWindow::staleTablesAreGrey()
{
    const widgets::Theme &theme = widgets::currentTheme();
    test::FakeService &service = addService("a");
    m_flow->press(Qt::Key_2, Qt::ControlModifier);
    const QWidget *table = m_flow->find("queueTable");
    QVERIFY(table);
    QCOMPARE(table->palette().color(QPalette::Text), theme.text);
    service.setState(test::staleState(m_flow->clock().wallNow()));
    QCOMPARE(table->palette().color(QPalette::Text), theme.mutedText);
    QVERIFY(widgets::isStale(m_flow->window().findChild<QWidget *>(QStringLiteral("jobTable"))));
    QVERIFY(widgets::isStale(m_flow->window().findChild<QWidget *>(QStringLiteral("settingTree"))));
    service.setState(test::liveState(m_flow->clock().wallNow()));
    QCOMPARE(table->palette().color(QPalette::Text), theme.text);
}

void TestMainWindow::tileOpensItsPage()
{
    addService("a");
    QVERIFY(m_flow->click("queueTile"));
    QCOMPARE(m_flow->window().currentPage(), QStringLiteral("queue"));
}

void TestMainWindow::spacePausesTheCharts()
{
    addService("a");
    m_flow->press(Qt::Key_Space);
    QVERIFY(m_flow->find<QAbstractButton>("pause")->isChecked());
    QVERIFY(m_flow->click("range1h"));
    QCOMPARE(m_flow->session().settings().range.count(), 3600.0);
}

void TestMainWindow::hiddenPageAsksNothing()
{
    test::FakeService &service = addService("a");
    QVERIFY(m_flow->window().showPage(QStringLiteral("tuning")));
    QVERIFY(!m_flow->window().showPage(QStringLiteral("pools")));
    const std::size_t asked = service.charts.asked().size();
    service.setState(test::liveState(m_flow->clock().wallNow()));
    QCOMPARE(service.charts.asked().size(), asked);
}

void TestMainWindow::finderGoesToAService()
{
    addService("stickers");
    addService("paintings");
    m_flow->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(m_flow->type("finderText", QStringLiteral("paint")));
    m_flow->press(Qt::Key_Return);
    QTRY_COMPARE(labelText("serviceName"), QStringLiteral("paintings"));
    QCOMPARE(m_flow->session().settings().lastService, std::string("paintings"));
}

void TestMainWindow::finderGoesToASetting_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::newRow("by its key") << "en"
                                << "general_per";
    QTest::newRow("by its title") << "en"
                                  << "rate limits: req";
    QTest::newRow("by its title in Russian") << "ru"
                                             << "запросы";
    QTest::newRow("by its English title in Russian") << "ru"
                                                     << "requests";
}

void TestMainWindow::finderGoesToASetting()
{
    QFETCH(const QString, language);
    QFETCH(const QString, typed);
    m_flow->appearance().setLanguage(language.toStdString());
    test::FakeService &service = addService("a");
    service.schemas.answers(test::makeSchema());
    service.configs.answers(test::makeConfig());
    m_flow->press(Qt::Key_K, Qt::ControlModifier);
    m_flow->find<QLineEdit>("finderText")->setText(typed); // Keys type ASCII alone.
    QTRY_COMPARE(m_flow->find<QListWidget>("finderList")->count(), 1);
    m_flow->press(Qt::Key_Return);
    QTRY_COMPARE(m_flow->window().currentPage(), QStringLiteral("tuning"));
    const auto *tree = m_flow->find<QTreeView>("settingTree");
    QTRY_VERIFY(tree->currentIndex().isValid());
    QCOMPARE(tree->currentIndex().parent().siblingAtColumn(0).data().toString(),
        models::serviceText(QStringLiteral("Rate limits")));
    QCOMPARE(tree->currentIndex().siblingAtColumn(0).data().toString(),
        models::serviceText(QStringLiteral("Requests")));
    QVERIFY(tree->viewport()->rect().contains(tree->visualRect(tree->currentIndex())));
}

void TestMainWindow::finderGoesToAJob()
{
    test::FakeService &service = addService("a");
    std::vector<contract::Job> jobs;
    for (const char *prompt : {"a fox in snow", "a hut in snow", "a hut at dawn"})
        jobs.push_back(test::makeJob(contract::Kind::image, {}, prompt));
    service.jobLists.computes([jobs](const live::JobQuery &query) {
        contract::JobPage page;
        for (const contract::Job &job : jobs)
            if (job.prompt.find(query.text) != std::string::npos)
                page.jobs.push_back(job);
        return Result<contract::JobPage>(page);
    });
    m_flow->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(m_flow->type("finderText", QStringLiteral("hut in")));
    const auto *found = m_flow->find<QListWidget>("finderList");
    QTRY_COMPARE(found->count(), 1);
    QVERIFY(found->item(0)->text().startsWith(QStringLiteral("a hut in snow")));
    m_flow->press(Qt::Key_Return);
    QTRY_COMPARE(m_flow->window().currentPage(), QStringLiteral("queue"));
    const auto *table = m_flow->find<QTableView>("jobTable");
    QCOMPARE(table->currentIndex().siblingAtColumn(models::JobModel::prompt).data().toString(),
        QStringLiteral("a hut in snow"));
}

void TestMainWindow::eachWindowShowsItsService()
{
    addService("stickers");
    addService("paintings");
    m_flow->window().showService("stickers");
    m_flow->window().openWindow("paintings");
    QCOMPARE(m_flow->window().windowTitle(), QStringLiteral("stickers"));
    QPointer<QWidget> second;
    for (QWidget *top : QApplication::topLevelWidgets())
        if (top->isVisible() && top->windowTitle() == QLatin1String("paintings"))
            second = top;
    QVERIFY(second);
    QCOMPARE(second->findChild<QLabel *>(QStringLiteral("serviceName"))->text(),
        QStringLiteral("paintings"));
    QCOMPARE(m_flow->window().findChild<QLabel *>(QStringLiteral("serviceName"))->text(),
        QStringLiteral("stickers"));
    second->close();
    QTRY_VERIFY(!second);
    QVERIFY(m_flow->window().isVisible());
}

void TestMainWindow::dialogSaysWhatIsWrong()
{
    QVERIFY(m_flow->click("connectService"));
    QVERIFY(m_flow->type("url", QStringLiteral("ftp://example.org")));
    QVERIFY(labelText("findingText").contains(QStringLiteral("http")));
    QVERIFY(m_flow->click("save"));
    QVERIFY(m_flow->find("connectDialog"));
    QVERIFY(m_flow->type("url", QStringLiteral("http://example.org")));
    QVERIFY(labelText("findingText").contains(QStringLiteral("https")));
    QCOMPARE(m_services->count(), 0);
}

void TestMainWindow::aConnectedServiceIsShown()
{
    for (const QString &host : {QStringLiteral("127.0.0.1"), QStringLiteral("localhost")}) {
        QVERIFY(m_flow->click(m_services->count() > 0 ? "addService" : "connectService"));
        QVERIFY(m_flow->type("url", QStringLiteral("http://%1:9").arg(host)));
        QVERIFY(m_flow->click("save"));
        QTRY_COMPARE(m_flow->window().windowTitle(), host);
    }
}

void TestMainWindow::dialogSaysWhatItFound()
{
    QVERIFY(m_flow->click("connectService"));
    QVERIFY(m_flow->type("url", QStringLiteral("127.0.0.1:8080")));
    m_services->probes.answers(fail(ErrorCode::unauthenticated, "wrong token"));
    QVERIFY(m_flow->click("test"));
    QTRY_VERIFY(labelText("findingText").contains(QStringLiteral("token")));
    contract::Health health;
    health.version = "7.8.9";
    m_services->probes.answers(health);
    QVERIFY(m_flow->click("test"));
    QTRY_VERIFY(labelText("findingText").contains(QStringLiteral("7.8.9")));
    QVERIFY(m_flow->click("save"));
    QTRY_COMPARE(m_services->count(), 1);
    QCOMPARE(m_services->at(0).address().name, std::string("127.0.0.1"));
    QCOMPARE(m_services->at(0).address().url, QUrl(QStringLiteral("http://127.0.0.1:8080")));
}

void TestMainWindow::removingAsksFirst()
{
    addService("a");
    m_flow->window().removeService("a");
    QVERIFY(m_flow->click("confirm"));
    QTRY_COMPARE(m_services->count(), 0);
    QTRY_VERIFY(m_flow->find("connectService"));
}

void TestMainWindow::theMenuSaysHowLongHistoryIsKept()
{
    QVERIFY(m_flow->window().findChild<QAction *>(QStringLiteral("historyWeek"))->isChecked());
    QVERIFY(m_flow->choose("historyMonth"));
    QCOMPARE(m_flow->session().settings().historySpan, Seconds(30 * 24 * 3600));
    QCOMPARE(m_services->historyLimits.span, Seconds(30 * 24 * 3600));
    QVERIFY(!m_flow->window().findChild<QAction *>(QStringLiteral("historyWeek"))->isChecked());
}

void TestMainWindow::theMenuSaysHowMuchHistoryIsKept()
{
    constexpr std::int64_t kMebibyte = 1 << 20;
    QVERIFY(m_flow->window().findChild<QAction *>(QStringLiteral("historyMedium"))->isChecked());
    QVERIFY(m_flow->choose("historyLarge"));
    QCOMPARE(m_flow->session().settings().historyBytes, 2048 * kMebibyte);
    QCOMPARE(m_services->historyLimits.bytes, 2048 * kMebibyte);
}

void TestMainWindow::keepingLessHistoryAsksFirst()
{
    constexpr Seconds kDay{24 * 3600};
    const auto isChecked = [this](const char *name) {
        return m_flow->window().findChild<QAction *>(QLatin1String(name))->isChecked();
    };
    QVERIFY(m_flow->choose("historyDay"));
    QTRY_VERIFY(m_flow->find<QMessageBox>("keepLessQuestion"));
    QTest::keyClick(m_flow->find<QMessageBox>("keepLessQuestion"), Qt::Key_Return);
    QTRY_VERIFY(!m_flow->find<QMessageBox>("keepLessQuestion"));
    QVERIFY(isChecked("historyWeek"));
    QVERIFY(!isChecked("historyDay"));
    QCOMPARE(m_services->historyLimits.span, 7 * kDay);
    QVERIFY(m_flow->choose("historyDay"));
    QVERIFY(m_flow->click("confirm"));
    QTRY_COMPARE(m_services->historyLimits.span, kDay);
    QVERIFY(isChecked("historyDay"));
    QVERIFY(!isChecked("historyWeek"));
}

void TestMainWindow::overviewSaysThatHistoryIsNotKept()
{
    test::FakeService &service = addService("a");
    QVERIFY(!m_flow->find("historyBanner"));
    live::ServiceState state = service.state();
    state.historyProblem = Error{ErrorCode::conflict, "Another console", {}};
    service.setState(state);
    QTRY_VERIFY(m_flow->find("historyBanner"));
    state.historyProblem.reset();
    service.setState(state);
    QTRY_VERIFY(!m_flow->find("historyBanner"));
}

void TestMainWindow::refreshAsksTheService()
{
    test::FakeService &service = addService("a");
    m_flow->press(Qt::Key_F5);
    QCOMPARE(service.refreshes, 1);
}

void TestMainWindow::closingKeepsSplittersAndFields()
{
    addService("a");
    m_flow->press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(m_flow->type("prompt", QStringLiteral("a red fox")));
    m_flow->window().close();
    const auto &content = m_flow->session().settings().windowContent;
    const auto keeps = [&](const char *name) {
        return std::ranges::any_of(
            content, [&](const auto &entry) { return entry.first.ends_with(name); });
    };
    for (const char *name : {"/splitter", "/queueSplitter", "/tuningSide", "/params_image/steps"})
        QVERIFY2(keeps(name), name);
    QVERIFY(std::ranges::any_of(
        content, [](const auto &entry) { return entry.second == "a red fox"; }));
}

test::FakeService &TestMainWindow::addService(const char *id)
{
    m_services->add({id, id, QUrl(QStringLiteral("http://127.0.0.1:1")), {}});
    test::FakeService &service = m_services->fake(m_services->count() - 1);
    service.charts.computes(test::sampleChart);
    service.setState(test::liveState(m_flow->clock().wallNow()));
    return service;
}

QString TestMainWindow::labelText(const char *name) const
{
    const auto *label = m_flow->find<QLabel>(name);
    return label ? label->text() : QString();
}

} // namespace pult::shell

QTEST_MAIN(pult::shell::TestMainWindow)
#include "tst_mainwindow.moc"
