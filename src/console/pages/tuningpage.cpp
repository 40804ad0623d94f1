// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/tuningpage.h"

#include <algorithm>

#include <QEvent>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include "console/models/format.h"
#include "console/models/labels.h"
#include "console/models/servicesentence.h"
#include "console/pages/historypanel.h"
#include "console/pages/pendingchangespanel.h"
#include "console/pages/serviceframe.h"
#include "console/pages/settingspanel.h"

namespace pult::pages {

using models::ConfigSession;

namespace {

/// What is wrong, with the places that belong to no setting.
QString refusalText(const Error &error)
{
    QString text = models::problemText(error);
    for (const FieldError &field : error.fields)
        text +=
            QStringLiteral("\n%1: %2")
                .arg(QString::fromStdString(field.pointer), models::serviceSentence(field.detail));
    return text;
}

Banner::Tone toneOf(const contract::ConfigPatchReport &report)
{
    return report.warnings.empty() ? Banner::Tone::good : Banner::Tone::warning;
}

/// Each on a line of its own.
QString warningsText(const contract::ConfigPatchReport &report)
{
    QString text;
    for (const std::string &warning : report.warnings)
        text += QLatin1Char('\n') + models::serviceSentence(warning);
    return text;
}

} // namespace

TuningPage::TuningPage(QWidget *parent)
    : Page(parent)
    , m_frame(new ServiceFrame(this))
    , m_banner(new Banner(this))
    , m_undo(m_banner->addButton(QStringLiteral("undo")))
    , m_retry(m_banner->addButton(QStringLiteral("retryLoad")))
    , m_settings(new SettingsPanel(m_session.settings(), this))
    , m_changes(new PendingChangesPanel(m_session.changes(), this))
    , m_history(new HistoryPanel(m_session.history(), this))
{
    setObjectName(QStringLiteral("tuningPage"));
    m_banner->setObjectName(QStringLiteral("tuningBanner"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    m_frame->setContent(makeContent());
    connectSession();
    connectPanels();
    retranslate();
    refreshActions();
}

QWidget *TuningPage::makeContent()
{
    auto *split = new QSplitter(this);
    split->setObjectName(QStringLiteral("tuningSplitter"));
    split->setChildrenCollapsible(false);
    split->addWidget(m_settings);
    split->addWidget(makeSide());
    split->setHandleWidth(16);
    split->setSizes({520, 520});
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(split, 1);
    return content;
}

QWidget *TuningPage::makeSide()
{
    auto *side = new QSplitter(Qt::Vertical, this);
    side->setObjectName(QStringLiteral("tuningSide"));
    side->setChildrenCollapsible(false);
    side->setHandleWidth(16);
    side->addWidget(m_changes);
    side->addWidget(m_history);
    return side;
}

void TuningPage::connectSession()
{
    connect(&m_session, &ConfigSession::presetsChanged, this,
        [this] { m_settings->setPresets(m_session.presets()); });
    connect(&m_session, &ConfigSession::loaded, this, &TuningPage::refreshActions);
    connect(&m_session.settings(), &QAbstractItemModel::modelReset, this, &Page::placesChanged);
    connect(&m_session, &ConfigSession::busyChanged, this, &TuningPage::refreshActions);
    connect(&m_session, &ConfigSession::checked, this, &TuningPage::sayChecked);
    connect(&m_session, &ConfigSession::applied, this, &TuningPage::sayApplied);
    connect(&m_session, &ConfigSession::conflicted, this, &TuningPage::sayConflict);
    connect(&m_session, &ConfigSession::refused, this, [this](const Error &error) {
        say(Banner::Tone::bad, tr("Nothing was changed. %1").arg(refusalText(error)));
    });
    connect(&m_session, &ConfigSession::failed, this, [this](const Error &error) {
        say(Banner::Tone::bad,
            tr("The settings could not be loaded. %1").arg(models::problemText(error)));
        m_retry->show();
    });
    connect(
        &m_session, &ConfigSession::advised, this, [this](const contract::ConfigAdvice &advice) {
            say(Banner::Tone::info,
                tr("The advice for %1 users at once waits among the pending changes. %2")
                    .arg(models::formatCount(advice.users), models::serviceSentence(advice.text)));
        });
}

void TuningPage::connectPanels()
{
    connect(m_frame, &ServiceFrame::liveChanged, this, [this] {
        load();
        refreshActions();
    });
    connect(m_settings, &SettingsPanel::adviceWanted, &m_session, &ConfigSession::advise);
    connect(m_changes, &PendingChangesPanel::checkWanted, this,
        [this] { m_session.check(m_changes->reason()); });
    connect(m_changes, &PendingChangesPanel::applyWanted, this,
        [this] { m_session.apply(m_changes->reason()); });
    connect(m_changes, &PendingChangesPanel::discardAllWanted, this,
        [this] { m_session.settings().discardAll(); });
    connect(m_history, &HistoryPanel::goBackWanted, this, [this](std::int64_t revision) {
        m_session.goBack(revision, tr("Back to revision %1").arg(revision).toStdString());
    });
    connect(m_undo, &QPushButton::clicked, this,
        [this] { m_session.goBack(m_undoTo, tr("Undo").toStdString()); });
    connect(m_retry, &QPushButton::clicked, this, &TuningPage::load);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_changes, &PendingChangesPanel::tryApply);
    }
}

void TuningPage::setService(live::Service *service)
{
    m_banner->hide();
    m_changes->setRebased(false);
    m_session.setService(service);
    m_frame->setService(service);
    load();
    refreshActions();
}

std::vector<Place> TuningPage::findPlaces(const QString &text)
{
    if (m_session.settings().groups().empty() && m_frame->isLive())
        m_session.load();
    std::vector<Place> places;
    for (const models::SettingGroup &group : m_session.settings().groups()) {
        for (const models::Setting &setting : group.settings) {
            const QString title = models::fullTitle(setting);
            const QStringList names{
                title, QString::fromStdString(setting.path), setting.group, setting.title};
            if (!names.filter(text, Qt::CaseInsensitive).isEmpty())
                places.push_back({title, tr("Setting"),
                    [this, path = setting.path] { m_settings->select(path); }});
        }
    }
    return places;
}

void TuningPage::load()
{
    if (!isVisible() || !m_frame->isLive())
        return;
    if (m_retry->isVisible())
        m_banner->hide();
    m_session.load();
}

void TuningPage::refreshActions()
{
    const bool canAct = m_frame->isLive() && m_session.isLoaded() && !m_session.isBusy();
    m_settings->setStale(!m_frame->isLive());
    m_changes->setActionsEnabled(canAct);
    m_history->setActionsEnabled(canAct);
    m_undo->setEnabled(canAct);
}

void TuningPage::say(Banner::Tone tone, const QString &text)
{
    m_undo->hide();
    m_retry->hide();
    m_banner->say(tone, text);
}

void TuningPage::sayChecked(const contract::ConfigPatchReport &report)
{
    const auto restarts = std::ranges::count(
        report.changes, contract::Applies::restart, &contract::SettingChange::applies);
    QString text =
        tr("Checked: %n changes are valid.", nullptr, static_cast<int>(report.changes.size()));
    if (restarts > 0)
        text += QLatin1Char(' ')
            + tr("%n of them need a restart.", nullptr, static_cast<int>(restarts));
    say(toneOf(report), text + warningsText(report));
}

void TuningPage::sayApplied(const contract::ConfigPatchReport &report, std::int64_t previous)
{
    m_changes->clearReason();
    m_changes->setRebased(false);
    if (report.changes.empty())
        return say(Banner::Tone::info, tr("These values are in the configuration already."));
    m_undoTo = previous;
    say(toneOf(report),
        tr("Applied as revision %1: %2")
                .arg(models::formatCount(report.revision),
                    models::changesText(report.changes, QStringLiteral(", ")))
            + warningsText(report));
    m_undo->show();
}

void TuningPage::sayConflict(const std::vector<contract::ConfigRevision> &others)
{
    QStringList changes;
    for (const contract::ConfigRevision &each : others)
        changes << tr("%1 (revision %2): %3")
                       .arg(models::serviceSentence(each.actor), models::formatCount(each.revision),
                           models::changesText(each.changes, QStringLiteral(", ")));
    m_changes->setRebased(true);
    say(Banner::Tone::warning,
        tr("Somebody else changed the configuration meanwhile. Your changes are kept and stand "
           "against the new values.")
            + QLatin1Char('\n') + changes.join(QLatin1Char('\n')));
}

void TuningPage::retranslate()
{
    m_undo->setText(tr("Undo"));
    m_undo->setAccessibleName(tr("Undo the change"));
    m_retry->setText(tr("Try again"));
    m_retry->setAccessibleName(tr("Load the settings again"));
}

void TuningPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    load();
}

void TuningPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace pult::pages
