// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/files/file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace pult::telemetry {

namespace {

constexpr mode_t kOwnerOnly = 0600;

tl::unexpected<Error> failOn(const std::filesystem::path &path)
{
    const int reason = errno;
    return fail(reason == ENOENT ? ErrorCode::notFound : ErrorCode::io,
        path.string() + ": " + std::generic_category().message(reason));
}

/// Repeats what a signal has interrupted.
template <class Call>
auto uninterrupted(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

bool writeAll(int descriptor, ByteView bytes, std::size_t at)
{
    while (!bytes.empty()) {
        const ssize_t written = uninterrupted([&] {
            return ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(at));
        });
        if (written <= 0)
            return false;
        at += static_cast<std::size_t>(written);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

File::File(int descriptor, std::filesystem::path path, std::size_t size)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
    , m_size(size)
{
}

File::File(File &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
    , m_size(other.m_size)
{
}

File &File::operator=(File &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    std::swap(m_size, other.m_size);
    return *this;
}

File::~File()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<File> File::open(const std::filesystem::path &path, Mode mode)
{
    const int flags = mode == Mode::write ? O_RDWR | O_CREAT : O_RDONLY;
    const int descriptor =
        uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, kOwnerOnly); });
    if (descriptor < 0)
        return failOn(path);
    File file(descriptor, path, 0);
    struct stat status { };
    if (::fstat(descriptor, &status) != 0)
        return failOn(path);
    file.m_size = static_cast<std::size_t>(status.st_size);
    return file;
}

Result<void> File::append(ByteView bytes)
{
    if (!writeAll(m_descriptor, bytes, m_size)) {
        const auto failure = failOn(m_path);
        // A part that stays would be cut at the next opening.
        static_cast<void>(truncate(m_size));
        return failure;
    }
    m_size += bytes.size();
    return {};
}

Result<void> File::truncate(std::size_t size)
{
    if (uninterrupted([&] { return ::ftruncate(m_descriptor, static_cast<off_t>(size)); }) != 0)
        return failOn(m_path);
    m_size = size;
    return {};
}

Result<void> File::sync()
{
    if (uninterrupted([this] { return ::fdatasync(m_descriptor); }) != 0)
        return failOn(m_path);
    return {};
}

Result<Bytes> File::read(std::size_t at, std::size_t size) const
{
    Bytes bytes(size);
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count = uninterrupted([&] {
            return ::pread(
                m_descriptor, bytes.data() + done, size - done, static_cast<off_t>(at + done));
        });
        if (count < 0)
            return failOn(m_path);
        if (count == 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

bool File::tryLock()
{
    return uninterrupted([this] { return ::flock(m_descriptor, LOCK_EX | LOCK_NB); }) == 0;
}

} // namespace pult::telemetry
