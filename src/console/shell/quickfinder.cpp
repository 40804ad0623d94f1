// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/quickfinder.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "console/widgets/theme.h"

namespace pult::shell {
namespace {

using widgets::kGrid;

bool movesChoice(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
}

} // namespace

QuickFinder::QuickFinder(Search search, QWidget *parent)
    : QDialog(parent)
    , m_search(std::move(search))
    , m_text(new QLineEdit(this))
    , m_found(new QListWidget(this))
{
    setObjectName(QStringLiteral("quickFinder"));
    setWindowTitle(tr("Go to"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName(QStringLiteral("finderText"));
    m_text->setAccessibleName(tr("What to find"));
    m_text->setPlaceholderText(tr("A page, a service, a setting or a job"));
    m_text->installEventFilter(this);
    m_found->setObjectName(QStringLiteral("finderList"));
    m_found->setAccessibleName(tr("What was found"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_text);
    layout->addWidget(m_found);
    resize(50 * kGrid, 40 * kGrid);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_found->setCurrentRow(0);
        refresh();
    });
    connect(m_text, &QLineEdit::returnPressed, this, &QuickFinder::go);
    connect(m_found, &QListWidget::itemActivated, this, &QuickFinder::go);
    refresh();
}

void QuickFinder::refresh()
{
    const int chosen = std::max(0, m_found->currentRow());
    m_destinations = m_search(m_text->text().trimmed());
    m_found->clear();
    for (const Destination &destination : m_destinations)
        m_found->addItem(QStringLiteral("%1 — %2").arg(destination.title, destination.sort));
    m_found->setCurrentRow(std::min(chosen, m_found->count() - 1));
}

bool QuickFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress
        && movesChoice(*static_cast<QKeyEvent *>(event)))
        return QCoreApplication::sendEvent(m_found, event);
    return QDialog::eventFilter(watched, event);
}

void QuickFinder::go()
{
    const int chosen = m_found->currentRow();
    if (chosen < 0)
        return;
    const auto go = m_destinations[static_cast<std::size_t>(chosen)].go;
    accept();
    go();
}

} // namespace pult::shell
