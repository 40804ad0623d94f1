// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <tl/expected.hpp>

namespace pult {

/// Why something failed, in terms that a caller can act on. The set is closed: HTTP statuses and
/// users' texts are made from it at the edges, by tables that cover it whole.
BOOST_DEFINE_ENUM_CLASS(ErrorCode,
    invalidArgument, ///< The input is wrong: the fields say where.
    unauthenticated, ///< No credential, or one that is not known.
    forbidden, ///< The credential is known and does not suffice.
    notFound, ///< There is no such thing.
    conflict, ///< The state does not allow it now.
    stale, ///< The caller worked from an older revision.
    tooLarge, ///< Over a size limit.
    unsupported, ///< Understood, but not offered.
    limited, ///< Over a rate limit: try later.
    unavailable, ///< Down, full or draining: try later.
    deadlineExceeded, ///< Time ran out.
    cancelled, ///< Somebody asked to stop.
    corrupt, ///< What was read is not what was written.
    io, ///< The operating system refused.
    internal) ///< A defect of Pult.

/// One wrong place in an input. The pointer is a JSON pointer (RFC 6901), "" for the whole.
struct FieldError {
    std::string pointer;
    std::string detail;
    bool operator==(const FieldError &) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldError, (), (pointer, detail))

/// A failure as a value. The detail is an English sentence that says what to do; it never holds a
/// secret.
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string detail;
    std::vector<FieldError> fields; ///< Only with invalidArgument.
    /// With limited and unavailable: how long to wait before trying again, if that is known.
    std::optional<std::chrono::duration<double>> retryAfter{};
    bool operator==(const Error &) const = default;
};

/// The only way to fail in Pult. Nothing of ours throws.
template <class T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> fail(ErrorCode code, std::string detail);
[[nodiscard]] tl::unexpected<Error> fail(std::vector<FieldError> fields);

/// The name as written in code and in logs, e.g. "deadlineExceeded".
[[nodiscard]] std::string_view toString(ErrorCode code);

} // namespace pult
