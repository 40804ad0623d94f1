// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <stdexcept>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "service/processes/confinement.h"
#include "service/processes/pipe.h"
#include "service/processes/workloop.h"

namespace pult::service {
namespace {

std::string openDescriptors()
{
    constexpr int kMost = 256;
    std::string all;
    for (int descriptor = 0; descriptor < kMost; ++descriptor)
        if (::fcntl(descriptor, F_GETFD) >= 0)
            all += std::to_string(descriptor) + ' ';
    return all;
}

std::string allocate(std::size_t bytes)
{
    const std::vector<char> memory(bytes, 'x');
    return std::to_string(memory.size());
}

/// A tenth of a second of processor time.
void compute()
{
    while (std::clock() < CLOCKS_PER_SEC / 10) { }
}

Result<std::string> obey(const std::string &order)
{
    if (order == "die")
        ::kill(::getpid(), SIGKILL);
    if (order == "hang")
        for (;;)
            ::pause();
    if (order == "compute")
        compute();
    if (order == "throw")
        throw std::runtime_error("as ordered");
    if (order == "refuse")
        return fail(ErrorCode::invalidArgument, "No such order");
    if (order == "pid")
        return std::to_string(::getpid());
    if (order == "descriptors")
        return openDescriptors();
    if (order == "open")
        return std::to_string(::open("/proc/self/stat", O_RDONLY | O_CLOEXEC));
    if (order == "secret")
        return ::getenv("PULT_TEST_SECRET") ? "known" : "unknown";
    if (order == "small")
        return allocate(16U << 20U);
    if (order == "large")
        return allocate(1U << 30U);
    return order;
}

} // namespace
} // namespace pult::service

int main(int /*argc*/, char **argv)
{
    pult::service::confine(std::stoll(argv[1]));
    pult::service::serveWork(pult::service::kChildDescriptor, pult::service::obey);
}
