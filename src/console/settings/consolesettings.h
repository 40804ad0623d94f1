// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "contract/codec.h"
#include "telemetry/series/seriesline.h"
#include "telemetry/target/targetkind.h"

namespace pult::settings {

BOOST_DEFINE_ENUM_CLASS(ThemeChoice, system, dark, light)

/// Where secrets are kept, as the user chose when no secret service was there.
BOOST_DEFINE_ENUM_CLASS(SecretPlace, keychain, file, session)

/// A service that the user connected. Its secrets are in the SecretStore under the same id.
struct ServiceEntry {
    std::string id; ///< Stable key, unique.
    std::string name;
    std::string url;
    telemetry::TargetKind kind = telemetry::TargetKind::service;
    std::string user = {}; ///< See live::ServiceAddress for these.
    std::vector<std::string> headers = {}; ///< Their names.
    std::vector<std::string> pointers = {};
    Seconds interval{1};
    bool operator==(const ServiceEntry &) const = default;
};
BOOST_DESCRIBE_STRUCT(ServiceEntry, (), (id, name, url, kind, user, headers, pointers, interval))

/// A chart that the user keeps on the dashboard of a service.
struct PinnedChart {
    std::string title;
    std::vector<telemetry::SeriesLine> lines;
    bool operator==(const PinnedChart &) const = default;
};
BOOST_DESCRIBE_STRUCT(PinnedChart, (), (title, lines))

/// What the console remembers from one run to the next. Holds no secret. A value.
struct ConsoleSettings {
    ThemeChoice theme = ThemeChoice::system;
    std::string language; ///< "en", "ru"; empty: the desktop's.
    Seconds range{300}; ///< Time range of the charts.
    Seconds pollInterval{1};
    Seconds historySpan{7 * 24 * 3600}; ///< That is kept of each service,
    std::int64_t historyBytes = std::int64_t(400) << 20; ///< and at most this, about.
    SecretPlace secretPlace = SecretPlace::keychain;
    std::vector<ServiceEntry> services; ///< In the user's order.
    std::string lastService; ///< Id; empty: none.
    std::string lastPage; ///< Object name of the page; empty: the first.
    std::string windowGeometry; ///< Base64 of QWidget::saveGeometry().
    std::string windowState; ///< Base64 of QMainWindow::saveState().
    std::map<std::string, std::string> windowContent; ///< Splitters and fields, by their names.
    std::map<std::string, std::vector<PinnedChart>> dashboards; ///< By the services' ids.
    bool builtInServiceWanted = false; ///< It ran when the console was closed.
    bool operator==(const ConsoleSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsoleSettings, (),
    (theme, language, range, pollInterval, historySpan, historyBytes, secretPlace, services,
        lastService, lastPage, windowGeometry, windowState, windowContent, dashboards,
        builtInServiceWanted))

} // namespace pult::settings
