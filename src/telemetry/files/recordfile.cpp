// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/files/recordfile.h"

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

Result<GrowingFile> openGrowingFile(const std::filesystem::path &path, FileKind kind,
    File::Mode mode, const std::function<bool(const Record &)> &take)
{
    auto file = openRecordFile(path, kind, mode);
    if (!file && mode == File::Mode::read && file.error().code == ErrorCode::notFound)
        return GrowingFile();
    if (!file)
        return tl::unexpected(file.error());
    const auto bytes = file->read(0, file->size());
    if (!bytes)
        return tl::unexpected(bytes.error());
    const RecordScan scan = scanRecords(*bytes);
    GrowingFile growing;
    growing.lost = scan.lost;
    for (const Record &record : scan.records)
        if (!isIntact(record) || !take(record))
            growing.lost += record.payload.size();
    if (mode == File::Mode::read)
        return growing;
    if (scan.end < bytes->size())
        if (const auto cut = file->truncate(scan.end); !cut)
            return tl::unexpected(cut.error());
    growing.file.emplace(std::move(*file));
    return growing;
}

} // namespace pult::telemetry
