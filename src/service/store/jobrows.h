// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/encodetext.h"
#include "service/store/jobstore.h"
#include "service/store/sqlitequery.h"

/// Jobs as rows of the table `jobs`.
namespace pult::service {

/// What readJob() reads, in its order; one of the two below comes last.
inline constexpr std::string_view kJobColumns =
    "id, kind, state, priority, client, prompt, params, timeout_s, created_at, queued_at, "
    "attempts, started_at, finished_at, run_s, error, result, ";
/// The last of them: the sticker file, or nothing instead, because it may be large.
inline constexpr std::string_view kWithFile = "tgs";
inline constexpr std::string_view kWithoutFile = "NULL";

/// The row that the query stands on. Errors: corrupt.
[[nodiscard]] Result<StoredJob> readJob(const SqliteQuery &row);

/// Errors: corrupt.
[[nodiscard]] Result<contract::Kind> kindOf(std::int64_t number);

/// JSON, or nothing.
template <class T>
[[nodiscard]] std::optional<std::string> encodeIfAny(const std::optional<T> &value)
{
    return value ? std::optional(contract::encodeText(*value)) : std::nullopt;
}

/// Enumerators as the numbers that are kept.
template <class T>
[[nodiscard]] std::int64_t numberOf(T enumerator)
{
    return static_cast<std::int64_t>(enumerator);
}
template <class T>
[[nodiscard]] std::optional<std::int64_t> numberOf(const std::optional<T> &enumerator)
{
    return enumerator ? std::optional(numberOf(*enumerator)) : std::nullopt;
}

} // namespace pult::service
