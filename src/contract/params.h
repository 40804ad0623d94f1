// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "contract/job.h"

namespace pult::contract {

/// One parameter that a kind takes: the service checks by it, the console builds its form from it.
struct ParamSpec {
    std::string_view name; ///< Member of JobParams.
    std::optional<std::int64_t> JobParams::*member = nullptr;
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
    std::int64_t fallback = 0; ///< Taken when absent.
    std::int64_t step = 1; ///< What a form steps by; not a requirement.
    std::string_view unit; ///< "px" or empty.
};

/// What the kind takes, in the order of a form. Lives as long as the program.
[[nodiscard]] std::span<const ParamSpec> paramSpecs(Kind kind);

/// What a sticker takes instead when params.tgs is given, besides its format.
[[nodiscard]] std::span<const ParamSpec> stickerFileSpecs();

/// Checks prompt, parameters, priority and timeout against the kind; pointers are those of the
/// request's body. Errors: invalidArgument.
[[nodiscard]] Result<void> validate(
    Kind kind, const GenerateRequest &request, Seconds longestTimeout);

/// The parameters with every absent one that the kind takes filled in; the seed, if absent, is
/// derived from the prompt so that the same request gives the same result.
[[nodiscard]] JobParams withDefaults(Kind kind, const GenerateRequest &request);

} // namespace pult::contract
