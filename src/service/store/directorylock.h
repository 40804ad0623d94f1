// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "base/error.h"

namespace pult::service {

/// One process a data directory: two would run every job twice. Held as long as it lives; the
/// system lets go of it when the process ends, however it ends.
class DirectoryLock {
public:
    /// Errors: io (the directory cannot be written), conflict (another process holds it).
    [[nodiscard]] static Result<std::unique_ptr<DirectoryLock>> take(
        const std::filesystem::path &directory);
    ~DirectoryLock();
    DirectoryLock(const DirectoryLock &) = delete;
    DirectoryLock &operator=(const DirectoryLock &) = delete;

private:
    explicit DirectoryLock(int descriptor);

    int m_descriptor;
};

} // namespace pult::service
