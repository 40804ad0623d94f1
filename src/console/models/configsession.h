// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QPointer>

#include "console/live/service.h"
#include "console/models/changemodel.h"
#include "console/models/effect.h"
#include "console/models/historymodel.h"
#include "console/models/settingmodel.h"

namespace pult::models {

/// The user's work on the configuration of one service: what it is, what is pending, checking and
/// applying that, going back, and what each change did. Pending edits outlive whatever others
/// change meanwhile. GUI thread.
class ConfigSession final : public QObject {
    Q_OBJECT
public:
    explicit ConfigSession(QObject *parent = nullptr);

    /// Forgets the pending edits of another service. Null: none.
    void setService(live::Service *service);
    /// Schema, values, history and presets. Ends in loaded() or failed().
    void load();

    [[nodiscard]] SettingModel &settings() { return m_settings; }
    [[nodiscard]] ChangeModel &changes() { return m_changes; }
    [[nodiscard]] HistoryModel &history() { return m_history; }
    [[nodiscard]] const EffectMeter &effects() const { return m_effects; }
    [[nodiscard]] const std::vector<contract::ConfigPreset> &presets() const { return m_presets; }
    /// That the pending edits stand against.
    [[nodiscard]] std::int64_t revision() const { return m_revision; }
    [[nodiscard]] bool isLoaded() const { return m_hasSchema && m_revision > 0; }
    /// A request that changes or checks something is under way.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// A dry run of the pending edits. Ends in checked() or refused().
    void check(const std::string &reason);
    /// Ends in applied(), conflicted() or refused().
    void apply(const std::string &reason);
    /// Makes the values of an older revision a new one. Ends like apply().
    void goBack(std::int64_t toRevision, const std::string &reason);
    /// Fills the pending edits with the advice for that many users at once. Ends in advised() or
    /// refused().
    void advise(int users);

Q_SIGNALS:
    void loaded();
    void failed(const pult::Error &error);
    void presetsChanged();
    void busyChanged();
    void checked(const pult::contract::ConfigPatchReport &report);
    /// `previous` is the revision to go back to.
    void applied(const pult::contract::ConfigPatchReport &report, std::int64_t previous);
    /// Others were faster with these revisions, oldest first: the edits are kept and stand against
    /// the newest values now.
    void conflicted(const std::vector<pult::contract::ConfigRevision> &others);
    void advised(const pult::contract::ConfigAdvice &advice);
    void refused(const pult::Error &error);

private:
    using PatchReply = live::Reply<contract::ConfigPatchReport>;

    void loadSchema();
    void loadConfig();
    void loadHistory(std::int64_t newerThan = 0);
    void loadPresets();
    void takeConfig(const contract::ConfigReport &report);
    void takeApplied(const Result<contract::ConfigPatchReport> &report, std::int64_t previous);
    void resolveConflict();
    void follow(const contract::ConfigRevision &revision);
    void tick();
    void setBusy(bool busy);
    void refuse(const Error &error);
    [[nodiscard]] PatchReply appliedReply();

    SettingModel m_settings;
    ChangeModel m_changes;
    HistoryModel m_history;
    EffectMeter m_effects;
    QPointer<live::Service> m_service;
    std::vector<contract::ConfigPreset> m_presets;
    std::int64_t m_revision = 0;
    std::int64_t m_lastOwnRevision = 0;
    bool m_hasSchema = false;
    bool m_isBusy = false;
    bool m_isLoadingConfig = false;
};

} // namespace pult::models
