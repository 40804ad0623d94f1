// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/application.h"

#include <cstdio>
#include <memory>

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include "console/live/makeservicelist.h"
#include "console/settings/filesecretstore.h"
#include "console/settings/keychainsecretstore.h"
#include "console/settings/memorysecretstore.h"
#include "console/shell/appearance.h"
#include "console/shell/exportcommand.h"
#include "console/shell/figures.h"
#include "console/shell/mainwindow.h"
#include "console/shell/options.h"
#include "console/shell/screenshot.h"
#include "console/shell/session.h"
#include "console/shell/stopsignals.h"

namespace pult::shell {
namespace {

using live::LocalService;

constexpr Seconds kConnectLimit{20};
constexpr Seconds kFirstPicture{10};
constexpr std::chrono::seconds kFigurePeriod{1};

void complain(const Error &reason)
{
    std::fprintf(stderr, "pult: %s\n", reason.detail.c_str());
}

/// Everything that lives as long as the window, in the order in which it depends on each other.
class Console final : public QObject {
public:
    explicit Console(const Options &options)
        : m_options(options)
        , m_secretFile(settings::FileSecretStore::standardPath())
        , m_builtIn(builtInOptions())
        , m_services(live::makeServiceList(m_clock, {.historyFolder = historyFolder()}))
        , m_session(*m_services, {m_keychain, m_secretFile, m_secretMemory}, settingsFile())
    {
        m_appearance.setTheme(options.theme.value_or(m_session.settings().theme));
        m_appearance.setLanguage(
            options.language.empty() ? m_session.settings().language : options.language);
        m_window = std::make_unique<MainWindow>(
            Foundation{m_clock, *m_services, m_session, m_builtIn, m_appearance});
        connect(&m_stopSignals, &StopSignals::stopRequested, this, &Console::quit);
        connect(&m_builtIn, &LocalService::stateChanged, this, &Console::quitOnceStopped);
    }

    /// False: nothing to run for; the reason is printed.
    [[nodiscard]] bool start()
    {
        if (m_options.connect && !connectNamed(*m_options.connect))
            return false;
        if (m_options.isLocal || wantsBuiltIn())
            m_builtIn.start();
        if (!m_options.namesService() && !m_options.screenshot)
            m_session.restore();
        if (m_options.size)
            m_window->resize(*m_options.size);
        if (!m_options.page.empty())
            m_window->showPage(QString::fromStdString(m_options.page));
        m_window->show();
        startScreenshot();
        startFigures();
        return true;
    }

    /// Ends the built-in service first, then the application.
    void quit()
    {
        if (std::exchange(m_isQuitting, true))
            return;
        saveLastPicture();
        QApplication::closeAllWindows();
        m_builtIn.stop();
        quitOnceStopped();
    }

private:
    [[nodiscard]] bool isIsolated() const { return m_options.screenshot.has_value(); }
    [[nodiscard]] std::optional<settings::SettingsFile> settingsFile() const
    {
        if (isIsolated())
            return std::nullopt;
        return settings::SettingsFile(settings::SettingsFile::standardPath());
    }
    [[nodiscard]] std::filesystem::path historyFolder() const
    {
        const QString data = isIsolated()
            ? m_isolatedData.path()
            : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        return (data + QStringLiteral("/history")).toStdString();
    }
    [[nodiscard]] bool wantsBuiltIn() const
    {
        return !m_options.namesService() && m_session.settings().builtInServiceWanted;
    }
    [[nodiscard]] LocalService::Options builtInOptions() const
    {
        LocalService::Options options;
        options.load = m_options.isDemo ? LocalService::Load::demo : LocalService::Load::none;
        if (isIsolated())
            options.dataDirectory = m_isolatedData.filePath(QStringLiteral("service"));
        return options;
    }

    bool connectNamed(const ConnectOption &option)
    {
        QByteArray token;
        if (!option.tokenFile.empty()) {
            QFile file(QString::fromStdString(option.tokenFile));
            if (!file.open(QIODevice::ReadOnly)) {
                complain(fail(ErrorCode::io,
                    "cannot read the token file: " + file.errorString().toStdString())
                             .value());
                return false;
            }
            token = file.readAll().trimmed();
        }
        const QUrl url(QString::fromStdString(option.url));
        const std::string name = option.name.empty() ? url.host().toStdString() : option.name;
        // What is kept of a service's past belongs to its address.
        const std::string id = "command-line " + url.toString(QUrl::RemoveUserInfo).toStdString();
        m_services->add({id, name, url.adjusted(QUrl::RemoveUserInfo), token,
            option.isMetrics ? live::TargetKind::metrics : live::TargetKind::service});
        return true;
    }

    void startScreenshot()
    {
        if (m_options.screenshot)
            awaitLive(m_options.screenshot->after, &Console::takeScreenshot);
        else if (!m_options.savedScreenshot.empty())
            awaitLive(kFirstPicture, &Console::saveLastPicture);
    }

    void awaitLive(Seconds after, void (Console::*whenReached)())
    {
        auto *wait = new LiveWait(after, kConnectLimit, this);
        connect(wait, &LiveWait::reached, this, whenReached);
        connect(&m_builtIn, &LocalService::failed, wait, &LiveWait::giveUp);
        connect(m_services.get(), &live::ServiceList::added, wait,
            [this, wait](int index) { wait->watch(&m_services->at(index)); });
        if (m_services->count() > 0)
            wait->watch(&m_services->at(0));
        if (m_options.screenshot)
            connect(wait, &LiveWait::missed, this, [this](const Error &reason) {
                complain(reason);
                m_exitCode = 1;
                quit();
            });
    }

    void takeScreenshot()
    {
        const QString file = QString::fromStdString(m_options.screenshot->file);
        if (const auto saved = saveScreenshot(*m_window, file); !saved) {
            complain(saved.error());
            m_exitCode = 1;
        }
        quit();
    }

    void saveLastPicture()
    {
        if (m_options.savedScreenshot.empty())
            return;
        const QString file = QString::fromStdString(m_options.savedScreenshot);
        if (const auto saved = saveScreenshot(*m_window, file); !saved)
            complain(saved.error());
    }

    void startFigures()
    {
        if (!m_options.printsFigures)
            return;
        connect(&m_figures, &QTimer::timeout, this, [this] {
            const live::Service *service = m_window->service();
            std::puts(
                figuresLine(service ? &service->state() : nullptr, m_clock.wallNow()).c_str());
            std::fflush(stdout);
        });
        m_figures.start(kFigurePeriod);
    }

    void quitOnceStopped()
    {
        if (m_isQuitting && m_builtIn.state() == LocalService::State::stopped)
            QTimer::singleShot(0, this, [this] { QCoreApplication::exit(m_exitCode); });
    }

    const Options &m_options;
    SystemClock m_clock;
    QTemporaryDir m_isolatedData;
    StopSignals m_stopSignals;
    Appearance m_appearance;
    settings::KeychainSecretStore m_keychain;
    settings::FileSecretStore m_secretFile;
    settings::MemorySecretStore m_secretMemory;
    LocalService m_builtIn;
    std::unique_ptr<live::ServiceList> m_services;
    Session m_session;
    std::unique_ptr<MainWindow> m_window;
    QTimer m_figures;
    bool m_isQuitting = false;
    int m_exitCode = 0;
};

} // namespace

int runConsole(int argc, char **argv, const Options &options)
{
    if (options.exported)
        return exportHistory(argc, argv, *options.exported);
    if (options.scale != 1)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("pult"));
    QApplication::setApplicationDisplayName(QStringLiteral("Pult"));
    QApplication::setApplicationVersion(QStringLiteral(PULT_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/pult/theme/pult.svg")));
    QApplication::setQuitOnLastWindowClosed(false);
    Console console(options);
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &console, &Console::quit);
    return console.start() ? QApplication::exec() : 1;
}

} // namespace pult::shell
