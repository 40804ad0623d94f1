// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/config/settings.h"

namespace pult::service {

/// Settings after an RFC 7396 merge patch: null puts the default back, of one setting or of a
/// whole group. All or nothing: every wrong place is named, and then nothing is changed.
/// Errors: invalidArgument with a pointer for each unknown setting, wrong type and value out of
/// range.
[[nodiscard]] Result<Settings> applyMergePatch(
    const Settings &settings, const boost::json::value &patch);

/// One patch that does what the two do one after the other, but that null takes away what the first
/// one set (RFC 7396, with the first as the document).
[[nodiscard]] boost::json::object mergePatches(
    boost::json::object first, const boost::json::object &second);

} // namespace pult::service
