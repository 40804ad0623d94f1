// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/statusmark.h"

#include <QPainter>

namespace pult::widgets {

QColor statusColor(const Theme &theme, Status status)
{
    switch (status) {
    case Status::good:
        return theme.good;
    case Status::warning:
        return theme.warning;
    case Status::bad:
        return theme.bad;
    case Status::unknown:
        break;
    }
    return theme.mutedText;
}

void paintStatusMark(QPainter &painter, const QRectF &rect, Status status, const Theme &theme)
{
    const qreal side = std::min(rect.width(), rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(statusColor(theme, status));
    switch (status) {
    case Status::good:
        painter.drawEllipse(box);
        break;
    case Status::warning:
        painter.drawPolygon(
            QPolygonF({QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()}));
        break;
    case Status::bad:
        painter.drawRect(box.adjusted(side / 16, side / 16, -side / 16, -side / 16));
        break;
    case Status::unknown:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.mutedText, 1.5));
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    }
    painter.restore();
}

StatusMark::StatusMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusMark::setStatus(Status status)
{
    m_status = status;
    update();
}

QSize StatusMark::sizeHint() const
{
    const int side = fontMetrics().ascent();
    return {side, side};
}

void StatusMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStatusMark(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_status, currentTheme());
}

} // namespace pult::widgets
