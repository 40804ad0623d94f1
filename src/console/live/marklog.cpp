// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/marklog.h"

#include <algorithm>

#include "contract/jsontext.h"

namespace pult::live {

namespace {

constexpr std::size_t kShownChanges = 3;

bool isEarlier(const Mark &a, const Mark &b)
{
    return a.at < b.at;
}

std::string valueText(const boost::json::value &value)
{
    const boost::json::string *text = value.if_string();
    return text ? std::string(*text) : contract::jsonText(value);
}

} // namespace

std::string textOf(const std::vector<contract::SettingChange> &changes)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(changes.size(), kShownChanges); ++i)
        text += (i > 0 ? ", " : "") + changes[i].path + ' ' + valueText(changes[i].before) + " → "
            + valueText(changes[i].after);
    if (changes.size() > kShownChanges)
        text += ", +" + std::to_string(changes.size() - kShownChanges);
    return text;
}

void MarkLog::add(const Mark &mark)
{
    m_marks.insert(std::upper_bound(m_marks.begin(), m_marks.end(), mark, isEarlier), mark);
    if (m_marks.size() > kCapacity)
        m_marks.erase(m_marks.begin());
}

void MarkLog::add(const contract::ConfigRevision &revision)
{
    if (!revision.changes.empty() && m_revisions.insert(revision.revision).second)
        add({revision.at, MarkKind::config, textOf(revision.changes), revision.revision});
}

void MarkLog::forgetRevisions()
{
    m_revisions.clear();
    std::erase_if(m_marks, [](const Mark &mark) { return mark.kind == MarkKind::config; });
}

std::vector<Mark> MarkLog::between(WallTime from, WallTime to) const
{
    const auto begin = std::partition_point(
        m_marks.begin(), m_marks.end(), [from](const Mark &mark) { return mark.at < from; });
    const auto end = std::partition_point(
        begin, m_marks.end(), [to](const Mark &mark) { return mark.at <= to; });
    return {begin, end};
}

} // namespace pult::live
