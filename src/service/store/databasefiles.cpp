// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/databasefiles.h"

#include <unistd.h>

namespace pult::service {

namespace fs = std::filesystem;

fs::path withSuffix(const fs::path &file, std::string_view suffix)
{
    fs::path longer = file;
    longer += suffix;
    return longer;
}

Result<void> copyDatabase(const fs::path &file, const fs::path &copy)
{
    std::error_code error;
    fs::copy_file(file, copy, error);
    const fs::path log = withSuffix(file, "-wal");
    if (!error && fs::exists(log) && !fs::is_empty(log))
        fs::copy_file(log, withSuffix(copy, "-wal"), error);
    ::sync();
    return doneUnless(error, copy);
}

Result<void> removeDatabase(const fs::path &file)
{
    std::error_code error;
    for (const std::string_view suffix : {"-shm", "-wal", ""})
        if (!error)
            fs::remove(withSuffix(file, suffix), error);
    return doneUnless(error, file);
}

Result<void> doneUnless(const std::error_code &error, const fs::path &file)
{
    if (error)
        return fail(ErrorCode::io, file.string() + ": " + error.message());
    return {};
}

} // namespace pult::service
