// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/catalog/metricbook.h"

#include <algorithm>
#include <array>
#include <utility>

#include "telemetry/exposition/linereader.h"
#include "telemetry/files/recordfile.h"

namespace pult::telemetry {

namespace {

constexpr std::array<std::pair<std::string_view, MetricType>, 6> kTypes{{
    {"counter", MetricType::counter},
    {"gauge", MetricType::gauge},
    {"histogram", MetricType::histogram},
    {"summary", MetricType::summary},
    {"info", MetricType::info},
    {"stateset", MetricType::stateset},
}};

/// What a family's samples may have behind its name.
constexpr std::array<std::pair<std::string_view, MetricType>, 8> kSuffixes{{
    {"_total", MetricType::counter},
    {"_created", MetricType::counter},
    {"_bucket", MetricType::histogram},
    {"_sum", MetricType::histogram},
    {"_count", MetricType::histogram},
    {"_sum", MetricType::summary},
    {"_count", MetricType::summary},
    {"_info", MetricType::info},
}};

MetricType typeOf(std::string_view word)
{
    const auto *const found = std::find_if(
        kTypes.begin(), kTypes.end(), [word](const auto &type) { return type.first == word; });
    return found == kTypes.end() ? MetricType::unknown : found->second;
}

/// At most so many bytes, and no part of a character.
std::string_view cutText(std::string_view text, std::size_t longest)
{
    if (text.size() <= longest)
        return text;
    while (longest > 0 && (static_cast<unsigned char>(text[longest]) & 0xC0U) == 0x80U)
        --longest;
    return text.substr(0, longest);
}

std::string withoutEscapes(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char next = text[at] == '\\' && at + 1 < text.size() ? text[at + 1] : '\0';
        const bool isEscape = next == 'n' || next == '\\' || next == '"';
        plain += !isEscape ? text[at] : next == 'n' ? '\n' : next;
        at += isEscape ? 1 : 0;
    }
    return plain;
}

/// Where the next line that is a comment begins; the end without one.
std::size_t nextComment(std::string_view body, std::size_t from)
{
    const std::size_t found = body.find("\n#", from);
    return found == std::string_view::npos ? body.size() : found + 1;
}

/// A HELP in it is cut shorter anyway.
constexpr std::size_t kLongestLine = 2 * MetricBook::kLongestHelp;

void putComment(std::string_view line, Bytes &out)
{
    line = cutText(line, kLongestLine);
    putRecord(RecordType::comment, Bytes(line.begin(), line.end()), out);
}

} // namespace

Result<MetricBook> MetricBook::open(const HistoryFolder &folder, const std::string &name)
{
    MetricBook book;
    auto kept = openGrowingFile(folder.path() / (name + ".comments"), FileKind::comments,
        folder.mode(), [&book](const Record &record) {
            if (record.type != RecordType::comment)
                return false;
            book.readComment(std::string(record.payload.begin(), record.payload.end()));
            return true;
        });
    if (!kept)
        return tl::unexpected(kept.error());
    book.m_file = std::move(kept->file);
    book.m_lost = kept->lost;
    return book;
}

void MetricBook::write(ByteView records)
{
    if (records.empty() || !m_file || m_problem || m_file->size() > kMostFileBytes)
        return;
    if (const auto written = m_file->append(records); !written)
        m_problem = written.error();
}

void MetricBook::read(std::string_view body)
{
    Bytes news;
    std::size_t at = body.starts_with('#') ? 0 : nextComment(body, 0);
    while (at < body.size()) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        const std::string_view line = body.substr(at, end - at);
        if (readComment(line))
            putComment(line, news);
        at = nextComment(body, end);
    }
    write(news);
}

bool MetricBook::readComment(std::string_view line)
{
    LineReader reader(line);
    reader.skip();
    reader.skipBlanks();
    const std::string_view keyword = reader.takeToken();
    reader.skipBlanks();
    const std::string_view name = reader.takeName(LineReader::Colons::allowed);
    reader.skipBlanks();
    const bool isKnown = keyword == "TYPE" || keyword == "HELP" || keyword == "UNIT";
    if (!isKnown || name.empty() || (!find(name) && m_families.size() == kMostFamilies))
        return false;
    MetricInfo &info = m_families[std::string(name)];
    const MetricInfo before = info;
    const std::string_view rest = line.substr(reader.place());
    if (keyword == "TYPE")
        info.type = typeOf(rest);
    else if (keyword == "HELP")
        info.help = withoutEscapes(cutText(rest, kLongestHelp));
    else
        info.unit = rest;
    return info != before;
}

const MetricInfo *MetricBook::find(std::string_view name) const
{
    const auto found = m_families.find(name);
    return found == m_families.end() ? nullptr : &found->second;
}

MetricBook::Family MetricBook::familyOf(std::string_view metric) const
{
    if (const MetricInfo *own = find(metric))
        return {metric, *own};
    for (const auto &[suffix, type] : kSuffixes) {
        if (!metric.ends_with(suffix))
            continue;
        const std::string_view name = metric.substr(0, metric.size() - suffix.size());
        if (const MetricInfo *info = find(name); info && info->type == type)
            return {name, *info};
    }
    return {metric, {}};
}

} // namespace pult::telemetry
