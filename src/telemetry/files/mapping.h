// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "telemetry/files/file.h"

namespace pult::telemetry {

/// A file in memory as far as it is looked at. The file may grow meanwhile, but not shrink. Must
/// not outlive a disk that goes away: reading then ends the process. Any thread.
class Mapping {
public:
    /// Reaches up to the capacity, also where there is no file yet. Errors: io.
    [[nodiscard]] static Result<std::shared_ptr<const Mapping>> of(
        const File &file, std::size_t capacity);
    ~Mapping();
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;

    /// Requires: within the file, and within the capacity.
    [[nodiscard]] ByteView first(std::size_t size) const { return {m_begin, size}; }
    [[nodiscard]] std::size_t capacity() const { return m_capacity; }

private:
    Mapping(const std::uint8_t *begin, std::size_t capacity);

    const std::uint8_t *m_begin;
    std::size_t m_capacity;
};

} // namespace pult::telemetry
