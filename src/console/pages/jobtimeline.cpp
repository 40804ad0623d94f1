// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/jobtimeline.h"

#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/widgets/theme.h"

namespace pult::pages {

namespace {

constexpr int kBar = 6;

QString lineText(const QString &event, WallTime at, WallTime now)
{
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td><td>%3</td></tr>")
        .arg(models::formatMoment(at, now), event.toHtmlEscaped());
}

QString timesText(
    const contract::Job &job, std::optional<Seconds> wait, std::optional<Seconds> run, WallTime now)
{
    QString rows = lineText(JobTimeline::tr("Created"), job.created_at, now).arg(QString());
    const auto after = [](const QString &pattern, std::optional<Seconds> length) {
        return QStringLiteral("&nbsp;&nbsp;") + pattern.arg(models::formatDuration(length));
    };
    if (job.started_at)
        rows += lineText(JobTimeline::tr("Started"), *job.started_at, now)
                    .arg(after(JobTimeline::tr("after waiting %1"), wait));
    else if (job.state == contract::JobState::queued)
        rows += QStringLiteral("<tr><td></td><td colspan=2>%1</td></tr>")
                    .arg(JobTimeline::tr("waiting for %1").arg(models::formatDuration(wait)));
    if (job.finished_at)
        rows += lineText(models::stateText(job.state), *job.finished_at, now)
                    .arg(run ? after(JobTimeline::tr("after running %1"), run) : QString());
    else if (job.state == contract::JobState::running)
        rows += QStringLiteral("<tr><td></td><td colspan=2>%1</td></tr>")
                    .arg(JobTimeline::tr("running for %1").arg(models::formatDuration(run)));
    return QStringLiteral("<table cellspacing=0>") + rows + QStringLiteral("</table>");
}

} // namespace

JobTimeline::JobTimeline(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("timelineText"));
    m_text->setTextFormat(Qt::RichText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kBar + 8, 0, 0);
    column->addWidget(m_text);
}

void JobTimeline::setTimes(
    const contract::Job &job, std::optional<Seconds> wait, std::optional<Seconds> run, WallTime now)
{
    m_text->setText(timesText(job, wait, run, now));
    const double total = (wait.value_or(Seconds(0)) + run.value_or(Seconds(0))).count();
    m_hasBar = total > 0;
    m_waitShare = m_hasBar ? wait.value_or(Seconds(0)).count() / total : 0;
    setAccessibleDescription(m_text->text().remove(QRegularExpression(QStringLiteral("<[^>]*>"))));
    update();
}

void JobTimeline::paintEvent(QPaintEvent *)
{
    if (!m_hasBar)
        return;
    const widgets::Theme &theme = widgets::currentTheme();
    QPainter painter(this);
    const QRectF bar(0, 0, width(), kBar);
    painter.fillRect(bar, theme.accent);
    painter.fillRect(QRectF(0, 0, bar.width() * m_waitShare, kBar), theme.mutedText);
}

} // namespace pult::pages
