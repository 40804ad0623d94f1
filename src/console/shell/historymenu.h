// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace Ui {
class MainWindow;
}

namespace pult::shell {

class Session;

/// Lets the menu choose how long the past of the services is kept, and in how much room; less than
/// before only when the user has confirmed it. What the settings file alone names is none of its
/// choices. The session outlives the window. GUI thread.
void connectHistoryMenu(Ui::MainWindow &menu, QMainWindow &window, Session &session);

} // namespace pult::shell
