// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/jobdetailpanel.h"

#include <QEvent>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/models/servicesentence.h"
#include "console/widgets/style.h"
#include "contract/params.h"
#include "ui_jobdetailpanel.h"

namespace pult::pages {

namespace {

bool isRetryable(contract::JobState state)
{
    return contract::isFinal(state) && state != contract::JobState::succeeded;
}

QString paramsText(const contract::Job &job)
{
    QStringList parts;
    for (const contract::ParamSpec &spec : contract::paramSpecs(job.kind)) {
        if (const auto value = job.params.*spec.member)
            parts << QStringLiteral("%1 %2").arg(
                models::paramText(spec.name), QString::number(*value));
    }
    parts << JobDetailPanel::tr("priority %1").arg(job.priority);
    parts << JobDetailPanel::tr("time limit %1").arg(models::formatDuration(job.timeout_s));
    parts << JobDetailPanel::tr("attempts %1").arg(job.attempts);
    return parts.join(QStringLiteral(" · "));
}

/// Why it does not run yet, or what went wrong; empty when there is nothing to tell.
QString reasonText(const contract::Job &job)
{
    if (job.error)
        return models::serviceSentence(job.error->detail);
    if (job.state != contract::JobState::queued)
        return {};
    QStringList parts;
    if (job.waiting_for)
        parts << JobDetailPanel::tr("Why it waits: %1")
                     .arg(models::serviceSentence(*job.waiting_for));
    else if (job.position)
        parts << JobDetailPanel::tr("%1 jobs before it").arg(models::formatCount(*job.position));
    if (job.eta_s)
        parts << JobDetailPanel::tr("starts in about %1").arg(models::formatDuration(*job.eta_s));
    return parts.join(QStringLiteral(", "));
}

} // namespace

JobDetailPanel::JobDetailPanel(const models::JobModel &jobs, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::JobDetailPanel>())
    , m_jobs(jobs)
{
    m_ui->setupUi(this);
    connect(m_ui->cancelJob, &QPushButton::clicked, this,
        [this] { act(&live::Service::cancel, tr("Cancelling…"), tr("Cancelled.")); });
    connect(m_ui->retryJob, &QPushButton::clicked, this,
        [this] { act(&live::Service::retry, tr("Queueing again…"), tr("Queued again.")); });
    showJob({});
}

JobDetailPanel::~JobDetailPanel() = default;

void JobDetailPanel::setService(live::Service *service)
{
    m_service = service;
    showJob({});
}

const contract::Job *JobDetailPanel::job() const
{
    return m_id ? m_jobs.find(*m_id) : nullptr;
}

void JobDetailPanel::showJob(std::optional<contract::JobId> id)
{
    if (m_id != id)
        m_ui->outcome->hide();
    m_id = id;
    m_isActing = false;
    if (!job())
        m_ui->result->clear();
    refresh(m_now);
}

void JobDetailPanel::refresh(WallTime now)
{
    m_now = now;
    const contract::Job *shown = job();
    m_ui->stack->setCurrentWidget(shown ? m_ui->jobPage : m_ui->nonePage);
    if (shown)
        show(*shown);
}

void JobDetailPanel::show(const contract::Job &job)
{
    m_ui->title->setText(
        tr("%1: %2").arg(models::kindText(job.kind), models::stateText(job.state)));
    m_ui->id->setText(QString::fromStdString(toString(job.id)));
    m_ui->timeline->setTimes(job, m_jobs.waitOf(job), m_jobs.runOf(job), m_now);
    const QString reason = reasonText(job);
    m_ui->reason->setText(reason);
    m_ui->reason->setVisible(!reason.isEmpty());
    widgets::setRole(*m_ui->reason, job.error ? "error" : "muted");
    m_ui->params->setText(paramsText(job));
    if (const QString prompt = QString::fromStdString(job.prompt);
        m_ui->prompt->toPlainText() != prompt)
        m_ui->prompt->setPlainText(prompt);
    m_ui->result->showJob(m_service, job);
    refreshActions(job);
}

void JobDetailPanel::refreshActions(const contract::Job &job)
{
    const bool canAct = m_areActionsEnabled && !m_isActing && m_service;
    m_ui->cancelJob->setEnabled(canAct && !contract::isFinal(job.state));
    m_ui->retryJob->setEnabled(canAct && isRetryable(job.state));
}

void JobDetailPanel::setActionsEnabled(bool enabled)
{
    m_areActionsEnabled = enabled;
    refresh(m_now);
}

void JobDetailPanel::act(Action action, const QString &underway, const QString &done)
{
    if (!m_service || !m_id)
        return;
    m_isActing = true;
    say(underway, "muted");
    refresh(m_now);
    (m_service->*action)(*m_id, this, [this, done, id = *m_id](const Result<contract::Job> &job) {
        if (job)
            Q_EMIT jobChanged(*job);
        if (m_id != id)
            return;
        m_isActing = false;
        say(job ? done : models::problemText(job.error()), job ? "muted" : "error");
        refresh(m_now);
    });
}

void JobDetailPanel::say(const QString &text, const char *role)
{
    m_ui->outcome->setText(text);
    widgets::setRole(*m_ui->outcome, role);
    m_ui->outcome->show();
}

void JobDetailPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh(m_now);
    }
    QWidget::changeEvent(event);
}

} // namespace pult::pages
