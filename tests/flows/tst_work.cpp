// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QMovie>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include "console/models/jobmodel.h"
#include "console/models/settingmodel.h"
#include "support/realservice.h"
#include "support/windowflow.h"

namespace pult {

using models::JobModel;
using models::SettingModel;

/// Somebody tests the service with jobs, tunes it, is in another one's way, and looks after jobs.
class TestWork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void submitsAPictureAndSeesIt();
    void submitsAClipAndSeesItMove();
    void submitsSeveralAtAPace();
    void doublesTheSlotsTwiceAndSeesThemInForce();
    void takesTheChangeBack();
    void keepsTheEditsWhenSomebodyElseIsFaster();
    void cancelsAJobAndRunsItAgain();
    void learnsWhenTheRateLimitHasRoom();

private:
    /// Past the pages, as another client would; answers once it is on the service's disk.
    [[nodiscard]] bool configure(const boost::json::object &patch);
    void editImageSlots(const QString &slots);
    [[nodiscard]] QString cellText(const char *table, int row, int column) const;
    [[nodiscard]] int rowsOf(const char *table) const;
    [[nodiscard]] QString imageSlotsInForce() const;
    [[nodiscard]] QString bannerText() const;

    test::RealService m_service{QStringLiteral(PULT_PULTD_PATH)};
    std::unique_ptr<test::WindowFlow> m_flow;
};

void TestWork::initTestCase()
{
    QVERIFY(m_service.start());
    m_flow = std::make_unique<test::WindowFlow>();
    m_flow->services().add(m_service.address());
    m_flow->show();
    QVERIFY(m_flow->waitForConnection(live::Connection::live));
    QVERIFY(configure({{"workers", {{"image", 2}}}, {"synthetic", {{"image_latency_s", 0.2}}},
        {"rate_limits",
            {{"image_per_minute", 0}, {"submit_per_s", 1000}, {"submit_burst", 1000}}}}));
}

void TestWork::submitsAPictureAndSeesIt()
{
    m_flow->press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(m_flow->type("prompt", QStringLiteral("a red fox in the snow")));
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_flow->waitFor([this] {
        const auto *picture = m_flow->find<QLabel>("picture");
        return picture && !picture->pixmap(Qt::ReturnByValue).isNull();
    }));
    QVERIFY(
        m_flow->find<QLabel>("about")->text().startsWith(QStringLiteral("image/png · 512 × 512")));
    QCOMPARE(cellText("testJobTable", 0, JobModel::state), QStringLiteral("Succeeded"));
}

void TestWork::submitsAClipAndSeesItMove()
{
    auto *kind = m_flow->find<QComboBox>("kind");
    const int image = kind->currentIndex();
    kind->setCurrentIndex(kind->findData(static_cast<int>(contract::Kind::video)));
    QVERIFY(m_flow->type("prompt", QStringLiteral("waves at night")));
    QVERIFY(m_flow->click("submit"));
    const auto clip = [this]() -> const QMovie * {
        const auto *picture = m_flow->find<QLabel>("picture");
        return picture ? picture->movie() : nullptr;
    };
    QVERIFY(m_flow->waitFor([&] { return clip() && clip()->state() == QMovie::Running; }));
    QVERIFY(clip()->frameCount() > 1);
    QSet<int> frames;
    QSet<qint64> pictures;
    QVERIFY(m_flow->waitFor([&] {
        frames.insert(clip()->currentFrameNumber());
        pictures.insert(static_cast<qint64>(qHashBits(clip()->currentImage().constBits(),
            static_cast<std::size_t>(clip()->currentImage().sizeInBytes()))));
        return frames.size() > 3 && pictures.size() > 3;
    }));
    kind->setCurrentIndex(image);
}

void TestWork::submitsSeveralAtAPace()
{
    const int before = rowsOf("testJobTable");
    QVERIFY(m_flow->type("count", QStringLiteral("6")));
    QVERIFY(m_flow->type("pace", QStringLiteral("20")));
    QVERIFY(m_flow->click("submit"));
    QVERIFY(m_flow->waitFor([&] { return rowsOf("testJobTable") == before + 6; }));
    QVERIFY(m_flow->waitFor([this] {
        for (int row = 0; row < rowsOf("testJobTable"); ++row) {
            if (cellText("testJobTable", row, JobModel::state) != QStringLiteral("Succeeded"))
                return false;
        }
        return true;
    }));
}

void TestWork::doublesTheSlotsTwiceAndSeesThemInForce()
{
    m_flow->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(m_flow->type("settingSearch", QStringLiteral("workers.image")));
    QVERIFY(
        m_flow->waitFor([this] { return imageSlotsInForce() == QStringLiteral("2\u00a0jobs"); }));
    editImageSlots(QStringLiteral("8"));
    QVERIFY(m_flow->type("reason", QStringLiteral("forty images wait")));
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(
        m_flow->waitFor([this] { return imageSlotsInForce() == QStringLiteral("8\u00a0jobs"); }));
    QVERIFY(bannerText().contains(QStringLiteral("workers.image 2 → 8")));
    QVERIFY(m_flow->waitFor([this] {
        const auto &queue = m_flow->window().service()->state().queue;
        return queue && queue->kinds[1].slots == 8;
    }));
}

void TestWork::takesTheChangeBack()
{
    QVERIFY(m_flow->click("undo"));
    QVERIFY(
        m_flow->waitFor([this] { return imageSlotsInForce() == QStringLiteral("2\u00a0jobs"); }));
    QVERIFY(bannerText().contains(QStringLiteral("workers.image 8 → 2")));
}

void TestWork::keepsTheEditsWhenSomebodyElseIsFaster()
{
    editImageSlots(QStringLiteral("16"));
    QVERIFY(configure({{"workers", {{"image", 4}}}}));
    QVERIFY(m_flow->waitFor(
        [this] { return bannerText().contains(QStringLiteral("workers.image 2 → 4")); }));
    QVERIFY(m_flow->waitFor(
        [this] { return cellText("changeTable", 0, 1) == QStringLiteral("4\u00a0jobs"); }));
    QCOMPARE(m_flow->find<QAbstractButton>("apply")->text(),
        QStringLiteral("Apply to the new revision"));
    QVERIFY(m_flow->click("apply"));
    QVERIFY(
        m_flow->waitFor([this] { return imageSlotsInForce() == QStringLiteral("16\u00a0jobs"); }));
}

void TestWork::cancelsAJobAndRunsItAgain()
{
    QVERIFY(configure({{"synthetic", {{"image_latency_s", 60}}}}));
    m_flow->press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(m_flow->type("prompt", QStringLiteral("takes a minute")));
    QVERIFY(m_flow->type("count", QStringLiteral("1")));
    QVERIFY(m_flow->click("submit"));
    QVERIFY(m_flow->waitFor([this] { return rowsOf("testJobTable") == 9; }));
    m_flow->press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_flow->type("search", QStringLiteral("takes a minute")));
    QVERIFY(m_flow->waitFor([this] { return rowsOf("jobTable") == 1; }));
    auto *table = m_flow->find<QTableView>("jobTable");
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
        table->visualRect(table->model()->index(0, JobModel::prompt)).center());
    QVERIFY(m_flow->click("cancelJob"));
    QVERIFY(m_flow->waitFor([this] {
        return cellText("jobTable", 0, JobModel::state) == QStringLiteral("Cancelled");
    }));
    QVERIFY(m_flow->click("retryJob"));
    QVERIFY(m_flow->waitFor(
        [this] { return cellText("jobTable", 0, JobModel::state) == QStringLiteral("Running"); }));
    QVERIFY(m_flow->click("cancelJob"));
}

void TestWork::learnsWhenTheRateLimitHasRoom()
{
    QVERIFY(configure(
        {{"rate_limits", {{"image_per_minute", 3}}}, {"synthetic", {{"image_latency_s", 0}}}}));
    m_flow->press(Qt::Key_3, Qt::ControlModifier);
    const int before = rowsOf("testJobTable");
    QVERIFY(m_flow->type("count", QStringLiteral("4")));
    QVERIFY(m_flow->click("submit"));
    QVERIFY(m_flow->waitFor([this] {
        const auto *problem = m_flow->find<QLabel>("problem");
        return problem
            && problem->text().startsWith(
                QStringLiteral("The rate limit is reached. Try again in "));
    }));
    QVERIFY(!m_flow->find<QAbstractButton>("submit")->isEnabled());
    QVERIFY(rowsOf("testJobTable") <= before + 3);
}

bool TestWork::configure(const boost::json::object &patch)
{
    live::Service &service = *m_flow->window().service();
    std::optional<Result<contract::ConfigPatchReport>> answer;
    service.config(this, [&](const Result<contract::ConfigReport> &config) {
        if (!config) {
            answer = tl::unexpected(config.error());
            return;
        }
        service.patchConfig(patch, config->revision, "by another hand",
            live::Service::PatchMode::apply, this,
            [&](const Result<contract::ConfigPatchReport> &report) { answer = report; });
    });
    return m_flow->waitFor([&] { return answer.has_value(); }) && *answer;
}

void TestWork::editImageSlots(const QString &slots)
{
    auto *tree = m_flow->find<QTreeView>("settingTree");
    const QModelIndex group = tree->model()->index(0, 0);
    const QModelIndex cell = tree->model()->index(0, SettingModel::newValue, group);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(cell).center());
    QVERIFY(m_flow->type("settingEditor", slots));
    m_flow->press(Qt::Key_Return);
}

QString TestWork::cellText(const char *table, int row, int column) const
{
    const auto *view = m_flow->find<QTableView>(table);
    return view ? view->model()->index(row, column).data().toString() : QString();
}

int TestWork::rowsOf(const char *table) const
{
    const auto *view = m_flow->find<QTableView>(table);
    return view ? view->model()->rowCount() : 0;
}

QString TestWork::imageSlotsInForce() const
{
    const QAbstractItemModel &found = *m_flow->find<QTreeView>("settingTree")->model();
    return found.index(0, SettingModel::inForce, found.index(0, 0)).data().toString();
}

QString TestWork::bannerText() const
{
    const QWidget *banner = m_flow->find("tuningBanner");
    return banner ? banner->accessibleName() : QString();
}

} // namespace pult

QTEST_MAIN(pult::TestWork)
#include "tst_work.moc"
