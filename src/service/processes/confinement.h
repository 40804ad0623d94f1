// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

/// What a child does to itself. On its main thread, before it has others.
namespace pult::service {

/// False under the sanitizers, whose own memory is terabytes and whose reports need files.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kLimitsMemoryAndFiles = false;
#else
inline constexpr bool kLimitsMemoryAndFiles = true;
#endif

/// Gives up what the work does not need: memory beyond `memoryBytes` on top of what is mapped by
/// now, new files and descriptors, writing to files, core dumps, new privileges, and outliving the
/// parent. When the host is out of memory the kernel takes it before the service. Whoever is
/// refused memory by operator new ends the process with kExitOutOfMemory. Memory and files stay
/// unlimited unless kLimitsMemoryAndFiles.
void confine(std::int64_t memoryBytes);

/// From now on the process may take so much more processor time on each processor; then the kernel
/// ends it.
void allowProcessorTime(std::chrono::seconds more);

} // namespace pult::service
