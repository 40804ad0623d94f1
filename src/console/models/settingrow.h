// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QCoreApplication>
#include <QVariant>

#include "console/models/setting.h"

namespace pult::models {

/// How one setting stands: what is desired, what is in force, and what the user is about to make of
/// it. A value.
struct SettingRow {
    Q_DECLARE_TR_FUNCTIONS(pult::models::SettingRow)
public:
    int group = 0;
    int rowInGroup = 0;
    boost::json::value desired;
    boost::json::value applied;
    QString origin; ///< As on the wire.
    std::optional<contract::VerifiedSetting> verified; ///< None: nothing showed.
    std::optional<boost::json::value> edit;
    QString problem;

    /// Takes over what a report says of the setting. An edit that it makes pointless goes.
    void follow(const contract::ConfigReport &report, const std::string &path);
    /// The edit, or else the desired value.
    [[nodiscard]] const boost::json::value &newValue() const { return edit ? *edit : desired; }
    [[nodiscard]] bool isInForce(const Setting &about) const;
    /// What is in force, and what is desired where that differs.
    [[nodiscard]] QString inForceText(const Setting &about) const;
    /// Rich text: what the setting does, with what shows of it at work.
    [[nodiscard]] QString toolTip(const Setting &about) const;

private:
    [[nodiscard]] QString verifiedText(const Setting &about) const;
};

/// What an editor made, as the service takes it.
[[nodiscard]] boost::json::value jsonOf(const QVariant &value, SettingType type);
/// For an editor: double, bool or QString.
[[nodiscard]] QVariant variantOf(const boost::json::value &value);

} // namespace pult::models
