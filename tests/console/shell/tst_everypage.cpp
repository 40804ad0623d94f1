// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "console/shell/pagelist.h"
#include "console/shell/welcome.h"
#include "console/widgets/theme.h"
#include "support/fakeservice.h"
#include "support/samples.h"
#include "support/windowflow.h"

namespace pult::shell {

/// Walks over every page in each language, theme and scale.
class TestEveryPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void controlsAreNamed_data();
    void controlsAreNamed();
    void dialogsAreNamedAndWhole_data();
    void dialogsAreNamedAndWhole();
    void theWelcomeIsWhole();
    void contentHasOneWidth_data();
    void contentHasOneWidth();

private:
    void addPages() const;
    [[nodiscard]] QString cutOffWidgets() const;
    [[nodiscard]] QString namelessControls() const;
    void openDialog(const QString &name);

    std::unique_ptr<test::WindowFlow> m_flow;
};

namespace {

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget);
}

/// A part of another control, which carries the names.
bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith(QLatin1String("qt_"))
        || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
        || qobject_cast<const QComboBox *>(widget->parentWidget());
}

bool isCutOff(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->wordWrap())
        return !label->text().isEmpty() && label->width() < label->sizeHint().width() - 1;
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->height() < label->heightForWidth(label->width());
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->width() < button->minimumSizeHint().width()
            || button->height() < button->minimumSizeHint().height();
    return isControl(widget) && !isInner(widget) && widget->height() < widget->sizeHint().height();
}

QString describe(const QWidget *widget)
{
    QString text =
        widget->objectName() + QLatin1Char(' ') + QLatin1String(widget->metaObject()->className());
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        text += QStringLiteral(" \"%1\"").arg(label->text());
    return text;
}

} // namespace

void TestEveryPage::initTestCase()
{
    auto services = std::make_unique<test::FakeServiceList>();
    test::FakeServiceList &list = *services;
    m_flow = std::make_unique<test::WindowFlow>(std::move(services));
    m_flow->show();
    list.add({"a", "art-backend", QUrl(QStringLiteral("http://127.0.0.1:1")), {}});
    list.fake(0).charts.computes(test::sampleChart);
    m_flow->session().pins().pin("a", {"Files, open", {{"process_open_fds"}}});
    list.fake(0).setState(test::liveState(m_flow->clock().wallNow()));
}

void TestEveryPage::nothingIsCutOff_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("language");
    QTest::addColumn<settings::ThemeChoice>("theme");
    addPages();
}

void TestEveryPage::nothingIsCutOff()
{
    QFETCH(const QString, page);
    QFETCH(const QString, language);
    QFETCH(const settings::ThemeChoice, theme);
    m_flow->appearance().setLanguage(language.toStdString());
    m_flow->appearance().setTheme(theme);
    QVERIFY(m_flow->window().showPage(page));
    m_flow->window().resize(1280, 800);
    QTRY_COMPARE(cutOffWidgets(), QString());
    QCOMPARE(m_flow->window().size(), QSize(1280, 800));
}

void TestEveryPage::controlsAreNamed_data()
{
    nothingIsCutOff_data();
}

void TestEveryPage::controlsAreNamed()
{
    QFETCH(const QString, page);
    QFETCH(const QString, language);
    m_flow->appearance().setLanguage(language.toStdString());
    QVERIFY(m_flow->window().showPage(page));
    QCOMPARE(namelessControls(), QString());
}

void TestEveryPage::dialogsAreNamedAndWhole_data()
{
    QTest::addColumn<QString>("dialog");
    QTest::addColumn<QString>("language");
    for (const char *dialog : {"connectDialog", "quickFinder", "help", "about", "removeQuestion",
             "purgeQuestion", "historyExport", "keepLessQuestion"})
        for (const char *language : {"en", "ru"})
            QTest::addRow("%s in %s", dialog, language)
                << QString::fromLatin1(dialog) << QString::fromLatin1(language);
}

void TestEveryPage::dialogsAreNamedAndWhole()
{
    QFETCH(const QString, dialog);
    QFETCH(const QString, language);
    m_flow->appearance().setLanguage(language.toStdString());
    openDialog(dialog);
    QTRY_VERIFY(m_flow->find<QDialog>(qPrintable(dialog)));
    QTRY_COMPARE(cutOffWidgets(), QString());
    QCOMPARE(namelessControls(), QString());
    m_flow->find<QDialog>(qPrintable(dialog))->reject();
    QTRY_VERIFY(!m_flow->find<QDialog>(qPrintable(dialog)));
}

void TestEveryPage::openDialog(const QString &name)
{
    if (name == u"connectDialog")
        m_flow->window().addService();
    else if (name == u"quickFinder")
        m_flow->window().find();
    else if (name == u"help")
        m_flow->window().showHelp();
    else if (name == u"about")
        QVERIFY(m_flow->choose("about"));
    else if (name == u"historyExport")
        QVERIFY(m_flow->choose("exportHistory"));
    else if (name == u"keepLessQuestion")
        QVERIFY(m_flow->choose("historyDay"));
    else if (name == u"removeQuestion")
        m_flow->window().removeService("a");
    else {
        QVERIFY(m_flow->window().showPage(QStringLiteral("queue")));
        QVERIFY(m_flow->click("purge_image"));
    }
}

void TestEveryPage::theWelcomeIsWhole()
{
    using State = live::LocalService::State;
    for (const char *language : {"en", "ru"})
        for (const State state : {State::stopped, State::waiting, State::starting}) {
            m_flow->appearance().setLanguage(language);
            Welcome welcome;
            welcome.setBuiltIn(state);
            welcome.resize(1080, 720);
            welcome.show();
            for (const QLabel *label : welcome.findChildren<QLabel *>())
                QTRY_VERIFY2(!isCutOff(label), qPrintable(label->text()));
        }
}

void TestEveryPage::contentHasOneWidth_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("overview") << "throughputTile"
                              << "cpuTile";
    QTest::newRow("queue") << "queueTable"
                           << "queueTable";
    QTest::newRow("test-jobs") << "testFormScroll"
                               << "testSplitter";
    QTest::newRow("tuning") << "tuningSplitter"
                            << "tuningSplitter";
    QTest::newRow("dashboard") << "dashboardRange"
                               << "dashboardRange";
    QTest::newRow("explore") << "exploreSplitter"
                             << "exploreSplitter";
}

void TestEveryPage::contentHasOneWidth()
{
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    m_flow->window().resize(1280, 1000); // Without a scroll bar.
    QVERIFY(m_flow->window().showPage(QString::fromLatin1(QTest::currentDataTag())));
    const QWidget *page = m_flow->find(QTest::currentDataTag());
    const auto edge = [&](const QString &name, int x) {
        return m_flow->find(qPrintable(name))->mapTo(page, QPoint(x, 0)).x();
    };
    QTRY_COMPARE(edge(first, 0), 2 * widgets::kGrid);
    QTRY_COMPARE(
        edge(last, m_flow->find(qPrintable(last))->width()), page->width() - 2 * widgets::kGrid);
}

QString TestEveryPage::cutOffWidgets() const
{
    QStringList found;
    for (const QWidget *widget : m_flow->window().findChildren<QWidget *>())
        if (widget->isVisible() && isCutOff(widget))
            found << describe(widget);
    return found.join(QLatin1Char('\n'));
}

QString TestEveryPage::namelessControls() const
{
    QStringList found;
    for (const QWidget *widget : m_flow->window().findChildren<QWidget *>()) {
        if (widget->isVisible() && isControl(widget) && !isInner(widget)
            && (widget->objectName().isEmpty() || widget->accessibleName().isEmpty()))
            found << describe(widget->parentWidget()) + QStringLiteral(" / ") + describe(widget);
    }
    return found.join(QLatin1Char('\n'));
}

void TestEveryPage::addPages() const
{
    using settings::ThemeChoice;
    for (const PageSpec &spec : pageList())
        for (const char *language : {"en", "ru"})
            for (const ThemeChoice theme : {ThemeChoice::dark, ThemeChoice::light})
                QTest::addRow("%s in %s, %s", qPrintable(spec.id), language,
                    theme == ThemeChoice::dark ? "dark" : "light")
                    << spec.id << QString::fromLatin1(language) << theme;
}

} // namespace pult::shell

QTEST_MAIN(pult::shell::TestEveryPage)
#include "tst_everypage.moc"
