// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "contract/config.h"

namespace pult::service {

/// How a free text must look.
struct TextForm {
    std::string_view pattern; ///< Of the whole text: a regular expression of ECMAScript's.
    std::string_view refusal; ///< "Must be …"
    bool (*isFulfilled)(std::string_view text); ///< The same as the pattern.
};

/// No free text is longer, in bytes.
inline constexpr std::size_t kMaxTextBytes = 500;

/// What an operator has to know of one setting. The texts are English; a console may translate
/// them by path.
struct SettingInfo {
    std::string_view path; ///< "group.name"
    std::string_view title;
    std::string_view description;
    std::string_view unit; ///< "s", "bytes", "jobs/s", … or empty.
    std::optional<double> minimum; ///< Inclusive; numbers have both.
    std::optional<double> maximum;
    std::span<const std::string_view> choices; ///< Of a text that is one of a few.
    contract::Applies applies = contract::Applies::live;
    std::string_view advice; ///< The rule of thumb, with its formula; may be empty.
    const TextForm *form = nullptr; ///< Of a text without choices.
};

struct GroupInfo {
    std::string_view name;
    std::string_view title;
};

/// Everything described in Settings, in the same order. Lives as long as the program.
[[nodiscard]] std::span<const SettingInfo> settingInfos();
[[nodiscard]] std::span<const GroupInfo> groupInfos();
/// What is shown among the settings, "set" or "unset", but is none: secrets.
[[nodiscard]] std::span<const SettingInfo> secretInfos();

/// Null when there is no such setting.
[[nodiscard]] const SettingInfo *findSettingInfo(std::string_view path);

} // namespace pult::service
