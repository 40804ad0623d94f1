// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/settingmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "console/models/changemodel.h"
#include "support/pagesamples.h"

namespace pult::models {

using contract::Applies;
using test::makeConfig;

class SettingModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings.setSchema(*settingsOf(test::makeSchema()));
        m_settings.setConfig(makeConfig());
    }

    void theSchemaGivesGroupsAndSettings()
    {
        const QAbstractItemModelTester tester(&m_settings);
        QCOMPARE(m_settings.rowCount(), 4);
        const QModelIndex workers = m_settings.index(0, 0);
        QCOMPARE(workers.data().toString(), QStringLiteral("Worker slots"));
        QCOMPARE(m_settings.rowCount(workers), 2);
        const Setting &image = *m_settings.find("workers.image");
        QCOMPARE(image.type, SettingType::integer);
        QCOMPARE(image.maximum, std::optional(1000.0));
        QCOMPARE(rangeText(image), QStringLiteral("0 to 1,000\u00a0jobs"));
        QCOMPARE(fullTitle(image), QStringLiteral("Worker slots: Image"));
        QCOMPARE(m_settings.find("http.workers")->applies, Applies::restart);
        QCOMPARE(m_settings.find("log.level")->choices.size(), 3);
    }

    void aSchemaWithoutSettingsIsRefused()
    {
        QVERIFY(settingsOf({{"type", "object"}}).error().code == ErrorCode::corrupt);
    }

    void anEditWaitsUntilItIsDiscarded()
    {
        const QAbstractItemModelTester tester(&m_settings);
        QVERIFY(m_settings.setData(cell("workers.image"), 8.0, Qt::EditRole));
        QCOMPARE(m_settings.pending(),
            (std::vector<contract::SettingChange>{{"workers.image", 2, 8, Applies::live}}));
        QCOMPARE(boost::json::serialize(m_settings.pendingPatch()), R"({"workers":{"image":8}})");
        m_settings.discard("workers.image");
        QVERIFY(m_settings.pending().empty());
    }

    void anEditBackToTheOldValueIsNone()
    {
        m_settings.setPending("workers.image", 8);
        m_settings.setPending("workers.image", 2.0);
        QVERIFY(m_settings.pending().empty());
    }

    void aFlagIsEditedByItsCheckBox()
    {
        const QModelIndex limits = cell("rate_limits.enabled");
        QCOMPARE(limits.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        QVERIFY(m_settings.setData(limits, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_settings.pending().front().after, boost::json::value(false));
    }

    void aSecretIsShownAndCannotBeEdited()
    {
        m_settings.setSchema(*settingsOf({{"properties",
            {{"runpod",
                {{"title", "RunPod"},
                    {"properties",
                        {{"key",
                             {{"title", "Key"}, {"type", "string"}, {"enum", {"set", "unset"}},
                                 {"readOnly", true}}},
                            {"base_url", {{"title", "Address"}, {"type", "string"}}}}}}}}}}));
        contract::ConfigReport report;
        report.values = {{"runpod", {{"key", "set"}, {"base_url", "https://a"}}}};
        m_settings.setConfig(report);
        QCOMPARE(text("runpod.key", SettingModel::inForce), QStringLiteral("set"));
        QVERIFY(!(cell("runpod.key").flags() & Qt::ItemIsEditable));
        m_settings.setPending("runpod.key", "unset");
        QVERIFY(m_settings.pending().empty());
        QVERIFY(cell("runpod.base_url").flags() & Qt::ItemIsEditable);
        QVERIFY(
            m_settings.setData(cell("runpod.base_url"), QStringLiteral("https://b"), Qt::EditRole));
        QCOMPARE(m_settings.pending().front().after, boost::json::value("https://b"));
    }

    void editsOutliveANewerConfiguration()
    {
        m_settings.setPending("workers.image", 8);
        m_settings.setPending("workers.text", 30);
        m_settings.setConfig(makeConfig(4, 8));
        QCOMPARE(m_settings.pending(),
            (std::vector<contract::SettingChange>{{"workers.text", 10, 30, Applies::live}}));
        m_settings.setPending("workers.image", 16);
        QCOMPARE(m_settings.pending().front().before, boost::json::value(8));
    }

    void whatIsNotInForceYetIsMarked()
    {
        contract::ConfigReport report = makeConfig();
        report.values = {{"workers", {{"image", 8}}}, {"http", {{"workers", 9}}}};
        report.applied = {{"workers", {{"image", 8}}}, {"http", {{"workers", 5}}}};
        m_settings.setConfig(report);
        QCOMPARE(text("http.workers", SettingModel::inForce),
            QStringLiteral("5\u00a0threads (9\u00a0threads after a restart)"));
        QVERIFY(!m_settings.isLagging()); // A restart is not awaited.
        report.applied = {{"workers", {{"image", 2}}}};
        m_settings.setConfig(report);
        QVERIFY(m_settings.isLagging());
    }

    void theToolTipSaysWhatShowsOfASetting()
    {
        contract::ConfigReport report = makeConfig();
        report.verified = {{"workers.image", 5, "3 jobs that began before the change still run"}};
        m_settings.setConfig(report);
        const QString toolTip = cell("workers.image").data(Qt::ToolTipRole).toString();
        QVERIFY2(toolTip.contains(QStringLiteral("Seen at work: 5")), qPrintable(toolTip));
        QVERIFY(toolTip.contains(QStringLiteral("3 jobs that began before the change still run")));
        QVERIFY(!cell("workers.text")
                     .data(Qt::ToolTipRole)
                     .toString()
                     .contains(QStringLiteral("Seen")));
    }

    void anAutomaticValueSaysWhatItIs()
    {
        contract::ConfigReport report = makeConfig();
        report.values = {{"http", {{"workers", 0}}}};
        report.applied = {{"http", {{"workers", 5}}}};
        m_settings.setConfig(report);
        QCOMPARE(
            text("http.workers", SettingModel::inForce), QStringLiteral("auto (5\u00a0threads)"));
        QCOMPARE(
            text("http.workers", SettingModel::newValue), QStringLiteral("auto (5\u00a0threads)"));
        report.applied = {{"http", {{"workers", 4}}}};
        m_settings.setConfig(report);
        QCOMPARE(text("http.workers", SettingModel::inForce),
            QStringLiteral("4\u00a0threads (5\u00a0threads after a restart)"));
    }

    void problemsStandAtTheirRowsUntilTheNextEdit()
    {
        m_settings.setPending("workers.image", 8);
        const auto others =
            m_settings.setProblems({{"/workers/image", "Too many"}, {"/nothing/here", "Unknown"}});
        QCOMPARE(m_settings.problemOf("workers.image"), QStringLiteral("Too many"));
        QCOMPARE(others.size(), 1U);
        m_settings.setPending("workers.image", 7);
        QVERIFY(m_settings.problemOf("workers.image").isEmpty());
    }

    void aPresetFillsWhatItNamesAndNothingElse()
    {
        m_settings.fill({{"workers", {{"image", 40}, {"unknown", 1}}}});
        QCOMPARE(m_settings.pending().size(), 1U);
    }

    void aPresetThatChangesNothingLeavesNothingPending()
    {
        m_settings.fill({{"workers", {{"image", 2}}}});
        QVERIFY(m_settings.pending().empty());
    }

    void theDiffFollowsTheEdits()
    {
        ChangeModel changes(m_settings);
        const QAbstractItemModelTester tester(&changes);
        m_settings.setPending("workers.image", 8);
        m_settings.setPending("http.workers", 9);
        QCOMPARE(changes.rowCount(), 2);
        QCOMPARE(
            changes.index(0, ChangeModel::before).data().toString(), QStringLiteral("2\u00a0jobs"));
        QSignalSpy resets(&changes, &QAbstractItemModel::modelReset);
        m_settings.setPending("workers.image", 9);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(
            changes.index(0, ChangeModel::after).data().toString(), QStringLiteral("9\u00a0jobs"));
        changes.discardRow(0);
        QCOMPARE(changes.rowCount(), 1);
        QCOMPARE(changes.index(0, ChangeModel::applies).data().toString(),
            QStringLiteral("after a restart"));
    }

    void valuesAreShownExactly_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        QTest::newRow("a whole number") << "1048576"
                                        << "bytes"
                                        << "1\u00a0MiB";
        QTest::newRow("ten millions") << "1e7"
                                      << "bytes"
                                      << "10,000,000\u00a0B";
        QTest::newRow("a fraction") << "0.125"
                                    << "s"
                                    << "0.125\u00a0s";
        QTest::newRow("a flag") << "true"
                                << ""
                                << "on";
        QTest::newRow("a word") << "\"info\""
                                << ""
                                << "info";
        QTest::newRow("nothing") << "null"
                                 << "s"
                                 << "–";
    }
    void valuesAreShownExactly()
    {
        QFETCH(QString, json);
        QFETCH(QString, unit);
        QTEST(valueText(*contract::parseJson(json.toStdString()), unit), "text");
    }

private:
    QModelIndex cell(const std::string &path) const
    {
        return m_settings.indexOf(path, SettingModel::newValue);
    }
    QString text(const std::string &path, int column) const
    {
        return m_settings.indexOf(path, column).data().toString();
    }

    SettingModel m_settings;
};

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::SettingModelTest)
#include "tst_settingmodel.moc"
