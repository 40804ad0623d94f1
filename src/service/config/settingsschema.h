// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>

namespace pult::service {

/// JSON Schema 2020-12 of all settings: an object a group, a property a setting, with x-unit,
/// x-applies, x-group and x-advice. Built once; any thread.
[[nodiscard]] const boost::json::object &settingsSchema();

} // namespace pult::service
