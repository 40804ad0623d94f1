// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/timerangebar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include "console/models/format.h"
#include "console/widgets/theme.h"

namespace pult::widgets {

TimeRangeBar::TimeRangeBar(ChartGroup &group, QWidget *parent)
    : QWidget(parent)
    , m_group(group)
    , m_pause(new QPushButton(this))
    , m_back(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    addSpan(std::chrono::minutes(5), QStringLiteral("range5m"));
    addSpan(std::chrono::minutes(15), QStringLiteral("range15m"));
    addSpan(std::chrono::hours(1), QStringLiteral("range1h"));
    addSpan(std::chrono::hours(6), QStringLiteral("range6h"));
    addSpan(std::chrono::hours(24), QStringLiteral("range24h"));
    addSpan(std::chrono::hours(7 * 24), QStringLiteral("range7d"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_pause->setCheckable(true);
    m_back->setObjectName(QStringLiteral("resetZoom"));
    layout->addSpacing(kGrid);
    layout->addWidget(m_pause);
    layout->addWidget(m_back);
    layout->addStretch();
    connect(m_pause, &QPushButton::toggled, &m_group, &ChartGroup::setPaused);
    connect(m_back, &QPushButton::clicked, &m_group, &ChartGroup::resetZoom);
    connect(&m_group, &ChartGroup::rangeChanged, this, &TimeRangeBar::showState);
    retranslate();
    showState();
}

void TimeRangeBar::togglePaused()
{
    m_pause->toggle();
}

void TimeRangeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TimeRangeBar::addSpan(Seconds span, const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setCheckable(true);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, span] { m_group.setSpan(span); });
    m_spans.emplace_back(span, button);
}

void TimeRangeBar::showState()
{
    for (const auto &[span, button] : m_spans)
        button->setChecked(span == m_group.span() && !m_group.isZoomed());
    m_pause->setChecked(m_group.isPaused());
    m_back->setVisible(m_group.isZoomed());
}

void TimeRangeBar::retranslate()
{
    for (const auto &[span, button] : m_spans) {
        button->setText(models::formatDuration(span));
        button->setAccessibleName(tr("Show the last %1").arg(models::formatDuration(span)));
    }
    m_pause->setText(tr("Pause"));
    m_pause->setAccessibleName(tr("Pause the charts"));
    m_pause->setToolTip(tr("Hold the charts still (Space)"));
    m_back->setText(tr("Back to live range"));
    m_back->setAccessibleName(m_back->text());
}

} // namespace pult::widgets
