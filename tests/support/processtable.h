// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <sys/types.h>

/// What runs on this machine now.
namespace pult::test {

struct ProcessState {
    pid_t parent = 0; ///< 0: ended, also when nobody has asked how yet.
    int threads = 0;
};

[[nodiscard]] inline ProcessState stateOf(pid_t process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    // "ID (NAME) STATE PARENT …"; the name may hold anything, also parentheses.
    std::istringstream rest(line.substr(std::min(line.size(), line.rfind(')') + 1)));
    char state = 'Z';
    ProcessState found;
    rest >> state >> found.parent;
    if (state == 'Z' || state == 'X')
        found.parent = 0;
    std::string skipped;
    for (int field = 5; field < 20; ++field)
        rest >> skipped;
    rest >> found.threads; // proc(5): the 20th
    return found;
}

/// With all of its threads, so that whoever waits for it is answered.
[[nodiscard]] inline bool hasEnded(pid_t process)
{
    const ProcessState state = stateOf(process);
    return state.parent == 0 && state.threads <= 1;
}

[[nodiscard]] inline std::vector<pid_t> childrenOf(pid_t parent)
{
    std::vector<pid_t> children;
    for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        const bool isProcess =
            std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (isProcess && stateOf(std::stoi(name)).parent == parent)
            children.push_back(std::stoi(name));
    }
    return children;
}

} // namespace pult::test
