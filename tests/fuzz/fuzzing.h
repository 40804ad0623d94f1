// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// What every target of this folder is: one function that must bring up with any input whatever,
/// without a crash, a leak or undefined behaviour, and without a requirement that does not hold.
/// libFuzzer calls it in the preset `fuzz`; fuzzmain.cpp in every other.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace pult::fuzz {

/// Ends the program when it does not hold: both callers show the input then.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", what);
    std::abort();
}

[[nodiscard]] inline std::string textOf(const std::uint8_t *data, std::size_t size)
{
    return size == 0 ? std::string() : std::string(reinterpret_cast<const char *>(data), size);
}

} // namespace pult::fuzz
