// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/daemon.h"

#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include "support/boundchild.h"

namespace pult::test {

namespace {

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

/// Starts pultd with stdout and stderr in files.
pid_t spawn(const std::vector<std::string> &arguments, const std::filesystem::path &output,
    const std::filesystem::path &log)
{
    std::vector<std::string> words{PULT_PULTD_PATH};
    words.insert(words.end(), arguments.begin(), arguments.end());
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), kFlags, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(), kFlags | O_APPEND, 0600);
    const pid_t child = spawnBound(words, &actions);
    posix_spawn_file_actions_destroy(&actions);
    return child;
}

int exitCode(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

Daemon::Daemon(const std::string &settings, std::vector<std::string> options)
    : m_options(std::move(options))
{
    const auto file = m_directory.path() / "settings.toml";
    std::ofstream(file) << settings;
    m_options.insert(m_options.begin(),
        {"serve", "--listen", "127.0.0.1:0", "--data", data().string(), "--config", file.string()});
    start();
}

Daemon::~Daemon()
{
    killNow();
}

void Daemon::start()
{
    const auto output = m_directory.path() / "stdout";
    std::filesystem::remove(output);
    m_child = spawn(m_options, output, m_directory.path() / "stderr");
    const bool isUp = eventually([&] { return contentOf(output).ends_with('\n') || !isRunning(); });
    const std::string line = contentOf(output);
    const std::size_t colon = line.rfind(':');
    if (!isUp || colon == std::string::npos)
        throw std::runtime_error("pultd does not come up: " + log());
    m_port = static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
}

void Daemon::signal(int number)
{
    ::kill(m_child, number);
}

std::optional<int> Daemon::waitForExit()
{
    int status = 0;
    if (m_child == 0 || !eventually([&] { return waitpid(m_child, &status, WNOHANG) == m_child; }))
        return std::nullopt;
    m_child = 0;
    return exitCode(status);
}

void Daemon::killNow()
{
    if (m_child == 0)
        return;
    signal(SIGKILL);
    waitpid(m_child, nullptr, 0);
    m_child = 0;
}

bool Daemon::isRunning()
{
    if (m_child != 0 && waitpid(m_child, nullptr, WNOHANG) == m_child)
        m_child = 0;
    return m_child != 0;
}

std::string Daemon::adminToken() const
{
    std::string token = contentOf(data() / "admin.token");
    token.resize(token.find_last_not_of('\n') + 1);
    return token;
}

std::string Daemon::makeToken(const std::string &role)
{
    Ran ran = runPultd({"token", "add", "--data", data().string(), "--name", role, "--role", role});
    ran.output.resize(ran.output.find_last_not_of('\n') + 1);
    return ran.output;
}

std::string Daemon::log() const
{
    return contentOf(m_directory.path() / "stderr");
}

Ran runPultd(const std::vector<std::string> &arguments)
{
    const TemporaryDirectory directory;
    const auto output = directory.path() / "output";
    const pid_t child = spawn(arguments, output, directory.path() / "log");
    int status = 0;
    const bool hasEnded = eventually([&] { return waitpid(child, &status, WNOHANG) == child; });
    if (!hasEnded) {
        ::kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
    }
    return {
        hasEnded ? exitCode(status) : -1, contentOf(output) + contentOf(directory.path() / "log")};
}

} // namespace pult::test
