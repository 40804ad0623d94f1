// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/tile.h"

#include <QEvent>
#include <QPainter>

#include "console/widgets/sparkline.h"

namespace pult::widgets {
namespace {

constexpr int kPadding = kGrid;
constexpr int kTrendHeight = 2 * kGrid;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

} // namespace

Tile::Tile(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void Tile::setTitle(const QString &title)
{
    m_title = title;
    updateGeometry();
    refreshAccessibleName();
    update();
}

void Tile::setUnit(models::Unit unit)
{
    m_unit = unit;
    update();
}

void Tile::setTarget(std::optional<double> below)
{
    m_target = below;
    updateGeometry();
    update();
}

void Tile::setReading(TileReading reading)
{
    m_reading = std::move(reading);
    refreshAccessibleName();
    update();
}

void Tile::setStale(bool isStale)
{
    m_isStale = isStale;
    refreshAccessibleName();
    update();
}

bool Tile::missesTarget() const
{
    return m_target && m_reading.value && *m_reading.value >= *m_target;
}

QString Tile::spokenText() const
{
    const models::Figure shown = shownFigure();
    QString text = tr("%1: %2 %3").arg(m_title, shown.value, shown.unit).trimmed();
    if (missesTarget())
        text = tr("%1, target %2 missed").arg(text, targetText());
    return m_isStale ? tr("%1, out of date").arg(text) : text;
}

QSize Tile::sizeHint() const
{
    return minimumSizeHint().expandedTo(QSize(16 * kGrid, 0));
}

QSize Tile::minimumSizeHint() const
{
    const int title =
        QFontMetrics(smallFont()).horizontalAdvance(m_title) + QFontMetrics(smallFont()).height();
    const int value = QFontMetrics(valueFont()).horizontalAdvance(QStringLiteral("0.00"))
        + QFontMetrics(smallFont()).horizontalAdvance(QStringLiteral(" ms  ") + targetText());
    return {std::max(title, value) + 2 * kPadding,
        lineHeight(smallFont()) + lineHeight(valueFont()) + kTrendHeight + 2 * kPadding};
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFrame(painter);
    QRect area = rect().adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const QRect title(area.topLeft(), QSize(area.width(), lineHeight(smallFont())));
    paintTitle(painter, title);
    const QRect value(title.left(), title.bottom() + 1, area.width(), lineHeight(valueFont()));
    paintValue(painter, value);
    area.setTop(value.bottom() + 3);
    const Theme &theme = currentTheme();
    paintSparkline(painter, area, m_reading.trend, m_isStale ? theme.border : theme.mutedText);
}

void Tile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        updateGeometry();
    if (event->type() == QEvent::LanguageChange)
        refreshAccessibleName();
    QAbstractButton::changeEvent(event);
}

models::Figure Tile::shownFigure() const
{
    if (!m_reading.text.isEmpty())
        return {m_reading.text, {}};
    return models::figure(
        m_unit, m_reading.value.value_or(std::numeric_limits<double>::quiet_NaN()));
}

QString Tile::targetText() const
{
    return m_target ? QStringLiteral("<\u00A0") + models::format(m_unit, *m_target) : QString();
}

QFont Tile::valueFont() const
{
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    return large;
}

QFont Tile::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.95);
    return small;
}

void Tile::paintFrame(QPainter &painter) const
{
    const Theme &theme = currentTheme();
    const bool isLit = hasFocus() || underMouse();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isLit ? theme.accent : theme.border);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.restore();
}

void Tile::paintTitle(QPainter &painter, const QRect &line) const
{
    const Theme &theme = currentTheme();
    painter.setFont(smallFont());
    painter.setPen(theme.mutedText);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_title, Qt::ElideRight, line.width()));
    if (!missesTarget() || m_isStale)
        return;
    const int side = painter.fontMetrics().ascent() - 2;
    paintStatusMark(painter,
        QRectF(line.right() - side, line.center().y() - side / 2.0, side, side), Status::warning,
        theme);
}

void Tile::paintValue(QPainter &painter, const QRect &line) const
{
    const Theme &theme = currentTheme();
    const models::Figure shown = shownFigure();
    const QFontMetrics large(valueFont());
    const int baseline = line.top() + large.ascent();
    painter.setFont(valueFont());
    painter.setPen(m_isStale ? theme.mutedText : missesTarget() ? theme.warning : theme.text);
    painter.drawText(line.left(), baseline, shown.value);
    painter.setFont(smallFont());
    painter.setPen(theme.mutedText);
    painter.drawText(
        line.left() + large.horizontalAdvance(shown.value) + kGrid / 2, baseline, shown.unit);
    const QString target = targetText();
    painter.drawText(
        line.right() - painter.fontMetrics().horizontalAdvance(target), baseline, target);
}

void Tile::refreshAccessibleName()
{
    setAccessibleName(spokenText());
}

} // namespace pult::widgets
