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

bool isFoundBy(const Destination &destination, const QString &text)
{
    return destination.title.contains(text, Qt::CaseInsensitive)
        || destination.alsoKnownAs.contains(text, Qt::CaseInsensitive);
}

} // namespace

QuickFinder::QuickFinder(std::vector<Destination> destinations, QWidget *parent)
    : QDialog(parent)
    , m_destinations(std::move(destinations))
    , m_text(new QLineEdit(this))
    , m_found(new QListWidget(this))
{
    setObjectName(QStringLiteral("quickFinder"));
    setWindowTitle(tr("Go to"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName(QStringLiteral("finderText"));
    m_text->setAccessibleName(tr("What to find"));
    m_text->setPlaceholderText(tr("A page, a service or a setting"));
    m_text->installEventFilter(this);
    m_found->setObjectName(QStringLiteral("finderList"));
    m_found->setAccessibleName(tr("What was found"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_text);
    layout->addWidget(m_found);
    resize(50 * kGrid, 40 * kGrid);
    connect(m_text, &QLineEdit::textChanged, this, &QuickFinder::filter);
    connect(m_text, &QLineEdit::returnPressed, this, &QuickFinder::go);
    connect(m_found, &QListWidget::itemActivated, this, &QuickFinder::go);
    filter({});
}

void QuickFinder::setDestinations(std::vector<Destination> destinations)
{
    m_destinations = std::move(destinations);
    filter(m_text->text());
}

bool QuickFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress
        && movesChoice(*static_cast<QKeyEvent *>(event)))
        return QCoreApplication::sendEvent(m_found, event);
    return QDialog::eventFilter(watched, event);
}

void QuickFinder::filter(const QString &text)
{
    m_found->clear();
    for (std::size_t i = 0; i < m_destinations.size(); ++i) {
        const Destination &destination = m_destinations[i];
        if (!isFoundBy(destination, text.trimmed()))
            continue;
        auto *item = new QListWidgetItem(
            QStringLiteral("%1 — %2").arg(destination.title, destination.sort), m_found);
        item->setData(Qt::UserRole, QVariant::fromValue(i));
    }
    m_found->setCurrentRow(0);
}

void QuickFinder::go()
{
    const QListWidgetItem *chosen = m_found->currentItem();
    if (!chosen)
        return;
    const auto go = m_destinations[chosen->data(Qt::UserRole).value<std::size_t>()].go;
    accept();
    go();
}

} // namespace pult::shell
