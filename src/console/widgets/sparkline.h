// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QColor>
#include <QRectF>

class QPainter;

namespace pult::widgets {

/// A trend in the space of a word: oldest left, NaN a gap. It always stands on zero, so that its
/// height can be compared with itself over time. Fewer values than `slots` stay to the right.
void paintSparkline(QPainter &painter, const QRectF &rect, std::span<const double> values,
    const QColor &color, std::size_t slots = 60);

} // namespace pult::widgets
