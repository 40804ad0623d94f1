// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/sidebar.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include "console/models/servicelistmodel.h"
#include "console/shell/servicedelegate.h"
#include "console/shell/serviceview.h"
#include "console/widgets/theme.h"

namespace pult::shell {

using widgets::kGrid;

Sidebar::Sidebar(live::ServiceList &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new models::ServiceListModel(services, this))
    , m_title(new QLabel(this))
    , m_view(new ServiceView(this))
    , m_add(new QPushButton(this))
{
    setMinimumWidth(22 * kGrid);
    m_title->setProperty("role", QStringLiteral("muted"));
    m_view->setObjectName(QStringLiteral("services"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ServiceDelegate(m_view));
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDropIndicatorShown(true);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_add->setObjectName(QStringLiteral("addService"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_add);
    connect(m_view, &QListView::customContextMenuRequested, this, &Sidebar::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &Sidebar::currentChanged);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &Sidebar::selectSomething);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &Sidebar::selectSomething);
    connect(m_add, &QPushButton::clicked, this, &Sidebar::addRequested);
    retranslate();
    selectSomething();
}

live::Service *Sidebar::current() const
{
    return m_services.find(currentId());
}

void Sidebar::select(const std::string &id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_view->setCurrentIndex(m_model->index(row));
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Sidebar::showMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    if (!index.isValid())
        return;
    const std::string id = index.data(models::ServiceListModel::idRole).toString().toStdString();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("serviceMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open in a new window"), this, [this, id] { Q_EMIT windowRequested(id); });
    menu->addAction(tr("Rename or edit…"), this, [this, id] { Q_EMIT editRequested(id); });
    menu->addAction(tr("Remove from the list…"), this, [this, id] { Q_EMIT removeRequested(id); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void Sidebar::selectSomething()
{
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
    Q_EMIT currentChanged();
}

void Sidebar::retranslate()
{
    m_title->setText(tr("Services"));
    m_view->setAccessibleName(tr("Services"));
    m_add->setText(tr("Add a service…"));
    m_add->setAccessibleName(tr("Add a service"));
}

std::string Sidebar::currentId() const
{
    return m_view->currentIndex().data(models::ServiceListModel::idRole).toString().toStdString();
}

} // namespace pult::shell
