// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/historymenu.h"

#include <functional>

#include <QCoreApplication>

#include "console/shell/session.h"
#include "console/widgets/messagebox.h"
#include "ui_mainwindow.h"

namespace pult::shell {
namespace {

using settings::ConsoleSettings;

struct HistoryMenu {
    Q_DECLARE_TR_FUNCTIONS(pult::shell::HistoryMenu)
};

void askToKeepLess(QMainWindow &window, const std::function<void()> &keepLess)
{
    widgets::ask(window,
        {QStringLiteral("keepLessQuestion"), HistoryMenu::tr("Keep less history"),
            HistoryMenu::tr("The oldest samples of every service that exceed the new limit are "
                            "removed for good."),
            {}, HistoryMenu::tr("Keep less")},
        keepLess);
}

template <class Value>
using Choices = std::vector<std::pair<QAction *, Value>>;

template <class Value>
void offer(QMenu &menu, QMainWindow &window, Session &session, Value ConsoleSettings::*limit,
    const Choices<Value> &choices)
{
    const auto showChosen = [&session, limit, choices] {
        for (const auto &[action, value] : choices)
            action->setChecked(session.settings().*limit == value);
    };
    for (const auto &[action, value] : choices) {
        const auto choose = [&session, limit, value = value, showChosen] {
            session.change([&](ConsoleSettings &settings) { settings.*limit = value; });
            showChosen();
        };
        QObject::connect(action, &QAction::triggered, &window,
            [&window, &session, limit, value = value, choose, showChosen] {
                showChosen();
                if (value < session.settings().*limit)
                    askToKeepLess(window, choose);
                else
                    choose();
            });
    }
    showChosen();
    // Another window may have changed it.
    QObject::connect(&menu, &QMenu::aboutToShow, &window, showChosen);
}

} // namespace

void connectHistoryMenu(Ui::MainWindow &menu, QMainWindow &window, Session &session)
{
    constexpr Seconds kDay{24 * 3600};
    constexpr std::int64_t kMebibyte = 1 << 20;
    offer<Seconds>(*menu.historyMenu, window, session, &ConsoleSettings::historySpan,
        {{menu.historyDay, kDay}, {menu.historyWeek, 7 * kDay}, {menu.historyMonth, 30 * kDay}});
    offer<std::int64_t>(*menu.historyMenu, window, session, &ConsoleSettings::historyBytes,
        {{menu.historySmall, 100 * kMebibyte}, {menu.historyMedium, 400 * kMebibyte},
            {menu.historyLarge, 2048 * kMebibyte}});
}

} // namespace pult::shell
