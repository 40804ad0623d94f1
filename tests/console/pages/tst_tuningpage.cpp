// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/tuningpage.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTreeView>

#include "support/pagesamples.h"
#include "support/widgets.h"

namespace pult::pages {

using contract::Applies;
using contract::ConfigPatchReport;
using models::SettingModel;
using test::click;
using test::findWidget;
using test::makeConfig;

class TuningPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<test::FakeService>();
        test::prepare(*m_service);
        m_page = std::make_unique<TuningPage>();
        m_page->setService(m_service.get());
        test::showPage(*m_page);
        QTRY_COMPARE(inForce("Image"), QStringLiteral("2\u00a0jobs"));
    }
    void cleanup()
    {
        m_page.reset();
        m_service.reset();
    }

    void aValueIsTypedAppliedAndSeenInForce()
    {
        m_service->patches.answers(ConfigPatchReport{4, false, {change()}, {}});
        typeValue("Image", "8");
        QCOMPARE(changes().rowCount(), 1);
        m_service->configs.answers(makeConfig(4, 8));
        QTest::keyClicks(findWidget<QLineEdit>(*m_page, "reason"), QStringLiteral("more load"));
        click(*m_page, "apply");
        QTRY_COMPARE(inForce("Image"), QStringLiteral("8\u00a0jobs"));
        QCOMPARE(changes().rowCount(), 0);
        QCOMPARE(m_service->patches.last().reason, "more load");
        QCOMPARE(banner(), QStringLiteral("Applied as revision 4: workers.image 2 → 8"));
    }

    void controlAndEnterApply()
    {
        m_service->patches.answers(ConfigPatchReport{4, false, {change()}, {}});
        typeValue("Image", "8");
        QTest::keyClick(
            findWidget<QLineEdit>(*m_page, "reason"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_service->patches.asked().size(), 1U);
    }

    void anAppliedChangeIsUndone()
    {
        m_service->patches.answers(ConfigPatchReport{4, false, {change()}, {}});
        m_service->rollbacks.answers(
            ConfigPatchReport{5, false, {{"workers.image", 8, 2, Applies::live}}, {}});
        typeValue("Image", "8");
        m_service->configs.answers(makeConfig(4, 8));
        click(*m_page, "apply");
        QTRY_COMPARE(inForce("Image"), QStringLiteral("8\u00a0jobs"));
        click(*m_page, "undo");
        QCOMPARE(m_service->rollbacks.last().toRevision, 3);
        QCOMPARE(m_service->rollbacks.last().ifRevision, 4);
        QTRY_VERIFY(banner().startsWith(QStringLiteral("Applied as revision 5")));
    }

    void aConflictKeepsTheEditsForTheNewRevision()
    {
        m_service->patches.answers(fail(ErrorCode::stale, "Revision 4 is newer"));
        m_service->histories.answers(
            contract::ConfigHistory{{test::makeRevision(4, "eva", "workers.image", 2, 4)}, {}});
        m_service->configs.answers(makeConfig(4, 4));
        typeValue("Image", "8");
        click(*m_page, "apply");
        QTRY_VERIFY(banner().contains(QStringLiteral("eva (revision 4): workers.image 2 → 4")));
        QTRY_COMPARE(changes().index(0, models::ChangeModel::before).data().toString(),
            QStringLiteral("4\u00a0jobs"));
        m_service->patches.answers(ConfigPatchReport{5, false, {change()}, {}});
        QTRY_COMPARE(findWidget<QAbstractButton>(*m_page, "apply")->text(),
            QStringLiteral("Apply to the new revision"));
        click(*m_page, "apply");
        QCOMPARE(m_service->patches.last().ifRevision, 4);
    }

    void aCheckSaysWhatItFound()
    {
        m_service->patches.answers(
            ConfigPatchReport{3, true, {change()}, {"timeouts.image_s = 1 (api) is too low"}});
        typeValue("Image", "8");
        click(*m_page, "check");
        QTRY_COMPARE(banner(),
            QStringLiteral("Checked: 1 changes are valid.\ntimeouts.image_s = 1 (api) is too low"));
        QCOMPARE(changes().rowCount(), 1);
    }

    void aRefusedValueSaysSoAtItsRow()
    {
        m_service->patches.answers(fail({{"/workers/image", "Must be at most 64"}}));
        typeValue("Image", "999");
        click(*m_page, "apply");
        QTRY_COMPARE(
            cell("Image", SettingModel::newValue).data(SettingModel::problemRole).toString(),
            QStringLiteral("Must be at most 64"));
        QVERIFY(banner().startsWith(QStringLiteral("Nothing was changed.")));
    }

    void anEditorAdmitsItsRangeOnly()
    {
        typeValue("Image", "99999");
        QVERIFY(changes().rowCount() == 0
            || changes().index(0, models::ChangeModel::after).data().toString()
                != QStringLiteral("99,999\u00a0jobs"));
    }

    void aDoubleClickAnywhereLetsTheNumberBeTypedOver()
    {
        typeValue("Threads", "0"); // Words stand for it.
        for (const char *title : {"Threads", "Image"})
            for (const double share : {0.05, 0.25, 0.5, 0.9}) {
                test::clickCell(tree(), cell(title, SettingModel::newValue));
                auto *editor = findWidget<QDoubleSpinBox>(tree(), "settingEditor");
                auto *line = editor->findChild<QLineEdit *>();
                const QPoint place(static_cast<int>(share * line->width()), line->height() / 2);
                QTest::mouseDClick(line, Qt::LeftButton, {}, place);
                QTest::keyClicks(editor, QStringLiteral("7"));
                QCOMPARE(editor->value(), 7);
                QTest::keyClick(editor, Qt::Key_Escape);
                QTRY_VERIFY(!findWidget<QDoubleSpinBox>(tree(), "settingEditor"));
            }
    }

    void oneChangeIsDiscardedByAClick()
    {
        typeValue("Image", "8");
        typeValue("Text", "30");
        auto &table = *findWidget<QTableView>(*m_page, "changeTable");
        test::clickCell(table, changes().index(0, models::ChangeModel::discard));
        QCOMPARE(changes().rowCount(), 1);
        table.setCurrentIndex(changes().index(0, 0));
        QTest::keyClick(&table, Qt::Key_Delete);
        QCOMPARE(changes().rowCount(), 0);
    }

    void searchingNarrowsTheTree()
    {
        QTest::keyClicks(
            findWidget<QLineEdit>(*m_page, "settingSearch"), QStringLiteral("general_per_s"));
        QCOMPARE(tree().model()->rowCount(), 1);
        QCOMPARE(tree().model()->rowCount(tree().model()->index(0, 0)), 1);
        QTest::keyClicks(findWidget<QLineEdit>(*m_page, "settingSearch"), QStringLiteral("x"));
        QCOMPARE(tree().model()->rowCount(), 0);
        QVERIFY(findWidget<QLabel>(*tree().parentWidget(), "about")
                    ->text()
                    .contains(QStringLiteral("No setting matches the search.")));
    }

    void presetsAndAdviceFillTheEdits()
    {
        auto *preset = findWidget<QComboBox>(*m_page, "preset");
        QTRY_COMPARE(preset->count(), 2);
        preset->setFocus();
        QTest::keyClick(preset, Qt::Key_Down);
        QTRY_COMPARE(changes().rowCount(), 1);
        click(*m_page, "advise");
        QTRY_COMPARE(changes().rowCount(), 2);
        QCOMPARE(m_service->presets.last(), std::optional<int>(50));
    }

    void historyGoesBackToARevision()
    {
        m_service->rollbacks.answers(ConfigPatchReport{4, false, {change()}, {}});
        auto &table = *findWidget<QTableView>(*m_page, "historyTable");
        QTRY_COMPARE(table.model()->rowCount(), 3);
        test::clickCell(table, table.model()->index(1, models::HistoryModel::actor));
        click(*m_page, "goBack");
        QCOMPARE(m_service->rollbacks.last().toRevision, 2);
    }

    void withoutSettingsItSaysWhyAndTriesAgain()
    {
        test::FakeService broken;
        test::prepare(broken);
        broken.schemas.answers(fail(ErrorCode::forbidden, "No"));
        m_page->setService(&broken);
        QTRY_VERIFY(banner().startsWith(QStringLiteral("The settings could not be loaded.")));
        broken.schemas.answers(test::makeSchema());
        click(*m_page, "retryLoad");
        QTRY_COMPARE(inForce("Image"), QStringLiteral("2\u00a0jobs"));
        m_page->setService(m_service.get());
    }

private:
    static contract::SettingChange change() { return {"workers.image", 2, 8, Applies::live}; }
    QTreeView &tree() { return *findWidget<QTreeView>(*m_page, "settingTree"); }
    QAbstractItemModel &changes()
    {
        return *findWidget<QTableView>(*m_page, "changeTable")->model();
    }
    QString banner()
    {
        auto *shown = findWidget<QWidget>(*m_page, "tuningBanner");
        return shown->isVisible() ? findWidget<QLabel>(*shown, "bannerText")->text() : QString();
    }
    QModelIndex cell(const char *title, int column)
    {
        const QModelIndexList found = tree().model()->match(tree().model()->index(0, 0),
            Qt::DisplayRole, QLatin1String(title), 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.front().siblingAtColumn(column);
    }
    QString inForce(const char *title)
    {
        return cell(title, SettingModel::inForce).data().toString();
    }
    void typeValue(const char *title, const char *value)
    {
        test::clickCell(tree(), cell(title, SettingModel::newValue));
        auto *editor = findWidget<QDoubleSpinBox>(tree(), "settingEditor");
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QLatin1String(value));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!findWidget<QDoubleSpinBox>(tree(), "settingEditor"));
    }

    std::unique_ptr<test::FakeService> m_service;
    std::unique_ptr<TuningPage> m_page;
};

} // namespace pult::pages

QTEST_MAIN(pult::pages::TuningPageTest)
#include "tst_tuningpage.moc"
