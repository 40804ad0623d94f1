// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/linepicture.h"

#include <array>

namespace pult::widgets {
namespace {

constexpr int kWhole = 256;

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
    return upper + scaled(lower, 256U - alpha - (alpha >> 7U));
}

} // namespace

LinePicture::LinePicture(QImage &picture)
    : m_size(picture.size())
    , m_pixels(reinterpret_cast<QRgb *>(picture.bits()))
    , m_stride(picture.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
    , m_spans(static_cast<std::size_t>(m_size.width()) + 2)
{
}

void LinePicture::draw(const QPolygonF &line, const QColor &color, qreal width)
{
    if (line.isEmpty())
        return;
    cover(line);
    const Ink ink{qPremultiply(color.rgba()), width, std::max(1, qRound(width))};
    const int begin = std::max(0, columnOf(line.first().x()) - ink.columns);
    const int end = std::min(m_size.width(), columnOf(line.last().x()) + ink.columns + 1);
    for (int column = begin; column < end; column += kBlock)
        fillBlock(column, std::min(column + kBlock, end), ink);
    std::fill(m_spans.begin() + begin, m_spans.begin() + end + 2, Span{});
}

/// Beyond the edges nothing is seen; there, and there alone, rounding to zero is not down.
int LinePicture::columnOf(qreal x) const
{
    return static_cast<int>(std::clamp<qreal>(x, -1, m_size.width()));
}

/// A steep line is as wide as its span is in columns.
inline LinePicture::Span LinePicture::spanAround(int column, int columns)
{
    const int first = std::max(0, column - (columns - 1) / 2);
    const int end = std::min(m_size.width(), column - (columns - 1) / 2 + columns);
    Span all;
    for (int near = first; near < end; ++near)
        all.add(spanOf(near));
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
inline void LinePicture::cover(QPointF from, QPointF to, int first, int last)
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

inline void LinePicture::merge(int column, qreal y1, qreal y2)
{
    spanOf(column).add({std::min(y1, y2), std::max(y1, y2)});
}

template <int kColumns>
inline void LinePicture::fillRows(int begin, Rows rows, QRgb color)
{
    const auto fill = [&](auto put) {
        for (int row = rows.begin; row < rows.end; ++row)
            for (int column = begin; column < begin + kColumns; ++column)
                put(m_pixels[row * m_stride + column]);
    };
    if (qAlpha(color) == 255)
        fill([color](QRgb &pixel) { pixel = color; });
    else
        fill([color](QRgb &pixel) { pixel = over(color, pixel); });
}

/// Answers the rows between, which are covered wholly.
inline LinePicture::Rows LinePicture::blendEnds(int column, const Ink &ink)
{
    const Span span = spanAround(column, ink.columns);
    const auto toShare = [this](qreal y) {
        return static_cast<int>(std::clamp<qreal>(y, 0, m_size.height()) * kWhole + 0.5);
    };
    const int fromTop = toShare(span.top - ink.width / 2);
    const int toBottom = toShare(span.bottom + ink.width / 2);
    if (fromTop >= toBottom) // As of an empty one.
        return {};
    const int first = fromTop / kWhole;
    const int last = toBottom / kWhole;
    const auto blend = [&](int row, int share) {
        QRgb &pixel = m_pixels[row * m_stride + column];
        pixel = over(scaled(ink.color, static_cast<unsigned>(share)), pixel);
    };
    if (first == last) {
        blend(first, toBottom - fromTop);
        return {};
    }
    blend(first, (first + 1) * kWhole - fromTop);
    if (toBottom > last * kWhole)
        blend(last, toBottom - last * kWhole);
    return {first + 1, last};
}

/// Rows that all columns of a whole block share are filled in one go: in a trace with many samples
/// a column these are most.
void LinePicture::fillBlock(int begin, int end, const Ink &ink)
{
    std::array<Rows, kBlock> whole;
    Rows shared{0, end - begin == kBlock ? m_size.height() : 0};
    for (int column = begin; column < end; ++column) {
        const Rows rows = whole[static_cast<std::size_t>(column - begin)] = blendEnds(column, ink);
        shared = {std::max(shared.begin, rows.begin), std::min(shared.end, rows.end)};
    }
    if (shared.begin >= shared.end)
        shared = {};
    fillRows<kBlock>(begin, shared, ink.color);
    for (int column = begin; column < end; ++column) {
        const Rows rows = whole[static_cast<std::size_t>(column - begin)];
        fillRows<1>(column, {rows.begin, std::min(rows.end, shared.begin)}, ink.color);
        fillRows<1>(column, {std::max(rows.begin, shared.end), rows.end}, ink.color);
    }
}

} // namespace pult::widgets
