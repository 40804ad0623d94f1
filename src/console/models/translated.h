// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace pult::models {

/// A text of this room in the user's language, for functions that belong to no QObject.
[[nodiscard]] inline QString tr(const char *text)
{
    return QCoreApplication::translate("pult::models", text);
}

} // namespace pult::models
