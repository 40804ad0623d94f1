// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QPointer>
#include <QWidget>

#include "console/live/service.h"
#include "console/models/serieslistmodel.h"
#include "console/pages/pickedline.h"

namespace Ui {
class SeriesPicker;
}

namespace pult::pages {

/// Finds any series of a service by typing, and hands out those that are chosen. Enter in the field
/// chooses, the arrows move in the list. The search runs off this thread. GUI thread.
class SeriesPicker final : public QWidget {
    Q_OBJECT
public:
    explicit SeriesPicker(QWidget *parent = nullptr);
    ~SeriesPicker() override;

    void setService(live::Service *service);
    /// Asks again: series come and go.
    void refresh();

Q_SIGNALS:
    void picked(const pult::pages::PickedLine &line);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void take(telemetry::FoundMetrics found);
    void choose();
    void pick();
    void say();

    std::unique_ptr<Ui::SeriesPicker> m_ui;
    models::SeriesListModel m_found;
    QPointer<live::Service> m_service;
    std::unique_ptr<QObject> m_requests; ///< Context of the current service's replies.
    bool m_isAsking = false;
    bool m_isDue = false; ///< Wanted again while asking.
    bool m_isTyped = false; ///< And what it finds is not here yet.
    bool m_isPickDue = false; ///< Enter came before what was typed was found.
};

} // namespace pult::pages
