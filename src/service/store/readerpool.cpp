// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/readerpool.h"

#include <algorithm>
#include <system_error>

#include <pthread.h>

namespace pult::service {

namespace {

SteadyTime::duration steady(Seconds length)
{
    return std::chrono::duration_cast<SteadyTime::duration>(length);
}

} // namespace

/// Of one reader.
class ReaderPool::Connection {
public:
    /// Open, and not older than that.
    Result<SqliteConnection *> ready(
        const std::filesystem::path &file, SteadyTime now, Seconds recycle)
    {
        if (m_open && now - m_since < recycle)
            return &*m_open;
        m_open.reset();
        auto opened = SqliteConnection::open(file, SqliteConnection::Access::readOnly);
        if (!opened)
            return tl::unexpected(opened.error());
        m_since = now;
        return &m_open.emplace(std::move(*opened));
    }

private:
    std::optional<SqliteConnection> m_open;
    SteadyTime m_since;
};

ReaderPool::ReaderPool(
    std::filesystem::path file, const Clock &clock, prometheus::Registry &registry)
    : m_file(std::move(file))
    , m_clock(clock)
    , m_metrics(registry, "store.readers")
    , m_timekeeper([this] { keepTime(); })
{
}

ReaderPool::~ReaderPool()
{
    Threads readers;
    std::unique_lock lock(m_mutex);
    m_isStopping = true;
    m_arrived.notify_all();
    m_crowded.notify_all();
    m_arrived.wait(lock, [this] { return m_readers.empty(); });
    readers.swap(m_ended);
}

void ReaderPool::push(Lane lane, Read read)
{
    const std::scoped_lock lock(m_mutex);
    lineOf(lane).push_back({std::move(read), m_clock.now()});
    const bool isCrowded = m_readers.size() - m_busy < waiting();
    if (isCrowded && !tryAddReader())
        m_crowded.notify_one();
    m_arrived.notify_one();
}

/// False: there are as many as may be, or the system lets us have no more threads.
bool ReaderPool::tryAddReader()
{
    m_ended.clear();
    if (m_readers.size() >= capacity())
        return false;
    const auto added = m_readers.emplace(m_readers.end());
    try {
        *added = std::jthread([this, added] { run(added); });
    } catch (const std::system_error &) {
        m_readers.erase(added);
        return false;
    }
    return true;
}

void ReaderPool::run(Threads::iterator self)
{
    pthread_setname_np(pthread_self(), "reader"); // Else it bears the name of who started it.
    Connection connection;
    std::unique_lock lock(m_mutex);
    while (auto taken = take(lock)) {
        const Lane lane = taken->lane;
        lock.unlock();
        serve(connection, std::move(*taken));
        lock.lock();
        release(lane);
    }
    m_ended.splice(m_ended.end(), m_readers, self);
    m_arrived.notify_all();
}

void ReaderPool::serve(Connection &connection, Taken taken)
{
    const SteadyTime now = m_clock.now();
    m_metrics.acquired(now - taken.waiting.since);
    taken.waiting.read(connection.ready(m_file, now, taken.recycle));
}

/// Nothing: the reader is to end.
std::optional<ReaderPool::Taken> ReaderPool::take(std::unique_lock<std::mutex> &lock)
{
    m_arrived.wait(lock, [this] {
        return mayTake(Lane::lookup) || mayTake(Lane::search) || isSuperfluous()
            || (m_isStopping && waiting() == 0);
    });
    for (const Lane lane : {Lane::lookup, Lane::search})
        if (mayTake(lane))
            return takeFrom(lane);
    return std::nullopt;
}

ReaderPool::Taken ReaderPool::takeFrom(Lane lane)
{
    ++m_busy;
    m_searching += lane == Lane::search ? 1 : 0;
    Taken taken{std::move(lineOf(lane).front()), lane, m_settings.pool_recycle_s};
    lineOf(lane).pop_front();
    return taken;
}

void ReaderPool::release(Lane lane)
{
    --m_busy;
    m_searching -= lane == Lane::search ? 1 : 0;
}

void ReaderPool::keepTime()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        if (const auto left = untilOverdue())
            m_crowded.wait_for(lock, *left);
        else
            m_crowded.wait(lock);
        std::vector<Waiting> overdue = takeOverdue();
        lock.unlock();
        refuse(std::move(overdue));
        lock.lock();
    }
}

void ReaderPool::refuse(std::vector<Waiting> overdue) const
{
    for (const Waiting &waiting : overdue) {
        m_metrics.timedOut();
        waiting.read(
            fail(ErrorCode::unavailable, "No connection to the database came free in time"));
    }
}

std::optional<SteadyTime::duration> ReaderPool::untilOverdue() const
{
    std::optional<SteadyTime> oldest;
    for (const auto *line : {&m_lookups, &m_searches})
        if (!line->empty())
            oldest = std::min(oldest.value_or(SteadyTime::max()), line->front().since);
    if (!oldest)
        return std::nullopt;
    return *oldest + steady(m_settings.pool_timeout_s) - m_clock.now();
}

std::vector<ReaderPool::Waiting> ReaderPool::takeOverdue()
{
    std::vector<Waiting> overdue;
    const SteadyTime latest = m_clock.now() - steady(m_settings.pool_timeout_s);
    for (auto *line : {&m_lookups, &m_searches})
        while (!line->empty() && line->front().since <= latest) {
            overdue.push_back(std::move(line->front()));
            line->pop_front();
        }
    return overdue;
}

void ReaderPool::apply(const DatabaseSettings &settings)
{
    const std::scoped_lock lock(m_mutex);
    m_settings = settings;
    while (m_readers.size() - m_busy < waiting() && tryAddReader()) { }
    m_arrived.notify_all();
    m_crowded.notify_all();
}

DatabaseSettings ReaderPool::applied() const
{
    const std::scoped_lock lock(m_mutex);
    return m_settings;
}

PoolState ReaderPool::state() const
{
    const std::scoped_lock lock(m_mutex);
    return {capacity(), m_busy, waiting()};
}

void ReaderPool::refreshMetrics() const
{
    const PoolState now = state();
    m_metrics.set(now.capacity, now.inUse, now.waiting);
}

std::deque<ReaderPool::Waiting> &ReaderPool::lineOf(Lane lane)
{
    return lane == Lane::lookup ? m_lookups : m_searches;
}

bool ReaderPool::mayTake(Lane lane)
{
    const std::size_t mostSearches = std::max<std::size_t>(capacity(), 2) - 1;
    return !lineOf(lane).empty() && (lane == Lane::lookup || m_searching < mostSearches);
}

bool ReaderPool::isSuperfluous() const
{
    return m_readers.size() > static_cast<std::size_t>(m_settings.pool_size);
}

std::size_t ReaderPool::capacity() const
{
    return static_cast<std::size_t>(m_settings.pool_size + m_settings.max_overflow);
}

} // namespace pult::service
