// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

namespace pult::models {

/// A sentence that a service, the network or the console's lower rooms give in English (why a
/// request failed, a job waits, a check does not pass), in the user's language. What the console
/// does not know stands as it is. GUI thread.
[[nodiscard]] QString serviceSentence(const QString &english);
[[nodiscard]] QString serviceSentence(const std::string &english);

} // namespace pult::models
