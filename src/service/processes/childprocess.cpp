// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/childprocess.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>

#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;

constexpr std::chrono::milliseconds kReapPoll{1};

/// What a child starts with, instead of what the service has open.
class SpawnActions {
public:
    explicit SpawnActions(int socket)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, socket, kChildDescriptor);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        // Asio opens sockets without O_CLOEXEC.
        posix_spawn_file_actions_addclosefrom_np(&m_actions, kChildDescriptor + 1);
    }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&m_actions); }
    SpawnActions(const SpawnActions &) = delete;
    SpawnActions &operator=(const SpawnActions &) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t *get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

/// What the loader and the sanitizers read; the rest may hold secrets.
bool isForChildren(std::string_view variable)
{
    return variable.starts_with("LD_LIBRARY_PATH=")
        || variable.substr(0, variable.find('=')).ends_with("SAN_OPTIONS");
}

/// Errors: the error number.
tl::expected<pid_t, int> spawn(const WorkProgram &program, int socket)
{
    std::vector<std::string> words{"pultd"};
    words.insert(words.end(), program.arguments.begin(), program.arguments.end());
    std::vector<char *> argv;
    argv.reserve(words.size() + 1);
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<char *> environment;
    for (char **variable = environ; *variable; ++variable)
        if (isForChildren(*variable))
            environment.push_back(*variable);
    environment.push_back(nullptr);
    const SpawnActions actions(socket);
    pid_t child = 0;
    const int error = posix_spawn(
        &child, program.path.c_str(), actions.get(), nullptr, argv.data(), environment.data());
    if (error != 0)
        return tl::unexpected(error);
    return child;
}

tl::unexpected<Error> cannotStart(int error)
{
    return fail(ErrorCode::unavailable,
        "A CPU process cannot be started: " + std::generic_category().message(error));
}

} // namespace

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(
    const asio::any_io_executor &executor, const WorkProgram &program)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return cannotStart(errno);
    asio::local::stream_protocol::socket socket(
        executor, asio::local::stream_protocol(), ends.front());
    const auto child = spawn(program, ends.back());
    ::close(ends.back());
    if (!child)
        return cannotStart(child.error());
    return std::unique_ptr<ChildProcess>(new ChildProcess(std::move(socket), *child));
}

ChildProcess::ChildProcess(asio::local::stream_protocol::socket socket, pid_t id)
    : m_socket(std::move(socket))
    , m_id(id)
{
}

ChildProcess::~ChildProcess()
{
    if (!isAlive())
        return;
    kill();
    ::waitpid(m_id, nullptr, 0);
}

bool ChildProcess::isAlive()
{
    int status = 0;
    if (!m_status && ::waitpid(m_id, &status, WNOHANG) != 0)
        m_status = status;
    return !m_status;
}

Task<std::optional<Result<std::string>>> ChildProcess::call(
    std::string request, std::uint32_t seconds)
{
    const bool isSent = co_await send(std::move(request), seconds);
    if (!isSent)
        co_return std::nullopt;
    MessageHead head;
    const auto [headError, headBytes] =
        co_await asio::async_read(m_socket, asio::buffer(&head, sizeof head), kAsTuple);
    if (headError || head.bytes > MessageHead::kMaxBytes)
        co_return std::nullopt;
    std::string content(head.bytes, '\0');
    const auto [error, bytes] =
        co_await asio::async_read(m_socket, asio::buffer(content), kAsTuple);
    if (error || head.value > 1U + static_cast<std::uint32_t>(ErrorCode::internal))
        co_return std::nullopt;
    ++m_answered;
    if (head.value == 0)
        co_return Result<std::string>(std::move(content));
    co_return Result<std::string>(fail(static_cast<ErrorCode>(head.value - 1), std::move(content)));
}

Task<bool> ChildProcess::send(std::string request, std::uint32_t seconds)
{
    const MessageHead head{static_cast<std::uint32_t>(request.size()), seconds};
    const std::array<asio::const_buffer, 2> message{
        asio::buffer(&head, sizeof head), asio::buffer(request)};
    const auto [error, bytes] = co_await asio::async_write(m_socket, message, kAsTuple);
    co_return !error;
}

void ChildProcess::kill() const
{
    // Once it was reaped, its number may be somebody else's.
    if (!m_status)
        ::kill(m_id, SIGKILL);
}

Task<int> ChildProcess::reap()
{
    asio::steady_timer timer(m_socket.get_executor());
    while (isAlive()) {
        timer.expires_after(kReapPoll);
        co_await timer.async_wait(kAsTuple);
    }
    co_return *m_status;
}

} // namespace pult::service
