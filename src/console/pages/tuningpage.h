// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "console/live/service.h"
#include "console/models/configsession.h"
#include "console/pages/banner.h"
#include "console/pages/page.h"

class QPushButton;

namespace pult::pages {

class HistoryPanel;
class PendingChangesPanel;
class ServiceFrame;
class SettingsPanel;

/// Every setting of a service, to be changed while it runs: with a diff before, an undo after, and
/// the measured effect of each change.
class TuningPage final : public Page {
    Q_OBJECT
public:
    explicit TuningPage(QWidget *parent = nullptr);

    void setService(live::Service *service) override;
    /// Every setting, by title and path.
    [[nodiscard]] std::vector<Place> findPlaces(const QString &text) override;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeSide();
    void connectSession();
    void connectPanels();
    void load();
    void refreshActions();
    void sayChecked(const contract::ConfigPatchReport &report);
    void sayApplied(const contract::ConfigPatchReport &report, std::int64_t previous);
    void sayConflict(const std::vector<contract::ConfigRevision> &others);
    void say(Banner::Tone tone, const QString &text);
    void retranslate();

    models::ConfigSession m_session;
    ServiceFrame *m_frame;
    Banner *m_banner;
    QPushButton *m_undo;
    QPushButton *m_retry;
    SettingsPanel *m_settings;
    PendingChangesPanel *m_changes;
    HistoryPanel *m_history;
    std::int64_t m_undoTo = 0;
};

} // namespace pult::pages
