// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartcanvas.h"

#include <cmath>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QtCharts/QChart>

#include "console/widgets/chartcursor.h"
#include "console/widgets/chartlines.h"

namespace pult::widgets {
namespace {

constexpr qreal kShortestDrag = 6;
constexpr double kZoomPerNotch = 0.8;
constexpr double kPanPerNotch = 0.1; ///< Of the range.
constexpr double kPanPerPage = 0.5;

QChart *makeChart()
{
    auto *chart = new QChart;
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setAnimationOptions(QChart::NoAnimation);
    return chart;
}

} // namespace

ChartCanvas::ChartCanvas(QWidget *parent)
    : QChartView(makeChart(), parent)
    , m_valueAxis(new ChartValueAxis(chart()))
    , m_timeAxis(new ChartTimeAxis(chart()))
    , m_layer(new ChartLayer(chart()))
    , m_cursor(new ChartCursor(chart()))
{
    setFrameShape(NoFrame);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(20 * kGrid, 12 * kGrid);
    connect(chart(), &QChart::plotAreaChanged, this, &ChartCanvas::followPlotArea);
    dress();
}

void ChartCanvas::setGroup(ChartGroup *group)
{
    m_group = group;
    connect(group, &ChartGroup::crosshairChanged, this, &ChartCanvas::showCrosshair);
}

void ChartCanvas::setUnit(models::Unit unit)
{
    m_unit = unit;
    layOutAxes();
}

void ChartCanvas::setThresholds(std::vector<Threshold> thresholds)
{
    m_layer->setThresholds(std::move(thresholds));
    layOutAxes();
}

void ChartCanvas::setHidden(std::set<std::string> names)
{
    m_hidden = names;
    m_layer->setHidden(std::move(names));
    layOutAxes();
}

void ChartCanvas::setStale(bool isStale)
{
    m_layer->setStale(isStale);
}

void ChartCanvas::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void ChartCanvas::setData(live::ChartData data)
{
    m_data = std::move(data);
    layOutAxes();
    showCrosshair();
}

void ChartCanvas::clear()
{
    m_data = {};
    m_layer->setData(nullptr);
    viewport()->update();
}

bool ChartCanvas::hasData() const
{
    return std::any_of(m_data.traces.begin(), m_data.traces.end(), [](const live::Trace &trace) {
        return std::any_of(trace.columns.begin(), trace.columns.end(),
            [](const live::Column &column) { return std::isfinite(column.high); });
    });
}

QRectF ChartCanvas::plotArea() const
{
    return m_layer->plot();
}

std::optional<double> ChartCanvas::crosshairShare() const
{
    if (!m_group || !m_group->crosshair() || m_data.to <= m_data.from)
        return std::nullopt;
    const double share = Seconds(*m_group->crosshair() - m_data.from) / (m_data.to - m_data.from);
    return share >= 0 && share <= 1 ? std::optional(share) : std::nullopt;
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_group || m_data.to <= m_data.from)
        return;
    const qreal x = event->position().x();
    const bool isInside = plotArea().contains(event->position());
    if (isInside || m_dragStart)
        m_group->setCrosshair(m_layer->toTime(x));
    else
        m_group->setCrosshair(std::nullopt);
    if (m_dragStart)
        m_cursor->setSelection(std::pair(*m_dragStart, x));
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && plotArea().contains(event->position()))
        m_dragStart = event->position().x();
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const auto start = std::exchange(m_dragStart, std::nullopt);
    m_cursor->setSelection(std::nullopt);
    const qreal end = event->position().x();
    if (!start || !m_group || std::abs(end - *start) < kShortestDrag || m_data.to <= m_data.from)
        return;
    m_group->zoom({m_layer->toTime(std::min(*start, end)), m_layer->toTime(std::max(*start, end))});
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent *)
{
    m_dragStart.reset();
    if (m_group)
        m_group->resetZoom();
}

void ChartCanvas::wheelEvent(QWheelEvent *event)
{
    if (!m_group || m_data.to <= m_data.from || event->angleDelta().y() == 0)
        return;
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        m_group->pan(-kPanPerNotch * notches);
    else
        m_group->zoomAround(
            m_layer->toTime(event->position().x()), std::pow(kZoomPerNotch, notches));
    event->accept();
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    event->setAccepted(m_group && m_data.to > m_data.from && takeKey(event->key()));
}

bool ChartCanvas::takeKey(int key)
{
    const WallTime center =
        m_group->crosshair().value_or(m_data.from + (m_data.to - m_data.from) / 2);
    switch (key) {
    case Qt::Key_Left:
        stepCrosshair(-1);
        return true;
    case Qt::Key_Right:
        stepCrosshair(1);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_group->zoomAround(center, kZoomPerNotch);
        return true;
    case Qt::Key_Minus:
        m_group->zoomAround(center, 1 / kZoomPerNotch);
        return true;
    case Qt::Key_PageUp:
        m_group->pan(-kPanPerPage);
        return true;
    case Qt::Key_PageDown:
        m_group->pan(kPanPerPage);
        return true;
    case Qt::Key_Escape:
        if (!m_group->isZoomed())
            return false;
        m_group->resetZoom();
        return true;
    default:
        return false;
    }
}

void ChartCanvas::leaveEvent(QEvent *event)
{
    if (m_group)
        m_group->setCrosshair(std::nullopt);
    QChartView::leaveEvent(event);
}

void ChartCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
    if (event->type() == QEvent::LanguageChange) {
        layOutAxes();
    }
    QChartView::changeEvent(event);
}

/// Of the frame around what has the focus Qt would paint only what else changes.
void ChartCanvas::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartCanvas::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

bool ChartCanvas::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const live::Mark *mark = m_layer->markAt(help->pos().x()))
        QToolTip::showText(help->globalPos(),
            QStringLiteral("%1\n%2").arg(
                models::formatDateTime(mark->at), QString::fromStdString(mark->text)),
            this);
    else
        QToolTip::hideText();
    return true;
}

/// Around the plot, whose picture has a ground of its own.
void ChartCanvas::drawBackground(QPainter *painter, const QRectF &rect)
{
    const QRect plot = m_layer->plot().adjusted(1, 1, -1, -1).toRect();
    for (const QRect &part : QRegion(rect.toAlignedRect()).subtracted(plot))
        painter->fillRect(part, currentTheme().surface);
}

void ChartCanvas::drawForeground(QPainter *painter, const QRectF &)
{
    if (hasFocus()) {
        painter->setPen(currentTheme().accent);
        painter->drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (hasData() || m_emptyText.isEmpty())
        return;
    constexpr int kHow = Qt::AlignCenter | Qt::TextWordWrap;
    // Not struck through by the grid.
    const QRectF words = painter->boundingRect(plotArea(), kHow, m_emptyText);
    painter->fillRect(words.adjusted(-kGrid, 0, kGrid, 0), currentTheme().surface);
    painter->setPen(currentTheme().mutedText);
    painter->drawText(plotArea(), kHow, m_emptyText);
}

void ChartCanvas::dress()
{
    const Theme &theme = currentTheme();
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    m_timeAxis->dress(theme, small);
    m_valueAxis->dress(theme, small);
    layOutMargins();
    m_layer->redraw();
}

/// Room for the labels around the plot.
void ChartCanvas::layOutMargins()
{
    chart()->setMargins(QMargins(
        m_valueAxis->width(), m_valueAxis->labelHeight() / 2, kGrid, m_timeAxis->height()));
}

void ChartCanvas::followPlotArea(const QRectF &plot)
{
    const bool isWider = plot.width() != m_layer->plot().width();
    m_valueAxis->setPlot(plot);
    m_timeAxis->setPlot(plot);
    m_layer->setPlot(plot);
    m_cursor->setPlot(plot);
    if (isWider)
        Q_EMIT plotWidthChanged();
}

void ChartCanvas::layOutAxes()
{
    if (m_data.to <= m_data.from)
        return;
    const ValueSpan shown = shownValues();
    const bool isAbove = shown.high > 0 || shown.low == 0;
    m_span.high = isAbove ? m_axisTop.fit(shown.high, m_unit) : 0;
    m_span.low = shown.low < 0 ? -m_axisDepth.fit(-shown.low, m_unit) : 0;
    const int room = static_cast<int>(plotArea().height() / (2 * m_valueAxis->labelHeight()));
    const std::vector<Tick> ticks = valueTicks(m_span, m_unit, room);
    m_valueAxis->show(ticks, m_span);
    m_timeAxis->show(m_data.from, m_data.to);
    m_layer->setScale(m_span, ticks);
    m_layer->setData(&m_data);
    layOutMargins();
}

void ChartCanvas::showCrosshair()
{
    const std::optional<double> share = crosshairShare();
    if (!share) {
        m_cursor->setCrosshair(std::nullopt, {});
        return;
    }
    m_cursor->setCrosshair(plotArea().left() + *share * plotArea().width(),
        models::formatMoment(*m_group->crosshair(), m_group->now()));
}

void ChartCanvas::stepCrosshair(int columns)
{
    const auto count = m_data.traces.empty() ? 1 : m_data.traces.front().columns.size();
    const auto step =
        (m_data.to - m_data.from) / static_cast<std::int64_t>(std::max<std::size_t>(count, 1));
    const WallTime from = m_group->crosshair().value_or(m_data.to);
    m_group->setCrosshair(std::clamp(from + step * columns, m_data.from, m_data.to));
}

ValueSpan ChartCanvas::shownValues() const
{
    const bool isShare = m_unit == models::Unit::ratio && m_data.lines.empty();
    ValueSpan shown{0, isShare ? 1.0 : 0.0};
    for (const Threshold &threshold : m_layer->thresholds())
        shown.high = std::max(shown.high, threshold.value);
    for (const live::Trace &trace : m_data.traces) {
        if (m_hidden.contains(trace.name))
            continue;
        const ValueSpan values = valuesOf(trace);
        shown = {std::min(shown.low, values.low), std::max(shown.high, values.high)};
    }
    return shown;
}

} // namespace pult::widgets
