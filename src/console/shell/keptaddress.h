// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/live/service.h"
#include "console/settings/consolesettings.h"

/// A service's address in two halves: what may stand in the settings, and what must not.
namespace pult::shell {

[[nodiscard]] settings::ServiceEntry entryOf(const live::ServiceAddress &address);
/// The token alone; with headers, a JSON object of the token and their values.
[[nodiscard]] QByteArray secretOf(const live::ServiceAddress &address);
/// Headers whose values the secret does not hold are left out.
[[nodiscard]] live::ServiceAddress addressOf(
    const settings::ServiceEntry &entry, const QByteArray &secret);

} // namespace pult::shell
