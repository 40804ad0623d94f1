// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/numberlist.h"

#include <algorithm>

#include <QPainter>

#include "console/models/format.h"
#include "console/widgets/theme.h"

namespace pult::pages {
namespace {

using widgets::kGrid;

constexpr int kPointerRole = Qt::UserRole;
constexpr int kHeight = 18 * kGrid;
/// More are rarely meant all.
constexpr std::size_t kMostTicked = 24;

template <class List, class Same>
bool holds(const List &list, Same same)
{
    return std::any_of(list.begin(), list.end(), same);
}

} // namespace

NumberList::NumberList(QWidget *parent)
    : QListWidget(parent)
{
    setFixedHeight(kHeight);
    setUniformItemSizes(true);
}

void NumberList::setChosen(const std::vector<std::string> &pointers)
{
    clear();
    for (const std::string &pointer : pointers)
        append(pointer, {}, Qt::Checked);
}

void NumberList::show(const std::vector<telemetry::JsonNumber> &numbers)
{
    const std::vector<std::string> before = chosen();
    const bool isFirst = count() == 0;
    clear();
    for (const telemetry::JsonNumber &number : numbers) {
        const bool isTicked = isFirst
            ? static_cast<std::size_t>(count()) < kMostTicked
            : holds(before, [&](const std::string &each) { return each == number.pointer; });
        append(number.pointer, models::formatNumber(number.value),
            isTicked ? Qt::Checked : Qt::Unchecked);
    }
    for (const std::string &pointer : before)
        if (!holds(numbers, [&](const auto &number) { return number.pointer == pointer; }))
            append(pointer, models::formatUnknown(), Qt::Checked);
}

std::vector<std::string> NumberList::chosen() const
{
    std::vector<std::string> pointers;
    for (int row = 0; row < count(); ++row)
        if (item(row)->checkState() == Qt::Checked)
            pointers.push_back(item(row)->data(kPointerRole).toString().toStdString());
    return pointers;
}

void NumberList::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(kGrid, kGrid, -kGrid, -kGrid),
        Qt::AlignCenter | Qt::TextWordWrap,
        tr("Test the connection, and the numbers of the document stand here to be chosen."));
}

void NumberList::append(const std::string &pointer, const QString &value, Qt::CheckState state)
{
    const QString name = QString::fromStdString(pointer);
    auto *item = new QListWidgetItem(
        value.isEmpty() ? name : QStringLiteral("%1  =  %2").arg(name, value), this);
    item->setData(kPointerRole, name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
}

} // namespace pult::pages
