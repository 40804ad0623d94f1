// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>

#include "base/error.h"

namespace pult::service {

/// Checks the layers and assets of an animation: there are layers, no asset is a picture (the
/// renderer would open any file that one names), no composition contains itself, and all uses of
/// all compositions make at most kMaxLottieLayers layers. Any thread.
/// Errors: invalidArgument, tooLarge.
[[nodiscard]] Result<void> checkLottieComps(const boost::json::object &animation);

} // namespace pult::service
