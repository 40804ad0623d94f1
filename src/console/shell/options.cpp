// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/options.h"

#include <CLI/CLI.hpp>

namespace pult::shell {
namespace {

/// "1280x800"
std::optional<QSize> parseSize(const std::string &text)
{
    int width = 0;
    int height = 0;
    char end = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &end) != 2 || width < 320
        || height < 240 || width > 16384 || height > 16384)
        return std::nullopt;
    return QSize(width, height);
}

/// What CLI11 writes into, before it becomes Options.
struct Raw {
    ConnectOption connect;
    ScreenshotOption screenshot;
    ExportOption exported;
    double after = 3;
    std::string size;
    std::string theme;
};

void addServiceOptions(CLI::App &app, Options &options, Raw &raw)
{
    auto *connect = app.add_option("--connect", raw.connect.url, "Connect to the service at URL")
                        ->type_name("URL");
    app.add_option("--token-file", raw.connect.tokenFile, "Read the service's token from FILE")
        ->type_name("FILE")
        ->check(CLI::ExistingFile)
        ->needs(connect);
    app.add_option("--name", raw.connect.name, "Call the service NAME")
        ->type_name("NAME")
        ->needs(connect);
    app.add_flag("--metrics", raw.connect.isMetrics, "URL is a page of Prometheus metrics")
        ->needs(connect);
    auto *local =
        app.add_flag("--local", options.isLocal, "Start the built-in service")->excludes(connect);
    app.add_flag("--demo", options.isDemo, "Let a built-in client send demo traffic")->needs(local);
}

void addScreenshotOptions(CLI::App &app, Options &options, Raw &raw)
{
    auto *screenshot = app.add_option("--screenshot", raw.screenshot.file,
                              "Write a picture of the window with live data to FILE, and end")
                           ->type_name("FILE");
    app.add_option("--page", options.page, "Show the page NAME")
        ->type_name("NAME")
        ->check(
            CLI::IsMember({"overview", "queue", "test-jobs", "tuning", "explore", "dashboard"}));
    app.add_option("--after", raw.after, "Seconds of live data before the picture")
        ->type_name("SECONDS")
        ->check(CLI::Range(0.0, 3600.0))
        ->needs(screenshot);
    app.add_option("--size", raw.size, "Size of the window, e.g. 1280x800")
        ->type_name("WxH")
        ->check([](const std::string &text) {
            return parseSize(text) ? std::string() : "not a size like 1280x800: " + text;
        });
    app.add_option("--scale", options.scale, "Scale of the display")
        ->type_name("N")
        ->check(CLI::Range(1.0, 4.0));
    app.add_option("--theme", raw.theme, "dark or light")->check(CLI::IsMember({"dark", "light"}));
    app.add_option("--lang", options.language, "en or ru")->check(CLI::IsMember({"en", "ru"}));
}

void addFigureOptions(CLI::App &app, Options &options)
{
    auto *figures =
        app.add_flag("--figures", options.printsFigures, "Print the live figures once a second");
    app.add_option("--save-screenshot", options.savedScreenshot,
           "Also write a picture to FILE, after ten seconds and at the end")
        ->type_name("FILE")
        ->needs(figures);
}

void addExportOptions(CLI::App &app, Raw &raw)
{
    auto *file = app.add_option("--export-history", raw.exported.file,
                        "Write what is kept of a service's metrics to FILE as OpenMetrics text, "
                        "and end")
                     ->type_name("FILE");
    auto *service = app.add_option("--service", raw.exported.service, "The service called NAME")
                        ->type_name("NAME")
                        ->needs(file);
    file->needs(service);
}

Options finished(const CLI::App &app, Options options, const Raw &raw)
{
    if (app.count("--export-history") > 0)
        options.exported = raw.exported;
    if (app.count("--connect") > 0)
        options.connect = raw.connect;
    if (app.count("--screenshot") > 0)
        options.screenshot = ScreenshotOption{raw.screenshot.file, Seconds(raw.after)};
    if (!raw.theme.empty())
        options.theme =
            raw.theme == "dark" ? settings::ThemeChoice::dark : settings::ThemeChoice::light;
    options.size = parseSize(raw.size);
    return options;
}

} // namespace

std::variant<Options, EarlyExit> parseOptions(int argc, const char *const *argv)
{
    CLI::App app("Pult: a control desk for generation services", "pult");
    app.set_version_flag("--version", "pult " PULT_VERSION);
    Options options;
    Raw raw;
    addServiceOptions(app, options, raw);
    addScreenshotOptions(app, options, raw);
    addFigureOptions(app, options);
    addExportOptions(app, raw);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &end) {
        std::ostringstream text;
        const int code = app.exit(end, text, text);
        return EarlyExit{text.str(), code == 0 ? 0 : 2};
    }
    return finished(app, std::move(options), raw);
}

} // namespace pult::shell
