// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/jobcolumns.h"

#include <QHeaderView>
#include <QTableView>

#include "console/models/jobmodel.h"

namespace pult::pages {

void layOutJobColumns(QTableView &table)
{
    using models::JobModel;
    table.horizontalHeader()->setSectionResizeMode(JobModel::prompt, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{JobModel::state, 120}, {JobModel::kind, 80},
        {JobModel::wait, 72}, {JobModel::run, 72}, {JobModel::created, 112}};
    for (const auto &[column, width] : widths)
        table.setColumnWidth(column, width);
    table.hideColumn(JobModel::attempts);
    table.hideColumn(JobModel::id);
}

} // namespace pult::pages
