// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <sys/types.h>

/// What runs on this machine now.
namespace pult::test {

/// 0 when the process has ended, also when nobody has asked how yet.
[[nodiscard]] inline pid_t parentOf(pid_t process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    // "ID (NAME) STATE PARENT …"; the name may hold anything, also parentheses.
    std::istringstream rest(line.substr(std::min(line.size(), line.rfind(')') + 1)));
    char state = 'Z';
    pid_t parent = 0;
    rest >> state >> parent;
    return state == 'Z' || state == 'X' ? 0 : parent;
}

/// With all of its threads, so that whoever waits for it is answered.
[[nodiscard]] inline bool hasEnded(pid_t process)
{
    if (parentOf(process) != 0)
        return false;
    std::error_code isGone;
    const std::filesystem::directory_iterator threads(
        "/proc/" + std::to_string(process) + "/task", isGone);
    return isGone || std::distance(begin(threads), end(threads)) <= 1;
}

[[nodiscard]] inline std::vector<pid_t> childrenOf(pid_t parent)
{
    std::vector<pid_t> children;
    for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        const bool isProcess =
            std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (isProcess && parentOf(std::stoi(name)) == parent)
            children.push_back(std::stoi(name));
    }
    return children;
}

} // namespace pult::test
