// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/recordfile.h"

namespace pult::telemetry {

Result<File> openRecordFile(const std::filesystem::path &path, FileKind kind, File::Mode mode)
{
    auto file = File::open(path, mode);
    if (!file)
        return file;
    if (mode == File::Mode::write && file->size() == 0) {
        Bytes head;
        putFileHead(kind, head);
        if (const auto written = file->append(head); !written)
            return tl::unexpected(written.error());
        return file;
    }
    const auto head = file->read(0, kFileHeadBytes);
    if (!head)
        return tl::unexpected(head.error());
    if (const auto known = readFileHead(*head, kind); !known)
        return fail(known.error().code, path.string() + ": " + known.error().detail);
    return file;
}

} // namespace pult::telemetry
