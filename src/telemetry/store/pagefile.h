// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "telemetry/files/mapping.h"
#include "telemetry/files/record.h"
#include "telemetry/store/blockbuilder.h"

namespace pult::telemetry {

/// One file of sealed blocks, oldest first, mapped: memory follows what is read. One thread at a
/// time.
///
///     times, columns  a block: BlockTimes, then SealedBlock's columns
///     cut             i64 milliseconds: the rows from that time on, of all blocks before this
///                     record, are no more (the clock was set back)
class PageFile {
public:
    /// In the order of writing; a time is a cut.
    using Entry = std::variant<SealedBlock, WallTime>;

    /// Cuts off what is torn, when it may write. It may grow to the capacity.
    /// Errors: notFound (only to be read), io, unsupported (the file is left as it is).
    [[nodiscard]] static Result<PageFile> open(
        const std::filesystem::path &path, File::Mode mode, std::size_t capacity);

    /// What stood in the file when it was opened.
    [[nodiscard]] std::vector<Entry> takeEntries() { return std::exchange(m_entries, {}); }
    /// Bytes that could not be read then.
    [[nodiscard]] std::size_t lost() const { return m_lost; }
    [[nodiscard]] std::size_t size() const { return m_file.size(); }
    [[nodiscard]] const std::filesystem::path &path() const { return m_file.path(); }
    /// The last row of the last block; the earliest of all times without one.
    [[nodiscard]] WallTime newest() const { return m_newest; }

    /// At most this many bytes of a file.
    [[nodiscard]] static std::size_t roomFor(const SealedBlock &block);
    /// Never of a file in an older format, which an older Pult may read on.
    [[nodiscard]] bool hasRoomFor(const SealedBlock &block) const;
    /// The same block in the mapped file. On disk even after a power cut once it returns.
    /// Requires: room for it. Errors: io.
    [[nodiscard]] Result<SealedBlock> append(const SealedBlock &block);
    /// Errors: io.
    [[nodiscard]] Result<void> cut(WallTime from);

private:
    PageFile(File file, std::shared_ptr<const Mapping> mapping);
    /// How far the file is readable.
    [[nodiscard]] std::size_t readEntries();
    void addBlock(BlockTimes times, const Record &columns);

    File m_file;
    std::shared_ptr<const Mapping> m_mapping; ///< Shared with the blocks that lie in it.
    std::vector<Entry> m_entries;
    std::size_t m_lost = 0;
    WallTime m_newest = WallTime::min();
    bool m_isCurrent; ///< Its format.
};

} // namespace pult::telemetry
