// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/localservice.h"

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace pult::live {

namespace {

constexpr qsizetype kKeptDiagnostics = 4096;
constexpr std::string_view kAddressId = "built-in";
constexpr std::chrono::milliseconds kLookAgain{100};

/// "pultd is listening on http://127.0.0.1:40123" → its URL; anything else: empty.
QUrl urlIn(const QByteArray &line)
{
    static const QByteArray announcement("pultd is listening on ");
    const qsizetype found = line.indexOf(announcement);
    if (found < 0)
        return {};
    return QUrl(QString::fromUtf8(line.mid(found + announcement.size()).trimmed()));
}

std::string lastLineOf(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    return trimmed.mid(trimmed.lastIndexOf('\n') + 1).toStdString();
}

/// Runs in the child between fork and exec: a console that dies takes its service along.
void endWithParent(pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent)
        ::_exit(EXIT_FAILURE);
}

} // namespace

QString LocalService::standardProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/pultd");
}

QString LocalService::standardDataDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/service");
}

LocalService::LocalService(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_limit.setSingleShot(true);
    m_lookAgain.setSingleShot(true);
    m_process.setChildProcessModifier([parent = ::getpid()] { endWithParent(parent); });
    connect(&m_limit, &QTimer::timeout, this, &LocalService::handleLimit);
    connect(&m_lookAgain, &QTimer::timeout, this, &LocalService::runOnceFree);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &LocalService::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &LocalService::readDiagnostics);
    connect(&m_process, &QProcess::errorOccurred, this, &LocalService::handleError);
    connect(&m_process, &QProcess::finished, this, &LocalService::handleEnd);
}

LocalService::~LocalService()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void LocalService::setLoad(Load load)
{
    if (m_state == State::stopped)
        m_options.load = load;
}

void LocalService::start()
{
    if (m_state != State::stopped)
        return;
    QDir().mkpath(m_options.dataDirectory);
    m_lock.emplace(m_options.dataDirectory + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);
    m_failure.reset();
    m_diagnostics.clear();
    m_limit.start(m_options.startLimit);
    runOnceFree();
}

/// A console that has just been closed still waits for its service's jobs.
void LocalService::runOnceFree()
{
    if (!m_lock->tryLock(0)) {
        m_lookAgain.start(kLookAgain);
        setState(State::waiting);
        return;
    }
    setState(State::starting);
    QStringList arguments{QStringLiteral("serve"), QStringLiteral("--listen"),
        QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), m_options.dataDirectory};
    if (m_options.load == Load::demo)
        arguments << QStringLiteral("--demo");
    m_limit.start(m_options.startLimit);
    m_process.start(m_options.program, arguments, QIODevice::ReadOnly);
}

void LocalService::stop()
{
    if (m_state == State::waiting)
        return becomeStopped();
    if (m_state != State::starting && m_state != State::running)
        return;
    setState(State::stopping);
    m_limit.start(m_options.stopLimit);
    m_process.terminate();
}

void LocalService::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void LocalService::readOutput()
{
    while (m_process.canReadLine()) {
        const QUrl url = urlIn(m_process.readLine());
        if (url.isValid() && !url.isEmpty() && m_state == State::starting)
            becomeRunning(url);
    }
}

void LocalService::readDiagnostics()
{
    m_diagnostics = (m_diagnostics + m_process.readAllStandardError()).right(kKeptDiagnostics);
}

void LocalService::becomeRunning(const QUrl &url)
{
    QFile file(m_options.dataDirectory + QStringLiteral("/admin.token"));
    if (!file.open(QIODevice::ReadOnly)) {
        m_failure = Error{ErrorCode::io,
            "The built-in service's token can't be read: " + file.fileName().toStdString() + ": "
                + file.errorString().toStdString(),
            {}};
        m_process.terminate();
        return;
    }
    m_limit.stop();
    m_address = {std::string(kAddressId), {}, url, file.readAll().trimmed()};
    setState(State::running);
}

void LocalService::handleError(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart)
        endWith({ErrorCode::internal,
            "The built-in service can't be started; install Pult anew: "
                + m_options.program.toStdString() + ": " + m_process.errorString().toStdString(),
            {}});
}

void LocalService::handleEnd()
{
    readDiagnostics();
    if (m_state == State::stopping) {
        becomeStopped();
        return;
    }
    endWith(m_failure.value_or(Error{ErrorCode::unavailable, reasonOfEnd(), {}}));
}

/// Whoever is killed says nothing of it.
std::string LocalService::reasonOfEnd() const
{
    if (m_process.exitStatus() == QProcess::CrashExit)
        return "The built-in service was killed by signal " + std::to_string(m_process.exitCode());
    const std::string why = lastLineOf(m_diagnostics);
    return "The built-in service ended by itself" + (why.empty() ? std::string() : ": " + why);
}

void LocalService::handleLimit()
{
    if (m_state == State::waiting) {
        endWith({ErrorCode::conflict,
            "Another console still runs the built-in service: once it has ended, start the service "
            "again",
            {}});
        return;
    }
    if (m_state == State::starting)
        m_failure =
            Error{ErrorCode::deadlineExceeded, "The built-in service did not start in time", {}};
    m_process.kill();
}

void LocalService::becomeStopped()
{
    m_limit.stop();
    m_lookAgain.stop();
    m_lock.reset();
    setState(State::stopped);
}

void LocalService::endWith(const Error &reason)
{
    becomeStopped();
    Q_EMIT failed(reason);
}

} // namespace pult::live
