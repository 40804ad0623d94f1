// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/testresultpanel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

#include "console/models/curlcommand.h"
#include "console/models/format.h"
#include "console/models/labels.h"
#include "ui_testresultpanel.h"

namespace pult::pages {

TestResultPanel::TestResultPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TestResultPanel>())
{
    m_ui->setupUi(this);
    connect(m_ui->again, &QPushButton::clicked, this, [this] { Q_EMIT againWanted(*m_job); });
    connect(m_ui->vary, &QPushButton::clicked, this, [this] { Q_EMIT varyWanted(*m_job); });
    connect(m_ui->copyCurl, &QPushButton::clicked, this, &TestResultPanel::copyAsCurl);
    refresh();
}

TestResultPanel::~TestResultPanel() = default;

void TestResultPanel::setService(live::Service *service)
{
    m_service = service;
    showJob({});
}

void TestResultPanel::showJob(std::optional<contract::Job> job)
{
    m_job = std::move(job);
    refresh();
    if (m_job)
        m_ui->result->showJob(m_service, *m_job);
    else
        m_ui->result->clear();
}

void TestResultPanel::setLive(bool isLive)
{
    m_isLive = isLive;
    refresh();
}

void TestResultPanel::refresh()
{
    const bool hasJob = m_job.has_value();
    m_ui->title->setText(!hasJob ? tr("Select a job to see its result.")
                                 : tr("%1: %2").arg(models::kindText(m_job->kind),
                                     QString::fromStdString(m_job->prompt).simplified()));
    m_ui->again->setEnabled(hasJob && m_isLive);
    const bool hasFile = hasJob && m_job->params.tgs;
    m_ui->vary->setEnabled(hasJob && m_isLive && !hasFile);
    m_ui->vary->setToolTip(hasFile ? tr("A sticker file looks the same each time.") : QString());
    m_ui->copyCurl->setEnabled(hasJob && m_service);
}

void TestResultPanel::copyAsCurl()
{
    if (m_service && m_job)
        QGuiApplication::clipboard()->setText(models::curlCommand(m_service->address(), *m_job));
}

void TestResultPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace pult::pages
