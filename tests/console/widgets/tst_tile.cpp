// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/tile.h"

#include <QLocale>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include "console/widgets/servicestatus.h"
#include "console/widgets/theme.h"

namespace pult::widgets {

class TestTile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void saysItsValue();
    void missedTargetIsMarked();
    void staleTileIsGrey();
    void keyClicksIt();
    void marksDifferInShape();
    void statusHasItsReasons();
    void staleTextSaysFromWhenAndWhatNext();
};

namespace {

/// How many pixels are close to the colour.
int countPixels(QWidget &widget, const QColor &color)
{
    const QImage image = widget.grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

int markedPixels(Status status)
{
    QImage image(32, 32, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    Theme oneColour = themeFor(ThemeKind::dark);
    oneColour.good = oneColour.warning = oneColour.bad = oneColour.mutedText = Qt::white;
    paintStatusMark(painter, QRectF(0, 0, 32, 32), status, oneColour);
    painter.end();
    int count = 0;
    for (int y = 0; y < 32; ++y)
        for (int x = 0; x < 32; ++x)
            count += qGray(image.pixel(x, y)) > 128 ? 1 : 0;
    return count;
}

} // namespace

void TestTile::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    wearTheme(ThemeKind::dark);
}

void TestTile::saysItsValue()
{
    Tile tile;
    tile.setTitle(QStringLiteral("Throughput"));
    tile.setUnit(models::Unit::perSecond);
    tile.setReading({128.4, {}, {}});
    QCOMPARE(tile.accessibleName(), QStringLiteral("Throughput: 128 /s"));
    tile.setReading({});
    QCOMPARE(tile.accessibleName(), QStringLiteral("Throughput: –"));
}

void TestTile::missedTargetIsMarked()
{
    Tile tile;
    tile.setTitle(QStringLiteral("Queue"));
    tile.setTarget(10);
    tile.resize(tile.sizeHint());
    tile.setReading({9, {}, {}});
    QVERIFY(!tile.missesTarget());
    QCOMPARE(countPixels(tile, currentTheme().warning), 0);
    tile.setReading({10, {}, {}});
    QVERIFY(tile.missesTarget());
    QVERIFY(countPixels(tile, currentTheme().warning) > 20);
    QVERIFY(tile.accessibleName().contains(QStringLiteral("missed")));
}

void TestTile::staleTileIsGrey()
{
    Tile tile;
    tile.setTitle(QStringLiteral("Queue"));
    tile.resize(tile.sizeHint());
    tile.setReading({888, {}, {}});
    const int lively = countPixels(tile, currentTheme().text);
    QVERIFY(lively > 20);
    tile.setStale(true);
    QCOMPARE(countPixels(tile, currentTheme().text), 0);
    QVERIFY(tile.accessibleName().contains(QStringLiteral("out of date")));
}

void TestTile::keyClicksIt()
{
    Tile tile;
    const QSignalSpy clicks(&tile, &Tile::clicked);
    QTest::keyClick(&tile, Qt::Key_Space);
    QCOMPARE(clicks.count(), 1);
}

void TestTile::marksDifferInShape()
{
    const int disc = markedPixels(Status::good);
    const int triangle = markedPixels(Status::warning);
    const int square = markedPixels(Status::bad);
    const int ring = markedPixels(Status::unknown);
    QVERIFY(ring < triangle);
    QVERIFY(triangle < disc - 100);
    QVERIFY(disc != square);
}

void TestTile::statusHasItsReasons()
{
    live::ServiceState state;
    state.connection = live::Connection::live;
    state.health = contract::Health{};
    state.health->status = contract::HealthStatus::warn;
    state.health->checks = {{"disk", contract::HealthStatus::warn, {}, {}, {}, "91 % full"},
        {"store", contract::HealthStatus::pass, {}, {}, {}, {}}};
    const ServiceStatus status = statusOf(state);
    QCOMPARE(status.status, Status::warning);
    QCOMPARE(status.reasons, QStringLiteral("disk: 91 % full"));
}

void TestTile::staleTextSaysFromWhenAndWhatNext()
{
    const WallTime now(std::chrono::seconds(1'800'000'000));
    live::ServiceState state;
    state.connection = live::Connection::live;
    QVERIFY(staleText(state).isEmpty());
    state.connection = live::Connection::stale;
    state.dataAt = now - std::chrono::seconds(45);
    state.nextTryAt = now + std::chrono::seconds(8);
    const QString text = staleText(state);
    QVERIFY2(text.contains(models::formatTimeOfDay(*state.dataAt)), qPrintable(text));
    QVERIFY2(text.contains(models::formatTimeOfDay(*state.nextTryAt)), qPrintable(text));
}

} // namespace pult::widgets

QTEST_MAIN(pult::widgets::TestTile)
#include "tst_tile.moc"
