// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "telemetry/files/historyfolder.h"
#include "telemetry/files/record.h"
#include "telemetry/series/seriesindex.h"

namespace pult::telemetry {

/// Which column of a store each series of a source has. A column belongs to a name for good, over
/// restarts too when the book is a file, while a source meets its series in any order. One thread
/// at a time.
///
///     name    u32 column, its name
class SeriesBook {
public:
    /// In memory.
    SeriesBook() = default;
    /// In the folder's file for that name. Errors: io, unsupported (nothing is changed).
    [[nodiscard]] static Result<SeriesBook> open(
        const HistoryFolder &folder, const std::string &name);

    /// The names of the source's next series, each its own. Those never seen get the next columns.
    void bind(const std::vector<std::string> &names);
    /// How many series of the source have been bound.
    [[nodiscard]] std::size_t bound() const { return m_columns.size(); }
    /// Of the source's series, in the source's order.
    [[nodiscard]] std::span<const SeriesIndex> columns() const { return m_columns; }
    /// A row in the source's order as one in the order of the columns; valid until the next.
    [[nodiscard]] std::span<const double> arrange(std::span<const double> values);

    [[nodiscard]] std::optional<SeriesIndex> find(const std::string &name) const;
    /// By column; empty where a name was lost.
    [[nodiscard]] std::span<const std::string_view> names() const { return m_names; }
    /// Bytes that could not be read when it was opened.
    [[nodiscard]] std::size_t lost() const { return m_lost; }
    /// Why new names are not on disk any more.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    [[nodiscard]] bool readName(const Record &record);
    void enter(SeriesIndex column, const std::string &name);
    void write(ByteView records);

    std::optional<File> m_file; ///< None when it is not to be written.
    std::unordered_map<std::string, SeriesIndex> m_byName;
    std::vector<std::string_view> m_names; ///< Of its keys.
    std::vector<SeriesIndex> m_columns;
    std::vector<double> m_row;
    std::size_t m_lost = 0;
    std::optional<Error> m_problem;
};

} // namespace pult::telemetry
