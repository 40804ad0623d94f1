// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <new>
#include <vector>

#include "telemetry/store/sealedblock.h"

namespace pult::telemetry {

/// Memory for the columns of a block, in slabs that grow with their number: a few columns cost a
/// few pages, and many thousands lie in huge ones, where a row that touches each of them misses no
/// address translation. One thread at a time.
class ColumnPool {
public:
    /// Columns whole pages apart would all have their newest row in the same few places of a cache.
    static constexpr std::size_t kApart = 64 / sizeof(double);
    using Values = std::array<double, SealedBlock::kMostRows + kApart>;

    /// Room for one, not cleared; it lives as long as the pool.
    [[nodiscard]] Values *take();
    /// For the next to take.
    void giveBack(Values *values) { m_spare.push_back(values); }

    [[nodiscard]] std::size_t bytes() const;

private:
    struct Free {
        std::align_val_t alignment{};
        void operator()(Values *slab) const { ::operator delete(slab, alignment); }
    };

    void grow();

    std::vector<std::unique_ptr<Values, Free>> m_slabs;
    std::vector<Values *> m_spare;
    std::size_t m_columns = 0; ///< In the slabs.
};

} // namespace pult::telemetry
