// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "service/store/record.h"

namespace pult::service {

/// The rows of these jobs, by the 16 bytes of their ids, that stand in some page of the file: of
/// each the latest, with the columns in the order of kJobColumns, then tgs and bytes.
[[nodiscard]] std::vector<Record> findLostJobs(
    const std::filesystem::path &file, const std::set<std::string> &ids);

} // namespace pult::service
