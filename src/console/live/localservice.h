// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QProcess>
#include <QTimer>

#include "console/live/service.h"

namespace pult::live {

/// The built-in service: a pultd that this console starts as its child and stops with itself. It
/// is never restarted behind the user's back. GUI thread.
class LocalService final : public QObject {
    Q_OBJECT
public:
    enum class State {
        stopped,
        waiting, ///< For another console's service to end.
        starting,
        running,
        stopping,
    };
    Q_ENUM(State)
    enum class Load {
        none,
        demo, ///< A built-in client sends lively traffic.
    };
    struct Options {
        QString program = standardProgram();
        QString dataDirectory = standardDataDirectory();
        Load load = Load::none;
        std::chrono::milliseconds startLimit{20'000}; ///< Until it listens, or another ends.
        std::chrono::milliseconds stopLimit{35'000}; ///< Then it is killed.
    };

    explicit LocalService(Options options, QObject *parent = nullptr);
    /// Kills a service that is still there, without waiting for its jobs: stop() first.
    ~LocalService() override;

    /// pultd beside this program.
    [[nodiscard]] static QString standardProgram();
    /// "service" in the desktop's folder for this application's data.
    [[nodiscard]] static QString standardDataDirectory();

    [[nodiscard]] State state() const { return m_state; }
    /// Where it listens, with its admin token; the name is for the user's language to give.
    /// Requires: running.
    [[nodiscard]] const ServiceAddress &address() const { return m_address; }

    /// Declines unless stopped. Takes effect from the next start.
    void setLoad(Load load);

public Q_SLOTS:
    /// Declines unless stopped. Waits for another console that runs it to end. Ends in
    /// stateChanged(running) or failed().
    void start();
    /// Asks it to end its jobs and stop. Ends in stateChanged(stopped). Does not wait.
    void stop();

Q_SIGNALS:
    void stateChanged(pult::live::LocalService::State state);
    /// It did not start, or it ended by itself. It is stopped now. Errors: internal (no program),
    /// conflict (another console runs it on the same data), deadlineExceeded, unavailable, io.
    void failed(const pult::Error &reason);

private:
    void setState(State state);
    void runOnceFree();
    void readOutput();
    void readDiagnostics();
    void becomeRunning(const QUrl &url);
    void becomeStopped();
    void handleError(QProcess::ProcessError error);
    void handleEnd();
    void handleLimit();
    [[nodiscard]] std::string reasonOfEnd() const;
    void endWith(const Error &reason);

    Options m_options;
    QProcess m_process;
    QTimer m_limit; ///< Of the start or the stop under way.
    QTimer m_lookAgain; ///< Active while another console runs it and is waited for.
    std::optional<QLockFile> m_lock; ///< Held from start to end, against a second console.
    State m_state = State::stopped;
    ServiceAddress m_address;
    QByteArray m_diagnostics; ///< The end of what it wrote to its error output.
    std::optional<Error> m_failure; ///< Reported once the process has ended.
};

} // namespace pult::live
