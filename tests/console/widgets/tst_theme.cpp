// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/theme.h"

#include <QApplication>
#include <QTest>

#include "support/fakeservice.h"

namespace pult::widgets {

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void sheetHasNoPlaceholderLeft();
    void tracesKeepTheirColour();
};

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<ThemeKind>("kind");
    QTest::newRow("in the dark") << ThemeKind::dark;
    QTest::newRow("in the light") << ThemeKind::light;
}

void TestTheme::textIsReadable()
{
    QFETCH(const ThemeKind, kind);
    const Theme &theme = themeFor(kind);
    for (const QColor &ground : {theme.window, theme.surface})
        for (const QColor &ink :
            {theme.text, theme.mutedText, theme.accent, theme.good, theme.warning, theme.bad})
            QVERIFY2(contrastRatio(ink, ground) >= 4.5,
                qPrintable(ink.name() + QStringLiteral(" on ") + ground.name()));
    for (const QColor &trace : theme.data)
        QVERIFY2(contrastRatio(trace, theme.surface) >= 3, qPrintable(trace.name()));
}

void TestTheme::sheetHasNoPlaceholderLeft()
{
    wearTheme(ThemeKind::light);
    QVERIFY(!qApp->styleSheet().isEmpty());
    QVERIFY(!qApp->styleSheet().contains(QLatin1Char('@')));
    QCOMPARE(currentTheme().kind, ThemeKind::light);
    QCOMPARE(qApp->palette().color(QPalette::Window), themeFor(ThemeKind::light).window);
}

void TestTheme::tracesKeepTheirColour()
{
    const Theme &theme = themeFor(ThemeKind::dark);
    QCOMPARE(tracePlace(QStringLiteral("image")), tracePlace(QStringLiteral("workers.image")));
    QVERIFY(tracePlace(QStringLiteral("p50")) != tracePlace(QStringLiteral("p95")));
    QVERIFY(tracePlace(QStringLiteral("somebody's pool")) < theme.data.size());
}

} // namespace pult::widgets

QTEST_MAIN(pult::widgets::TestTheme)
#include "tst_theme.moc"
