// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/columnpool.h"

#include <algorithm>

#include <sys/mman.h>

namespace pult::telemetry {

namespace {

constexpr std::size_t kCacheLineBytes = 64;
constexpr std::size_t kHugePage = std::size_t(2) << 20U;
constexpr std::size_t kFewestColumns = 4;

/// A quarter more than there are; whole huge pages where it is so many.
std::size_t slabBytes(std::size_t columns)
{
    const std::size_t bytes = std::max(kFewestColumns, columns / 4) * sizeof(ColumnPool::Values);
    return bytes < kHugePage ? bytes : bytes / kHugePage * kHugePage;
}

} // namespace

ColumnPool::Slot ColumnPool::take()
{
    if (m_taken == m_columns.size())
        grow();
    return m_taken++;
}

void ColumnPool::grow()
{
    const std::size_t bytes = slabBytes(m_columns.size());
    const bool isHuge = bytes >= kHugePage;
    const std::align_val_t alignment{isHuge ? kHugePage : kCacheLineBytes};
    auto *slab = static_cast<Values *>(::operator new(bytes, alignment));
    m_slabs.emplace_back(slab, Free{alignment});
    if (isHuge)
        ::madvise(slab, bytes, MADV_HUGEPAGE);
    for (std::size_t i = 0; i < bytes / sizeof(Values); ++i)
        m_columns.push_back(slab + i);
}

std::size_t ColumnPool::bytes() const
{
    return m_columns.size() * sizeof(Values) + m_slabs.capacity() * sizeof(m_slabs[0])
        + m_columns.capacity() * sizeof(m_columns[0]);
}

} // namespace pult::telemetry
