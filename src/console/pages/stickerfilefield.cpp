// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/stickerfilefield.h"

#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

#include "console/models/format.h"
#include "ui_stickerfilefield.h"

namespace pult::pages {

namespace {

constexpr auto kMostBytes = static_cast<qint64>(contract::kMaxTgsBytes);

/// gzip's first two bytes.
bool looksLikeTgs(const QByteArray &bytes)
{
    return bytes.startsWith("\x1f\x8b");
}

} // namespace

StickerFileField::StickerFileField(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StickerFileField>())
{
    m_ui->setupUi(this);
    for (const contract::StickerFormat format : {contract::StickerFormat::webp,
             contract::StickerFormat::png, contract::StickerFormat::apng})
        m_ui->stickerFormat->addItem(QString(), static_cast<int>(format));
    connect(m_ui->chooseSticker, &QPushButton::clicked, this, &StickerFileField::choose);
    connect(m_ui->dropSticker, &QPushButton::clicked, this, &StickerFileField::drop);
    clearProblem();
    refresh();
}

StickerFileField::~StickerFileField() = default;

contract::JobParams StickerFileField::params() const
{
    contract::JobParams params;
    params.tgs = m_tgs;
    if (m_tgs)
        params.format =
            static_cast<contract::StickerFormat>(m_ui->stickerFormat->currentData().toInt());
    return params;
}

void StickerFileField::setParams(const contract::JobParams &params)
{
    if (!params.tgs)
        return drop();
    if (params.format)
        m_ui->stickerFormat->setCurrentIndex(
            m_ui->stickerFormat->findData(static_cast<int>(*params.format)));
    if (m_tgs != params.tgs)
        setFile(*params.tgs, tr("File of the job"));
}

void StickerFileField::setFile(std::string tgs, const QString &name)
{
    m_tgs = std::move(tgs);
    m_name = name;
    clearProblem();
    refresh();
    Q_EMIT changed();
}

bool StickerFileField::showProblem(const std::string &pointer, const QString &problem)
{
    if (pointer != "/params/tgs" && pointer != "/params/format")
        return false;
    m_ui->stickerProblem->setText(problem);
    m_ui->stickerProblem->show();
    return true;
}

void StickerFileField::clearProblem()
{
    m_ui->stickerProblem->hide();
}

void StickerFileField::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a sticker file"));
    dialog->setObjectName(QStringLiteral("stickerDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Telegram stickers (*.tgs)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &StickerFileField::read);
    dialog->open();
}

void StickerFileField::read(const QString &path)
{
    drop();
    QFile file(path);
    QString problem;
    QByteArray bytes;
    if (!file.open(QIODevice::ReadOnly))
        problem = file.errorString();
    else if (file.size() > kMostBytes)
        problem = tr("A sticker file has at most %1.")
                      .arg(models::format(models::Unit::bytes, static_cast<double>(kMostBytes)));
    else if (bytes = file.readAll(); !looksLikeTgs(bytes))
        problem = tr("This is no sticker file of Telegram (TGS).");
    if (!problem.isEmpty()) {
        m_ui->stickerProblem->setText(problem);
        m_ui->stickerProblem->show();
        return;
    }
    setFile(bytes.toBase64().toStdString(), QFileInfo(path).fileName());
}

void StickerFileField::drop()
{
    m_tgs.reset();
    m_name.clear();
    clearProblem();
    refresh();
    Q_EMIT changed();
}

void StickerFileField::refresh()
{
    m_ui->chooseSticker->setText(hasFile() ? m_name : tr("Choose…"));
    m_ui->dropSticker->setVisible(hasFile());
    m_ui->stickerFormat->setVisible(hasFile());
    m_ui->stickerFormatLabel->setVisible(hasFile());
    m_ui->stickerFormat->setItemText(0, tr("Animated WebP"));
    m_ui->stickerFormat->setItemText(1, tr("PNG of the first frame"));
    m_ui->stickerFormat->setItemText(2, tr("Animated PNG"));
}

void StickerFileField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace pult::pages
