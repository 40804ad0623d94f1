// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace pult::telemetry {

/// The files of resources/profiles as they are, by their names. Any thread.
[[nodiscard]] std::span<const std::string_view> profileTexts();

} // namespace pult::telemetry
