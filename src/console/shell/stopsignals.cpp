// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/stopsignals.h"

#include <atomic>
#include <csignal>

#include <QSocketNotifier>
#include <fcntl.h>
#include <unistd.h>

namespace pult::shell {
namespace {

/// A signal handler can reach nothing but what is global. The signals are not blocked and read
/// from a descriptor instead, because a child process would inherit that.
std::atomic<int> g_writer{-1};

void handleSignal(int)
{
    const char note = 1;
    [[maybe_unused]] const auto written = write(g_writer.load(), &note, 1);
}

void setHandler(void (*handler)(int))
{
    struct sigaction action { };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM})
        sigaction(signal, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_reader = ends[0];
    g_writer = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_reader, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char note = 0;
        if (read(m_reader, &note, 1) == 1)
            Q_EMIT stopRequested();
    });
    setHandler(handleSignal);
}

StopSignals::~StopSignals()
{
    if (m_reader < 0)
        return;
    setHandler(SIG_DFL);
    m_notifier.reset();
    close(g_writer.exchange(-1));
    close(m_reader);
}

} // namespace pult::shell
