// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pult::test {

/// Holds a page to the rules of OpenMetrics 1.0 that a parser which also takes Prometheus text lets
/// pass: "# EOF" once and last, each family described before its samples and in one piece, samples
/// named as their family's type wants it.
class OpenMetricsCheck {
public:
    /// What is wrong, a sentence each.
    [[nodiscard]] static std::vector<std::string> faultsIn(std::string_view page)
    {
        OpenMetricsCheck check;
        while (!page.empty()) {
            const std::size_t end = page.find('\n');
            if (end == std::string_view::npos) {
                check.fault("the last line has no end", page);
                break;
            }
            check.take(page.substr(0, end));
            page.remove_prefix(end + 1);
        }
        if (!check.m_hasEnded)
            check.fault("the end is missing", "");
        return check.m_faults;
    }

private:
    void fault(const std::string &why, std::string_view line)
    {
        m_faults.push_back(why + ": " + std::string(line));
    }

    void take(std::string_view line)
    {
        if (m_hasEnded)
            fault("something stands behind the end", line);
        else if (line == "# EOF")
            m_hasEnded = true;
        else if (line.starts_with("# TYPE ") || line.starts_with("# HELP "))
            describe(line);
        else if (line.starts_with('#') || line.empty())
            fault("neither a description nor a sample", line);
        else
            sample(line);
    }

    void describe(std::string_view line)
    {
        const bool isType = line.starts_with("# TYPE ");
        line.remove_prefix(7);
        const std::size_t blank = line.find(' ');
        const std::string name(line.substr(0, blank));
        if (name != m_family && !m_families.insert(name).second)
            fault("a family in two pieces", line);
        if (name != m_family)
            m_type.clear();
        m_family = name;
        if (isType)
            m_type = line.substr(blank + 1);
        if (isType && !kSuffixes.contains(m_type))
            fault("no type of OpenMetrics", line);
    }

    void sample(std::string_view line)
    {
        const std::string_view name = line.substr(0, line.find_first_of("{ "));
        const auto suffixes = kSuffixes.find(m_type);
        if (suffixes == kSuffixes.end())
            return fault("a sample of no type", line);
        for (const std::string &suffix : suffixes->second)
            if (name == m_family + suffix)
                return;
        fault("not named after its family " + m_family, line);
    }

    static inline const std::map<std::string, std::vector<std::string>, std::less<>> kSuffixes{
        {"counter", {"_total", "_created"}},
        {"gauge", {""}},
        {"histogram", {"_bucket", "_count", "_sum", "_created"}},
        {"unknown", {""}},
    };

    std::string m_family;
    std::string m_type;
    std::set<std::string> m_families;
    bool m_hasEnded = false;
    std::vector<std::string> m_faults;
};

} // namespace pult::test
