// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/linepicture.h"

#include <cmath>
#include <random>

#include <QPainter>
#include <QtTest>

using namespace pult::widgets;

class TestLinePicture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLevelLineCoversItsWidth();
    void anUprightLineIsAsWide();
    void betweenRowsBothTakeTheirShare();
    void aSteepLineHasNoHoles();
    void tallColumnsAreFilledToTheirEnds();
    void whatLiesOutsideIsLeftOut();
    void onePointIsADot();
    void linesBlendOverEachOther();
    void looksLikeAPaintedLine();
};

namespace {

int alphaAt(const QImage &picture, int x, int y)
{
    return qAlpha(picture.pixel(x, y));
}

QImage blank(QSize size = {20, 20})
{
    QImage picture(size, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    return picture;
}

QImage drawn(const QPolygonF &line, qreal width = 1)
{
    QImage picture = blank();
    LinePicture(picture).draw(line, Qt::white, width);
    return picture;
}

/// The mean of how far the channels of the pixels are apart, 0..255.
double difference(const QImage &a, const QImage &b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y)));
    return sum / (a.width() * a.height());
}

} // namespace

void TestLinePicture::aLevelLineCoversItsWidth()
{
    const QImage picture = drawn({{2.5, 10.0}, {17.5, 10.0}}, 2);
    for (int x = 2; x <= 17; ++x) {
        QCOMPARE(alphaAt(picture, x, 8), 0);
        QCOMPARE(alphaAt(picture, x, 9), 255);
        QCOMPARE(alphaAt(picture, x, 10), 255);
        QCOMPARE(alphaAt(picture, x, 11), 0);
    }
    QCOMPARE(alphaAt(picture, 0, 10), 0);
    QCOMPARE(alphaAt(picture, 19, 10), 0);
}

void TestLinePicture::anUprightLineIsAsWide()
{
    for (const int width : {1, 2, 3}) {
        const QImage picture = drawn({{9.5, -5.0}, {9.5, 30.0}}, width);
        int covered = 0;
        for (int x = 0; x < 20; ++x)
            covered += alphaAt(picture, x, 10) == 255 ? 1 : 0;
        QCOMPARE(covered, width);
    }
}

void TestLinePicture::betweenRowsBothTakeTheirShare()
{
    const QImage picture = drawn({{0.5, 10.25}, {19.5, 10.25}});
    QCOMPARE(alphaAt(picture, 10, 9), 255 / 4);
    QVERIFY(std::abs(alphaAt(picture, 10, 10) - 255 * 3 / 4) <= 1);
    QCOMPARE(alphaAt(picture, 10, 11), 0);
}

void TestLinePicture::aSteepLineHasNoHoles()
{
    const QImage picture = drawn({{4.5, 18.0}, {7.5, 2.0}});
    for (int y = 3; y < 17; ++y) {
        int covered = 0;
        for (int x = 0; x < 20; ++x)
            covered = std::max(covered, alphaAt(picture, x, y));
        QCOMPARE(covered, 255);
    }
}

void TestLinePicture::tallColumnsAreFilledToTheirEnds()
{
    const auto top = [](int x) { return 12 + x % 7; };
    const auto bottom = [](int x) { return 80 + 5 * x % 11; };
    QPolygonF line;
    for (int x = 0; x < 50; ++x)
        for (const bool isEnd : {false, true})
            line << QPointF(x + 0.5, (x % 2 == 0) == isEnd ? bottom(x) : top(x));
    for (const int alpha : {255, 128}) {
        QImage picture = blank({50, 100});
        LinePicture(picture).draw(line, QColor(255, 255, 255, alpha), 1);
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = top(x); y < bottom(x); ++y)
                QCOMPARE(alphaAt(picture, x, y), alpha);
            QCOMPARE(alphaAt(picture, x, 10), 0);
            QCOMPARE(alphaAt(picture, x, 92), 0);
        }
    }
}

void TestLinePicture::whatLiesOutsideIsLeftOut()
{
    const QImage picture = drawn({{-30.0, 5.0}, {5.5, 5.0}, {6.5, -40.0}, {50.0, 400.0}});
    QVERIFY(std::abs(alphaAt(picture, 0, 5) - 128) <= 1);
    QCOMPARE(alphaAt(picture, 5, 0), 255);
    QCOMPARE(drawn({{3.0, -5.0}, {9.0, -5.0}}), blank());
    QCOMPARE(drawn({{3.0, 20.4999}, {9.0, 20.4999}}), blank());
}

void TestLinePicture::onePointIsADot()
{
    const QImage picture = drawn({{7.5, 3.5}});
    QCOMPARE(alphaAt(picture, 7, 3), 255);
    QCOMPARE(alphaAt(picture, 8, 3), 0);
    QCOMPARE(drawn({}), blank());
}

void TestLinePicture::linesBlendOverEachOther()
{
    QImage picture = blank();
    LinePicture lines(picture);
    lines.draw({{0.5, 5.5}, {19.5, 5.5}}, Qt::red, 1);
    QColor half(Qt::blue);
    half.setAlpha(128);
    lines.draw({{0.5, 5.5}, {19.5, 5.5}}, half, 1);
    const QColor seen = picture.pixelColor(9, 5);
    QVERIFY(seen.alpha() >= 254);
    QVERIFY(std::abs(seen.red() - 127) <= 2);
    QVERIFY(std::abs(seen.blue() - 128) <= 2);
}

void TestLinePicture::looksLikeAPaintedLine()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> step(-3, 3);
    QPolygonF line;
    double y = 60;
    for (int x = 0; x < 200; ++x)
        line << QPointF(x + 0.5, y = std::clamp(y + step(random), 5.0, 115.0));
    QImage ours = blank({200, 120});
    LinePicture(ours).draw(line, Qt::white, 1);
    QImage painted = blank(ours.size());
    QPainter painter(&painted);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawPolyline(line);
    painter.end();
    QVERIFY2(difference(ours, painted) < 3, qPrintable(QString::number(difference(ours, painted))));
}

QTEST_MAIN(TestLinePicture)
#include "tst_linepicture.moc"
