// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "telemetry/files/historyfolder.h"
#include "telemetry/files/rawbytes.h"

namespace pult::telemetry {

enum class MetricType { unknown, counter, gauge, histogram, summary, info, stateset };

/// What a service says of a metric family. A value.
struct MetricInfo {
    MetricType type = MetricType::unknown;
    std::string help; ///< Escapes resolved.
    std::string unit; ///< "seconds"; empty: none.
    bool operator==(const MetricInfo &) const = default;
};

/// The comments of a target's scrapes: TYPE, HELP and UNIT; over restarts too when the book is a
/// file. One thread at a time.
///
///     comment  a line, as it came; the newest word on a family counts
class MetricBook {
public:
    static constexpr std::size_t kMostFamilies = 50'000;
    static constexpr std::size_t kLongestHelp = 1024; ///< Bytes; what is longer is cut.
    /// Of its file, about; beyond them no more is kept there.
    static constexpr std::size_t kMostFileBytes = std::size_t(16) << 20U;

    /// In memory.
    MetricBook() = default;
    /// In the folder's file for that name. Errors: io, unsupported (nothing is changed).
    [[nodiscard]] static Result<MetricBook> open(
        const HistoryFolder &folder, const std::string &name);

    /// Takes in the comments of a scrape; the newest word on a family counts.
    void read(std::string_view body);

    struct Family {
        std::string_view name; ///< As in its comments; the metric's own when nothing is known.
        MetricInfo info;
    };
    /// To which a sample of this name belongs: "x_bucket" to the histogram "x".
    [[nodiscard]] Family familyOf(std::string_view metric) const;

    /// Bytes that could not be read when it was opened.
    [[nodiscard]] std::size_t lost() const { return m_lost; }
    /// Why new comments are not on disk any more.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    /// Answers whether it says anything new.
    bool readComment(std::string_view line);
    void write(ByteView records);
    [[nodiscard]] const MetricInfo *find(std::string_view name) const;

    std::optional<File> m_file; ///< None when it is not to be written.
    std::map<std::string, MetricInfo, std::less<>> m_families;
    std::size_t m_lost = 0;
    std::optional<Error> m_problem;
};

} // namespace pult::telemetry
