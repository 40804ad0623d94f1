// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/mainwindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "console/models/labels.h"
#include "console/models/servicesentence.h"
#include "console/pages/banner.h"
#include "console/pages/connectdialog.h"
#include "console/pages/exportdialog.h"
#include "console/pages/page.h"
#include "console/shell/about.h"
#include "console/shell/appearancemenu.h"
#include "console/shell/header.h"
#include "console/shell/helpdialog.h"
#include "console/shell/historymenu.h"
#include "console/shell/keptstate.h"
#include "console/shell/quickfinder.h"
#include "console/shell/session.h"
#include "console/shell/sidebar.h"
#include "console/shell/welcome.h"
#include "console/widgets/messagebox.h"
#include "console/widgets/theme.h"
#include "ui_mainwindow.h"

namespace pult::shell {
namespace {

using live::LocalService;
using widgets::kGrid;

const std::string kBuiltInId = "built-in";
constexpr int kSidebarWidth = 25 * kGrid;

QVBoxLayout *plainColumn(QWidget *parent)
{
    auto *column = new QVBoxLayout(parent);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

MainWindow::MainWindow(const Foundation &foundation)
    : m_foundation(foundation)
    , m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("mainWindow"));
    layOut();
    makePages();
    connectMenu();
    connectAppearanceMenu(*m_ui, *this, m_foundation.appearance, m_foundation.session);
    connectHistoryMenu(*m_ui, *this, m_foundation.session);
    connectBuiltIn();
    retranslate();
    restoreWindow();
    followService();
}

MainWindow::~MainWindow() = default;

live::Service *MainWindow::service() const
{
    return m_sidebar->current();
}

void MainWindow::showService(const std::string &id)
{
    m_sidebar->select(id);
}

bool MainWindow::showPage(const QString &id)
{
    const std::vector<PageSpec> &specs = pageList();
    for (std::size_t i = 0; i < specs.size(); ++i)
        if (specs[i].id == id && isOffered(specs[i], service())) {
            m_tabs->setCurrentIndex(static_cast<int>(i));
            return true;
        }
    return false;
}

QString MainWindow::currentPage() const
{
    return pageList()[static_cast<std::size_t>(m_tabs->currentIndex())].id;
}

void MainWindow::addService()
{
    openConnectDialog(nullptr);
}

void MainWindow::editService(const std::string &id)
{
    if (const live::Service *edited = m_foundation.services.find(id))
        openConnectDialog(&edited->address());
}

void MainWindow::removeService(const std::string &id)
{
    const live::Service *service = m_foundation.services.find(id);
    if (!service)
        return;
    const QString name = QString::fromStdString(service->address().name);
    widgets::ask(*this,
        {QStringLiteral("removeQuestion"), tr("Remove a service"),
            tr("Remove %1 from this list? Its token and its history are forgotten; the service "
               "itself goes on.")
                .arg(name),
            {}, tr("Remove %1").arg(name)},
        [this, id] { m_foundation.session.forget(id); });
}

void MainWindow::openWindow(const std::string &id)
{
    auto *window = new MainWindow(m_foundation);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->showService(id);
    window->move(pos() + QPoint(4 * kGrid, 4 * kGrid));
    window->show();
}

void MainWindow::find()
{
    auto *finder = new QuickFinder([this](const QString &text) { return findAll(text); }, this);
    for (int i = 0; i < m_pages->count(); ++i)
        connect(pageAt(i), &pages::Page::placesChanged, finder, &QuickFinder::refresh);
    finder->open();
}

std::vector<Destination> MainWindow::findAll(const QString &text)
{
    std::vector<Destination> found;
    const auto add = [&](const QString &title, const QString &sort, auto go) {
        if (title.contains(text, Qt::CaseInsensitive))
            found.push_back({title, sort, std::move(go)});
    };
    for (const PageSpec &spec : pageList())
        if (isOffered(spec, service()))
            add(titleOf(spec), tr("Page"), [this, id = spec.id] { showPage(id); });
    for (int i = 0; i < m_foundation.services.count(); ++i) {
        const live::ServiceAddress &address = m_foundation.services.at(i).address();
        add(QString::fromStdString(address.name), tr("Service"),
            [this, id = address.id] { showService(id); });
    }
    for (int i = 0; i < m_pages->count(); ++i) {
        for (const pages::Place &place : pageAt(i)->findPlaces(text))
            found.push_back({place.title, place.sort, [this, i, show = place.show] {
                                 m_tabs->setCurrentIndex(i);
                                 show();
                             }});
    }
    return found;
}

pages::Page *MainWindow::pageAt(int index) const
{
    return static_cast<pages::Page *>(m_pages->widget(index));
}

void MainWindow::exportHistory()
{
    if (!m_shown)
        return;
    auto *dialog = new pages::ExportDialog(*m_shown, m_foundation.clock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showHelp()
{
    (new HelpDialog(this))->show();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveWindow();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::layOut()
{
    auto *splitter = new QSplitter(m_ui->central);
    splitter->setObjectName(QStringLiteral("splitter"));
    splitter->setChildrenCollapsible(false);
    m_sidebar = new Sidebar(m_foundation.services, splitter);
    m_body = new QStackedWidget(splitter);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kSidebarWidth, width()});
    auto *shown = new QWidget(m_body);
    m_welcome = new Welcome(m_body);
    m_body->addWidget(shown);
    m_body->addWidget(m_welcome);
    m_header = new Header(m_foundation.clock, shown);
    m_tabs = new QTabBar(shown);
    m_tabs->setObjectName(QStringLiteral("pages"));
    m_tabs->setExpanding(false);
    m_pages = new QStackedWidget(shown);
    QVBoxLayout *column = plainColumn(shown);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(kGrid / 2, 0, 0, kGrid / 2);
    tabs->addWidget(m_tabs);
    column->addWidget(m_header);
    column->addLayout(tabs);
    column->addWidget(m_pages, 1);
    m_banner = new pages::Banner(m_ui->central);
    QVBoxLayout *central = plainColumn(m_ui->central);
    central->addWidget(m_banner);
    central->addWidget(splitter, 1);
    connect(m_sidebar, &Sidebar::currentChanged, this, &MainWindow::followService);
    connect(m_sidebar, &Sidebar::addRequested, this, &MainWindow::addService);
    connect(m_sidebar, &Sidebar::windowRequested, this, &MainWindow::openWindow);
    connect(m_sidebar, &Sidebar::editRequested, this, &MainWindow::editService);
    connect(m_sidebar, &Sidebar::removeRequested, this, &MainWindow::removeService);
    connect(m_welcome, &Welcome::connectRequested, this, &MainWindow::addService);
    connect(m_welcome, &Welcome::startRequested, this, &MainWindow::toggleBuiltIn);
}

void MainWindow::makePages()
{
    const PageContext context{m_foundation.clock, m_foundation.session};
    for (const PageSpec &spec : pageList()) {
        pages::Page *page = spec.make(context, m_pages);
        page->setObjectName(spec.id);
        connect(page, &pages::Page::pageWanted, this, &MainWindow::showPage);
        m_pages->addWidget(page);
        m_tabs->addTab({});
        auto *action = new QAction(this);
        action->setObjectName(QStringLiteral("show.") + spec.id);
        action->setShortcut(
            QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + m_tabs->count())));
        connect(action, &QAction::triggered, this, [this, id = spec.id] { showPage(id); });
        m_ui->viewMenu->insertAction(m_ui->find, action);
        m_pageActions.push_back(action);
    }
    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::followPage);
}

void MainWindow::connectMenu()
{
    connect(m_ui->addService, &QAction::triggered, this, &MainWindow::addService);
    connect(m_ui->builtIn, &QAction::triggered, this, &MainWindow::toggleBuiltIn);
    connect(m_ui->quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
    connect(m_ui->find, &QAction::triggered, this, &MainWindow::find);
    connect(m_ui->exportHistory, &QAction::triggered, this, &MainWindow::exportHistory);
    connect(m_ui->help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_ui->about, &QAction::triggered, this, [this] { openAbout(this); });
    connect(m_ui->refresh, &QAction::triggered, this, [this] {
        if (m_shown)
            m_shown->refresh();
    });
    connect(&m_foundation.session, &Session::failed, this, &MainWindow::sayProblem);
    if (const auto &problem = m_foundation.session.loadProblem())
        sayProblem(*problem);
}

void MainWindow::connectBuiltIn()
{
    connect(&m_foundation.builtIn, &LocalService::stateChanged, this, &MainWindow::followBuiltIn);
    // Its reasons name the service themselves; it gave no answer whose meaning had to be told.
    connect(&m_foundation.builtIn, &LocalService::failed, this, [this](const Error &reason) {
        m_banner->say(pages::Banner::Tone::bad, models::serviceSentence(reason.detail));
    });
}

void MainWindow::followBuiltIn()
{
    const LocalService::State state = m_foundation.builtIn.state();
    m_welcome->setBuiltIn(state);
    m_ui->builtIn->setEnabled(
        state == LocalService::State::stopped || state == LocalService::State::running);
    const bool isListed = m_foundation.services.find(kBuiltInId) != nullptr;
    if (state == LocalService::State::running && !isListed) {
        live::ServiceAddress address = m_foundation.builtIn.address();
        address.id = kBuiltInId;
        address.name = tr("Built-in service").toStdString();
        m_foundation.services.add(address);
        m_sidebar->select(kBuiltInId);
        m_banner->hide();
    } else if (state == LocalService::State::stopped && isListed) {
        m_foundation.services.remove(kBuiltInId);
    }
    retranslate();
}

void MainWindow::toggleBuiltIn()
{
    const bool isStopped = m_foundation.builtIn.state() == LocalService::State::stopped;
    m_foundation.session.change([isStopped](settings::ConsoleSettings &settings) {
        settings.builtInServiceWanted = isStopped;
    });
    if (isStopped)
        m_foundation.builtIn.start();
    else
        m_foundation.builtIn.stop();
}

void MainWindow::followService()
{
    live::Service *selected = m_sidebar->current();
    m_body->setCurrentIndex(selected ? 0 : 1);
    if (selected == m_shown)
        return;
    m_shown = selected;
    setWindowTitle(selected ? QString::fromStdString(selected->address().name) : QString());
    m_header->setService(selected);
    m_ui->exportHistory->setEnabled(selected != nullptr);
    offerPages();
    m_foundation.session.change([selected](settings::ConsoleSettings &settings) {
        if (selected)
            settings.lastService = selected->address().id;
    });
}

/// A page that the service has nothing for is not there, and does not know it.
void MainWindow::offerPages()
{
    const std::vector<PageSpec> &specs = pageList();
    if (!isOffered(specs[static_cast<std::size_t>(m_tabs->currentIndex())], m_shown))
        m_tabs->setCurrentIndex(0);
    for (int i = 0; i < m_pages->count(); ++i) {
        const bool isThere = isOffered(specs[static_cast<std::size_t>(i)], m_shown);
        if (m_tabs->isTabVisible(i) != isThere) // Else Qt forgets that others have changed.
            m_tabs->setTabVisible(i, isThere);
        m_pageActions[static_cast<std::size_t>(i)]->setEnabled(isThere);
        pageAt(i)->setService(isThere ? m_shown.data() : nullptr);
    }
}

void MainWindow::followPage(int index)
{
    m_pages->setCurrentIndex(index);
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    m_foundation.session.change([this](settings::ConsoleSettings &settings) {
        settings.lastPage = currentPage().toStdString();
    });
}

void MainWindow::openConnectDialog(const live::ServiceAddress *edited)
{
    auto *dialog =
        new pages::ConnectDialog(m_foundation.services, m_foundation.session.keychain(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSecretPlace(m_foundation.session.settings().secretPlace);
    if (edited)
        dialog->setAddress(*edited);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_sidebar->select(m_foundation.session.keep(dialog->address(), dialog->secretPlace()));
    });
    dialog->open();
}

void MainWindow::sayProblem(const Error &reason)
{
    m_banner->say(pages::Banner::Tone::bad, models::problemText(reason));
}

void MainWindow::retranslate()
{
    const bool isRunning = m_foundation.builtIn.state() == LocalService::State::running;
    m_ui->builtIn->setText(
        isRunning ? tr("Stop the &built-in service") : tr("Start the &built-in service"));
    m_tabs->setAccessibleName(tr("Pages"));
    for (std::size_t i = 0; i < m_pageActions.size(); ++i) {
        const QString title = titleOf(pageList()[i]);
        m_pageActions[i]->setText(title);
        m_tabs->setTabText(static_cast<int>(i), title);
        m_tabs->setTabToolTip(
            static_cast<int>(i), m_pageActions[i]->shortcut().toString(QKeySequence::NativeText));
    }
}

void MainWindow::restoreWindow()
{
    const settings::ConsoleSettings &settings = m_foundation.session.settings();
    resize(1280, 800);
    restoreGeometry(QByteArray::fromBase64(QByteArray::fromStdString(settings.windowGeometry)));
    restoreState(QByteArray::fromBase64(QByteArray::fromStdString(settings.windowState)));
    restoreKeptState(*this, settings.windowContent);
    showPage(QString::fromStdString(settings.lastPage));
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::saveWindow()
{
    m_foundation.session.change([this](settings::ConsoleSettings &settings) {
        settings.windowGeometry = saveGeometry().toBase64().toStdString();
        settings.windowState = saveState().toBase64().toStdString();
        settings.windowContent = keptStateOf(*this);
    });
}

} // namespace pult::shell
