// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "contract/config.h"
#include "contract/job.h"

/// The contract's names in the user's language. GUI thread.
namespace pult::models {

[[nodiscard]] QString kindText(contract::Kind kind);
/// "image jobs", for a sentence.
[[nodiscard]] QString kindJobsText(contract::Kind kind);
[[nodiscard]] QString stateText(contract::JobState state);
/// Of a JobParams member: "Width". A name that is not known stands as it is.
[[nodiscard]] QString paramText(std::string_view name);
/// When a change of a setting is in force.
[[nodiscard]] QString appliesText(contract::Applies applies);
/// What failed in one sentence, then the error's own words (see serviceSentence), then when to try
/// again. Never empty.
[[nodiscard]] QString problemText(const Error &error);

} // namespace pult::models
