// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/configsession.h"

#include <algorithm>

namespace pult::models {

namespace {

std::vector<contract::ConfigRevision> newerThan(
    std::int64_t revision, const std::vector<contract::ConfigRevision> &newestFirst)
{
    std::vector<contract::ConfigRevision> newer;
    for (const contract::ConfigRevision &each : newestFirst) {
        if (each.revision > revision)
            newer.push_back(each);
    }
    std::ranges::reverse(newer);
    return newer;
}

} // namespace

ConfigSession::ConfigSession(QObject *parent)
    : QObject(parent)
    , m_changes(m_settings)
{
}

void ConfigSession::setService(live::Service *service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    m_settings.setSchema({});
    m_history.setRevisions({});
    m_effects = {};
    m_presets.clear();
    m_revision = 0;
    m_lastOwnRevision = 0;
    m_hasSchema = false;
    m_isLoadingConfig = false;
    setBusy(false);
    if (!service)
        return;
    connect(service, &live::Service::configChanged, this, &ConfigSession::follow);
    connect(service, &live::Service::stateChanged, this, &ConfigSession::tick);
}

void ConfigSession::load()
{
    if (!m_service)
        return;
    if (m_hasSchema)
        loadConfig();
    else
        loadSchema();
    loadHistory();
    loadPresets();
}

void ConfigSession::loadSchema()
{
    m_service->configSchema(this, [this](const Result<boost::json::object> &schema) {
        auto groups = schema.and_then(settingsOf);
        if (!groups) {
            Q_EMIT failed(groups.error());
            return;
        }
        m_settings.setSchema(std::move(*groups));
        m_hasSchema = true;
        loadConfig();
    });
}

void ConfigSession::loadConfig()
{
    if (!m_service || m_isLoadingConfig)
        return;
    m_isLoadingConfig = true;
    m_service->config(this, [this](const Result<contract::ConfigReport> &report) {
        m_isLoadingConfig = false;
        if (report)
            takeConfig(*report);
        else
            Q_EMIT failed(report.error());
    });
}

void ConfigSession::takeConfig(const contract::ConfigReport &report)
{
    if (report.revision < m_revision)
        return;
    m_revision = report.revision;
    m_settings.setConfig(report);
    if (m_hasSchema)
        Q_EMIT loaded();
}

void ConfigSession::loadHistory(std::int64_t since)
{
    m_service->configHistory(this, [this, since](const Result<contract::ConfigHistory> &history) {
        if (!history) {
            Q_EMIT failed(history.error());
            return;
        }
        m_history.setRevisions(history->revisions);
        if (since > 0)
            Q_EMIT conflicted(newerThan(since, history->revisions));
    });
}

void ConfigSession::loadPresets()
{
    m_service->configPresets({}, this, [this](const Result<contract::ConfigPresets> &presets) {
        if (!presets)
            return; // The page goes without the shortcuts.
        m_presets = presets->presets;
        Q_EMIT presetsChanged();
    });
}

void ConfigSession::check(const std::string &reason)
{
    if (!m_service || m_isBusy)
        return;
    setBusy(true);
    m_service->patchConfig(m_settings.pendingPatch(), m_revision, reason,
        live::Service::PatchMode::dryRun, this,
        [this](const Result<contract::ConfigPatchReport> &report) {
            setBusy(false);
            if (report) {
                m_settings.setProblems({});
                Q_EMIT checked(*report);
            } else if (report.error().code == ErrorCode::stale) {
                resolveConflict();
            } else {
                refuse(report.error());
            }
        });
}

void ConfigSession::apply(const std::string &reason)
{
    if (!m_service || m_isBusy)
        return;
    setBusy(true);
    m_service->patchConfig(m_settings.pendingPatch(), m_revision, reason,
        live::Service::PatchMode::apply, this, appliedReply());
}

void ConfigSession::goBack(std::int64_t toRevision, const std::string &reason)
{
    if (!m_service || m_isBusy)
        return;
    setBusy(true);
    m_service->rollbackConfig(toRevision, m_revision, reason, this, appliedReply());
}

ConfigSession::PatchReply ConfigSession::appliedReply()
{
    return [this, previous = m_revision](const Result<contract::ConfigPatchReport> &report) {
        takeApplied(report, previous);
    };
}

void ConfigSession::takeApplied(
    const Result<contract::ConfigPatchReport> &report, std::int64_t previous)
{
    setBusy(false);
    if (report) {
        m_lastOwnRevision = report->revision;
        m_settings.setProblems({});
        loadConfig();
        loadHistory();
        Q_EMIT applied(*report, previous);
    } else if (report.error().code == ErrorCode::stale) {
        resolveConflict();
    } else {
        refuse(report.error());
    }
}

void ConfigSession::resolveConflict()
{
    loadHistory(m_revision);
    loadConfig();
}

void ConfigSession::advise(int users)
{
    if (!m_service)
        return;
    m_service->configPresets(users, this, [this](const Result<contract::ConfigPresets> &presets) {
        if (!presets) {
            refuse(presets.error());
        } else if (presets->advice) {
            m_settings.fill(presets->advice->values);
            Q_EMIT advised(*presets->advice);
        }
    });
}

void ConfigSession::follow(const contract::ConfigRevision &revision)
{
    m_history.add(revision);
    if (m_service) {
        m_effects.begin(revision.revision, m_service->state());
        tick();
    }
    // While an own change is under way, its answer says whether this is it.
    const bool isOthers = !m_isBusy && revision.revision > std::max(m_revision, m_lastOwnRevision);
    loadConfig();
    if (isOthers && m_changes.rowCount() > 0)
        Q_EMIT conflicted({revision});
}

void ConfigSession::tick()
{
    const live::ServiceState &state = m_service->state();
    if (state.dataAt)
        m_history.setNow(*state.dataAt);
    if (const auto measured = m_effects.observe(state))
        m_history.setEffect(*measured, *m_effects.effectOf(*measured));
    const bool isBehind = state.configRevision > m_revision || m_settings.isLagging();
    if (m_hasSchema && isBehind && state.connection == live::Connection::live)
        loadConfig();
}

void ConfigSession::setBusy(bool busy)
{
    m_isBusy = busy;
    Q_EMIT busyChanged();
}

void ConfigSession::refuse(const Error &error)
{
    Error rest = error;
    rest.fields = m_settings.setProblems(error.fields);
    Q_EMIT refused(rest);
}

} // namespace pult::models
