// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/linelist.h"

#include <algorithm>

#include <QVBoxLayout>

#include "console/pages/linerow.h"
#include "console/widgets/theme.h"

namespace pult::pages {

namespace {

constexpr std::size_t kShownRows = 4;

} // namespace

LineList::LineList(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_column(new QVBoxLayout(m_content))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(widgets::kGrid / 2);
    m_column->addStretch();
    setWidget(m_content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LineList::setPicked(const std::vector<PickedLine> &picked)
{
    for (LineRow *row : m_rows)
        delete row;
    m_rows.clear();
    for (const PickedLine &each : picked)
        append(each);
    refit();
}

std::vector<PickedLine> LineList::picked() const
{
    std::vector<PickedLine> picked;
    for (const LineRow *row : m_rows)
        picked.push_back(row->picked());
    return picked;
}

std::vector<telemetry::SeriesLine> LineList::lines() const
{
    std::vector<telemetry::SeriesLine> lines;
    for (const LineRow *row : m_rows)
        lines.push_back(row->picked().line);
    return lines;
}

void LineList::add(const PickedLine &picked)
{
    const auto all = lines();
    if (std::find(all.begin(), all.end(), picked.line) != all.end())
        return;
    append(picked);
    refit();
    Q_EMIT changed();
}

void LineList::setReports(const std::vector<live::LineReport> &reports)
{
    for (std::size_t i = 0; i < std::min(reports.size(), m_rows.size()); ++i)
        m_rows[i]->setReport(reports[i]);
}

QSize LineList::sizeHint() const
{
    const std::size_t shown = std::min(m_rows.size(), kShownRows);
    const int height = m_rows.empty() ? 0 : m_rows.front()->sizeHint().height();
    return {40 * widgets::kGrid, static_cast<int>(shown) * (height + widgets::kGrid / 2)};
}

void LineList::append(const PickedLine &picked)
{
    auto *row = new LineRow(picked, m_content);
    m_column->insertWidget(static_cast<int>(m_rows.size()), row);
    m_rows.push_back(row);
    connect(row, &LineRow::changed, this, &LineList::changed);
    connect(row, &LineRow::removeRequested, this, [this, row] { remove(row); });
}

void LineList::remove(LineRow *row)
{
    std::erase(m_rows, row);
    row->hide();
    row->deleteLater();
    refit();
    Q_EMIT changed();
}

void LineList::refit()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setPlace(static_cast<int>(i));
    updateGeometry();
}

} // namespace pult::pages
