// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartlayer.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "console/widgets/chartlines.h"
#include "console/widgets/linepicture.h"
#include "console/widgets/tracetitles.h"

namespace pult::widgets {
namespace {

constexpr qreal kMarkReach = 5;
constexpr qreal kFlag = 4;

QPen dashed(const QColor &color)
{
    QPen pen(color, 1, Qt::CustomDashLine);
    pen.setDashPattern({4, 4});
    pen.setCosmetic(true);
    return pen;
}

QColor markColor(const Theme &theme, live::MarkKind kind)
{
    return kind == live::MarkKind::config ? theme.accent : theme.warning;
}

} // namespace

ChartLayer::ChartLayer(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(100);
}

void ChartLayer::setPlot(const QRectF &plot)
{
    prepareGeometryChange();
    m_plot = plot;
    redraw();
}

void ChartLayer::setScale(ValueSpan span, const std::vector<Tick> &levels)
{
    m_span = span;
    m_levels.clear();
    for (const Tick &level : levels)
        m_levels.push_back(level.position);
    redraw();
}

void ChartLayer::setData(const live::ChartData *data)
{
    m_data = data;
    redraw();
}

void ChartLayer::setThresholds(std::vector<Threshold> thresholds)
{
    m_thresholds = std::move(thresholds);
    redraw();
}

void ChartLayer::setHidden(std::set<std::string> names)
{
    m_hidden = std::move(names);
    redraw();
}

void ChartLayer::setStale(bool isStale)
{
    m_isStale = isStale;
    redraw();
}

void ChartLayer::redraw()
{
    m_isDrawn = false;
    update();
}

qreal ChartLayer::toX(WallTime at) const
{
    const double span = static_cast<double>((m_data->to - m_data->from).count());
    return m_plot.left() + static_cast<double>((at - m_data->from).count()) / span * m_plot.width();
}

qreal ChartLayer::toY(double value) const
{
    return m_plot.bottom() - (value - m_span.low) / m_span.length() * m_plot.height();
}

WallTime ChartLayer::toTime(qreal x) const
{
    const double share = std::clamp((x - m_plot.left()) / m_plot.width(), 0.0, 1.0);
    return m_data->from
        + std::chrono::round<std::chrono::milliseconds>(Seconds(m_data->to - m_data->from) * share);
}

const live::Mark *ChartLayer::markAt(qreal x) const
{
    if (!m_data)
        return nullptr;
    const live::Mark *nearest = nullptr;
    qreal reach = kMarkReach;
    for (const live::Mark &mark : m_data->marks)
        if (const qreal distance = std::abs(toX(mark.at) - x); distance <= reach) {
            nearest = &mark;
            reach = distance;
        }
    return nearest;
}

QRectF ChartLayer::boundingRect() const
{
    return m_plot.adjusted(-1, -1, 1, 1);
}

void ChartLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_plot.isEmpty())
        return;
    const qreal pixelRatio = painter->device()->devicePixelRatioF();
    if (!m_isDrawn || m_picture.devicePixelRatio() != pixelRatio)
        drawPicture(pixelRatio);
    painter->drawImage(QPointF(m_corner) / pixelRatio, m_picture);
}

void ChartLayer::drawPicture(qreal pixelRatio)
{
    const QRectF bounds = boundingRect();
    const QRect pixels =
        QRectF(bounds.topLeft() * pixelRatio, bounds.size() * pixelRatio).toAlignedRect();
    if (m_picture.size() != pixels.size())
        m_picture = QImage(pixels.size(), QImage::Format_RGB32);
    const Theme &theme = currentTheme();
    m_picture.setDevicePixelRatio(pixelRatio);
    m_picture.fill(theme.surface);
    m_corner = pixels.topLeft();
    m_isDrawn = true;
    const auto paint = [&](auto draw) {
        QPainter painter(&m_picture);
        painter.translate(-QPointF(m_corner) / pixelRatio);
        painter.setClipRect(bounds);
        draw(painter);
    };
    paint([&](QPainter &painter) {
        paintLevels(painter, theme);
        if (m_data)
            paintThresholds(painter, theme);
    });
    if (!m_data)
        return;
    drawTraces(theme, pixelRatio);
    paint([&](QPainter &painter) {
        paintThresholdLabels(painter, theme);
        paintMarks(painter, theme);
    });
}

/// One device pixel high, and the line the plot stands on.
void ChartLayer::paintLevels(QPainter &painter, const Theme &theme) const
{
    const qreal pixel = 1 / m_picture.devicePixelRatio();
    QRectF line(m_plot.left() - pixel / 2, 0, m_plot.width() + pixel, pixel);
    const auto drawLine = [&](qreal y) {
        line.moveTop(y - pixel / 2);
        painter.fillRect(line, theme.border);
    };
    drawLine(m_plot.bottom());
    for (const double level : m_levels)
        drawLine(toY(level));
}

void ChartLayer::paintThresholds(QPainter &painter, const Theme &theme) const
{
    for (const Threshold &threshold : m_thresholds) {
        const qreal y = toY(threshold.value);
        if (y < m_plot.top())
            continue;
        painter.setPen(dashed(theme.mutedText));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
    }
}

void ChartLayer::paintThresholdLabels(QPainter &painter, const Theme &theme) const
{
    QColor ground = theme.surface;
    ground.setAlphaF(0.6F);
    const QFontMetrics metrics = painter.fontMetrics();
    for (const Threshold &threshold : m_thresholds) {
        const qreal y = toY(threshold.value);
        if (y < m_plot.top())
            continue;
        QRectF box(0, 0, metrics.horizontalAdvance(threshold.label) + kGrid, metrics.height());
        box.moveBottomLeft(QPointF(m_plot.left(), y - 1)); // Away from what is newest.
        if (box.top() < m_plot.top())
            box.moveTop(y + 1);
        painter.fillRect(box, ground);
        painter.setPen(theme.mutedText);
        painter.drawText(box, Qt::AlignCenter, threshold.label);
    }
}

/// In the picture's own pixels. A column is a whole one wide: of wider ones some would leave a
/// hole.
void ChartLayer::drawTraces(const Theme &theme, qreal pixelRatio)
{
    const QPoint begin = (m_plot.topLeft() * pixelRatio).toPoint() - m_corner;
    const QSizeF size(std::floor(m_plot.width()), m_plot.height());
    const QRectF plot(begin, size * pixelRatio);
    LinePicture picture(m_picture);
    const std::vector<std::size_t> places = tracePlaces(m_data->traces);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const live::Trace &trace = m_data->traces[i];
        if (m_hidden.contains(trace.name) || trace.columns.empty())
            continue;
        QColor color = theme.data[places[i]];
        if (m_isStale)
            color.setAlphaF(0.5F);
        for (const QPolygonF &line : traceLines(trace.columns, plot, m_span))
            picture.draw(line, color, pixelRatio);
    }
}

void ChartLayer::paintMarks(QPainter &painter, const Theme &theme) const
{
    for (std::size_t i = 0; i < m_data->marks.size(); ++i) {
        const live::Mark &mark = m_data->marks[i];
        const qreal x = toX(mark.at);
        const bool isLast = i + 1 == m_data->marks.size();
        const qreal end = isLast ? m_plot.right() : toX(m_data->marks[i + 1].at);
        const QColor color = markColor(theme, mark.kind);
        painter.setPen(dashed(color));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        QPainterPath flag(QPointF(x - kFlag, m_plot.top()));
        flag.lineTo(x + kFlag, m_plot.top());
        flag.lineTo(x, m_plot.top() + kFlag * 1.5);
        painter.fillPath(flag, color);
        const QString text = painter.fontMetrics().elidedText(QString::fromStdString(mark.text),
            Qt::ElideRight, static_cast<int>(end - x - 2 * kGrid));
        if (text.size() > 3) {
            painter.setPen(theme.mutedText);
            painter.drawText(
                QPointF(x + kGrid, m_plot.top() + painter.fontMetrics().ascent()), text);
        }
    }
}

} // namespace pult::widgets
