// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include "service/store/record.h"

/// The records in the pages of a database's file, whether or not a way leads to them: for a damaged
/// one, whose inner pages no longer do. sqlite.org/fileformat2.html, 1.6 and 2.1.
namespace pult::service {

/// Visits every record that can be read whole of the trees whose keys are no numbers: the tables
/// WITHOUT ROWID and the indexes. Among them are records of pages that are no longer in use: what
/// has been deleted, and older versions. Pages that are in the log alone are not looked at.
void visitRecords(
    const std::filesystem::path &file, const std::function<void(const Record &)> &visit);

} // namespace pult::service
