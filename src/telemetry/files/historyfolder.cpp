// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/files/historyfolder.h"

#include <system_error>

namespace pult::telemetry {

HistoryFolder::HistoryFolder(std::filesystem::path path, std::optional<File> lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

Result<HistoryFolder> HistoryFolder::open(const std::filesystem::path &path)
{
    std::error_code failure;
    std::filesystem::create_directories(path, failure);
    if (failure)
        return fail(ErrorCode::io, path.string() + ": " + failure.message());
    std::filesystem::permissions(path, std::filesystem::perms::owner_all, failure);
    auto lock = File::open(path / "lock", File::Mode::write);
    if (!lock)
        return tl::unexpected(lock.error());
    if (!lock->tryLock())
        return HistoryFolder(path, std::nullopt);
    return HistoryFolder(path, std::move(*lock));
}

Result<void> HistoryFolder::remove(const std::string &name) const
{
    std::error_code failure;
    for (const auto &entry : std::filesystem::directory_iterator(m_path, failure))
        if (entry.path().filename().string().starts_with(name + '.') && !failure)
            std::filesystem::remove(entry.path(), failure);
    if (failure)
        return fail(ErrorCode::io, m_path.string() + ": " + failure.message());
    return {};
}

File::Mode HistoryFolder::mode() const
{
    return m_lock ? File::Mode::write : File::Mode::read;
}

} // namespace pult::telemetry
