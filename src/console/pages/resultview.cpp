// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/resultview.h"

#include <QEvent>
#include <QFileDialog>
#include <QImageReader>
#include <QMimeDatabase>
#include <QPointer>
#include <QSaveFile>
#include <QtConcurrentRun>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "ui_resultview.h"

namespace pult::pages {

namespace {

QImage decode(const QByteArray &bytes)
{
    return QImage::fromData(bytes);
}

bool isMoving(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    const QImageReader reader(&buffer);
    return reader.supportsAnimation() && reader.imageCount() > 1;
}

/// Letterboxed, at the screen's own resolution.
QPixmap fitted(const QImage &image, QSize area, qreal ratio)
{
    const QSize box = area * ratio;
    QImage scaled = image.width() <= box.width() && image.height() <= box.height()
        ? image
        : image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(ratio);
    return QPixmap::fromImage(std::move(scaled));
}

QString suggestedName(const contract::Job &job, const std::string &mediaType)
{
    const QString suffix =
        QMimeDatabase().mimeTypeForName(QString::fromStdString(mediaType)).preferredSuffix();
    const QString name = QString::fromStdString(std::string(contract::nameOf(job.kind)))
        + QLatin1Char('-') + QString::fromStdString(toString(job.id)).left(13);
    return suffix.isEmpty() ? name : name + QLatin1Char('.') + suffix;
}

QString absenceText(const contract::Job &job)
{
    if (job.error)
        return ResultView::tr("There is no result: %1")
            .arg(QString::fromStdString(job.error->detail));
    return contract::isFinal(job.state) ? ResultView::tr("There is no result.")
                                        : ResultView::tr("The result will be here.");
}

/// Answers what went wrong; empty: nothing.
QString write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace

ResultView::ResultView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ResultView>())
{
    m_ui->setupUi(this);
    connect(m_ui->saveResult, &QPushButton::clicked, this, &ResultView::save);
    connect(m_ui->retryResult, &QPushButton::clicked, this, &ResultView::load);
    connect(&m_decoding, &QFutureWatcher<QImage>::finished, this,
        [this] { showImage(m_decoding.result()); });
    clear();
}

ResultView::~ResultView()
{
    m_movie.stop();
    m_decoding.waitForFinished();
}

void ResultView::clear()
{
    m_job.reset();
    m_service = nullptr;
    explain({});
}

void ResultView::showJob(live::Service *service, const contract::Job &job)
{
    const bool isShown = m_job && m_job->id == job.id && m_job->result == job.result
        && m_job->state == job.state && m_service == service;
    m_job = job;
    m_service = service;
    if (isShown)
        return;
    if (job.result)
        load();
    else
        explain(absenceText(job));
}

void ResultView::load()
{
    explain(tr("Loading…"));
    m_isWanted = !isVisible();
    if (m_isWanted || !m_service || !m_job)
        return;
    m_service->result(
        m_job->id, this, [this, wanted = m_job->id](const Result<live::ResultBytes> &result) {
            if (m_job && m_job->id == wanted)
                take(result);
        });
}

void ResultView::take(const Result<live::ResultBytes> &result)
{
    if (result) {
        m_result = *result;
        showBytes();
        return;
    }
    explain(models::problemText(result.error()));
    m_ui->retryResult->show();
}

void ResultView::showBytes()
{
    m_ui->saveResult->show();
    describe();
    if (m_result->mediaType.starts_with("text/"))
        showText();
    else if (isMoving(m_result->bytes))
        showMovie();
    else
        m_decoding.setFuture(QtConcurrent::run(decode, m_result->bytes));
}

void ResultView::showText()
{
    m_ui->text->setPlainText(QString::fromUtf8(m_result->bytes));
    m_ui->stack->setCurrentWidget(m_ui->textPage);
}

void ResultView::showMovie()
{
    m_frames.setData(m_result->bytes);
    m_frames.open(QIODevice::ReadOnly);
    m_movie.setDevice(&m_frames);
    m_movie.setCacheMode(QMovie::CacheAll);
    m_movie.jumpToFrame(0);
    const QSize frame = m_movie.currentPixmap().size();
    const QSize area = m_ui->stack->size();
    const bool fits = frame.width() <= area.width() && frame.height() <= area.height();
    m_movie.setScaledSize(fits ? QSize() : frame.scaled(area, Qt::KeepAspectRatio));
    m_ui->picture->setMovie(&m_movie);
    m_movie.start();
    m_ui->stack->setCurrentWidget(m_ui->picturePage);
}

void ResultView::showImage(const QImage &image)
{
    if (!m_result)
        return;
    m_image = image;
    if (image.isNull()) {
        m_ui->message->setText(tr("This console can't show such a result. It can be saved."));
        m_ui->stack->setCurrentWidget(m_ui->messagePage);
        return;
    }
    m_ui->stack->setCurrentWidget(m_ui->picturePage);
    fitImage();
}

void ResultView::fitImage()
{
    if (!m_image.isNull())
        m_ui->picture->setPixmap(fitted(m_image, m_ui->stack->size(), devicePixelRatioF()));
}

void ResultView::describe()
{
    const contract::JobResult &about = *m_job->result;
    QStringList parts{QString::fromStdString(about.media_type)};
    if (about.width && about.height)
        parts << tr("%1 × %2 px").arg(*about.width).arg(*about.height);
    parts << models::format(models::Unit::bytes, static_cast<double>(about.bytes));
    m_ui->about->setText(parts.join(QStringLiteral(" · ")));
}

void ResultView::explain(const QString &text)
{
    m_result.reset();
    m_image = {};
    m_movie.stop();
    m_frames.close();
    m_isWanted = false;
    m_ui->picture->clear();
    m_ui->about->clear();
    m_ui->saveResult->hide();
    m_ui->retryResult->hide();
    m_ui->message->setText(text);
    m_ui->stack->setCurrentWidget(m_ui->messagePage);
}

void ResultView::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the result"));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName(*m_job, m_result->mediaType));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, bytes = m_result->bytes](const QString &path) {
            const QString problem = write(path, bytes);
            m_ui->about->setText(
                problem.isEmpty() ? tr("Saved as %1").arg(path) : tr("Not saved: %1").arg(problem));
        });
    dialog->open();
}

void ResultView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitImage();
}

void ResultView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isWanted)
        load();
}

void ResultView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        if (m_result)
            describe();
        else if (m_job && !m_job->result)
            explain(absenceText(*m_job));
    }
    QWidget::changeEvent(event);
}

} // namespace pult::pages
