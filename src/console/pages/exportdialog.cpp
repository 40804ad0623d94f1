// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/exportdialog.h"

#include <cmath>

#include <QEvent>
#include <QFileDialog>
#include <QPushButton>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "ui_exportdialog.h"

namespace pult::pages {
namespace {

using widgets::Status;

/// What else the list of ranges offers besides spans in seconds up to the newest sample.
constexpr int kEverything = 0;
constexpr int kBetween = -1;

/// Those of the charts.
constexpr std::chrono::seconds kSpans[] = {std::chrono::minutes(5), std::chrono::minutes(15),
    std::chrono::hours(1), std::chrono::hours(6), std::chrono::hours(24),
    std::chrono::hours(7 * 24)};

/// Before it, nobody can say how long the rest takes.
constexpr double kLeastShare = 0.02;

} // namespace

ExportDialog::ExportDialog(live::Service &service, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_service(&service)
    , m_clock(clock)
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("historyExport"));
    QSizePolicy alwaysThere = m_ui->exportProgress->sizePolicy();
    alwaysThere.setRetainSizeWhenHidden(true);
    m_ui->exportProgress->setSizePolicy(alwaysThere);
    offerRanges();
    showRunning(false);
    m_ui->exportStart->setEnabled(false);
    connect(m_ui->exportRange, &QComboBox::currentIndexChanged, this, &ExportDialog::followRange);
    for (QDateTimeEdit *edit : {m_ui->exportFrom, m_ui->exportTo})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &ExportDialog::chooseRangeBetween);
    connect(m_ui->exportStart, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_ui->exportStop, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(&service, &QObject::destroyed, this, [this] {
        stop();
        reject();
    });
    service.keptSpan(this, [this](const Result<std::optional<live::KeptSpan>> &kept) {
        showKept(kept.value_or(std::nullopt));
    });
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::reject()
{
    if (!m_run)
        return QDialog::reject();
    stop();
    say(Status::warning, tr("Given up. Nothing was written."));
}

void ExportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        offerRanges();
        showRunning(m_run != nullptr);
        adjustSize();
    }
    QDialog::changeEvent(event);
}

void ExportDialog::offerRanges()
{
    const QSignalBlocker quiet(m_ui->exportRange);
    const int chosen = std::max(m_ui->exportRange->currentIndex(), 0);
    m_ui->exportRange->clear();
    m_ui->exportRange->addItem(tr("Everything that is kept"), kEverything);
    for (const std::chrono::seconds span : kSpans)
        m_ui->exportRange->addItem(
            tr("The last %1").arg(models::formatDuration(Seconds(span))), int(span.count()));
    m_ui->exportRange->addItem(tr("Between two moments"), kBetween);
    m_ui->exportRange->setCurrentIndex(chosen);
}

void ExportDialog::showKept(const std::optional<live::KeptSpan> &kept)
{
    m_kept = kept;
    if (!kept)
        return say(Status::warning, tr("Nothing is kept of this service yet."));
    for (QDateTimeEdit *edit : {m_ui->exportFrom, m_ui->exportTo}) {
        const QSignalBlocker quiet(edit);
        edit->setDateTimeRange(models::toDateTime(kept->oldest), models::toDateTime(kept->newest));
    }
    followRange();
}

void ExportDialog::followRange()
{
    const int range = m_ui->exportRange->currentData().toInt();
    if (!m_kept || range == kBetween)
        return;
    const WallTime from =
        range == kEverything ? m_kept->oldest : m_kept->newest - std::chrono::seconds(range);
    const QSignalBlocker quietFrom(m_ui->exportFrom);
    const QSignalBlocker quietTo(m_ui->exportTo);
    m_ui->exportFrom->setDateTime(models::toDateTime(std::max(from, m_kept->oldest)));
    m_ui->exportTo->setDateTime(models::toDateTime(m_kept->newest));
    m_ui->exportStart->setEnabled(true);
    say(Status::unknown, {});
}

void ExportDialog::chooseRangeBetween()
{
    const QSignalBlocker quiet(m_ui->exportRange);
    m_ui->exportRange->setCurrentIndex(m_ui->exportRange->findData(kBetween));
    const bool isOrdered = m_ui->exportFrom->dateTime() <= m_ui->exportTo->dateTime();
    m_ui->exportStart->setEnabled(isOrdered);
    if (isOrdered)
        say(Status::unknown, {});
    else
        say(Status::warning, tr("The range ends before it begins."));
}

void ExportDialog::chooseFile()
{
    auto *chooser = new QFileDialog(this, tr("Export history"));
    chooser->setObjectName(QStringLiteral("exportFile"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({tr("OpenMetrics text (*.om)"), tr("All files (*)")});
    chooser->setDefaultSuffix(QStringLiteral("om"));
    QString name = QString::fromStdString(m_service->address().name);
    chooser->selectFile(name.replace(QLatin1Char('/'), QLatin1Char('-')) + QLatin1String(".om"));
    connect(chooser, &QFileDialog::fileSelected, this, &ExportDialog::write);
    chooser->open();
}

live::ExportQuery ExportDialog::query(const QString &file) const
{
    live::ExportQuery query{file.toStdString()};
    if (m_ui->exportRange->currentData().toInt() == kEverything)
        return query;
    query.from = models::toWallTime(m_ui->exportFrom->dateTime());
    // The fields show whole seconds.
    query.to = models::toWallTime(m_ui->exportTo->dateTime()) + std::chrono::milliseconds(999);
    return query;
}

void ExportDialog::write(const QString &file)
{
    if (!m_service)
        return;
    m_file = file;
    m_begun = m_clock.now();
    m_run = std::make_unique<QObject>();
    showRunning(true);
    showProgress({});
    m_service->exportSeries(query(file), m_run.get(),
        [this](const Result<live::ExportProgress> &progress) { follow(progress); });
}

void ExportDialog::follow(const Result<live::ExportProgress> &progress)
{
    if (progress && !progress->isDone)
        return showProgress(*progress);
    stop();
    if (!progress)
        say(Status::bad, models::problemText(progress.error()));
    else
        say(Status::good,
            tr("%1 samples written to %2")
                .arg(models::formatCount(static_cast<std::int64_t>(progress->samples)), m_file));
}

void ExportDialog::showProgress(const live::ExportProgress &progress)
{
    m_ui->exportProgress->setValue(
        static_cast<int>(std::lround(progress.share * m_ui->exportProgress->maximum())));
    QString text = tr("%1 samples written")
                       .arg(models::formatCount(static_cast<std::int64_t>(progress.samples)));
    if (progress.share >= kLeastShare) {
        const Seconds rest = (m_clock.now() - m_begun) * ((1 - progress.share) / progress.share);
        text += QStringLiteral(" · ") + tr("%1 left").arg(models::formatDuration(rest));
    }
    say(Status::unknown, text);
}

void ExportDialog::stop()
{
    // It may be what calls us.
    if (m_run)
        m_run.release()->deleteLater();
    showRunning(false);
}

void ExportDialog::showRunning(bool isRunning)
{
    for (QWidget *field :
        {static_cast<QWidget *>(m_ui->exportRange), static_cast<QWidget *>(m_ui->exportFrom),
            static_cast<QWidget *>(m_ui->exportTo), static_cast<QWidget *>(m_ui->exportStart)})
        field->setEnabled(!isRunning);
    m_ui->exportProgress->setVisible(isRunning);
    const QString text = isRunning ? tr("Give up") : tr("Close");
    m_ui->exportStop->setText(text);
    m_ui->exportStop->setAccessibleName(text);
}

void ExportDialog::say(Status status, const QString &text)
{
    m_ui->exportMark->setStatus(status);
    m_ui->exportMark->setVisible(!text.isEmpty());
    m_ui->exportText->setText(text);
    m_ui->exportText->setAccessibleName(text);
}

} // namespace pult::pages
