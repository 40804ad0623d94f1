// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace pult::service {

/// Makes an Asio operation awaitable, with its error as the first of what it answers: nothing of
/// ours throws.
inline constexpr auto kAsTuple = boost::asio::as_tuple(boost::asio::use_awaitable);

} // namespace pult::service
