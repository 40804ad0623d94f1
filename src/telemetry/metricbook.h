// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pult::telemetry {

enum class MetricType { unknown, counter, gauge, histogram, summary, info, stateset };

/// What a service says of a metric family. A value.
struct MetricInfo {
    MetricType type = MetricType::unknown;
    std::string help; ///< Escapes resolved.
    std::string unit; ///< "seconds"; empty: none.
    bool operator==(const MetricInfo &) const = default;
};

/// The comments of a target's scrapes: TYPE, HELP and UNIT. One thread at a time.
class MetricBook {
public:
    static constexpr std::size_t kMostFamilies = 50'000;
    static constexpr std::size_t kLongestHelp = 1024; ///< Bytes; what is longer is cut.

    /// Takes in the comments of a scrape; the newest word on a family counts.
    void read(std::string_view body);

    struct Family {
        std::string_view name; ///< As in its comments; the metric's own when nothing is known.
        MetricInfo info;
    };
    /// To which a sample of this name belongs: "x_bucket" to the histogram "x".
    [[nodiscard]] Family familyOf(std::string_view metric) const;

private:
    void readComment(std::string_view line);
    [[nodiscard]] const MetricInfo *find(std::string_view name) const;

    std::map<std::string, MetricInfo, std::less<>> m_families;
};

} // namespace pult::telemetry
