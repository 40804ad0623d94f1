// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "service/config/liveconfig.h"

namespace pult::test {

/// Revisions kept in memory; fails on demand. Not locked.
class MemoryRevisionStore final : public service::RevisionStore {
public:
    Result<void> append(const Entry &entry) override
    {
        if (fails)
            return fail(ErrorCode::io, "The disk is gone");
        m_entries.push_back(entry);
        return {};
    }

    Result<std::vector<Entry>> entries(std::int64_t before, std::size_t limit) const override
    {
        std::vector<Entry> found;
        for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry)
            if (entry->revision.revision < before && found.size() < limit)
                found.push_back(*entry);
        return found;
    }

    Result<Entry> entry(std::int64_t revision) const override
    {
        for (const Entry &entry : m_entries)
            if (entry.revision.revision == revision)
                return entry;
        return fail(ErrorCode::notFound, "There is no such revision");
    }

    bool fails = false;

private:
    std::vector<Entry> m_entries;
};

} // namespace pult::test
