// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/helpdialog.h"

#include <QEvent>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "console/widgets/theme.h"

namespace pult::shell {
namespace {

using widgets::kGrid;

QString section(const QString &title, const QStringList &lines)
{
    return QStringLiteral("<h3>%1</h3><ul><li>%2</li></ul>")
        .arg(title, lines.join(QStringLiteral("</li><li>")));
}

QString howTos()
{
    return section(HelpDialog::tr("How to"),
        {HelpDialog::tr("Connect to a service: <b>Add a service…</b> below the list; address, "
                        "token, <b>Test connection</b>, <b>Connect</b>."),
            HelpDialog::tr("Watch an exporter's metrics, or numbers of a JSON document: <b>Add a "
                           "service…</b>, choose <b>What is there</b>, <b>Test connection</b>."),
            HelpDialog::tr("Look around without a service of your own: menu <b>Service</b>, "
                           "<b>Start the built-in service</b>."),
            HelpDialog::tr("See why a service is not healthy: hold the pointer over its status in "
                           "the header."),
            HelpDialog::tr("Rename, edit or remove a service, or open it in a new window: right "
                           "click in the list. Drag it to another place."),
            HelpDialog::tr(
                "Draw anything that a service measures: <b>Explore</b>, type words of a "
                "name or a label, <b>Enter</b>. <b>Pin to the dashboard</b> keeps the chart."),
            HelpDialog::tr("Take what is kept of a service elsewhere: menu <b>Service</b>, "
                           "<b>Export history…</b>, for Prometheus and what reads OpenMetrics.")});
}

QString charts()
{
    return section(HelpDialog::tr("Charts"),
        {HelpDialog::tr("Move the pointer over one: every chart of the page shows that moment, and "
                        "the legends show the values."),
            HelpDialog::tr("Drag to zoom, turn the wheel to zoom time, with Shift to move in it; "
                           "double click to return."),
            HelpDialog::tr("Click a legend entry to hide its line."),
            HelpDialog::tr("Right click to copy as image, or to export as PNG or CSV."),
            HelpDialog::tr("Flags on the upper edge mark changes of the configuration, restarts "
                           "and lost connections; a gap in a line means that there are no data.")});
}

QString keys()
{
    return section(HelpDialog::tr("Keys"),
        {HelpDialog::tr("<b>Ctrl+1 … Ctrl+6</b>: the pages; <b>Ctrl+K</b>: find a page, a "
                        "service, a setting or a job"),
            HelpDialog::tr("<b>F5</b>: ask the service now; <b>Space</b>: pause the charts"),
            HelpDialog::tr("<b>Left, Right</b> in a chart: move the crosshair; <b>+, −</b>: zoom; "
                           "<b>Page up, Page down</b>: earlier, later; <b>Esc</b>: back"),
            HelpDialog::tr("<b>Tab</b>: the next control; <b>F1</b>: this help; <b>Ctrl+Q</b>: "
                           "quit")});
}

} // namespace

HelpDialog::HelpDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("help"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_close->setObjectName(QStringLiteral("closeHelp"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_text);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    resize(80 * kGrid, 70 * kGrid);
    retranslate();
}

void HelpDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void HelpDialog::retranslate()
{
    setWindowTitle(tr("Help"));
    m_text->setAccessibleName(tr("Help"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_text->setHtml(howTos() + charts() + keys());
}

} // namespace pult::shell
