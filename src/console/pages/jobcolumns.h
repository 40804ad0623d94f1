// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace pult::pages {

/// The columns of a table of jobs: the prompt gets what the others leave. The table has its model.
/// GUI thread.
void layOutJobColumns(QTableView &table);

} // namespace pult::pages
