// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/pinnedcard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "console/models/seriestext.h"
#include "console/pages/linerow.h"
#include "console/widgets/theme.h"

namespace pult::pages {

using widgets::kGrid;

namespace {

constexpr int kLowestCard = 32 * kGrid;

} // namespace

PinnedCard::PinnedCard(int place, QWidget *parent)
    : Card(parent)
    , m_suffix(QLatin1Char('.') + QString::number(place))
    , m_title(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_view(new widgets::ChartView(this))
{
    setMinimumHeight(kLowestCard);
    m_title->setObjectName(QStringLiteral("pinTitle") + m_suffix);
    m_note->setObjectName(QStringLiteral("pinNote") + m_suffix);
    m_note->setProperty("role", QStringLiteral("muted"));
    m_note->setWordWrap(true);
    m_note->hide();
    m_view->setObjectName(QStringLiteral("pinChart") + m_suffix);
    m_view->hideFrame();
    auto *head = new QHBoxLayout;
    head->setSpacing(kGrid / 2);
    head->addWidget(m_title, 1);
    m_earlier = addButton(QStringLiteral("←"), "pinEarlier");
    m_later = addButton(QStringLiteral("→"), "pinLater");
    m_remove = addButton(QStringLiteral("×"), "pinRemove");
    for (QToolButton *button : {m_earlier, m_later, m_remove})
        head->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid / 2);
    column->setSpacing(kGrid / 2);
    column->addLayout(head);
    column->addWidget(m_note);
    column->addWidget(m_view, 1);
    connect(m_title, &QLineEdit::editingFinished, this,
        [this] { Q_EMIT renamed(m_title->text().trimmed()); });
    connect(m_earlier, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    connect(m_remove, &QToolButton::clicked, this, &PinnedCard::removeWanted);
    connect(m_view, &widgets::ChartView::dataChanged, this, &PinnedCard::sayWhatIsMissing);
    retranslate();
}

QToolButton *PinnedCard::addButton(const QString &text, const char *name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name) + m_suffix);
    button->setText(text);
    button->setAutoRaise(true);
    return button;
}

void PinnedCard::setChart(const settings::PinnedChart &pinned)
{
    const QString title = QString::fromStdString(pinned.title);
    if (m_title->text() != title) {
        m_title->setText(title);
        m_title->setCursorPosition(0);
    }
    m_view->setTitle(title);
    m_view->setUnit(models::unitOf(pinned.lines));
    m_view->setLines(pinned.lines);
    retranslate();
}

void PinnedCard::setNeighbours(bool hasEarlier, bool hasLater)
{
    m_earlier->setEnabled(hasEarlier);
    m_later->setEnabled(hasLater);
}

void PinnedCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void PinnedCard::retranslate()
{
    const QString title = m_view->title();
    m_title->setAccessibleName(tr("Title of the chart %1").arg(title));
    m_title->setPlaceholderText(tr("Title"));
    m_earlier->setAccessibleName(tr("Move %1 forward").arg(title));
    m_later->setAccessibleName(tr("Move %1 back").arg(title));
    m_remove->setAccessibleName(tr("Remove %1 from the dashboard").arg(title));
    for (QToolButton *button : {m_earlier, m_later, m_remove})
        button->setToolTip(button->accessibleName());
    m_view->setEmptyText(tr("No samples in this range yet"));
    sayWhatIsMissing();
}

void PinnedCard::sayWhatIsMissing()
{
    const auto &reports = m_view->data().lines;
    QStringList said;
    for (std::size_t i = 0; i < std::min(reports.size(), m_view->lines().size()); ++i)
        if (const QString text = reportText(reports[i]); !text.isEmpty())
            said << QStringLiteral("%1: %2").arg(
                QString::fromStdString(m_view->lines()[i].metric), text);
    m_note->setText(said.join(QLatin1Char('\n')));
    m_note->setVisible(!said.isEmpty());
}

} // namespace pult::pages
