// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

#include "console/live/chartdata.h"
#include "contract/config.h"

namespace pult::live {

/// "workers.image 2 → 8, log.level info → debug": what a revision changed, values as they are.
[[nodiscard]] std::string textOf(const std::vector<contract::SettingChange> &changes);

/// What happened to one service, by time. Keeps the newest kCapacity. GUI thread.
class MarkLog {
public:
    static constexpr std::size_t kCapacity = 1000;

    void add(const Mark &mark);
    /// Each revision once, however often it is told. One that changed nothing leaves no mark.
    void add(const contract::ConfigRevision &revision);
    /// Revisions belong to a service's data: forget them when those are others.
    void forgetRevisions();

    /// With from <= at <= to, oldest first.
    [[nodiscard]] std::vector<Mark> between(WallTime from, WallTime to) const;

private:
    std::vector<Mark> m_marks; ///< By time.
    std::set<std::int64_t> m_revisions;
};

} // namespace pult::live
