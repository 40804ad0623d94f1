// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec.h"

/// Live configuration on the wire. A setting is named by its path, "group.name".
namespace pult::contract {

BOOST_DEFINE_ENUM_CLASS(Applies, live, restart)

/// A setting whose value is not in force as it is wanted.
struct SettingDifference {
    std::string path;
    boost::json::value desired;
    boost::json::value applied;
    std::string reason;
    bool operator==(const SettingDifference &) const = default;
};
BOOST_DESCRIBE_STRUCT(SettingDifference, (), (path, desired, applied, reason))

/// What shows of a setting where it works, apart from what its owner says of it.
struct VerifiedSetting {
    std::string path;
    boost::json::value verified;
    std::string reason; ///< Why it is not what is applied; "" when it is.
    bool operator==(const VerifiedSetting &) const = default;
};
BOOST_DESCRIBE_STRUCT(VerifiedSetting, (), (path, verified, reason))

/// GET /config
struct ConfigReport {
    std::int64_t revision = 0;
    boost::json::object values; ///< Desired: {group: {name: value}}.
    boost::json::object applied; ///< What each owner has in force now, in the same form.
    /// Where each value comes from, in the same form: "default", "file", "environment", "api".
    boost::json::object origins;
    std::vector<SettingDifference> differences;
    std::vector<VerifiedSetting> verified; ///< Those of which something shows at the moment.
    std::vector<std::string> warnings; ///< Settings that contradict each other.
    bool operator==(const ConfigReport &) const = default;
};
BOOST_DESCRIBE_STRUCT(
    ConfigReport, (), (revision, values, applied, origins, differences, verified, warnings))

struct SettingChange {
    std::string path;
    boost::json::value before;
    boost::json::value after;
    Applies applies = Applies::live;
    bool operator==(const SettingChange &) const = default;
};
BOOST_DESCRIBE_STRUCT(SettingChange, (), (path, before, after, applies))

/// Answer of PATCH /config and POST /config/rollback.
struct ConfigPatchReport {
    std::int64_t revision = 0; ///< The new one; with dry_run, the one it was checked against.
    bool dry_run = false;
    std::vector<SettingChange> changes;
    std::vector<std::string> warnings; ///< Settings that would contradict each other.
    bool operator==(const ConfigPatchReport &) const = default;
};
BOOST_DESCRIBE_STRUCT(ConfigPatchReport, (), (revision, dry_run, changes, warnings))

/// One entry of GET /config/history, newest first; also the data of a `config` event.
struct ConfigRevision {
    std::int64_t revision = 0;
    WallTime at;
    std::string actor; ///< Name of the token that made it, or "start".
    std::string reason;
    std::vector<SettingChange> changes;
    bool operator==(const ConfigRevision &) const = default;
};
BOOST_DESCRIBE_STRUCT(ConfigRevision, (), (revision, at, actor, reason, changes))

struct ConfigHistory {
    std::vector<ConfigRevision> revisions;
    std::optional<std::string> next_cursor;
    bool operator==(const ConfigHistory &) const = default;
};
BOOST_DESCRIBE_STRUCT(ConfigHistory, (), (revisions, next_cursor))

/// Body of POST /config/rollback.
struct RollbackRequest {
    std::int64_t revision = -1; ///< Required.
    std::string reason;
    bool operator==(const RollbackRequest &) const = default;
};
BOOST_DESCRIBE_STRUCT(RollbackRequest, (), (revision, reason))

struct ConfigPreset {
    std::string name;
    std::string title;
    std::string description;
    boost::json::object values; ///< A merge patch.
    bool operator==(const ConfigPreset &) const = default;
};
BOOST_DESCRIBE_STRUCT(ConfigPreset, (), (name, title, description, values))

struct ConfigAdvice {
    std::int64_t users = 0; ///< At once.
    std::string text;
    boost::json::object values; ///< A merge patch.
    bool operator==(const ConfigAdvice &) const = default;
};
BOOST_DESCRIBE_STRUCT(ConfigAdvice, (), (users, text, values))

/// GET /config/presets?users=N: with users, the advice for that many.
struct ConfigPresets {
    std::vector<ConfigPreset> presets;
    std::optional<ConfigAdvice> advice;
    bool operator==(const ConfigPresets &) const = default;
};
BOOST_DESCRIBE_STRUCT(ConfigPresets, (), (presets, advice))

} // namespace pult::contract
