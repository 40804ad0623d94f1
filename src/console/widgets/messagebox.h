// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>

class QMessageBox;
class QWidget;

namespace pult::widgets {

/// What is asked before something that can't be undone.
struct Question {
    QString name; ///< The box's object name; its button's is "confirm".
    QString title;
    QString text;
    QString detail; ///< In smaller letters; may be empty.
    QString confirm; ///< What the button says that does it.
};
/// Calls confirmed if the answer is not to cancel, which is what Enter and Escape do, and if the
/// parent, which owns the box, still lives by then. Returns at once. GUI thread.
void ask(QWidget &parent, const Question &question, std::function<void()> confirmed);

/// Opens a box that goes away when it is closed, and names its buttons, for screen readers, by what
/// they say. Returns at once. GUI thread.
void openMessageBox(QMessageBox &box);

} // namespace pult::widgets
