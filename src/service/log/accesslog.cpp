// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/log/accesslog.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace pult::service {

namespace {

Result<int> openForAppending(const std::filesystem::path &file)
{
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return fail(ErrorCode::io,
            "The access log " + file.string() + " cannot be written: " + std::strerror(errno));
    return descriptor;
}

} // namespace

Result<std::unique_ptr<AccessLog>> AccessLog::open(std::filesystem::path file)
{
    return openForAppending(file).map([&](int descriptor) {
        return std::unique_ptr<AccessLog>(new AccessLog(std::move(file), descriptor));
    });
}

AccessLog::AccessLog(std::filesystem::path file, int descriptor)
    : m_file(std::move(file))
    , m_descriptor(descriptor)
{
}

AccessLog::~AccessLog()
{
    ::close(m_descriptor);
}

void AccessLog::write(const AccessRecord &record) const
{
    fmt::memory_buffer line;
    fmt::format_to(std::back_inserter(line),
        R"({{"at":"{}","id":"{}","client":"{}","method":"{}","route":"{}","status":{},"bytes":{},"took_s":{:.6f}}})"
        "\n",
        toString(record.at), record.id, record.client, record.method, record.route, record.status,
        record.bytes, record.took.count());
    static_cast<void>(::write(m_descriptor, line.data(), line.size()) < 0);
}

Result<void> AccessLog::reopen()
{
    const auto descriptor = openForAppending(m_file);
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    // In one step, so that writers never meet a closed descriptor.
    ::dup3(*descriptor, m_descriptor, O_CLOEXEC);
    ::close(*descriptor);
    return {};
}

} // namespace pult::service
