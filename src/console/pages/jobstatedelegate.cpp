// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/jobstatedelegate.h"

#include <QApplication>
#include <QPainter>

#include "console/models/jobmodel.h"
#include "console/widgets/style.h"
#include "console/widgets/theme.h"

namespace pult::pages {

namespace {

using contract::JobState;

constexpr int kMark = 10;
constexpr int kGap = 8;

QColor colorOf(JobState state)
{
    const widgets::Theme &theme = widgets::currentTheme();
    switch (state) {
    case JobState::queued:
    case JobState::cancelled:
        return theme.mutedText;
    case JobState::running:
        return theme.accent;
    case JobState::succeeded:
        return theme.good;
    case JobState::failed:
        return theme.bad;
    case JobState::timed_out:
        return theme.warning;
    }
    return theme.text;
}

/// A ring waits, a play sign runs, a disc is well, a square failed, a bar was stopped.
void drawMark(QPainter &painter, const QRectF &box, JobState state, const QColor &color)
{
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(state == JobState::queued ? QBrush(Qt::NoBrush) : QBrush(color));
    switch (state) {
    case JobState::queued:
    case JobState::succeeded:
        painter.drawEllipse(box);
        return;
    case JobState::running:
        painter.drawPolygon(
            QPolygonF{box.topLeft(), QPointF(box.right(), box.center().y()), box.bottomLeft()});
        return;
    case JobState::failed:
        painter.drawRect(box);
        return;
    case JobState::cancelled:
        painter.drawLine(
            QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        return;
    case JobState::timed_out:
        painter.drawPolygon(
            QPolygonF{box.bottomLeft(), QPointF(box.center().x(), box.top()), box.bottomRight()});
        return;
    }
}

void drawProgress(QPainter &painter, const QRectF &line, double progress, const QColor &color)
{
    painter.fillRect(line, widgets::currentTheme().border);
    painter.fillRect(QRectF(line.topLeft(),
                         QSizeF(line.width() * std::clamp(progress, 0.0, 1.0), line.height())),
        color);
}

} // namespace

void JobStateDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QStyle &style = *(cell.widget ? cell.widget->style() : QApplication::style());
    style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const auto state = static_cast<JobState>(index.data(models::JobModel::stateRole).toInt());
    const QColor color =
        widgets::isStale(cell.widget) ? widgets::currentTheme().mutedText : colorOf(state);
    const QRectF inner = QRectF(cell.rect).adjusted(kGap, 0, -kGap, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawMark(*painter, QRectF(inner.left(), inner.center().y() - kMark / 2.0, kMark, kMark), state,
        color);
    painter->setPen(cell.palette.color(QPalette::Text));
    const QRectF textBox = inner.adjusted(kMark + kGap, 0, 0, 0);
    painter->drawText(textBox, Qt::AlignVCenter | Qt::AlignLeft,
        cell.fontMetrics.elidedText(text, Qt::ElideRight, static_cast<int>(textBox.width())));
    if (state == JobState::running)
        drawProgress(*painter, QRectF(textBox.left(), inner.bottom() - 4, textBox.width(), 2),
            index.data(models::JobModel::progressRole).toDouble(), color);
    painter->restore();
}

} // namespace pult::pages
