// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartview.h"

#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSaveFile>
#include <QVBoxLayout>

#include "console/widgets/chartexport.h"
#include "console/widgets/chartlegend.h"

namespace pult::widgets {
namespace {

QByteArray toPng(const QPixmap &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

ChartView::ChartView(QWidget *parent)
    : Card(parent)
    , m_title(new QLabel(this))
    , m_notice(new QLabel(this))
    , m_legend(new ChartLegend(this))
    , m_canvas(new ChartCanvas(this))
{
    m_title->setProperty("role", QStringLiteral("heading"));
    m_notice->setProperty("role", QStringLiteral("error"));
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_canvas->setObjectName(QStringLiteral("plot"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid / 2);
    layout->setSpacing(kGrid / 4);
    layout->addWidget(m_title);
    layout->addWidget(m_notice);
    layout->addWidget(m_legend);
    layout->addWidget(m_canvas, 1);
    connect(m_legend, &ChartLegend::hiddenChanged, this,
        [this] { m_canvas->setHidden(m_legend->hidden()); });
    connect(m_canvas, &ChartCanvas::plotWidthChanged, this, &ChartView::columnsChanged);
}

void ChartView::setLines(std::vector<telemetry::SeriesLine> lines)
{
    if (lines == m_lines)
        return;
    m_lines = std::move(lines);
    Q_EMIT linesChanged();
}

void ChartView::setTitle(const QString &title)
{
    m_title->setText(title);
    m_canvas->setAccessibleName(title);
    refreshLegend();
}

void ChartView::hideFrame()
{
    setPlain();
    m_title->hide();
    layout()->setContentsMargins(0, 0, 0, 0);
}

void ChartView::setUnit(models::Unit unit)
{
    m_unit = unit;
    m_legend->setUnit(unit);
    m_canvas->setUnit(unit);
}

void ChartView::setThresholds(std::vector<Threshold> thresholds)
{
    m_canvas->setThresholds(std::move(thresholds));
}

void ChartView::setEmptyText(const QString &text)
{
    m_canvas->setEmptyText(text);
}

void ChartView::setGroup(ChartGroup *group)
{
    m_canvas->setGroup(group);
    connect(group, &ChartGroup::crosshairChanged, this, &ChartView::refreshLegend);
}

void ChartView::setData(live::ChartData data)
{
    m_canvas->setData(std::move(data));
    refreshLegend();
    Q_EMIT dataChanged();
}

void ChartView::setStale(bool isStale)
{
    m_canvas->setStale(isStale);
}

void ChartView::clear()
{
    m_canvas->clear();
    refreshLegend();
}

QString ChartView::title() const
{
    return m_title->text();
}

int ChartView::columns() const
{
    return std::max(1, static_cast<int>(m_canvas->plotArea().width()));
}

void ChartView::copyImage() const
{
    QGuiApplication::clipboard()->setPixmap(const_cast<ChartView *>(this)->grab());
}

void ChartView::exportImage()
{
    saveAs(tr("Export as PNG"), QStringLiteral("png"), toPng(grab()));
}

void ChartView::exportCsv()
{
    saveAs(tr("Export as CSV"), QStringLiteral("csv"), toCsv(data(), m_unit));
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy as image"), this, &ChartView::copyImage);
    menu->addAction(tr("Export as PNG…"), this, &ChartView::exportImage);
    menu->addAction(tr("Export as CSV…"), this, &ChartView::exportCsv);
    menu->popup(event->globalPos());
}

void ChartView::saveAs(const QString &caption, const QString &suffix, const QByteArray &bytes)
{
    auto *dialog = new QFileDialog(this, caption);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(m_title->text() + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &path) {
        QSaveFile file(path);
        const bool isWritten =
            file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        m_notice->setVisible(!isWritten);
        m_notice->setText(tr("Not saved to %1: %2").arg(path, file.errorString()));
    });
    dialog->open();
}

void ChartView::refreshLegend()
{
    m_legend->showValues(m_canvas->data(), m_canvas->crosshairShare());
}

} // namespace pult::widgets
