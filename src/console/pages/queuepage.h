// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "console/live/service.h"
#include "console/models/jobfeed.h"
#include "console/models/jobfiltermodel.h"
#include "console/pages/page.h"

namespace pult::pages {

class Banner;
class JobDetailPanel;
class JobTablePanel;
class QueueKindsPanel;
class ServiceFrame;

/// The queues of a service, its jobs as they come and go, and all about the selected one.
class QueuePage final : public Page {
    Q_OBJECT
public:
    explicit QueuePage(QWidget *parent = nullptr);

    void setService(live::Service *service) override;
    [[nodiscard]] std::vector<Place> findPlaces(const QString &text) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    void connectPanels();
    /// Asks the service for jobs that hold the text, one question at a time.
    void seek(const QString &text);
    void refresh();
    void showSelected();
    void setLive(bool isLive);

    QPointer<live::Service> m_service;
    models::JobModel m_jobs;
    models::JobFilterModel m_filtered;
    models::JobFeed m_feed;
    ServiceFrame *m_frame;
    QueueKindsPanel *m_kinds;
    JobTablePanel *m_table;
    JobDetailPanel *m_detail;
    Banner *m_problem;
    QString m_sought; ///< What the service was asked for last.
    bool m_isSeeking = false;
};

} // namespace pult::pages
