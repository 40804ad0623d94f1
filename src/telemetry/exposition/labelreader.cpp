// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/labelreader.h"

#include <utf8.h>

namespace pult::telemetry {

namespace {

tl::unexpected<LineFault> beyondLimit(std::size_t place, std::string detail)
{
    return tl::unexpected(LineFault{place + 1, std::move(detail), LineFault::Kind::limit});
}

class LabelReader {
public:
    LabelReader(LineReader &reader, ExpositionFormat format, const LineLimits &limits)
        : m_reader(reader)
        , m_format(format)
        , m_limits(limits)
    {
    }

    LineResult<Labels> takeAll()
    {
        Labels labels;
        skipBlanks();
        while (!m_reader.take('}')) {
            if (labels.size() == m_limits.labels)
                return beyondLimit(
                    m_reader.place(), "More than " + std::to_string(m_limits.labels) + " labels");
            if (auto label = takeLabel(labels); !label)
                return tl::unexpected(label.error());
        }
        return labels;
    }

private:
    /// Only text may have them.
    void skipBlanks()
    {
        if (m_format == ExpositionFormat::text)
            m_reader.skipBlanks();
    }

    /// With what may stand before the next.
    LineResult<> takeLabel(Labels &labels)
    {
        const std::size_t begin = m_reader.place();
        const std::string_view name = m_reader.takeName(LineReader::Colons::refused);
        if (name.empty())
            return m_reader.fault("Here must be a label's name");
        if (name == "__name__")
            return tl::unexpected(LineFault{begin + 1, "No label may have this name"});
        if (name.size() > m_limits.labelBytes)
            return beyondLimit(begin, "The label's name is too long");
        skipBlanks();
        if (!m_reader.take('='))
            return m_reader.fault("Here must be '='");
        skipBlanks();
        auto value = takeValue();
        if (!value)
            return tl::unexpected(value.error());
        labels.emplace_back(name, std::move(*value));
        skipBlanks();
        return takeComma();
    }

    LineResult<std::string> takeValue()
    {
        const std::size_t begin = m_reader.place();
        if (!m_reader.take('"'))
            return m_reader.fault("A label's value must be quoted");
        auto value = m_reader.takeQuoted(m_limits.labelBytes);
        if (value && value->size() > m_limits.labelBytes)
            return beyondLimit(begin,
                "The label's value is longer than " + std::to_string(m_limits.labelBytes)
                    + " bytes");
        if (value && !utf8::is_valid(*value))
            return tl::unexpected(LineFault{begin + 1, "The label's value is not UTF-8"});
        return value;
    }

    LineResult<> takeComma()
    {
        const bool isTaken = m_reader.take(',');
        if (m_format == ExpositionFormat::text) {
            skipBlanks();
            return {};
        }
        if (!isTaken && m_reader.peek() != '}')
            return m_reader.fault("Here must be ',' or '}'");
        if (isTaken && m_reader.peek() == '}')
            return m_reader.fault("Here must be a label's name");
        return {};
    }

    LineReader &m_reader;
    ExpositionFormat m_format;
    const LineLimits &m_limits;
};

} // namespace

LineResult<Labels> takeLabels(LineReader &reader, ExpositionFormat format, const LineLimits &limits)
{
    return LabelReader(reader, format, limits).takeAll();
}

} // namespace pult::telemetry
