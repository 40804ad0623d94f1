// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace pult::service {

/// As the callers of the job service shall see a failure of the store: unavailable for every kind
/// of trouble with the disk, all else as it is.
[[nodiscard]] Error storeFailure(Error error);

} // namespace pult::service
