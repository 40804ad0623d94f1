// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/resultfiles.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <boost/asio/post.hpp>

#include "service/store/diskspace.h"

namespace pult::service {

namespace {

constexpr std::string_view kUnfinished = ".part";

tl::unexpected<Error> systemError(const std::filesystem::path &path)
{
    return fail(ErrorCode::io, path.string() + ": " + std::generic_category().message(errno));
}

/// An open file or directory.
class Descriptor {
public:
    Descriptor(const std::filesystem::path &path, int flags)
        : m_path(path)
        , m_number(::open(path.c_str(), flags | O_CLOEXEC, 0600))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] Result<void> write(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_number, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR)
                return systemError(m_path);
            bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
        }
        return {};
    }
    [[nodiscard]] Result<void> sync() const
    {
        if (m_number < 0 || ::fsync(m_number) != 0)
            return systemError(m_path);
        return {};
    }

private:
    const std::filesystem::path &m_path;
    int m_number;
};

Result<void> writeDurably(const std::filesystem::path &path, std::string_view bytes)
{
    const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
    return file.write(bytes).and_then([&] { return file.sync(); });
}

Result<void> renameDurably(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return systemError(to);
    const std::filesystem::path directory = to.parent_path();
    return Descriptor(directory, O_RDONLY | O_DIRECTORY).sync();
}

Result<void> place(const std::filesystem::path &path, std::string_view bytes)
{
    std::filesystem::path unfinished = path;
    unfinished += kUnfinished;
    return writeDurably(unfinished, bytes).and_then([&] {
        return renameDurably(unfinished, path);
    });
}

/// Calls visit(path) for every file until it sets its error.
template <class Visit>
Result<void> visitFiles(const std::filesystem::path &directory, Visit visit)
{
    std::error_code error;
    std::filesystem::directory_iterator files(directory, error);
    for (; !error && files != std::filesystem::directory_iterator(); files.increment(error))
        visit(files->path(), error);
    if (error)
        return fail(ErrorCode::io, directory.string() + ": " + error.message());
    return {};
}

Result<void> prepare(const std::filesystem::path &directory)
{
    std::error_code created;
    std::filesystem::create_directories(directory, created);
    return visitFiles(directory, [](const std::filesystem::path &file, std::error_code &error) {
        if (file.extension() == kUnfinished)
            std::filesystem::remove(file, error);
    });
}

Result<void> removeFiles(const std::vector<std::filesystem::path> &files)
{
    for (const std::filesystem::path &file : files) {
        if (::unlink(file.c_str()) != 0 && errno != ENOENT)
            return systemError(file);
    }
    return {};
}

Result<std::vector<contract::JobId>> jobsIn(const std::filesystem::path &directory)
{
    std::vector<contract::JobId> ids;
    return visitFiles(directory, [&](const std::filesystem::path &file, std::error_code &) {
        if (const auto id = contract::JobId::parse(file.filename().string()))
            ids.push_back(*id);
    }).map([&] { return std::move(ids); });
}

} // namespace

ResultFiles::ResultFiles(std::filesystem::path directory)
    : m_directory(std::move(directory))
{
}

Result<std::unique_ptr<ResultFiles>> ResultFiles::open(const std::filesystem::path &directory)
{
    auto files = std::unique_ptr<ResultFiles>(new ResultFiles(directory / "results"));
    return prepare(files->m_directory).map([&] { return std::move(files); });
}

ResultFiles::~ResultFiles()
{
    m_thread.join();
}

Result<void> ResultFiles::checkRoom() const
{
    return service::checkRoom(m_directory);
}

void ResultFiles::write(contract::JobId id, std::shared_ptr<const std::string> bytes,
    std::function<void(Result<void>)> done)
{
    boost::asio::post(
        m_thread, [path = pathOf(id), content = std::move(bytes), finish = std::move(done)] {
            finish(place(path, *content));
        });
}

void ResultFiles::remove(
    const std::vector<contract::JobId> &ids, std::function<void(Result<void>)> done)
{
    std::vector<std::filesystem::path> paths;
    paths.reserve(ids.size());
    for (const contract::JobId &id : ids)
        paths.push_back(pathOf(id));
    boost::asio::post(m_thread,
        [files = std::move(paths), finish = std::move(done)] { finish(removeFiles(files)); });
}

void ResultFiles::list(std::function<void(Result<std::vector<contract::JobId>>)> done)
{
    boost::asio::post(m_thread, [this, finish = std::move(done)] { finish(jobsIn(m_directory)); });
}

std::filesystem::path ResultFiles::pathOf(contract::JobId id) const
{
    return m_directory / toString(id);
}

} // namespace pult::service
