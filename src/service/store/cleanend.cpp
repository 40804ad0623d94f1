// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/cleanend.h"

#include <array>
#include <cerrno>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "service/runtime/privatefile.h"

namespace pult::service {

namespace {

/// Of the header: "file change counter", 4 bytes (sqlite.org/fileformat2.html, 1.3).
constexpr std::streamoff kChangeCounter = 24;

std::filesystem::path besides(const std::filesystem::path &database, const char *ending)
{
    std::filesystem::path file = database;
    file += ending;
    return file;
}

std::filesystem::path markOf(const std::filesystem::path &database)
{
    return besides(database, ".clean");
}

bool hasLog(const std::filesystem::path &database)
{
    std::error_code error;
    return std::filesystem::exists(besides(database, "-wal"), error) || error;
}

/// The change time tells what size and counter do not: a write in WAL mode need not change either,
/// and nobody can set it. "": there is no such file.
std::string identityOf(const std::filesystem::path &database)
{
    struct stat found { };
    std::array<char, 4> counter{};
    std::ifstream stream(database, std::ios::binary);
    if (!stream.seekg(kChangeCounter).read(counter.data(), std::ssize(counter))
        || ::stat(database.c_str(), &found) != 0)
        return {};
    return fmt::format("inode {}\nbytes {}\nwritten {}.{:09}\nchanged {}.{:09}\ncounter {:02x}\n",
        found.st_ino, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec,
        found.st_ctim.tv_sec, found.st_ctim.tv_nsec, fmt::join(counter, ""));
}

bool syncDirectory(const std::filesystem::path &directory)
{
    const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isSynced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return isSynced;
}

} // namespace

Result<void> markCleanEnd(const std::filesystem::path &database)
{
    const std::string identity = identityOf(database);
    if (identity.empty())
        return fail(ErrorCode::io, database.string() + " cannot be read");
    if (hasLog(database))
        return fail(ErrorCode::conflict, database.string() + " is open elsewhere");
    return writePrivateFile(markOf(database), identity);
}

LastEnd takeCleanEnd(const std::filesystem::path &database)
{
    const std::filesystem::path mark = markOf(database);
    const auto said = readWholeFile(mark);
    if (!said)
        return LastEnd::unknown;
    const bool isSame = *said == identityOf(database) && !hasLog(database);
    const bool isTaken = ::unlink(mark.c_str()) == 0 && syncDirectory(mark.parent_path());
    return isSame && isTaken ? LastEnd::clean : LastEnd::unknown;
}

} // namespace pult::service
