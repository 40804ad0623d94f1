// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include "console/live/makeservicelist.h"
#include "console/settings/memorysecretstore.h"
#include "console/shell/appearance.h"
#include "console/shell/mainwindow.h"
#include "console/shell/session.h"

namespace pult::test {

/// The real window over real services, with settings that are forgotten, and a hand that finds
/// things by objectName and uses mouse and keys. Waiting is bounded and by condition. GUI thread.
class WindowFlow {
public:
    static constexpr int kLimitMs = 20'000;

    /// The list is made by the flow unless one is given.
    explicit WindowFlow(std::unique_ptr<live::ServiceList> services = nullptr,
        const live::LocalService::Options &builtIn = {})
        : m_services(services ? std::move(services) : live::makeServiceList(m_clock, {}))
        , m_session(*m_services, {m_secrets, m_secrets, m_secrets}, std::nullopt)
        , m_builtIn(builtIn)
    {
        m_appearance.setTheme(settings::ThemeChoice::dark);
        m_appearance.setLanguage("en");
        m_window = std::make_unique<shell::MainWindow>(
            shell::Foundation{m_clock, *m_services, m_session, m_builtIn, m_appearance});
        m_window->resize(1280, 800);
    }

    void show()
    {
        m_window->show();
        QVERIFY(giveKeyboard(*m_window));
    }

    [[nodiscard]] shell::MainWindow &window() { return *m_window; }
    [[nodiscard]] live::ServiceList &services() { return *m_services; }
    [[nodiscard]] shell::Session &session() { return m_session; }
    [[nodiscard]] shell::Appearance &appearance() { return m_appearance; }
    [[nodiscard]] live::LocalService &builtIn() { return m_builtIn; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// Null when nothing of this name is visible, dialogs included.
    template <class Widget = QWidget>
    [[nodiscard]] Widget *find(const char *objectName) const
    {
        const QString name = QLatin1String(objectName);
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (auto *own = qobject_cast<Widget *>(top);
                own && own->objectName() == name && own->isVisible())
                return own;
            for (Widget *found : top->findChildren<Widget *>(name))
                if (found->isVisible())
                    return found;
        }
        return nullptr;
    }

    /// Waits for it, then clicks its middle.
    [[nodiscard]] bool click(const char *objectName)
    {
        const bool isThere = QTest::qWaitFor(
            [&] { return find(objectName) && find(objectName)->isEnabled(); }, kLimitMs);
        if (isThere)
            QTest::mouseClick(find(objectName), Qt::LeftButton);
        return isThere;
    }
    /// Clicks into it, replaces what it holds, key by key.
    [[nodiscard]] bool type(const char *objectName, const QString &text)
    {
        if (!click(objectName))
            return false;
        QWidget *field = find(objectName);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        return true;
    }
    /// To what has the focus in the dialog on top, else in the window.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *modal = QApplication::activeModalWidget();
        QWidget *top = modal ? modal : m_window.get();
        QVERIFY(giveKeyboard(*top));
        QWidget *target = top->focusWidget() ? top->focusWidget() : top;
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
    }
    /// A menu's action by its name, as if it were chosen.
    [[nodiscard]] bool choose(const char *actionName)
    {
        auto *action = m_window->findChild<QAction *>(QLatin1String(actionName));
        if (!action || !action->isEnabled())
            return false;
        action->trigger();
        return true;
    }
    template <class Condition>
    [[nodiscard]] bool waitFor(Condition &&condition, int limitMs = kLimitMs) const
    {
        return QTest::qWaitFor(std::forward<Condition>(condition), limitMs);
    }
    [[nodiscard]] bool waitForConnection(live::Connection connection)
    {
        return waitFor([&] {
            const live::Service *service = m_window->service();
            return service && service->state().connection == connection;
        });
    }

private:
    /// Without a window manager nobody else does, neither at first nor after a dialog.
    [[nodiscard]] static bool giveKeyboard(QWidget &top)
    {
        top.activateWindow();
        return QTest::qWaitForWindowActive(&top);
    }

    SystemClock m_clock;
    std::unique_ptr<live::ServiceList> m_services;
    settings::MemorySecretStore m_secrets;
    shell::Session m_session;
    live::LocalService m_builtIn;
    shell::Appearance m_appearance;
    std::unique_ptr<shell::MainWindow> m_window;
};

} // namespace pult::test
