// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "contract/config.h"

namespace pult::models {

enum class SettingType { integer, number, boolean, choice, text };

/// Values of this unit are shown in the largest of B, KiB, … that is exact.
inline constexpr const char *kBytesUnit = "bytes";

/// One setting as the service's schema describes it. A value.
struct Setting {
    std::string path; ///< "group.name".
    QString group; ///< The group's title, like all texts in the schema's own English.
    QString title; ///< Within the group: "Image".
    QString description;
    SettingType type = SettingType::text;
    QString unit; ///< As in the schema, "" for none.
    std::optional<double> minimum;
    std::optional<double> maximum;
    boost::json::value fallback; ///< The default; null: none.
    /// What 0 stands for, where it leaves the choice to the service.
    std::optional<double> automatic;
    QString advice; ///< The rule of thumb, with its formula.
    contract::Applies applies = contract::Applies::live;
    QStringList choices; ///< Of a choice.
    bool isReadOnly = false; ///< Shown, and set elsewhere.
};

struct SettingGroup {
    std::string name;
    QString title;
    std::vector<Setting> settings;
};

/// "Worker slots: Image", in the user's language.
[[nodiscard]] QString fullTitle(const Setting &setting);

/// The settings of a JSON Schema of two levels, {group: {name: …}}, in its order.
/// Errors: corrupt when there is none.
[[nodiscard]] Result<std::vector<SettingGroup>> settingsOf(const boost::json::object &schema);

/// The value at "group.name" of {group: {name: value}}; null when there is none.
[[nodiscard]] boost::json::value valueAt(const boost::json::object &values, std::string_view path);
/// Sets it there.
void setValueAt(
    boost::json::object &values, std::string_view path, const boost::json::value &value);
/// "/group/name" as "group.name".
[[nodiscard]] std::string pathOfPointer(std::string_view pointer);
/// Numbers that differ only in being written with or without a fraction are the same.
[[nodiscard]] bool isSameValue(const boost::json::value &left, const boost::json::value &right);

/// Exact, in the user's locale, with the unit: "8", "1.5 s", "on".
[[nodiscard]] QString valueText(const boost::json::value &value, const QString &unit = {});
/// The same of one setting: where 0 leaves the choice to the service, "auto (5 threads)".
[[nodiscard]] QString valueText(const boost::json::value &value, const Setting &setting);
/// What the service makes of a value: the same, but for a 0 that leaves the choice to it.
[[nodiscard]] boost::json::value meaningOf(const boost::json::value &value, const Setting &setting);
/// "1 to 200 s"; empty when there are no bounds.
[[nodiscard]] QString rangeText(const Setting &setting);

} // namespace pult::models
