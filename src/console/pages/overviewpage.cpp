// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/overviewpage.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "console/models/format.h"
#include "console/pages/banner.h"
#include "console/pages/overviewsection.h"
#include "console/pages/serviceframe.h"
#include "console/widgets/timerangebar.h"

namespace pult::pages {
namespace {

using widgets::kGrid;

} // namespace

OverviewPage::OverviewPage(const Clock &clock, QWidget *parent)
    : Page(parent)
    , m_group(clock)
    , m_feed(m_group)
    , m_frame(new ServiceFrame(this))
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget(m_scroll))
    , m_forgetful(new Banner(m_content))
    , m_range(new widgets::TimeRangeBar(m_group, m_content))
    , m_unknown(new QLabel(m_content))
    , m_explore(new QPushButton(m_content))
    , m_column(new QVBoxLayout(m_content))
{
    setFocusPolicy(Qt::StrongFocus);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGrid);
    m_forgetful->setObjectName(QStringLiteral("historyBanner"));
    m_unknown->setObjectName(QStringLiteral("unknownOffer"));
    m_unknown->setProperty("role", QStringLiteral("muted"));
    m_unknown->setAlignment(Qt::AlignCenter);
    m_unknown->setWordWrap(true);
    m_explore->setObjectName(QStringLiteral("exploreUnknown"));
    connect(m_explore, &QPushButton::clicked, this,
        [this] { Q_EMIT pageWanted(QStringLiteral("explore")); });
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);
    m_frame->setContent(m_scroll, ServiceFrame::Needs::past);
    layOut();
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::setService(live::Service *service)
{
    if (m_service)
        disconnect(m_service, nullptr, this, nullptr);
    m_service = service;
    m_frame->setService(service);
    m_feed.setService(service);
    if (service)
        connect(service, &live::Service::stateChanged, this, &OverviewPage::refresh);
    refresh();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
    m_feed.start();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    m_feed.stop();
    Page::hideEvent(event);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void OverviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void OverviewPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        m_range->togglePaused();
    else
        Page::keyPressEvent(event);
}

void OverviewPage::refresh()
{
    if (!isVisible())
        return;
    const live::ServiceState state = m_service ? m_service->state() : live::ServiceState{};
    followProfiles(state.profiles);
    for (const auto &section : m_sections)
        section->show(state);
    sayWhatIsOffered(state);
    sayHistoryProblem(state);
}

void OverviewPage::followProfiles(const telemetry::Profiles &profiles)
{
    if (std::equal(m_sections.begin(), m_sections.end(), profiles.begin(), profiles.end(),
            [](const auto &section, const auto &profile) { return section->profile() == profile; }))
        return;
    m_sections.clear();
    for (const auto &profile : profiles) {
        m_sections.push_back(std::make_unique<OverviewSection>(profile, m_feed, m_content));
        OverviewSection &section = *m_sections.back();
        section.setHeadingVisible(profiles.size() > 1);
        connect(&section, &OverviewSection::pageWanted, this, &OverviewPage::pageWanted);
        connect(&section, &OverviewSection::chartWanted, this, &OverviewPage::reveal);
    }
    layOut();
    arrange();
    for (const auto &section : m_sections) {
        section->tiles()->show();
        section->charts()->show();
    }
}

/// The first section's charts lie below the range, as the most looked at.
void OverviewPage::layOut()
{
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item;
    if (!m_sections.empty())
        m_column->addWidget(m_sections.front()->tiles());
    m_column->addWidget(m_forgetful);
    m_column->addWidget(m_range);
    for (const auto &section : m_sections) {
        if (section != m_sections.front())
            m_column->addWidget(section->tiles());
        m_column->addWidget(section->charts(), 1);
        QWidget::setTabOrder(section->tiles(), section->charts());
    }
    if (m_sections.empty())
        return layOutUnknown();
    QWidget::setTabOrder(m_sections.front()->tiles(), m_range);
    QWidget::setTabOrder(m_range, m_sections.front()->charts());
}

void OverviewPage::layOutUnknown()
{
    m_column->addStretch();
    m_column->addWidget(m_unknown);
    m_column->addWidget(m_explore, 0, Qt::AlignHCenter);
    m_column->addStretch();
}

void OverviewPage::arrange()
{
    for (const auto &section : m_sections)
        section->arrange(width() - 4 * kGrid);
}

void OverviewPage::retranslate()
{
    for (const auto &section : m_sections)
        section->retranslate();
    refresh();
}

void OverviewPage::sayWhatIsOffered(const live::ServiceState &state)
{
    m_unknown->setVisible(m_sections.empty());
    m_explore->setVisible(m_sections.empty());
    m_explore->setText(tr("Explore its series"));
    m_explore->setAccessibleName(m_explore->text());
    m_range->setVisible(!m_sections.empty());
    m_unknown->setText(tr("No profile of Pult fits what this service offers: %n series.", nullptr,
        static_cast<int>(state.series)));
}

void OverviewPage::sayHistoryProblem(const live::ServiceState &state)
{
    m_forgetful->setVisible(state.historyProblem.has_value());
    if (state.historyProblem)
        m_forgetful->say(Banner::Tone::warning, historyProblemText(*state.historyProblem));
}

QString OverviewPage::historyProblemText(const Error &problem)
{
    switch (problem.code) {
    case ErrorCode::conflict:
        return tr("The history seen here is not kept: another running Pult keeps its own");
    case ErrorCode::unsupported:
        return tr("The history is not kept: its files are of a newer Pult or another program");
    default:
        return tr("The history is not kept: %1").arg(QString::fromStdString(problem.detail));
    }
}

void OverviewPage::reveal(widgets::ChartView *chart)
{
    m_scroll->ensureWidgetVisible(chart);
    chart->canvas().setFocus(Qt::ShortcutFocusReason);
}

} // namespace pult::pages
