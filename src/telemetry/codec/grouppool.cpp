// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/grouppool.h"

#include <algorithm>

#include "telemetry/files/record.h"

namespace pult::telemetry {

std::optional<std::size_t> GroupPool::sameAs(const Bytes &packed, std::size_t begin)
{
    const ByteView groups = ByteView(packed).subspan(begin);
    const auto [known, isNew] = m_places.try_emplace(checksumOf(groups), begin);
    if (isNew || known->second + groups.size() > begin)
        return {};
    const ByteView other = ByteView(packed).subspan(known->second, groups.size());
    return std::equal(groups.begin(), groups.end(), other.begin()) ? std::optional(known->second)
                                                                   : std::nullopt;
}

} // namespace pult::telemetry
