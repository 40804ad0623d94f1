// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "base/error.h"
#include "telemetry/signals/signalspec.h"

/// What is known of a kind of target: how to tell it, which signals its series make, and how they
/// are shown. resources/profiles/*.json.
namespace pult::telemetry {

/// A chart: signals of one unit on one axis.
struct ChartSpec {
    std::string id;
    std::string title;
    Unit unit = Unit::count;
    std::vector<std::string> signals; ///< Ids of the profile's own.
    std::vector<double> thresholds = {};
    bool operator==(const ChartSpec &) const = default;
};
BOOST_DESCRIBE_STRUCT(ChartSpec, (), (id, title, unit, signals, thresholds))

/// A figure at a glance. Of a signal that is split it is the highest.
struct TileSpec {
    std::string id;
    std::string title;
    std::string tip; ///< What exactly it says.
    std::string signal;
    std::string capacity = {}; ///< A signal: "18/20".
    std::optional<double> target = {}; ///< It should stay below.
    std::string chart = {}; ///< That a click leads to,
    std::string page = {}; ///< or a page of the console.
    bool operator==(const TileSpec &) const = default;
};
BOOST_DESCRIBE_STRUCT(TileSpec, (), (id, title, tip, signal, capacity, target, chart, page))

struct Profile {
    std::string id; ///< As the exporter is called.
    std::string title;
    std::vector<std::string> recognisedBy; ///< Metrics: a target has one of them.
    std::vector<SignalSpec> signals;
    std::vector<TileSpec> tiles;
    std::vector<ChartSpec> charts;
    bool operator==(const Profile &) const = default;
};
BOOST_DESCRIBE_STRUCT(Profile, (), (id, title, recognisedBy, signals, tiles, charts))

using Profiles = std::vector<std::shared_ptr<const Profile>>;

/// Errors: invalidArgument with a pointer for every place that is wrong. What is unknown is wrong.
[[nodiscard]] Result<Profile> readProfile(std::string_view json);

/// The ones of resources/profiles, which are a part of the program. Any thread.
[[nodiscard]] const Profiles &shippedProfiles();

/// Of those whose signal it is; null when there is none.
[[nodiscard]] const SignalSpec *findSignal(const Profiles &profiles, std::string_view id);

} // namespace pult::telemetry
