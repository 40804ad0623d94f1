// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/welcome.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "console/widgets/theme.h"

namespace pult::shell {

using widgets::kGrid;

Welcome::Welcome(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_connect(new QPushButton(this))
    , m_start(new QPushButton(this))
{
    m_title->setProperty("role", QStringLiteral("title"));
    m_text->setProperty("role", QStringLiteral("muted"));
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(60 * kGrid);
    m_connect->setObjectName(QStringLiteral("connectService"));
    m_start->setObjectName(QStringLiteral("startBuiltIn"));
    m_start->setProperty("role", QStringLiteral("primary"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_start);
    buttons->addWidget(m_connect);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(2 * kGrid);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(buttons);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(column);
    row->addStretch();
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(2);
    connect(m_connect, &QPushButton::clicked, this, &Welcome::connectRequested);
    connect(m_start, &QPushButton::clicked, this, &Welcome::startRequested);
    retranslate();
}

void Welcome::setBuiltIn(live::LocalService::State state)
{
    m_builtIn = state;
    m_start->setEnabled(state == live::LocalService::State::stopped);
    retranslate();
}

void Welcome::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Welcome::retranslate()
{
    m_title->setText(tr("No service yet"));
    m_text->setText(
        tr("Pult watches, tests and tunes generation services. Start the one that comes with it to "
           "look around: it runs on this computer and ends with this window. Or connect to yours, "
           "with its address and a token."));
    using State = live::LocalService::State;
    m_start->setText(m_builtIn == State::starting ? tr("Starting the built-in service…")
            : m_builtIn == State::waiting         ? tr("Waiting for another console to end…")
                                                  : tr("Start the built-in service"));
    m_start->setAccessibleName(m_start->text());
    m_connect->setText(tr("Connect to a service…"));
    m_connect->setAccessibleName(tr("Connect to a service"));
}

} // namespace pult::shell
