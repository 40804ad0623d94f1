// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/keptstate.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QSplitter>
#include <QTest>

namespace pult::shell {

class TestKeptState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fieldsComeBack();
    void onlyWhatIsMarkedIsKept();
    void splittersComeBack();
    void anotherWindowsStateDoesNoHarm();
};

namespace {

struct Form {
    Form()
    {
        text->setObjectName(QStringLiteral("text"));
        prompt->setObjectName(QStringLiteral("prompt"));
        count->setObjectName(QStringLiteral("count"));
        pace->setObjectName(QStringLiteral("pace"));
        kind->setObjectName(QStringLiteral("kind"));
        kind->addItems({QStringLiteral("one"), QStringLiteral("two")});
        token->setObjectName(QStringLiteral("token"));
        for (QWidget *field : std::initializer_list<QWidget *>{text, prompt, count, pace, kind})
            field->setProperty("kept", true);
        for (const char *name : {"left", "right"})
            (new QWidget(splitter))->setObjectName(QLatin1String(name));
        splitter->setObjectName(QStringLiteral("splitter"));
        splitter->resize(400, 100);
    }
    QWidget window;
    QLineEdit *text = new QLineEdit(&window);
    QPlainTextEdit *prompt = new QPlainTextEdit(&window);
    QSpinBox *count = new QSpinBox(&window);
    QDoubleSpinBox *pace = new QDoubleSpinBox(&window);
    QComboBox *kind = new QComboBox(&window);
    QLineEdit *token = new QLineEdit(&window);
    QSplitter *splitter = new QSplitter(&window);
};

} // namespace

void TestKeptState::fieldsComeBack()
{
    Form before;
    before.text->setText(QStringLiteral("лиса"));
    before.prompt->setPlainText(QStringLiteral("two\nlines"));
    before.count->setValue(7);
    before.pace->setValue(0.5);
    before.kind->setCurrentIndex(1);
    Form after;
    restoreKeptState(after.window, keptStateOf(before.window));
    QCOMPARE(after.text->text(), QStringLiteral("лиса"));
    QCOMPARE(after.prompt->toPlainText(), QStringLiteral("two\nlines"));
    QCOMPARE(after.count->value(), 7);
    QCOMPARE(after.pace->value(), 0.5);
    QCOMPARE(after.kind->currentIndex(), 1);
}

void TestKeptState::onlyWhatIsMarkedIsKept()
{
    Form form;
    form.token->setText(QStringLiteral("s3cret"));
    for (const auto &[key, value] : keptStateOf(form.window))
        QVERIFY2(value != "s3cret", key.c_str());
}

void TestKeptState::splittersComeBack()
{
    Form before;
    before.window.show();
    before.splitter->setSizes({100, 300});
    Form after;
    restoreKeptState(after.window, keptStateOf(before.window));
    after.window.show();
    QCOMPARE(after.splitter->sizes(), before.splitter->sizes());
}

void TestKeptState::anotherWindowsStateDoesNoHarm()
{
    Form form;
    restoreKeptState(form.window,
        {{"kind", "99"}, {"count", "many"}, {"splitter", "nonsense"}, {"gone/text", "x"}});
    QCOMPARE(form.count->value(), 0);
    QVERIFY(form.text->text().isEmpty());
}

} // namespace pult::shell

QTEST_MAIN(pult::shell::TestKeptState)
#include "tst_keptstate.moc"
