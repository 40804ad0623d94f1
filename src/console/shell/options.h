// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>

#include <QSize>

#include "base/error.h"
#include "base/walltime.h"
#include "console/settings/consolesettings.h"

namespace pult::shell {

/// A service named on the command line.
struct ConnectOption {
    std::string url;
    std::string tokenFile; ///< Empty: no token.
    std::string name; ///< Empty: the host.
    bool isMetrics = false; ///< The address is a page of metrics.
};

/// A picture of the real window, for documentation and checks.
struct ScreenshotOption {
    std::string file;
    Seconds after{3}; ///< Once the data are live.
};

/// The past of a service, to be written to a file.
struct ExportOption {
    std::string file;
    std::string service; ///< Its name.
};

/// What pult was started with. A value.
struct Options {
    std::optional<ConnectOption> connect;
    bool isLocal = false; ///< Start the built-in service.
    bool isDemo = false; ///< With demo traffic.
    std::optional<ScreenshotOption> screenshot;
    std::string page; ///< Empty: as it was left.
    std::optional<QSize> size; ///< Logical pixels.
    double scale = 1;
    std::optional<settings::ThemeChoice> theme;
    std::string language; ///< Empty: as it was left.
    bool printsFigures = false;
    std::optional<ExportOption> exported; ///< Do nothing but that.
    std::string savedScreenshot; ///< With figures; empty: none.

    /// Whether a service was named, so that the stored ones are not connected.
    [[nodiscard]] bool namesService() const { return connect.has_value() || isLocal; }
};

/// To print and to end with.
struct EarlyExit {
    std::string text;
    int code = 0;
};

/// Reads the command line. Needs no application object.
[[nodiscard]] std::variant<Options, EarlyExit> parseOptions(int argc, const char *const *argv);

} // namespace pult::shell
