// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/appearancemenu.h"

#include <QActionGroup>

#include "console/shell/appearance.h"
#include "console/shell/session.h"
#include "ui_mainwindow.h"

namespace pult::shell {
namespace {

void connectThemes(
    Ui::MainWindow &menu, QMainWindow &window, Appearance &appearance, Session &session)
{
    using settings::ThemeChoice;
    auto *group = new QActionGroup(&window);
    const std::pair<QAction *, ThemeChoice> choices[] = {{menu.themeSystem, ThemeChoice::system},
        {menu.themeDark, ThemeChoice::dark}, {menu.themeLight, ThemeChoice::light}};
    for (const auto &[action, choice] : choices) {
        group->addAction(action);
        action->setChecked(session.settings().theme == choice);
        QObject::connect(
            action, &QAction::triggered, &window, [&appearance, &session, choice = choice] {
                appearance.setTheme(choice);
                session.change(
                    [choice](settings::ConsoleSettings &settings) { settings.theme = choice; });
            });
    }
}

void connectLanguages(
    Ui::MainWindow &menu, QMainWindow &window, Appearance &appearance, Session &session)
{
    auto *group = new QActionGroup(&window);
    const std::pair<QAction *, const char *> choices[] = {
        {menu.languageEnglish, "en"}, {menu.languageRussian, "ru"}};
    for (const auto &[action, language] : choices) {
        group->addAction(action);
        action->setChecked(appearance.language() == language);
        QObject::connect(action, &QAction::triggered, &window,
            [&appearance, &session, language = std::string(language)] {
                appearance.setLanguage(language);
                session.change(
                    [&](settings::ConsoleSettings &settings) { settings.language = language; });
            });
    }
}

} // namespace

void connectAppearanceMenu(
    Ui::MainWindow &menu, QMainWindow &window, Appearance &appearance, Session &session)
{
    connectThemes(menu, window, appearance, session);
    connectLanguages(menu, window, appearance, session);
}

} // namespace pult::shell
