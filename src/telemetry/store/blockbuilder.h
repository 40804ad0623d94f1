// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/codec/grouppool.h"
#include "telemetry/store/sealedblock.h"

namespace pult::telemetry {

/// Packs rows of many series, column by column, into a block. One thread at a time.
class BlockBuilder {
public:
    /// Requires: 1 to SealedBlock::kMostRows times, rising.
    explicit BlockBuilder(std::vector<WallTime> times);

    /// The next series' values, one for each row.
    void add(std::span<const double> values);
    /// The next series, when it stands still.
    void addConstant(double value);

    /// Call it last.
    [[nodiscard]] SealedBlock finish();

private:
    std::vector<WallTime> m_times;
    std::vector<std::uint32_t> m_ends;
    Bytes m_packed;
    GroupPool m_pool;
};

} // namespace pult::telemetry
