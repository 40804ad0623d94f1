// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
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

    /// Which of the columns that are taken.
    using Slot = std::uint32_t;

    /// The next one, not cleared.
    [[nodiscard]] Slot take();
    /// Requires: taken.
    [[nodiscard]] Values &operator[](Slot slot) const { return *m_columns[slot]; }
    /// None is taken any more.
    void clear() { m_taken = 0; }

    [[nodiscard]] std::size_t bytes() const;

private:
    struct Free {
        std::align_val_t alignment{};
        void operator()(Values *slab) const { ::operator delete(slab, alignment); }
    };

    void grow();

    std::vector<std::unique_ptr<Values, Free>> m_slabs;
    std::vector<Values *> m_columns; ///< Those in the slabs.
    Slot m_taken = 0;
};

} // namespace pult::telemetry
