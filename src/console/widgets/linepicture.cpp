// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/linepicture.h"

#include <algorithm>

namespace pult::widgets {
namespace {

constexpr unsigned kWhole = 256;

/// Each channel, times share / kWhole.
QRgb scaled(QRgb pixel, unsigned share)
{
    constexpr QRgb kOddBytes = 0x00ff00ff;
    const QRgb low = ((pixel & kOddBytes) * share >> 8U) & kOddBytes;
    const QRgb high = ((pixel >> 8U) & kOddBytes) * share & ~kOddBytes;
    return low | high;
}

/// Both premultiplied.
QRgb over(QRgb upper, QRgb lower)
{
    const auto alpha = static_cast<unsigned>(qAlpha(upper));
    return upper + scaled(lower, kWhole - alpha - (alpha >> 7U));
}

} // namespace

LinePicture::LinePicture(QSize size)
    : m_image(size, QImage::Format_ARGB32_Premultiplied)
{
    m_image.fill(Qt::transparent);
}

void LinePicture::draw(const QPolygonF &line, const QColor &color, qreal width)
{
    if (line.isEmpty())
        return;
    m_spans.assign(static_cast<std::size_t>(m_image.width()), Span{});
    cover(line.first(), line.first());
    for (qsizetype i = 1; i < line.size(); ++i)
        cover(line[i - 1], line[i]);
    const QRgb pixel = qPremultiply(color.rgba());
    for (int column = 0; column < m_image.width(); ++column) {
        const Span span = spanAround(column, qRound(width));
        if (!span.isEmpty())
            fill(column, {span.top - width / 2, span.bottom + width / 2}, pixel);
    }
}

/// A steep line is as wide as its span is in columns.
LinePicture::Span LinePicture::spanAround(int column, int columns) const
{
    const int first = column - std::max(0, columns - 1) / 2;
    Span all;
    for (int near = std::max(0, first); near < first + columns && near < m_image.width(); ++near)
        all.add(m_spans[static_cast<std::size_t>(near)]);
    return all;
}

void LinePicture::Span::add(const Span &other)
{
    if (other.isEmpty())
        return;
    *this = isEmpty() ? other : Span{std::min(top, other.top), std::max(bottom, other.bottom)};
}

void LinePicture::cover(QPointF from, QPointF to)
{
    // Beyond the edges nothing is seen; there, and there alone, rounding to zero is not down.
    const auto columnOf = [this](qreal x) {
        return static_cast<int>(std::clamp<qreal>(x, -1, m_image.width()));
    };
    const int first = columnOf(from.x());
    const int last = columnOf(to.x());
    if (first == last)
        return merge(first, from.y(), to.y());
    const qreal slope = (to.y() - from.y()) / (to.x() - from.x());
    qreal left = from.y();
    for (int column = first; column < last; ++column) {
        const qreal right = from.y() + slope * (column + 1 - from.x());
        merge(column, left, right);
        left = right;
    }
    merge(last, left, to.y());
}

void LinePicture::merge(int column, qreal y1, qreal y2)
{
    if (column < 0 || column >= m_image.width())
        return;
    m_spans[static_cast<std::size_t>(column)].add({std::min(y1, y2), std::max(y1, y2)});
}

void LinePicture::fill(int column, const Span &span, QRgb color)
{
    const qreal top = std::max(0.0, span.top);
    const qreal bottom = std::min<qreal>(m_image.height(), span.bottom);
    if (bottom <= top)
        return;
    const qsizetype stride = m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    QRgb *const pixels = reinterpret_cast<QRgb *>(m_image.bits()) + column;
    const auto blend = [&](int row, qreal covered) {
        QRgb &pixel = pixels[row * stride];
        pixel = over(scaled(color, static_cast<unsigned>(covered * kWhole + 0.5)), pixel);
    };
    const auto first = static_cast<int>(top);
    const auto last = static_cast<int>(bottom);
    if (first == last)
        return blend(first, bottom - top);
    blend(first, first + 1 - top);
    for (int row = first + 1; row < last; ++row)
        pixels[row * stride] = over(color, pixels[row * stride]);
    if (bottom > last)
        blend(last, bottom - last);
}

} // namespace pult::widgets
