// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/clock.h"

namespace pult::service {

/// One request as the access log tells it. Nothing of it is the client's own text but the id, which
/// has letters, digits, '-', '_' and '.' alone.
struct AccessRecord {
    WallTime at; ///< When it was answered.
    std::string_view id; ///< X-Request-Id
    std::string_view client; ///< "token:ID" or "address:ADDRESS"
    std::string_view method;
    std::string_view route; ///< The template: no path, no query.
    unsigned status = 0;
    std::uint64_t bytes = 0; ///< Of the body; 0 for a stream.
    Seconds took{0};
};

/// A JSON line a request, appended to a file with one write each, so that a killed process loses
/// none and several may share the file. Any thread. What cannot be written is not.
class AccessLog {
public:
    /// Made with mode 0600 when it is missing. Errors: io.
    [[nodiscard]] static Result<std::unique_ptr<AccessLog>> open(std::filesystem::path file);
    ~AccessLog();
    AccessLog(const AccessLog &) = delete;
    AccessLog &operator=(const AccessLog &) = delete;

    void write(const AccessRecord &record) const;
    /// Opens the file again, after a rotation has moved it. Errors: io; then it goes on as it was.
    Result<void> reopen();

private:
    AccessLog(std::filesystem::path file, int descriptor);

    std::filesystem::path m_file;
    int m_descriptor; ///< The same number as long as the log lives.
};

} // namespace pult::service
