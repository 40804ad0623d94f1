// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/servicedelegate.h"

#include <QApplication>
#include <QPainter>

#include "console/models/format.h"
#include "console/models/servicelistmodel.h"
#include "console/widgets/servicestatus.h"
#include "console/widgets/sparkline.h"

namespace pult::shell {
namespace {

using widgets::kGrid;

constexpr int kTrendHeight = 2 * kGrid;

/// Waiting jobs, only while that is known to be true.
QString depthText(const live::ServiceState &state)
{
    const auto queued = state.latest(live::signal::kQueued);
    if (state.connection != live::Connection::live || !queued)
        return {};
    return models::formatNumber(*queued);
}

/// Of the tile that a profile names first, which says most.
const std::vector<double> &firstTrend(const live::ServiceState &state)
{
    const bool hasTile = !state.profiles.empty() && !state.profiles.front()->tiles.empty();
    return state.trend(hasTile ? state.profiles.front()->tiles.front().signal : "");
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const widgets::Theme &theme)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    QColor ground = isSelected ? theme.accent : theme.text;
    ground.setAlphaF(isSelected ? 0.18F : 0.06F);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, ground);
    if (isSelected)
        painter.fillRect(
            QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.accent);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(theme.accent);
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace

void ServiceDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *state =
        index.data(models::ServiceListModel::stateRole).value<const live::ServiceState *>();
    if (!state)
        return;
    const widgets::Theme &theme = widgets::currentTheme();
    painter->save();
    paintGround(*painter, option, theme);
    const QRect area = option.rect.adjusted(kGrid + 4, kGrid, -kGrid, -kGrid);
    const int side = option.fontMetrics.ascent() - 2;
    const QRect line(area.topLeft(), QSize(area.width(), option.fontMetrics.height()));
    widgets::paintStatusMark(*painter,
        QRectF(line.left(), line.center().y() - side / 2.0, side, side),
        widgets::statusOf(*state).status, theme);
    const QString depth = depthText(*state);
    painter->setPen(theme.mutedText);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, depth);
    const int depthWidth = option.fontMetrics.horizontalAdvance(depth) + kGrid;
    const QRect nameArea = line.adjusted(side + kGrid, 0, -depthWidth, 0);
    const bool isLive = state->connection == live::Connection::live;
    painter->setPen(isLive ? theme.text : theme.mutedText);
    painter->drawText(nameArea, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, nameArea.width()));
    widgets::paintSparkline(*painter,
        QRectF(
            nameArea.left(), line.bottom() + 5, area.right() - nameArea.left(), kTrendHeight - 4),
        firstTrend(*state), isLive ? theme.accent : theme.border);
    painter->restore();
}

QSize ServiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {16 * kGrid, option.fontMetrics.height() + kTrendHeight + 2 * kGrid};
}

} // namespace pult::shell
