// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "support/temporarydirectory.h"

namespace pult::test {

/// A real disk of a few megabytes that can be filled: a tmpfs which only this process and its
/// children see. The process must have one thread. It stays mounted until the process ends.
class SmallDisk {
public:
    explicit SmallDisk(std::int64_t bytes)
        : m_bytes(bytes)
    {
        m_isMounted = enterNamespace()
            && ::mount("tmpfs", path().c_str(), "tmpfs", 0, sizeOption(bytes).c_str()) == 0;
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

    /// Until not a byte more fits: it becomes as small as what is on it.
    void fill() const
    {
        struct statvfs now { };
        do {
            ::statvfs(path().c_str(), &now);
        } while (!resize(static_cast<std::int64_t>((now.f_blocks - now.f_bfree) * now.f_frsize)));
    }
    void makeRoom() const { resize(m_bytes); }

private:
    /// False: more is on it by now.
    bool resize(std::int64_t bytes) const
    {
        return ::mount(nullptr, path().c_str(), nullptr, MS_REMOUNT, sizeOption(bytes).c_str())
            == 0;
    }

    static std::string sizeOption(std::int64_t bytes) { return "size=" + std::to_string(bytes); }

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

    const std::int64_t m_bytes;
    TemporaryDirectory m_directory;
    bool m_isMounted = false;
};

} // namespace pult::test
