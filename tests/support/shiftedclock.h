// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/temporarydirectory.h"

namespace pult::test {

/// The wall clock of programs that are started while it lives, put forward and back while they run
/// (libfaketime); clocks that only advance are left alone. Sets the environment: make it before
/// there are threads.
class ShiftedClock {
public:
    ShiftedClock()
    {
        if (!isThere())
            return;
        shiftBy(std::chrono::minutes(0));
        ::setenv("LD_PRELOAD", kLibrary, 1);
        ::setenv("FAKETIME_TIMESTAMP_FILE", file().c_str(), 1);
        ::setenv("FAKETIME_NO_CACHE", "1", 1);
        ::setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1", 1);
        ::setenv("NO_FAKE_STAT", "1", 1);
    }
    ~ShiftedClock() { ::unsetenv("LD_PRELOAD"); }
    ShiftedClock(const ShiftedClock &) = delete;
    ShiftedClock &operator=(const ShiftedClock &) = delete;

    /// False: the library is not installed, or a sanitizer does not let it in.
    [[nodiscard]] bool isThere() const
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return false;
#else
        return std::filesystem::exists(kLibrary);
#endif
    }

    /// From now on, against the true time.
    void shiftBy(std::chrono::minutes shift) const
    {
        const auto next = m_directory.path() / "next";
        std::ofstream(next) << (shift.count() < 0 ? "" : "+") << shift.count() << "m\n";
        std::filesystem::rename(next, file());
    }

private:
    static constexpr const char *kLibrary =
        "/usr/lib/" PULT_LIBRARY_ARCHITECTURE "/faketime/libfaketimeMT.so.1";

    [[nodiscard]] std::filesystem::path file() const
    {
        return m_directory.path() / "shift";
    }

    TemporaryDirectory m_directory;
};

} // namespace pult::test
