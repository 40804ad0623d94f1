// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMessageBox;

namespace pult::widgets {

/// Opens a box that goes away when it is closed, and names its buttons, for screen readers, by what
/// they say. Where it can be cancelled, Enter does so. Returns at once. GUI thread.
void openMessageBox(QMessageBox &box);

} // namespace pult::widgets
