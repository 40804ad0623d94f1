// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/demo/demotraffic.h"

#include <random>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>

#include "service/demo/demoprompts.h"
#include "service/demo/demouser.h"
#include "service/demo/trafficcurve.h"
#include "service/runtime/astuple.h"
#include "service/runtime/iothreads.h"

namespace pult::service {

namespace asio = boost::asio;

/// The users and their arrivals; everything but the constructor runs on its one thread.
class DemoTraffic::Crowd {
public:
    Crowd(const Clock &clock, const asio::ip::tcp::endpoint &service, TokenStore &tokens)
        : m_clock(clock)
        , m_began(clock.now())
    {
        const auto executor = m_threads.context().get_executor();
        for (std::size_t i = 0; i < kUsers; ++i)
            m_users.push_back(std::make_unique<DemoUser>(executor, service,
                tokens.createTransient("demo user " + std::to_string(i + 1), Role::operates)));
        for (const auto &user : m_users)
            m_idle.push_back(user.get());
        for (const contract::Kind kind : contract::kAllKinds)
            asio::co_spawn(executor, arrive(kind), asio::detached);
    }

    ~Crowd() { m_threads.stop(); }
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;

private:
    Task<> arrive(contract::Kind kind)
    {
        asio::steady_timer timer(m_threads.context());
        while (true) {
            const double rate = demoJobsPerSecond(kind, m_clock.now() - m_began);
            const Seconds pause(std::exponential_distribution<double>(rate)(m_random));
            timer.expires_after(std::chrono::duration_cast<std::chrono::microseconds>(pause));
            co_await timer.async_wait(kAsTuple);
            if (m_idle.empty())
                continue;
            asio::co_spawn(m_threads.context(), use(takeIdle(), kind), asio::detached);
        }
    }

    /// Any of them, so that no user comes to its own limit before the others.
    DemoUser *takeIdle()
    {
        std::uniform_int_distribution<std::size_t> place(0, m_idle.size() - 1);
        std::swap(m_idle[place(m_random)], m_idle.back());
        DemoUser *user = m_idle.back();
        m_idle.pop_back();
        return user;
    }

    Task<> use(DemoUser *user, contract::Kind kind)
    {
        co_await user->generate(kind, demoRequest(kind, m_random()));
        m_idle.push_back(user);
    }

    const Clock &m_clock;
    SteadyTime m_began;
    IoThreads m_threads{1, "demo"}; ///< Before the users: their sockets belong to its context.
    std::mt19937_64 m_random{std::random_device{}()};
    std::vector<std::unique_ptr<DemoUser>> m_users;
    std::vector<DemoUser *> m_idle;
};

DemoTraffic::DemoTraffic(
    const Clock &clock, const asio::ip::tcp::endpoint &service, TokenStore &tokens)
    : m_crowd(std::make_unique<Crowd>(clock, service, tokens))
{
}

DemoTraffic::~DemoTraffic() = default;

} // namespace pult::service
