// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/confinement.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <new>
#include <thread>

#include <malloc.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "service/processes/pipe.h"

namespace pult::service {

namespace {

/// Of threads that libraries start: the default of 8 MiB each would count against the limit.
constexpr std::size_t kStackBytes = 1U << 20U;
/// Work gives way to the threads that answer requests.
constexpr int kWorkNiceness = 10;
/// From -1000 to 1000 (proc(5)): when memory runs out, the kernel ends a child, not the service.
constexpr int kKilledFirst = 500;

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
}

rlim_t mappedBytes()
{
    rlim_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

/// Each thread would else reserve 64 MiB of addresses for an arena of its own.
void saveAddresses()
{
    ::mallopt(M_ARENA_MAX, 1);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, kStackBytes);
    pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
}

/// The parent decides when the child ends, also when a whole group of processes is signalled.
void ignoreSignals()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ})
        std::signal(number, SIG_IGN);
}

} // namespace

void confine(std::int64_t memoryBytes)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_NAME, "pultd-cpu");
    ignoreSignals();
    ::setpriority(PRIO_PROCESS, 0, kWorkNiceness);
    std::ofstream("/proc/self/oom_score_adj") << kKilledFirst;
    limit(RLIMIT_CORE, 0);
    std::set_new_handler([] { ::_exit(kExitOutOfMemory); });
    if (!kLimitsMemoryAndFiles)
        return;
    saveAddresses();
    limit(RLIMIT_AS, mappedBytes() + static_cast<rlim_t>(memoryBytes));
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, kChildDescriptor + 1);
}

void allowProcessorTime(std::chrono::seconds more)
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto processors = static_cast<rlim_t>(std::thread::hardware_concurrency());
    rlimit processorTime{};
    ::getrlimit(RLIMIT_CPU, &processorTime);
    processorTime.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 2
        + static_cast<rlim_t>(more.count()) * std::max<rlim_t>(1, processors);
    ::setrlimit(RLIMIT_CPU, &processorTime);
}

} // namespace pult::service
