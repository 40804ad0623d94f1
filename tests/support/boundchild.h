// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include <spawn.h>
#include <unistd.h>

namespace pult::test {

/// Starts `words[0]`, a path, with the other words as arguments. The kernel kills it when the
/// calling thread ends: a test that is killed itself must not leave behind what takes the processor
/// from the next one. `actions` may be null. The caller owns the process.
[[nodiscard]] inline pid_t spawnBound(
    const std::vector<std::string> &words, const posix_spawn_file_actions_t *actions = nullptr)
{
    std::vector<std::string> bound{"setpriv", "--pdeathsig", "KILL", "--"};
    bound.insert(bound.end(), words.begin(), words.end());
    std::vector<char *> arguments;
    arguments.reserve(bound.size() + 1);
    for (std::string &word : bound)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawnp(&child, "setpriv", actions, nullptr, arguments.data(), environ) != 0)
        throw std::runtime_error(words.front() + " cannot be started");
    return child;
}

} // namespace pult::test
