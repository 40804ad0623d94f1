// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Loops over whole columns, compiled twice: for any processor, and for one with AVX2, which takes
/// four numbers at once. Any thread.
namespace pult::telemetry {

[[nodiscard]] inline bool hasWideVectors()
{
#ifdef __x86_64__
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

#ifdef __x86_64__
template <auto kFunction, class... Arguments>
[[gnu::target("avx2")]] auto callWide(Arguments... arguments)
{
    return kFunction(arguments...);
}
#endif

/// kFunction(arguments...). Requires: a function that is always inlined.
template <auto kFunction, class... Arguments>
auto callVectorized(Arguments... arguments)
{
#ifdef __x86_64__
    if (hasWideVectors())
        return callWide<kFunction>(arguments...);
#endif
    return kFunction(arguments...);
}

} // namespace pult::telemetry
