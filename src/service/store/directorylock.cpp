// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/directorylock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace pult::service {

Result<std::unique_ptr<DirectoryLock>> DirectoryLock::take(const std::filesystem::path &directory)
{
    const int descriptor = ::open((directory / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(ErrorCode::io, "The data directory cannot be written");
    std::unique_ptr<DirectoryLock> lock(new DirectoryLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::conflict, "Another pultd serves from this data directory");
    return lock;
}

DirectoryLock::DirectoryLock(int descriptor)
    : m_descriptor(descriptor)
{
}

DirectoryLock::~DirectoryLock()
{
    ::close(m_descriptor);
}

} // namespace pult::service
