// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <unordered_map>

#include "telemetry/files/rawbytes.h"

namespace pult::telemetry {

/// The packed groups of a block's columns so far. Many series move as another does: the same
/// counter in pages and in bytes, under two names, or of the only one of its kind. Such a one names
/// the other's groups instead of having its own. One thread at a time.
class GroupPool {
public:
    /// Where the same bytes stand further in front of those that begin there and reach to the end;
    /// empty for the first of their kind. Requires: one pool for all that is packed there.
    [[nodiscard]] std::optional<std::size_t> sameAs(const Bytes &packed, std::size_t begin);

private:
    std::unordered_map<std::uint64_t, std::size_t> m_places; ///< By checksum.
};

} // namespace pult::telemetry
