// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace Ui {
class MainWindow;
}

namespace pult::shell {

class Appearance;
class Session;

/// Lets the menu's choices of theme and language take effect at once, and be kept for the next run.
/// Appearance and session outlive the window. GUI thread.
void connectAppearanceMenu(
    Ui::MainWindow &menu, QMainWindow &window, Appearance &appearance, Session &session);

} // namespace pult::shell
