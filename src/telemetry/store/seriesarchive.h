// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "telemetry/files/historyfolder.h"
#include "telemetry/store/journal.h"
#include "telemetry/store/pagefile.h"

namespace pult::telemetry {

/// The files of one SeriesStore: a journal of its newest rows, and pages of its sealed blocks. Once
/// something cannot be written nothing is written any more: problem() says why, and the store goes
/// on in memory. One thread at a time.
class SeriesArchive {
public:
    /// Each file of pages grows to about that size, so that the oldest can go by itself.
    /// Errors: io, unsupported (nothing is changed).
    [[nodiscard]] static Result<SeriesArchive> open(
        const HistoryFolder &folder, const std::string &name, std::size_t pageFileBytes);

    struct Contents {
        std::deque<SealedBlock> blocks; ///< Oldest first.
        std::vector<Row> rows; ///< As they were written, some perhaps also in the blocks.
    };
    /// What the files held when they were opened.
    [[nodiscard]] Contents takeContents() { return std::exchange(m_contents, {}); }
    /// Bytes that could not be read then.
    [[nodiscard]] std::size_t lost() const { return m_lost; }
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    void append(WallTime at, std::span<const double> values);
    /// Takes all rows of the journal's as a block, and answers it as it lies in its file.
    [[nodiscard]] SealedBlock store(SealedBlock block);
    /// The rows of all blocks from that time on are no more.
    void cut(WallTime from);
    /// No row is left in the journal.
    void clearJournal();
    /// Removes the files whose rows all lie before.
    void keepFrom(WallTime oldest);

private:
    SeriesArchive(const HistoryFolder &folder, std::string name, std::size_t pageFileBytes);
    [[nodiscard]] Result<void> openFiles();
    [[nodiscard]] Result<void> openPages(std::uint64_t number, std::size_t capacity);
    [[nodiscard]] std::vector<std::uint64_t> pageNumbers() const;
    [[nodiscard]] std::filesystem::path pathOf(std::uint64_t number) const;
    [[nodiscard]] Result<SealedBlock> appendToPages(const SealedBlock &block);
    void takeEntries(PageFile &pages);
    [[nodiscard]] bool isWriting() const { return m_mode == File::Mode::write && !m_problem; }
    void note(const Result<void> &written);

    std::filesystem::path m_folder;
    std::string m_name;
    std::size_t m_pageFileBytes;
    File::Mode m_mode;
    std::optional<Journal> m_journal; ///< None when there is none to read.
    std::deque<PageFile> m_pages; ///< Oldest first.
    std::uint64_t m_lastNumber = 0;
    Contents m_contents;
    std::size_t m_lost = 0;
    std::optional<Error> m_problem;
};

} // namespace pult::telemetry
