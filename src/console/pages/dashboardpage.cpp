// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/dashboardpage.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include "console/pages/banner.h"
#include "console/pages/pinnedcard.h"
#include "console/pages/serviceframe.h"
#include "console/widgets/timerangebar.h"

namespace pult::pages {

using widgets::kGrid;

namespace {

constexpr int kNarrowestPair = 80 * kGrid;

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

} // namespace

DashboardPage::DashboardPage(const Clock &clock, settings::PinBoard &pins, QWidget *parent)
    : Page(parent)
    , m_pins(pins)
    , m_group(clock)
    , m_feed(m_group)
    , m_frame(new ServiceFrame(this))
    , m_content(new QWidget(this))
    , m_banner(new Banner(m_content))
    , m_undo(m_banner->addButton(QStringLiteral("undoRemovePin")))
    , m_range(new widgets::TimeRangeBar(m_group, m_content))
    , m_empty(new QLabel(m_content))
    , m_explore(new QPushButton(m_content))
    , m_grid(new QGridLayout)
{
    setFocusPolicy(Qt::StrongFocus);
    m_undo->show();
    m_empty->setObjectName(QStringLiteral("dashboardEmpty"));
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_empty->setAlignment(Qt::AlignHCenter);
    m_explore->setObjectName(QStringLiteral("goToExplore"));
    m_range->setObjectName(QStringLiteral("dashboardRange"));
    m_grid->setSpacing(kGrid);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_banner);
    column->addWidget(m_range);
    column->addLayout(m_grid);
    column->addStretch();
    column->addWidget(m_empty);
    column->addWidget(m_explore, 0, Qt::AlignHCenter);
    column->addStretch();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);
    m_frame->setContent(scrolled(m_content, m_frame), ServiceFrame::Needs::past);
    connect(m_undo, &QPushButton::clicked, this, &DashboardPage::undo);
    connect(m_explore, &QPushButton::clicked, this,
        [this] { Q_EMIT pageWanted(QStringLiteral("explore")); });
    connect(&m_pins, &settings::PinBoard::changed, this, [this](const std::string &service) {
        if (service == serviceId())
            refresh();
    });
    retranslate();
    refresh();
}

std::string DashboardPage::serviceId() const
{
    return m_service ? m_service->address().id : std::string();
}

void DashboardPage::setService(live::Service *service)
{
    m_service = service;
    m_banner->hide();
    m_frame->setService(service);
    m_feed.setService(service);
    refresh();
}

void DashboardPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_feed.start();
}

void DashboardPage::hideEvent(QHideEvent *event)
{
    m_feed.stop();
    m_banner->hide();
    Page::hideEvent(event);
}

void DashboardPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void DashboardPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void DashboardPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        m_range->togglePaused();
    else
        Page::keyPressEvent(event);
}

void DashboardPage::refresh()
{
    const settings::PinBoard::Charts charts = m_pins.charts(serviceId());
    while (m_cards.size() > charts.size())
        dropCard();
    while (m_cards.size() < charts.size())
        m_cards.push_back(addCard());
    for (std::size_t place = 0; place < charts.size(); ++place) {
        m_cards[place]->setChart(charts[place]);
        m_cards[place]->setNeighbours(place > 0, place + 1 < charts.size());
    }
    m_range->setVisible(!charts.empty());
    m_empty->setVisible(charts.empty());
    m_explore->setVisible(charts.empty());
    arrange();
}

PinnedCard *DashboardPage::addCard()
{
    const std::size_t place = m_cards.size();
    auto *card = new PinnedCard(static_cast<int>(place), m_content);
    m_feed.add(card->view());
    connect(card, &PinnedCard::renamed, this,
        [this, place](const QString &title) { rename(place, title); });
    connect(card, &PinnedCard::moveWanted, this, [this, place](int by) { move(place, by); });
    connect(card, &PinnedCard::removeWanted, this, [this, place] { remove(place); });
    return card;
}

void DashboardPage::dropCard()
{
    PinnedCard *card = m_cards.back();
    m_cards.pop_back();
    m_feed.remove(card->view());
    m_grid->removeWidget(card);
    card->hide();
    card->deleteLater();
}

void DashboardPage::arrange()
{
    const int columns = width() - 4 * kGrid >= kNarrowestPair ? 2 : 1;
    for (int place = 0; place < static_cast<int>(m_cards.size()); ++place)
        m_grid->addWidget(
            m_cards[static_cast<std::size_t>(place)], place / columns, place % columns);
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void DashboardPage::retranslate()
{
    m_empty->setText(tr("Nothing is pinned for this service yet. Draw series on the page Explore, "
                        "and pin the chart."));
    m_explore->setText(tr("Go to Explore"));
    m_explore->setAccessibleName(m_explore->text());
    m_undo->setText(tr("Undo"));
    m_undo->setAccessibleName(tr("Bring the removed chart back"));
}

void DashboardPage::rename(std::size_t place, const QString &title)
{
    auto charts = m_pins.charts(serviceId());
    if (place >= charts.size() || title.isEmpty())
        return refresh();
    charts[place].title = title.toStdString();
    m_pins.setCharts(serviceId(), std::move(charts));
}

void DashboardPage::move(std::size_t place, int by)
{
    auto charts = m_pins.charts(serviceId());
    std::swap(charts[place], charts[by < 0 ? place - 1 : place + 1]);
    m_pins.setCharts(serviceId(), std::move(charts));
}

void DashboardPage::remove(std::size_t place)
{
    auto charts = m_pins.charts(serviceId());
    m_removed = {serviceId(), place, charts[place]};
    charts.erase(charts.begin() + static_cast<std::ptrdiff_t>(place));
    m_pins.setCharts(serviceId(), std::move(charts));
    m_banner->say(Banner::Tone::info,
        tr("%1 is removed from the dashboard.").arg(QString::fromStdString(m_removed.chart.title)));
}

void DashboardPage::undo()
{
    m_banner->hide();
    auto charts = m_pins.charts(m_removed.service);
    const std::size_t place = std::min(m_removed.place, charts.size());
    charts.insert(charts.begin() + static_cast<std::ptrdiff_t>(place), m_removed.chart);
    m_pins.setCharts(m_removed.service, std::move(charts));
}

} // namespace pult::pages
