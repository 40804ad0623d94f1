// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/codec/rowcodec.h"
#include "telemetry/files/file.h"

namespace pult::telemetry {

/// The rows that are in no block yet, one record each, appended as they come. A process that is
/// killed loses at most the row that it was writing. One thread at a time.
class Journal {
public:
    /// Cuts off what is torn, when it may write. Errors: notFound (only to be read), io,
    /// unsupported (the file is left as it is).
    [[nodiscard]] static Result<Journal> open(const std::filesystem::path &path, File::Mode mode);

    /// What stood in the file when it was opened, in the order of writing.
    [[nodiscard]] std::vector<Row> takeRows() { return std::exchange(m_rows, {}); }
    /// Bytes that could not be read then.
    [[nodiscard]] std::size_t lost() const { return m_lost; }

    /// Errors: io.
    [[nodiscard]] Result<void> append(WallTime at, std::span<const double> values);
    /// Forgets all rows. Errors: io.
    [[nodiscard]] Result<void> clear();

private:
    explicit Journal(File file);
    /// How far the file is readable.
    [[nodiscard]] std::size_t readRows(ByteView file);

    File m_file;
    std::vector<Row> m_rows;
    std::size_t m_lost = 0;
    std::vector<double> m_before; ///< The row that the next one is packed against.
    Bytes m_payload; ///< Both are reused by each row.
    Bytes m_record;
};

} // namespace pult::telemetry
