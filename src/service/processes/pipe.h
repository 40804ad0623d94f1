// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace pult::service {

/// Where a child finds its end of the socket.
inline constexpr int kChildDescriptor = 3;
/// Exit code of a child that was refused memory.
inline constexpr int kExitOutOfMemory = 42;

/// Goes before the bytes of every message. Both ends are the same program on the same machine.
struct MessageHead {
    static constexpr std::uint32_t kMaxBytes = 256U << 20U;

    std::uint32_t bytes = 0; ///< At most kMaxBytes.
    /// Of a request: seconds of processor time that it may take.
    /// Of an answer: 0, and the bytes are the result; else 1 + an ErrorCode, and they are its
    /// detail.
    std::uint32_t value = 0;
};

/// The child's blocking ends. False at the end of the stream, and on every error.
[[nodiscard]] bool readAll(int descriptor, void *data, std::size_t size);
[[nodiscard]] bool writeAll(int descriptor, const void *data, std::size_t size);

} // namespace pult::service
