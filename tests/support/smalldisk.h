// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include "support/temporarydirectory.h"

namespace pult::test {

/// A real disk of a few megabytes that can be filled: a tmpfs which only this process and its
/// children see. The process must have one thread. It stays mounted until the process ends.
class SmallDisk {
public:
    explicit SmallDisk(std::int64_t bytes)
    {
        m_isMounted = enterNamespace()
            && ::mount(
                   "tmpfs", path().c_str(), "tmpfs", 0, ("size=" + std::to_string(bytes)).c_str())
                == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(path().c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    /// False: the system does not let this process mount anything.
    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] const std::filesystem::path &path() const { return m_directory.path(); }

    /// Until not a byte more fits.
    void fill() const
    {
        std::ofstream stream(ballast(), std::ios::binary);
        const std::string piece(4096, 'x');
        while (stream.write(piece.data(), std::ssize(piece)).flush()) { }
    }
    void makeRoom() const { std::filesystem::remove(ballast()); }

private:
    [[nodiscard]] std::filesystem::path ballast() const { return path() / "ballast"; }

    static bool write(const char *file, const std::string &text)
    {
        return std::ofstream(file).write(text.data(), std::ssize(text)).flush().good();
    }

    static bool enterNamespace()
    {
        const std::string user = "0 " + std::to_string(::geteuid()) + " 1\n";
        const std::string group = "0 " + std::to_string(::getegid()) + " 1\n";
        const bool isRoot = ::geteuid() == 0;
        if (::unshare(isRoot ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
            return false;
        if (!isRoot
            && !(write("/proc/self/setgroups", "deny") && write("/proc/self/uid_map", user)
                && write("/proc/self/gid_map", group)))
            return false;
        return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    }

    TemporaryDirectory m_directory;
    bool m_isMounted = false;
};

} // namespace pult::test
