// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/error.h"

/// A mark beside a database (FILE.clean) that says: closed in good order, and this is what the file
/// was like then. Whoever finds it need not look through the file, which takes as long as reading
/// it. For the process that holds the directory's lock.
namespace pult::service {

enum class LastEnd {
    clean, ///< Closed in good order, and nobody has touched the file since.
    unknown ///< Killed, cut off from power, restored, written to by something else.
};

/// Leaves the mark, on disk when it answers, with the file's inode, size, times and change counter.
/// The last connection must be closed. Errors: conflict (someone else has it open), io.
[[nodiscard]] Result<void> markCleanEnd(const std::filesystem::path &database);

/// How the database was left. Takes the mark away, durably: before anything is written. A mark that
/// cannot be taken away counts for nothing.
[[nodiscard]] LastEnd takeCleanEnd(const std::filesystem::path &database);

} // namespace pult::service
