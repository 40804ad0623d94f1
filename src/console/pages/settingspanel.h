// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QSortFilterProxyModel>
#include <QWidget>

#include "console/models/settingmodel.h"
#include "contract/config.h"

namespace Ui {
class SettingsPanel;
}

namespace pult::pages {

/// Every setting, grouped and searched, with its range, default and advice; and the shortcuts that
/// fill in many at once: presets and the advice for a number of users. GUI thread.
class SettingsPanel final : public QWidget {
    Q_OBJECT
public:
    /// The settings outlive the panel.
    explicit SettingsPanel(models::SettingModel &settings, QWidget *parent = nullptr);
    ~SettingsPanel() override;

    /// Brings its row into sight. Ends a search that hides it.
    void select(const std::string &path);
    /// What is in force is greyed while it may be so no more.
    void setStale(bool isStale);
    void setPresets(const std::vector<contract::ConfigPreset> &presets);

Q_SIGNALS:
    void adviceWanted(int users);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpTree();
    void search(const QString &text);
    /// All of them; their titles have the whole width.
    void openGroups();
    void editClicked(const QModelIndex &index);
    void describe(const QModelIndex &index);
    void fillPresets();
    void takePreset(int row);

    std::unique_ptr<Ui::SettingsPanel> m_ui;
    models::SettingModel &m_settings;
    QSortFilterProxyModel m_found;
    std::vector<contract::ConfigPreset> m_presets;
};

} // namespace pult::pages
