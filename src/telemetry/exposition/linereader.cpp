// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/linereader.h"

#include <algorithm>

namespace pult::telemetry {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isNameStart(char c, LineReader::Colons colons)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        || (c == ':' && colons == LineReader::Colons::allowed);
}

bool isNamePart(char c, LineReader::Colons colons)
{
    return isNameStart(c, colons) || (c >= '0' && c <= '9');
}

/// What a backslash and that character stand for.
std::string_view unescaped(std::string_view escape)
{
    switch (escape.back()) {
    case 'n':
        return "\n";
    case '\\':
    case '"':
        return escape.substr(1);
    default:
        return escape;
    }
}

} // namespace

void LineReader::skipBlanks()
{
    while (isBlank(peek()))
        ++m_at;
}

bool LineReader::take(char c)
{
    if (atEnd() || peek() != c)
        return false;
    ++m_at;
    return true;
}

std::string_view LineReader::takeToken()
{
    const std::size_t begin = m_at;
    while (!atEnd() && !isBlank(peek()))
        ++m_at;
    return since(begin);
}

std::string_view LineReader::takeUntil(char end)
{
    const std::string_view rest = m_line.substr(m_at);
    const std::string_view token = rest.substr(0, rest.find(end));
    m_at += token.size();
    return token;
}

std::string_view LineReader::takeName(Colons colons)
{
    const std::size_t begin = m_at;
    if (isNameStart(peek(), colons))
        while (isNamePart(peek(), colons))
            ++m_at;
    return since(begin);
}

LineResult<std::string> LineReader::takeQuoted(std::size_t mostBytes)
{
    std::string text;
    while (!atEnd()) {
        const std::size_t room = std::min(mostBytes - text.size(), m_line.size());
        const std::string_view rest = m_line.substr(m_at, room + 1);
        const std::string_view plain = rest.substr(0, rest.find_first_of("\"\\"));
        text += plain;
        m_at += plain.size();
        if (text.size() > mostBytes || take('"'))
            return text;
        const std::string_view escape = m_line.substr(m_at, 2);
        if (escape.size() < 2 || escape[1] == '\n')
            break;
        text += unescaped(escape);
        m_at += escape.size();
        if (text.size() > mostBytes)
            return text;
    }
    return fault("The label's value has no closing quote");
}

} // namespace pult::telemetry
