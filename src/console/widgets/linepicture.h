// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include <QImage>
#include <QPolygonF>

namespace pult::widgets {

/// Lines in a picture that run from left to right: in each pixel column a line is one upright span
/// with blended ends. A tenth of what QPainter's antialiased lines cost, and looks the same to the
/// eye. All lengths are pixels of the picture. One thread at a time.
class LinePicture {
public:
    /// Over what is in the picture, which must outlive it and nobody else changes meanwhile.
    /// Requires: Format_ARGB32_Premultiplied or Format_RGB32.
    explicit LinePicture(QImage &picture);

    /// x must not fall along the line; one point is a dot. What lies outside is left out.
    void draw(const QPolygonF &line, const QColor &color, qreal width);

private:
    /// Of what is covered in a column.
    struct Span {
        qreal top = std::numeric_limits<qreal>::infinity();
        qreal bottom = -std::numeric_limits<qreal>::infinity(); ///< Above the top: empty.

        [[nodiscard]] bool isEmpty() const { return bottom < top; }
        void add(const Span &other)
        {
            top = std::min(top, other.top);
            bottom = std::max(bottom, other.bottom);
        }
    };

    /// Pixels of a column, from begin on.
    struct Rows {
        int begin = 0;
        int end = 0;
    };

    struct Ink {
        QRgb color; ///< Premultiplied.
        qreal width;
        int columns; ///< The width of a steep line.
    };

    static constexpr int kBlock = 16;

    [[nodiscard]] int columnOf(qreal x) const;
    [[nodiscard]] Span &spanOf(int column) { return m_spans[static_cast<std::size_t>(column + 1)]; }
    [[nodiscard]] Span spanAround(int column, int columns);
    void cover(const QPolygonF &line);
    void cover(QPointF from, QPointF to, int first, int last);
    void merge(int column, qreal y1, qreal y2);
    void fillBlock(int begin, int end, const Ink &ink);
    [[nodiscard]] Rows blendEnds(int column, const Ink &ink);
    template <int kColumns>
    void fillRows(int begin, Rows rows, QRgb color);

    QSize m_size;
    QRgb *m_pixels;
    qsizetype m_stride; ///< Pixels from one row to the next.
    std::vector<Span> m_spans; ///< Of the line being drawn, by column, with one beyond each edge.
};

} // namespace pult::widgets
