// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/error.h"
#include "telemetry/files/rawbytes.h"

namespace pult::telemetry {

/// A file that grows at its end. Its owner alone may read it. One thread at a time.
class File {
public:
    enum class Mode { write, read };

    /// Makes it when it is missing and may be written. Errors: notFound, io.
    [[nodiscard]] static Result<File> open(const std::filesystem::path &path, Mode mode);
    File(File &&other) noexcept;
    File &operator=(File &&other) noexcept;
    ~File();

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// All of it or nothing. Once it returns, the bytes outlive the process. Errors: io.
    [[nodiscard]] Result<void> append(ByteView bytes);
    /// Errors: io.
    [[nodiscard]] Result<void> truncate(std::size_t size);
    /// Once it returns, what was appended outlives a power cut. Errors: io.
    [[nodiscard]] Result<void> sync();
    /// As many bytes as there are. Errors: io.
    [[nodiscard]] Result<Bytes> read(std::size_t at, std::size_t size) const;
    /// Until this object ends, against every other one. Declines while another has it.
    [[nodiscard]] bool tryLock();

private:
    File(int descriptor, std::filesystem::path path, std::size_t size);

    int m_descriptor = -1;
    std::filesystem::path m_path;
    std::size_t m_size = 0;
};

} // namespace pult::telemetry
