// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/historymenu.h"

#include <QActionGroup>

#include "console/shell/session.h"
#include "ui_mainwindow.h"

namespace pult::shell {

void connectHistoryMenu(Ui::MainWindow &menu, QMainWindow &window, Session &session)
{
    constexpr Seconds kDay{24 * 3600};
    const std::pair<QAction *, Seconds> choices[] = {
        {menu.historyDay, kDay}, {menu.historyWeek, 7 * kDay}, {menu.historyMonth, 30 * kDay}};
    auto *group = new QActionGroup(&window);
    for (const auto &[action, span] : choices) {
        group->addAction(action);
        action->setChecked(session.settings().historySpan == span);
        QObject::connect(action, &QAction::triggered, &window, [&session, span = span] {
            session.change(
                [span](settings::ConsoleSettings &settings) { settings.historySpan = span; });
        });
    }
}

} // namespace pult::shell
