// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/live/servicestate.h"
#include "console/widgets/statusmark.h"

namespace pult::widgets {

/// A service's state in a word and its reasons, in the user's language.
struct ServiceStatus {
    Status status = Status::unknown;
    QString title; ///< "Healthy", "No connection"
    QString reasons; ///< Lines: each check that is not passed, or why there is no connection.
    bool operator==(const ServiceStatus &) const = default;
};

[[nodiscard]] ServiceStatus statusOf(const live::ServiceState &state);

/// For a service whose data are not live: what failed, from when the figures are, and when the next
/// try is. Empty while live, connecting or off.
[[nodiscard]] QString staleText(const live::ServiceState &state);

} // namespace pult::widgets
