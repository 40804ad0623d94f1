// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The console as it is, which also tells how long one turn of its GUI thread's event loop took at
// most, the start aside: a line "turn MILLISECONDS" for each that was longer than all before. Of
// CPU, which other programs move less; what the thread waits for is not in it.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <variant>

#include <QAbstractEventDispatcher>
#include <QCoreApplication>

#include "console/shell/application.h"
#include "console/shell/options.h"

namespace {

constexpr std::chrono::seconds kStart{20};

double cpuMilliseconds()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

/// A blocked thread uses none: between two moments before it blocks lies one turn.
void watchTurns()
{
    const auto begin = std::chrono::steady_clock::now() + kStart;
    const auto endTurn = [begin, last = cpuMilliseconds(), longest = 0.0]() mutable {
        const double now = cpuMilliseconds();
        const double turn = now - last;
        last = now;
        if (turn <= longest || std::chrono::steady_clock::now() < begin)
            return;
        longest = turn;
        std::printf("turn %.3f\n", longest);
        std::fflush(stdout);
    };
    QAbstractEventDispatcher *loop = QCoreApplication::eventDispatcher();
    QObject::connect(loop, &QAbstractEventDispatcher::aboutToBlock, loop, endTurn);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watchTurns)

int main(int argc, char **argv)
{
    using namespace pult::shell;
    const auto parsed = parseOptions(argc, argv);
    return runConsole(argc, argv, std::get<Options>(parsed));
}
