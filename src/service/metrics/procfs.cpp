// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/procfs.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

namespace pult::service {

namespace {

Seconds ticks(double count)
{
    return Seconds(count / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

/// Fields of a process' stat file behind the command's name, which may hold spaces and brackets;
/// the first is number 3 of proc(5).
std::istringstream statFields(const std::string &process)
{
    std::ifstream file("/proc/" + process + "/stat");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const std::size_t end = text.rfind(')');
    return std::istringstream(end == std::string::npos ? "" : text.substr(end + 1));
}

void skip(std::istream &stream, int count)
{
    std::string ignored;
    while (count-- > 0)
        stream >> ignored;
}

Seconds bootTime()
{
    std::ifstream file("/proc/stat");
    std::string word;
    double seconds = 0;
    while (file >> word)
        if (word == "btime" && file >> seconds)
            break;
    return Seconds(seconds);
}

/// Finer than proc(5), which counts hundredths of a second.
Seconds spentCpu()
{
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

std::int64_t countOpenFiles()
{
    std::error_code error;
    const std::filesystem::directory_iterator files("/proc/self/fd", error);
    // The directory itself is open while it is read.
    return error ? 0 : std::distance(begin(files), end(files)) - 1;
}

std::int64_t maxOpenFiles()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<std::int64_t>(limit.rlim_cur);
}

} // namespace

std::int64_t countThreads(std::string_view name)
{
    std::error_code error;
    std::int64_t count = 0;
    std::filesystem::directory_iterator threads("/proc/self/task", error);
    for (; !error && threads != std::filesystem::directory_iterator(); threads.increment(error)) {
        std::ifstream file(threads->path() / "comm");
        std::string found;
        std::getline(file, found);
        count += found == name ? 1 : 0;
    }
    return count;
}

ProcessUsage readProcessUsage()
{
    ProcessUsage usage;
    auto fields = statFields("self");
    double start = 0;
    std::int64_t residentPages = 0;
    skip(fields, 17);
    fields >> usage.threads;
    skip(fields, 1);
    fields >> start >> usage.virtualBytes >> residentPages;
    usage.cpu = spentCpu();
    usage.startedAt = bootTime() + ticks(start);
    usage.residentBytes = residentPages * sysconf(_SC_PAGESIZE);
    usage.openFiles = countOpenFiles();
    usage.maxFiles = maxOpenFiles();
    return usage;
}

ChildUsage readChildUsage(pid_t child)
{
    auto fields = statFields(std::to_string(child));
    double user = 0;
    double system = 0;
    std::int64_t residentPages = 0;
    skip(fields, 11);
    fields >> user >> system;
    skip(fields, 8);
    fields >> residentPages;
    return {ticks(user + system), residentPages * sysconf(_SC_PAGESIZE)};
}

Seconds readEndedChildrenCpu()
{
    const auto length = [](const timeval &time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return length(usage.ru_utime) + length(usage.ru_stime);
}

HostMemory readHostMemory()
{
    std::ifstream file("/proc/meminfo");
    HostMemory memory;
    std::string name;
    std::int64_t kibibytes = 0;
    std::string unit;
    while (file >> name >> kibibytes && std::getline(file, unit)) {
        if (name == "MemTotal:")
            memory.totalBytes = kibibytes * 1024;
        else if (name == "MemAvailable:")
            memory.availableBytes = kibibytes * 1024;
    }
    return memory;
}

HostCpu readHostCpu()
{
    std::ifstream file("/proc/stat");
    std::string name;
    // user, nice, system, idle, iowait, irq, softirq, steal
    std::array<double, 8> spent{};
    file >> name;
    double all = 0;
    for (double &value : spent) {
        file >> value;
        all += value;
    }
    return {ticks(all - spent[3] - spent[4]), ticks(all)};
}

} // namespace pult::service
