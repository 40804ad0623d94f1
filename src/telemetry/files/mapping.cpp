// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/files/mapping.h"

#include <cerrno>
#include <sys/mman.h>
#include <system_error>

namespace pult::telemetry {

Result<std::shared_ptr<const Mapping>> Mapping::of(const File &file, std::size_t capacity)
{
    void *begin = ::mmap(nullptr, capacity, PROT_READ, MAP_SHARED, file.descriptor(), 0);
    if (begin == MAP_FAILED)
        return fail(
            ErrorCode::io, file.path().string() + ": " + std::generic_category().message(errno));
    return std::shared_ptr<const Mapping>(
        new Mapping(static_cast<const std::uint8_t *>(begin), capacity));
}

Mapping::Mapping(const std::uint8_t *begin, std::size_t capacity)
    : m_begin(begin)
    , m_capacity(capacity)
{
}

Mapping::~Mapping()
{
    ::munmap(const_cast<std::uint8_t *>(m_begin), m_capacity);
}

} // namespace pult::telemetry
