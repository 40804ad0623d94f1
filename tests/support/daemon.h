// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "support/eventually.h"
#include "support/httpclient.h"
#include "support/temporarydirectory.h"

namespace pult::test {

/// A real pultd in a child process, on a free port of 127.0.0.1, with a data directory of its own
/// that goes away with it. It is killed at the end unless it has stopped.
class Daemon {
public:
    /// `settings`: TOML of the first start.
    explicit Daemon(const std::string &settings = {}, std::vector<std::string> options = {});
    ~Daemon();
    Daemon(const Daemon &) = delete;
    Daemon &operator=(const Daemon &) = delete;

    /// Starts it again on the same data, after a kill or a stop.
    void start();
    void signal(int number);
    /// Its exit code, 128 + n after signal n; empty when it has not ended in time.
    std::optional<int> waitForExit();
    void killNow();

    [[nodiscard]] bool isRunning();
    [[nodiscard]] pid_t process() const { return m_child; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] pid_t pid() const { return m_child; }
    [[nodiscard]] std::filesystem::path data() const { return m_directory.path() / "data"; }
    [[nodiscard]] std::string adminToken() const;
    /// A new token made by `pultd token add`.
    [[nodiscard]] std::string makeToken(const std::string &role);
    [[nodiscard]] HttpClient admin() const { return HttpClient(m_port, adminToken()); }
    [[nodiscard]] std::string log() const;

private:
    TemporaryDirectory m_directory;
    std::vector<std::string> m_options;
    pid_t m_child = 0;
    std::uint16_t m_port = 0;
};

/// Runs pultd with these arguments until it ends; what it wrote to stdout and stderr, and its exit
/// code.
struct Ran {
    int code = -1;
    std::string output;
};
[[nodiscard]] Ran runPultd(const std::vector<std::string> &arguments);

} // namespace pult::test
