// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QWidget>

namespace pult::live {
class Service;
}

namespace pult::pages {

/// Something on a page that can be gone to by typing a part of its name.
struct Place {
    QString title;
    QString sort; ///< "Setting", "Job"
    std::function<void()> show; ///< Selects it on the page, which is shown by then.
};

/// One page of the main window. GUI thread. A page that is hidden costs nothing: it starts its
/// work in showEvent and stops it in hideEvent.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows another service, or none. The service outlives its showing.
    virtual void setService(live::Service *service) = 0;

    /// What is known by now and holds the text, in any case; asks for the rest, and says
    /// placesChanged when that is there.
    [[nodiscard]] virtual std::vector<Place> findPlaces(const QString & /*text*/) { return {}; }

Q_SIGNALS:
    void placesChanged();
    /// The user asks for another page, by its name: "test-jobs".
    void pageWanted(const QString &name);
};

} // namespace pult::pages
