// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pult::shell {

/// What Pult is, its version and licence. Returns at once. GUI thread.
void openAbout(QWidget *parent);

} // namespace pult::shell
