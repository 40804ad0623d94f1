// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pult::live {
class Service;
}

namespace pult::pages {

/// One page of the main window. GUI thread. A page that is hidden costs nothing: it starts its
/// work in showEvent and stops it in hideEvent.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows another service, or none. The service outlives its showing.
    virtual void setService(live::Service *service) = 0;

Q_SIGNALS:
    /// The user asks for another page, by its name: "test-jobs".
    void pageWanted(const QString &name);
};

} // namespace pult::pages
