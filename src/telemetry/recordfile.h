// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/file.h"
#include "telemetry/record.h"

namespace pult::telemetry {

/// A file of records, with its head written when it is new. A file that is none of ours is never
/// written to. Errors: notFound (only to be read), io, unsupported. Any thread.
[[nodiscard]] Result<File> openRecordFile(
    const std::filesystem::path &path, FileKind kind, File::Mode mode);

} // namespace pult::telemetry
