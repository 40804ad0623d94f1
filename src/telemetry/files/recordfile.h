// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "telemetry/files/file.h"
#include "telemetry/files/record.h"

namespace pult::telemetry {

/// A file of records, with its head written when it is new. A file that is none of ours is never
/// written to. Errors: notFound (only to be read), io, unsupported. Any thread.
[[nodiscard]] Result<File> openRecordFile(
    const std::filesystem::path &path, FileKind kind, File::Mode mode);

/// A file of records that is read whole when it is opened, and only grows.
struct GrowingFile {
    std::optional<File> file; ///< None when it is not to be written.
    std::size_t lost = 0; ///< Bytes that could not be read.
};

/// `take` gets each intact record and answers whether it belongs there. Where it is to be written,
/// what was torn off at its end is cut; where it is only to be read, it may be missing.
/// Errors: io, unsupported. Any thread.
[[nodiscard]] Result<GrowingFile> openGrowingFile(const std::filesystem::path &path, FileKind kind,
    File::Mode mode, const std::function<bool(const Record &)> &take);

} // namespace pult::telemetry
