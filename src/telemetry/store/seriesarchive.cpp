// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/seriesarchive.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace pult::telemetry {

namespace {

constexpr std::string_view kPagesSuffix = ".pages";

/// Of "signals.000012.pages" with the name "signals", 12; empty for the name of another file.
std::optional<std::uint64_t> pageNumberOf(std::string_view file, std::string_view name)
{
    const std::string prefix = std::string(name) + '.';
    if (!file.starts_with(prefix) || !file.ends_with(kPagesSuffix)
        || file.size() < prefix.size() + kPagesSuffix.size())
        return {};
    file.remove_prefix(prefix.size());
    file.remove_suffix(kPagesSuffix.size());
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(file.data(), file.data() + file.size(), number);
    if (failure != std::errc() || end != file.data() + file.size())
        return {};
    return number;
}

void dropRowsFrom(WallTime at, std::deque<SealedBlock> &blocks)
{
    while (!blocks.empty() && blocks.back().times().first() >= at)
        blocks.pop_back();
    if (!blocks.empty() && blocks.back().times().last() >= at)
        blocks.back().dropFrom(at);
}

} // namespace

SeriesArchive::SeriesArchive(
    const HistoryFolder &folder, std::string name, std::size_t pageFileBytes)
    : m_folder(folder.path())
    , m_name(std::move(name))
    , m_pageFileBytes(pageFileBytes)
    , m_mode(folder.mode())
{
}

Result<SeriesArchive> SeriesArchive::open(
    const HistoryFolder &folder, const std::string &name, std::size_t pageFileBytes)
{
    SeriesArchive archive(folder, name, pageFileBytes);
    if (const auto opened = archive.openFiles(); !opened)
        return tl::unexpected(opened.error());
    return archive;
}

Result<void> SeriesArchive::openFiles()
{
    for (const std::uint64_t number : pageNumbers())
        if (auto opened = openPages(number, m_pageFileBytes); !opened)
            return opened;
    auto journal = Journal::open(m_folder / (m_name + ".journal"), m_mode);
    if (!journal) {
        if (m_mode == File::Mode::read && journal.error().code == ErrorCode::notFound)
            return {};
        return tl::unexpected(journal.error());
    }
    m_contents.rows = journal->takeRows();
    m_lost += journal->lost();
    m_journal.emplace(std::move(*journal));
    return {};
}

std::vector<std::uint64_t> SeriesArchive::pageNumbers() const
{
    std::vector<std::uint64_t> numbers;
    std::error_code failure;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder, failure))
        if (const auto number = pageNumberOf(entry.path().filename().string(), m_name))
            numbers.push_back(*number);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Result<void> SeriesArchive::openPages(std::uint64_t number, std::size_t capacity)
{
    auto pages = PageFile::open(pathOf(number), m_mode, capacity);
    if (!pages)
        return tl::unexpected(pages.error());
    takeEntries(*pages);
    m_lost += pages->lost();
    m_pages.push_back(std::move(*pages));
    m_lastNumber = number;
    return {};
}

std::filesystem::path SeriesArchive::pathOf(std::uint64_t number) const
{
    constexpr std::size_t kDigits = 6;
    std::string digits = std::to_string(number);
    digits.insert(0, kDigits - std::min(kDigits, digits.size()), '0');
    return m_folder / (m_name + '.' + digits + std::string(kPagesSuffix));
}

void SeriesArchive::takeEntries(PageFile &pages)
{
    for (PageFile::Entry &entry : pages.takeEntries()) {
        const auto *cut = std::get_if<WallTime>(&entry);
        auto *block = std::get_if<SealedBlock>(&entry);
        dropRowsFrom(cut ? *cut : block->times().first(), m_contents.blocks);
        if (block)
            m_contents.blocks.push_back(std::move(*block));
    }
}

void SeriesArchive::append(WallTime at, std::span<const double> values)
{
    if (isWriting())
        note(m_journal->append(at, values));
}

SealedBlock SeriesArchive::store(SealedBlock block)
{
    if (!isWriting())
        return block;
    auto stored = appendToPages(block);
    if (!stored) {
        note(tl::unexpected(stored.error()));
        return block;
    }
    clearJournal();
    return std::move(*stored);
}

Result<SealedBlock> SeriesArchive::appendToPages(const SealedBlock &block)
{
    if (m_pages.empty() || !m_pages.back().hasRoomFor(block)) {
        const std::size_t needed = kFileHeadBytes + PageFile::roomFor(block);
        const auto opened = openPages(m_lastNumber + 1, std::max(m_pageFileBytes, needed));
        if (!opened)
            return tl::unexpected(opened.error());
    }
    return m_pages.back().append(block);
}

void SeriesArchive::cut(WallTime from)
{
    if (isWriting() && !m_pages.empty())
        note(m_pages.back().cut(from));
}

void SeriesArchive::clearJournal()
{
    if (isWriting())
        note(m_journal->clear());
}

void SeriesArchive::keepFrom(WallTime oldest)
{
    while (isWriting() && m_pages.size() > 1 && m_pages.front().newest() < oldest) {
        std::error_code failure;
        std::filesystem::remove(m_pages.front().path(), failure);
        if (failure)
            note(fail(ErrorCode::io, m_pages.front().path().string() + ": " + failure.message()));
        m_pages.pop_front();
    }
}

void SeriesArchive::note(const Result<void> &written)
{
    if (!written && !m_problem)
        m_problem = written.error();
}

} // namespace pult::telemetry
