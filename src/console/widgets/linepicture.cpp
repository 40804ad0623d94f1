// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/linepicture.h"

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

LinePicture::LinePicture(QImage &picture)
    : m_size(picture.size())
    , m_pixels(reinterpret_cast<QRgb *>(picture.bits()))
    , m_stride(picture.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
    , m_spans(static_cast<std::size_t>(m_size.width()))
{
}

void LinePicture::draw(const QPolygonF &line, const QColor &color, qreal width)
{
    if (line.isEmpty())
        return;
    cover(line);
    const QRgb pixel = qPremultiply(color.rgba());
    const int columns = qRound(width);
    const int begin = std::max(0, columnOf(line.first().x()) - columns);
    const int end = std::min(m_size.width(), columnOf(line.last().x()) + columns + 1);
    for (int column = begin; column < end; ++column) {
        const Span span = spanAround(column, columns);
        if (!span.isEmpty())
            fill(column, {span.top - width / 2, span.bottom + width / 2}, pixel);
    }
    std::fill(m_spans.begin() + begin, m_spans.begin() + end, Span{});
}

/// Beyond the edges nothing is seen; there, and there alone, rounding to zero is not down.
int LinePicture::columnOf(qreal x) const
{
    return static_cast<int>(std::clamp<qreal>(x, -1, m_size.width()));
}

/// A steep line is as wide as its span is in columns.
LinePicture::Span LinePicture::spanAround(int column, int columns) const
{
    const int first = column - std::max(0, columns - 1) / 2;
    Span all;
    for (int near = std::max(0, first); near < first + columns && near < m_size.width(); ++near)
        all.add(m_spans[static_cast<std::size_t>(near)]);
    return all;
}

void LinePicture::cover(const QPolygonF &line)
{
    QPointF from = line.first();
    int first = columnOf(from.x());
    for (const QPointF &to : line) {
        const int last = to.x() == from.x() ? first : columnOf(to.x());
        cover(from, to, first, last);
        from = to;
        first = last;
    }
}

/// In these columns.
void LinePicture::cover(QPointF from, QPointF to, int first, int last)
{
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
    if (column >= 0 && column < m_size.width())
        m_spans[static_cast<std::size_t>(column)].add({std::min(y1, y2), std::max(y1, y2)});
}

void LinePicture::fill(int column, const Span &span, QRgb color)
{
    const qreal top = std::max(0.0, span.top);
    const qreal bottom = std::min<qreal>(m_size.height(), span.bottom);
    if (bottom <= top)
        return;
    QRgb *const pixels = m_pixels + column;
    const auto blend = [&](int row, qreal covered) {
        QRgb &pixel = pixels[row * m_stride];
        pixel = over(scaled(color, static_cast<unsigned>(covered * kWhole + 0.5)), pixel);
    };
    const auto first = static_cast<int>(top);
    const auto last = static_cast<int>(bottom);
    if (first == last)
        return blend(first, bottom - top);
    blend(first, first + 1 - top);
    if (qAlpha(color) == 255)
        for (int row = first + 1; row < last; ++row)
            pixels[row * m_stride] = color;
    else
        for (int row = first + 1; row < last; ++row)
            pixels[row * m_stride] = over(color, pixels[row * m_stride]);
    if (bottom > last)
        blend(last, bottom - last);
}

} // namespace pult::widgets
