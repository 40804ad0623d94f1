// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QMainWindow>
#include <QPointer>

#include "console/live/localservice.h"
#include "console/shell/pagelist.h"

class QStackedWidget;
class QTabBar;

namespace Ui {
class MainWindow;
}

namespace pult::live {
class ServiceList;
}

namespace pult::pages {
class Banner;
class Page;
} // namespace pult::pages

namespace pult::shell {

class Appearance;
struct Destination;
class Header;
class Sidebar;
class Welcome;

/// What the window stands on; all of it outlives the window.
struct Foundation {
    const Clock &clock;
    live::ServiceList &services;
    Session &session;
    live::LocalService &builtIn;
    Appearance &appearance;
};

/// The console's window: services on the left, the selected one's header and pages on the right.
/// GUI thread.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Foundation &foundation);
    ~MainWindow() override;

    /// None while there is no service.
    [[nodiscard]] live::Service *service() const;
    void showService(const std::string &id);
    /// Declines a name that is not in pageList(), or not offered by the service.
    bool showPage(const QString &id);
    [[nodiscard]] QString currentPage() const;

public Q_SLOTS:
    void addService();
    void editService(const std::string &id);
    void removeService(const std::string &id);
    /// Another window, with this service selected; it lives until it is closed.
    void openWindow(const std::string &id);
    void find();
    void exportHistory();
    void showHelp();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] pages::Page *pageAt(int index) const;
    /// Where Ctrl+K can go to, as far as it is known by now.
    [[nodiscard]] std::vector<Destination> findAll(const QString &text);
    void layOut();
    void makePages();
    void connectMenu();
    void connectBuiltIn();
    void followBuiltIn();
    void toggleBuiltIn();
    void followService();
    void offerPages();
    void followPage(int index);
    void openConnectDialog(const live::ServiceAddress *edited);
    void sayProblem(const Error &reason);
    void retranslate();
    void restoreWindow();
    void saveWindow();

    Foundation m_foundation;
    std::unique_ptr<Ui::MainWindow> m_ui;
    Sidebar *m_sidebar;
    Header *m_header;
    pages::Banner *m_banner;
    QTabBar *m_tabs;
    QStackedWidget *m_pages; ///< In the order of pageList().
    QStackedWidget *m_body; ///< The welcome, or header and pages.
    Welcome *m_welcome;
    std::vector<QAction *> m_pageActions;
    QPointer<live::Service> m_shown;
};

} // namespace pult::shell
