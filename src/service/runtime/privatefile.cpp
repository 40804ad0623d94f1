// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/runtime/privatefile.h"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace pult::service {

namespace {

tl::unexpected<Error> failOn(const std::filesystem::path &file)
{
    return fail(ErrorCode::io, file.string() + ": " + std::generic_category().message(errno));
}

bool writeAll(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = write(descriptor, content.data(), content.size());
        if (written < 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return fsync(descriptor) == 0;
}

} // namespace

Result<void> writePrivateFile(const std::filesystem::path &file, std::string_view content)
{
    std::filesystem::path fresh = file;
    fresh += ".new";
    const int descriptor = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failOn(fresh);
    const bool isWritten = writeAll(descriptor, content);
    if (close(descriptor) != 0 || !isWritten || std::rename(fresh.c_str(), file.c_str()) != 0)
        return failOn(file);
    return {};
}

Result<std::string> readWholeFile(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return fail(ErrorCode::notFound, file.string() + " does not exist");
    std::ifstream stream(file, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(stream), {});
    if (!stream.good() && !stream.eof())
        return fail(ErrorCode::io, file.string() + " cannot be read");
    return content;
}

} // namespace pult::service
