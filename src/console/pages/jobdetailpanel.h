// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QPointer>
#include <QWidget>

#include "console/live/service.h"
#include "console/models/jobmodel.h"

namespace Ui {
class JobDetailPanel;
}

namespace pult::pages {

/// All about one job: its times, why it waits, what it was asked, what came back or went wrong;
/// with cancel and retry. GUI thread.
class JobDetailPanel final : public QWidget {
    Q_OBJECT
public:
    /// The jobs outlive the panel.
    explicit JobDetailPanel(const models::JobModel &jobs, QWidget *parent = nullptr);
    ~JobDetailPanel() override;

    void setService(live::Service *service);
    /// Empty: none.
    void showJob(std::optional<contract::JobId> id);
    /// The job changed, or time passed.
    void refresh(WallTime now);
    void setActionsEnabled(bool enabled);

Q_SIGNALS:
    /// An action changed the job.
    void jobChanged(const pult::contract::Job &job);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Action = void (live::Service::*)(contract::JobId, QObject *, live::Reply<contract::Job>);

    [[nodiscard]] const contract::Job *job() const;
    void show(const contract::Job &job);
    void refreshActions(const contract::Job &job);
    void act(Action action, const QString &underway, const QString &done);
    void say(const QString &text, const char *role);

    std::unique_ptr<Ui::JobDetailPanel> m_ui;
    const models::JobModel &m_jobs;
    QPointer<live::Service> m_service;
    std::optional<contract::JobId> m_id;
    WallTime m_now;
    bool m_areActionsEnabled = true;
    bool m_isActing = false;
};

} // namespace pult::pages
