// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/linereader.h"

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

std::optional<char> unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case '\\':
    case '"':
        return c;
    default:
        return {};
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

std::string_view LineReader::takeName(Colons colons)
{
    const std::size_t begin = m_at;
    if (isNameStart(peek(), colons))
        while (isNamePart(peek(), colons))
            ++m_at;
    return since(begin);
}

LineResult<std::string> LineReader::takeQuoted()
{
    std::string text;
    while (!atEnd()) {
        if (take('"'))
            return text;
        if (!take('\\')) {
            text += peek();
            ++m_at;
            continue;
        }
        const auto resolved = unescaped(peek());
        if (!resolved)
            return fault("Only \\\\, \\\" and \\n are escapes");
        text += *resolved;
        ++m_at;
    }
    return fault("The label's value has no closing quote");
}

} // namespace pult::telemetry
