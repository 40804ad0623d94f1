// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace pult::live {
class Service;
class ServiceList;
} // namespace pult::live

namespace pult::models {
class ServiceListModel;
}

namespace pult::shell {

class ServiceView;

/// Every connected service; the selected one is what the pages show. GUI thread.
class Sidebar final : public QWidget {
    Q_OBJECT
public:
    /// The list must outlive the sidebar.
    explicit Sidebar(live::ServiceList &services, QWidget *parent = nullptr);

    /// None when the list is empty.
    [[nodiscard]] live::Service *current() const;
    void select(const std::string &id);

Q_SIGNALS:
    void currentChanged();
    void addRequested();
    void windowRequested(const std::string &id);
    void editRequested(const std::string &id);
    void removeRequested(const std::string &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMenu(const QPoint &at);
    void selectSomething();
    void retranslate();
    [[nodiscard]] std::string currentId() const;

    live::ServiceList &m_services;
    models::ServiceListModel *m_model;
    QLabel *m_title;
    ServiceView *m_view;
    QPushButton *m_add;
};

} // namespace pult::shell
