// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace pult::service {

struct RecordBlob {
    std::string bytes;
    bool operator==(const RecordBlob &) const = default;
};

/// What SQLite keeps in a column: NULL, a number, a text or a blob.
using RecordValue = std::variant<std::monostate, std::int64_t, double, std::string, RecordBlob>;
using Record = std::vector<RecordValue>;

} // namespace pult::service
