// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/explorepage.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>

#include "console/models/seriestext.h"
#include "console/pages/banner.h"
#include "console/pages/linelist.h"
#include "console/pages/seriespicker.h"
#include "console/pages/serviceframe.h"
#include "console/widgets/timerangebar.h"
#include "telemetry/exposition/scrapeparser.h"

namespace pult::pages {

namespace {

using widgets::kGrid;

constexpr int kPickerWidth = 44 * kGrid;

} // namespace

ExplorePage::ExplorePage(const Clock &clock, settings::PinBoard &pins, QWidget *parent)
    : Page(parent)
    , m_pins(pins)
    , m_group(clock)
    , m_feed(m_group)
    , m_frame(new ServiceFrame(this))
{
    setFocusPolicy(Qt::StrongFocus);
    auto *splitter = new QSplitter(m_frame);
    splitter->setObjectName(QStringLiteral("exploreSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(2 * kGrid);
    m_picker = new SeriesPicker(splitter);
    splitter->addWidget(makeChartSide());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kPickerWidth, 2 * kPickerWidth});
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);
    m_frame->setContent(splitter, ServiceFrame::Needs::past);
    setFocusProxy(m_picker);
    connect(m_picker, &SeriesPicker::picked, m_lines, &LineList::add);
    connect(m_lines, &LineList::changed, this, &ExplorePage::handleLines);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_lines->setPicked({});
        handleLines();
    });
    connect(m_pin, &QPushButton::clicked, this, &ExplorePage::pin);
    connect(m_show, &QPushButton::clicked, this,
        [this] { Q_EMIT pageWanted(QStringLiteral("dashboard")); });
    retranslate();
    handleLines();
}

QWidget *ExplorePage::makeChartSide()
{
    auto *side = new QWidget(m_frame);
    m_range = new widgets::TimeRangeBar(m_group, side);
    m_chart = new widgets::ChartView(side);
    m_chart->setObjectName(QStringLiteral("exploreChart"));
    m_lines = new LineList(side);
    m_lines->setObjectName(QStringLiteral("exploreLines"));
    m_clear = new QPushButton(side);
    m_clear->setObjectName(QStringLiteral("clearLines"));
    m_pin = new QPushButton(side);
    m_pin->setObjectName(QStringLiteral("pinChart"));
    m_pin->setProperty("role", QStringLiteral("primary"));
    m_leftOut = new Banner(side);
    m_leftOut->setObjectName(QStringLiteral("leftOutBanner"));
    m_pinned = new Banner(side);
    m_show = m_pinned->addButton(QStringLiteral("showDashboard"));
    m_show->show();
    m_feed.add(*m_chart);
    connect(m_chart, &widgets::ChartView::dataChanged, this,
        [this] { m_lines->setReports(m_chart->data().lines); });
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_leftOut);
    column->addWidget(m_pinned);
    column->addWidget(m_range);
    column->addWidget(m_chart, 1);
    column->addWidget(m_lines);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(kGrid);
    actions->addStretch();
    actions->addWidget(m_clear);
    actions->addWidget(m_pin);
    column->addLayout(actions);
    return side;
}

void ExplorePage::setService(live::Service *service)
{
    if (service == m_service)
        return;
    keepLines();
    if (m_service)
        m_service->disconnect(m_picker);
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    m_frame->setService(service);
    m_feed.setService(service);
    m_picker->setService(service);
    m_lines->setPicked(service ? m_kept[service->address().id] : std::vector<PickedLine>());
    if (service) {
        connect(service, &live::Service::stateChanged, m_picker, &SeriesPicker::refresh);
        connect(service, &live::Service::stateChanged, this, &ExplorePage::sayWhatIsLeftOut);
    }
    sayWhatIsLeftOut();
    handleLines();
}

void ExplorePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_picker->refresh();
    m_feed.start();
}

void ExplorePage::hideEvent(QHideEvent *event)
{
    m_feed.stop();
    m_pinned->hide();
    Page::hideEvent(event);
}

void ExplorePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void ExplorePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        m_range->togglePaused();
    else
        Page::keyPressEvent(event);
}

void ExplorePage::handleLines()
{
    const std::vector<telemetry::SeriesLine> lines = m_lines->lines();
    m_chart->setUnit(models::unitOf(lines));
    m_chart->setLines(lines);
    m_clear->setEnabled(!lines.empty());
    m_pin->setEnabled(!lines.empty());
    m_pinned->hide();
    retranslate();
}

void ExplorePage::retranslate()
{
    const std::vector<telemetry::SeriesLine> lines = m_lines->lines();
    m_chart->setTitle(lines.empty() ? tr("Series") : models::chartTitle(lines));
    m_chart->setEmptyText(lines.empty()
            ? tr("Type a part of a name or of a label, and press Enter to draw the series")
            : tr("No samples in this range yet"));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Remove all series from the chart"));
    m_pin->setText(tr("Pin to the dashboard"));
    m_pin->setAccessibleName(tr("Pin the chart to the dashboard"));
    sayWhatIsLeftOut();
    m_show->setText(tr("Show it"));
    m_show->setAccessibleName(tr("Show the dashboard"));
}

void ExplorePage::keepLines()
{
    if (m_service)
        m_kept[m_service->address().id] = m_lines->picked();
}

void ExplorePage::pin()
{
    m_pins.pin(m_service->address().id, {m_chart->title().toStdString(), m_lines->lines()});
    m_pinned->say(Banner::Tone::good, tr("The chart is on the dashboard."));
}

void ExplorePage::sayWhatIsLeftOut()
{
    const std::size_t leftOut = m_service ? m_service->state().leftOut : 0;
    m_leftOut->setVisible(leftOut > 0);
    if (leftOut == 0)
        return;
    const telemetry::ScrapeLimits limits;
    const auto count = [](std::size_t number) {
        return models::formatCount(static_cast<std::int64_t>(number));
    };
    m_leftOut->say(Banner::Tone::warning,
        tr("%1 series of the newest scrape were left out. The limits of one service are %2 in a "
           "scrape, %3 of them new, and %4 in all; %5 labels of %6 bytes.")
            .arg(count(leftOut), count(limits.samples), count(limits.newSeries),
                count(limits.series), count(limits.line.labels), count(limits.line.labelBytes)));
}

} // namespace pult::pages
