// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/card.h"

#include <QTest>

#include "console/widgets/theme.h"

namespace pult::widgets {

class TestCard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wearsTheTheme_data();
    void wearsTheTheme();
    void allOfItIsDrawn();
    void plainOneShowsWhatItStandsOn();
};

namespace {

QColor colorAt(QWidget &widget, int x, int y)
{
    return widget.grab().toImage().pixelColor(x, y);
}

} // namespace

void TestCard::wearsTheTheme_data()
{
    QTest::addColumn<ThemeKind>("kind");
    QTest::newRow("dark") << ThemeKind::dark;
    QTest::newRow("light") << ThemeKind::light;
}

void TestCard::wearsTheTheme()
{
    QFETCH(const ThemeKind, kind);
    wearTheme(kind);
    const Theme &theme = themeFor(kind);
    Card card;
    card.resize(41, 30);
    for (const QPoint &corner : {QPoint(0, 0), QPoint(40, 0), QPoint(0, 29), QPoint(40, 29)})
        QCOMPARE(colorAt(card, corner.x(), corner.y()), theme.window);
    for (const QPoint &edge : {QPoint(20, 0), QPoint(20, 29), QPoint(0, 15), QPoint(40, 15)})
        QCOMPARE(colorAt(card, edge.x(), edge.y()), theme.border);
    for (const QPoint &ground : {QPoint(20, 15), QPoint(1, 15), QPoint(39, 15), QPoint(3, 3)})
        QCOMPARE(colorAt(card, ground.x(), ground.y()), theme.surface);
}

/// As an opaque widget must.
void TestCard::allOfItIsDrawn()
{
    Card card;
    card.resize(40, 30);
    QImage picture(card.size(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    card.render(&picture, {}, {}, QWidget::DrawChildren);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            QCOMPARE(picture.pixelColor(x, y).alpha(), 255);
}

void TestCard::plainOneShowsWhatItStandsOn()
{
    wearTheme(ThemeKind::light);
    QWidget ground;
    ground.setAutoFillBackground(true);
    QPalette red;
    red.setColor(QPalette::Window, Qt::red);
    ground.setPalette(red);
    auto *card = new Card(&ground);
    card->setPlain();
    card->setGeometry(5, 5, 20, 20);
    ground.resize(30, 30);
    for (const int at : {5, 15})
        QCOMPARE(colorAt(ground, at, 15), QColor(Qt::red));
    QCOMPARE(card->contentsRect(), card->rect());
}

} // namespace pult::widgets

QTEST_MAIN(pult::widgets::TestCard)
#include "tst_card.moc"
