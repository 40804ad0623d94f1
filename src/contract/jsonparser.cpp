// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/jsonparser.h"

#include <array>
#include <charconv>
#include <cmath>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

namespace pult::contract {

namespace {

namespace json = boost::json;

constexpr std::size_t kMaxDepth = 32;

/// Builds the value as Boost.JSON's own parser does, which however may miss the nearest double by
/// one. Its names are those that basic_parser calls.
class ValueBuilder {
public:
    static constexpr std::size_t max_object_size = json::object::max_size();
    static constexpr std::size_t max_array_size = json::array::max_size();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    using Text = json::string_view;
    using Failure = json::error_code;

    bool on_document_begin(Failure &) { return true; }
    bool on_document_end(Failure &) { return true; }
    bool on_object_begin(Failure &) { return true; }
    bool on_object_end(std::size_t members, Failure &)
    {
        m_stack.push_object(members);
        return true;
    }
    bool on_array_begin(Failure &) { return true; }
    bool on_array_end(std::size_t items, Failure &)
    {
        m_stack.push_array(items);
        return true;
    }
    bool on_key_part(Text part, std::size_t, Failure &)
    {
        m_stack.push_chars(part);
        return true;
    }
    bool on_key(Text rest, std::size_t, Failure &)
    {
        m_stack.push_key(rest);
        return true;
    }
    bool on_string_part(Text part, std::size_t, Failure &)
    {
        m_stack.push_chars(part);
        return true;
    }
    bool on_string(Text rest, std::size_t, Failure &)
    {
        m_stack.push_string(rest);
        return true;
    }
    bool on_number_part(Text, Failure &) { return true; }
    bool on_int64(std::int64_t number, Text, Failure &)
    {
        m_stack.push_int64(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, Text, Failure &)
    {
        m_stack.push_uint64(number);
        return true;
    }
    /// The text is whole, since all of the JSON text is given at once.
    bool on_double(double number, Text text, Failure &failure)
    {
        std::from_chars(text.data(), text.data() + text.size(), number);
        if (!std::isfinite(number)) {
            failure = json::error::exponent_overflow;
            return false;
        }
        m_stack.push_double(number);
        return true;
    }
    bool on_bool(bool flag, Failure &)
    {
        m_stack.push_bool(flag);
        return true;
    }
    bool on_null(Failure &)
    {
        m_stack.push_null();
        return true;
    }
    bool on_comment_part(Text, Failure &) { return true; }
    bool on_comment(Text, Failure &) { return true; }

    [[nodiscard]] json::value release() { return m_stack.release(); }

private:
    std::array<unsigned char, 512> m_memory{}; ///< Of the stack while that is small.
    json::value_stack m_stack{{}, m_memory.data(), m_memory.size()};
};

} // namespace

Result<json::value> parseJson(std::string_view text)
{
    json::parse_options options;
    options.max_depth = kMaxDepth;
    json::basic_parser<ValueBuilder> parser(options);
    json::error_code error;
    const std::size_t consumed = parser.write_some(false, text.data(), text.size(), error);
    if (error)
        return fail(ErrorCode::invalidArgument,
            "Not valid JSON at byte " + std::to_string(consumed) + ": " + error.message());
    if (consumed != text.size())
        return fail(ErrorCode::invalidArgument,
            "Unexpected text behind the JSON at byte " + std::to_string(consumed));
    return parser.handler().release();
}

} // namespace pult::contract
