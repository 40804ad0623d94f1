// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/syntheticprovider.h"

#include <sys/resource.h>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include "service/providers/synthesis.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;

/// How often waiting looks whether to stop, and tells its progress.
constexpr std::chrono::milliseconds kStep{200};
/// Progress when the waiting is over and only the drawing is left.
constexpr double kWaited = 0.95;

Task<> sleepOn(asio::steady_timer &timer, SteadyTime::duration length)
{
    boost::system::error_code ignored;
    timer.expires_after(length);
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

Task<Result<void>> waitOut(Seconds latency, StopCheck check, Provider::Progress progress)
{
    asio::steady_timer timer(co_await asio::this_coro::executor);
    const SteadyTime begin = std::chrono::steady_clock::now();
    const auto length = std::chrono::duration_cast<SteadyTime::duration>(latency);
    for (;;) {
        auto goOn = check.mayGoOn();
        const auto passed = std::chrono::steady_clock::now() - begin;
        if (!goOn || passed >= length)
            co_return goOn;
        const SteadyTime::duration rest = length - passed;
        co_await sleepOn(timer, check.atMost(std::min<SteadyTime::duration>(rest, kStep)));
        progress(std::min(kWaited, (std::chrono::steady_clock::now() - begin) / latency));
    }
}

/// Drawing gives way to the threads that answer requests.
void lowerPriority()
{
    constexpr int kNiceness = 10;
    // On Linux this is the calling thread's own.
    thread_local const int done = ::setpriority(PRIO_PROCESS, 0, kNiceness);
    static_cast<void>(done);
}

/// Drawing on another thread, and the timer that its end wakes.
struct Drawing {
    explicit Drawing(const asio::any_io_executor &executor)
        : ended(executor)
    {
    }
    asio::steady_timer ended;
    std::optional<Result<Artifact>> outcome;
};

/// Answers at once when asked to stop, also while the drawing still waits for a thread: it sees for
/// itself then that nobody wants it.
Task<Result<Artifact>> drawOn(asio::thread_pool &threads, contract::Job job, StopCheck check)
{
    const asio::any_io_executor executor = co_await asio::this_coro::executor;
    const auto drawing = std::make_shared<Drawing>(executor);
    asio::post(threads, [drawing, executor, wanted = std::move(job), check] {
        lowerPriority();
        asio::post(executor, [drawing, made = synthesize(wanted, check)]() mutable {
            drawing->outcome = std::move(made);
            drawing->ended.cancel();
        });
    });
    while (!drawing->outcome) {
        auto goOn = check.mayGoOn();
        if (!goOn)
            co_return tl::unexpected(std::move(goOn.error()));
        co_await sleepOn(drawing->ended, kStep);
    }
    co_return std::move(*drawing->outcome);
}

} // namespace

SyntheticProvider::SyntheticProvider(const Clock &clock, const Settings &settings)
    : m_clock(clock)
    , m_settings(settings.synthetic)
    , m_random(std::mt19937_64(std::random_device{}()))
{
}

SyntheticProvider::~SyntheticProvider()
{
    m_threads.join();
}

void SyntheticProvider::apply(const Settings &settings)
{
    m_settings.with([&](SyntheticSettings &current) { current = settings.synthetic; });
}

SyntheticSettings SyntheticProvider::applied() const
{
    return m_settings.with([](const SyntheticSettings &current) { return current; });
}

Task<Result<Artifact>> SyntheticProvider::run(
    contract::Job job, Deadline deadline, Cancellation cancellation, Progress progress)
{
    const StopCheck check(m_clock, deadline, std::move(cancellation));
    const Fate fate = drawFate(job.kind);
    auto waited = co_await waitOut(fate.latency, check, std::move(progress));
    if (!waited)
        co_return tl::unexpected(std::move(waited.error()));
    if (fate.fails)
        co_return fail(
            ErrorCode::unavailable, "This attempt was made to fail by synthetic.failure_ratio");
    if (job.kind == contract::Kind::text) // Written faster than handed to another thread.
        co_return synthesize(job, check);
    co_return co_await drawOn(m_threads, std::move(job), check);
}

SyntheticProvider::Fate SyntheticProvider::drawFate(contract::Kind kind)
{
    const SyntheticSettings settings = applied();
    return m_random.with([&](std::mt19937_64 &random) {
        std::uniform_real_distribution<double> share(0, 1);
        const double jitter = settings.jitter_ratio * (2 * share(random) - 1);
        return Fate{
            latencyFor(settings, kind) * (1 + jitter), share(random) < settings.failure_ratio};
    });
}

} // namespace pult::service
