// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/local/stream_protocol.hpp>
#include <sys/types.h>

#include "base/error.h"
#include "service/processes/pipe.h"
#include "service/runtime/task.h"

namespace pult::service {

/// What a child runs.
struct WorkProgram {
    std::string path; ///< "/proc/self/exe": this program, also after its file was replaced.
    std::vector<std::string> arguments; ///< Without the name.
};

/// One child and the socket to it. Its methods are called one at a time; destroying it kills and
/// reaps the child, which blocks for as long as the kernel takes.
class ChildProcess {
public:
    /// Starts the program with kChildDescriptor as its only descriptor besides the first three, and
    /// with next to nothing of the service's environment.
    /// Errors: unavailable.
    [[nodiscard]] static Result<std::unique_ptr<ChildProcess>> start(
        const boost::asio::any_io_executor &executor, const WorkProgram &program);
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    [[nodiscard]] pid_t id() const { return m_id; }
    /// False once it has ended by itself.
    [[nodiscard]] bool isAlive();
    /// Requests answered so far.
    [[nodiscard]] int answered() const { return m_answered; }

    /// The answer, or the handler's error; nothing when the child ended instead, or spoke nonsense.
    Task<std::optional<Result<std::string>>> call(std::string request, std::uint32_t seconds);
    /// At once; a call that runs ends with nothing.
    void kill() const;
    /// Waits for its end, which must be near: its status.
    Task<int> reap();

private:
    ChildProcess(boost::asio::local::stream_protocol::socket socket, pid_t id);
    Task<bool> send(std::string request, std::uint32_t seconds);

    boost::asio::local::stream_protocol::socket m_socket;
    pid_t m_id;
    std::optional<int> m_status; ///< Once it has been reaped.
    int m_answered = 0;
};

} // namespace pult::service
