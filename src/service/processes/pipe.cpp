// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/pipe.h"

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace pult::service {

bool readAll(int descriptor, void *data, std::size_t size)
{
    auto *next = static_cast<char *>(data);
    while (size > 0) {
        const ssize_t count = ::read(descriptor, next, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        next += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

bool writeAll(int descriptor, const void *data, std::size_t size)
{
    const auto *next = static_cast<const char *>(data);
    while (size > 0) {
        const ssize_t count = ::send(descriptor, next, size, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        next += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

} // namespace pult::service
