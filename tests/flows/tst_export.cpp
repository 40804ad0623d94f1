// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <sys/resource.h>

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QTemporaryDir>
#include <QTest>

#include "console/live/historykeeping.h"
#include "console/models/format.h"
#include "support/windowflow.h"
#include "telemetry/target/target.h"

namespace pult {

/// Somebody takes the past of a service along. The service itself is not there any more.
class TestExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void everythingIsWritten();
    void aRangeIsWrittenAlone();
    void aRangeThatEndsBeforeItBeginsIsRefused();
    void givingUpLeavesNothing();
    void aFullDiskIsSaidAndLeavesNothing();
    void aRemovedServiceTakesTheDialogAlong();

private:
    static constexpr int kRows = 1500;
    static constexpr int kSeries = 200;

    [[nodiscard]] bool openDialog();
    [[nodiscard]] bool exportTo(const QString &path);
    [[nodiscard]] QString said() const;
    [[nodiscard]] bool waitUntilSaid(const QString &part);
    [[nodiscard]] QStringList filesLeft() const;

    QTemporaryDir m_data;
    std::unique_ptr<QTemporaryDir> m_out;
    SystemClock m_clock;
    std::unique_ptr<test::WindowFlow> m_flow;
};

void TestExport::initTestCase()
{
    const live::HistoryKeeping keeping{m_data.path().toStdString(), {}};
    auto folder = telemetry::HistoryFolder::open(live::historyFolderOf(keeping, "a"));
    QVERIFY(folder);
    auto target = telemetry::Target::open(
        std::move(*folder), telemetry::shippedProfiles(), {.retention = {}});
    QVERIFY(target);
    const WallTime begin = m_clock.wallNow() - std::chrono::seconds(kRows);
    for (int row = 0; row < kRows; ++row) {
        std::string body;
        for (int series = 0; series < kSeries; ++series)
            body += "queue_depth{kind=\"" + std::to_string(series) + "\"} " + std::to_string(row)
                + '\n';
        target->ingest(begin + std::chrono::seconds(row), body);
    }
}

void TestExport::init()
{
    m_flow.reset();
    m_out = std::make_unique<QTemporaryDir>();
    m_flow = std::make_unique<test::WindowFlow>(
        live::makeServiceList(m_clock, {.historyFolder = m_data.path().toStdString()}));
    m_flow->show();
    m_flow->services().add({"a", "art-backend", QUrl(QStringLiteral("http://127.0.0.1:1")), {}});
    QVERIFY(m_flow->waitFor([this] { return m_flow->window().service() != nullptr; }));
    QVERIFY(openDialog());
}

bool TestExport::openDialog()
{
    return m_flow->choose("exportHistory") && m_flow->waitFor([this] {
        return m_flow->find("exportStart") && m_flow->find("exportStart")->isEnabled();
    });
}

bool TestExport::exportTo(const QString &path)
{
    if (!m_flow->click("exportStart")
        || !m_flow->waitFor([this] { return m_flow->find<QFileDialog>("exportFile"); }))
        return false;
    QDialog *chooser = m_flow->find<QFileDialog>("exportFile");
    chooser->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
    chooser->accept();
    return true;
}

QString TestExport::said() const
{
    const auto *text = m_flow->find<QLabel>("exportText");
    return text ? text->text() : QString();
}

bool TestExport::waitUntilSaid(const QString &part)
{
    return m_flow->waitFor([&] { return said().contains(part); });
}

QStringList TestExport::filesLeft() const
{
    return QDir(m_out->path()).entryList(QDir::Files);
}

void TestExport::everythingIsWritten()
{
    const QString path = m_out->filePath(QStringLiteral("all.om"));
    QVERIFY(exportTo(path));
    QVERIFY(m_flow->find<QProgressBar>("exportProgress"));
    QCOMPARE(m_flow->find<QAbstractButton>("exportStop")->text(), QStringLiteral("Give up"));
    QVERIFY(waitUntilSaid(
        models::formatCount(kRows * kSeries) + QStringLiteral(" samples written to ") + path));
    QCOMPARE(filesLeft(), {QStringLiteral("all.om")});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\nqueue_depth{"), kRows * kSeries);
    QVERIFY(text.endsWith("# EOF\n"));
    QVERIFY(m_flow->click("exportStop"));
    QVERIFY(m_flow->waitFor([this] { return !m_flow->find("historyExport"); }));
}

void TestExport::aRangeIsWrittenAlone()
{
    auto *from = m_flow->find<QDateTimeEdit>("exportFrom");
    auto *to = m_flow->find<QDateTimeEdit>("exportTo");
    to->setDateTime(to->dateTime().addSecs(-100));
    from->setDateTime(to->dateTime().addSecs(-9));
    QCOMPARE(m_flow->find<QComboBox>("exportRange")->currentText(),
        QStringLiteral("Between two moments"));
    QVERIFY(exportTo(m_out->filePath(QStringLiteral("part.om"))));
    QVERIFY(
        waitUntilSaid(models::formatCount(10 * kSeries) + QStringLiteral(" samples written to ")));
}

void TestExport::aRangeThatEndsBeforeItBeginsIsRefused()
{
    auto *to = m_flow->find<QDateTimeEdit>("exportTo");
    to->setDateTime(to->dateTime().addSecs(-100));
    m_flow->find<QDateTimeEdit>("exportFrom")->setDateTime(to->dateTime().addSecs(1));
    QVERIFY(waitUntilSaid(QStringLiteral("ends before it begins")));
    QVERIFY(!m_flow->find("exportStart")->isEnabled());
    m_flow->find<QComboBox>("exportRange")->setCurrentIndex(0);
    QVERIFY(m_flow->find("exportStart")->isEnabled());
}

void TestExport::givingUpLeavesNothing()
{
    QVERIFY(exportTo(m_out->filePath(QStringLiteral("all.om"))));
    m_flow->press(Qt::Key_Escape);
    QVERIFY(waitUntilSaid(QStringLiteral("Given up")));
    QVERIFY(m_flow->waitFor([this] { return filesLeft().isEmpty(); }));
    QVERIFY(m_flow->find("exportStart")->isEnabled());
    m_flow->press(Qt::Key_Escape);
    QVERIFY(m_flow->waitFor([this] { return !m_flow->find("historyExport"); }));
}

void TestExport::aFullDiskIsSaidAndLeavesNothing()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{100'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const bool isBegun = exportTo(m_out->filePath(QStringLiteral("all.om")));
    const bool isSaid = waitUntilSaid(QStringLiteral("File too large"));
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(isBegun && isSaid);
    QVERIFY(m_flow->waitFor([this] { return filesLeft().isEmpty(); }));
    QVERIFY(m_flow->find("exportStart")->isEnabled());
}

void TestExport::aRemovedServiceTakesTheDialogAlong()
{
    QVERIFY(exportTo(m_out->filePath(QStringLiteral("all.om"))));
    m_flow->services().remove("a");
    QVERIFY(m_flow->waitFor([this] { return !m_flow->find("historyExport"); }));
    QVERIFY(m_flow->waitFor([this] { return filesLeft().isEmpty(); }));
}

} // namespace pult

QTEST_MAIN(pult::TestExport)
#include "tst_export.moc"
