// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <boost/json/value.hpp>

namespace pult::contract {

/// JSON as people write it, without spaces. A number has the fewest digits that read back as the
/// same one, and an exponent only from 1e21 on and below 1e-6: 180, 0.05, 1e+30; Boost.JSON's own
/// writer would say 1.8E2. JSON has no NaN and no infinity: they become null. Any thread.
[[nodiscard]] std::string jsonText(const boost::json::value &value);

/// The same, piece by piece.
namespace detail {

void appendInteger(std::string &text, std::int64_t number);
void appendNumber(std::string &text, double number);
void appendString(std::string &text, std::string_view string);
/// In which nothing has to be escaped.
void appendPlainString(std::string &text, std::string_view string);
void appendValue(std::string &text, const boost::json::value &value);
/// Ends a list, behind each of whose items stands a comma, or an empty one.
void closeList(std::string &text, char bracket);

} // namespace detail

} // namespace pult::contract
