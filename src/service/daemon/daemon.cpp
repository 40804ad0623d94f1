// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/daemon.h"

#include <csignal>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "contract/encodetext.h"
#include "service/daemon/healthprobes.h"
#include "service/daemon/logging.h"
#include "service/daemon/servicemetrics.h"
#include "service/metrics/systemmetrics.h"
#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;

constexpr std::chrono::seconds kHealthInterval{2};
constexpr const char *kHttpThreads = "http";
constexpr Seconds kClosePatience{3};
constexpr std::chrono::milliseconds kClosePoll{10};

std::size_t threadsFor(const Settings &settings)
{
    return static_cast<std::size_t>(httpThreads(settings.http.workers));
}

std::vector<contract::HealthStatus> statusesOf(const contract::Health &health)
{
    std::vector<contract::HealthStatus> statuses;
    for (const contract::HealthCheck &check : *health.checks)
        statuses.push_back(check.status);
    return statuses;
}

} // namespace

Result<std::unique_ptr<Daemon>> Daemon::start(const ServeOptions &options)
{
    std::unique_ptr<Daemon> daemon(new Daemon(options));
    return Storage::open(options, daemon->m_clock, daemon->m_registry)
        .map([&](std::unique_ptr<Storage> storage) { daemon->m_storage = std::move(storage); })
        .and_then([&] { return daemon->openAccessLog(); })
        .and_then([&] { return daemon->openListener(); })
        .and_then([&] { return daemon->openJobs(); })
        .map([&] {
            daemon->openDoor();
            return std::move(daemon);
        });
}

Daemon::Daemon(const ServeOptions &options)
    : m_options(options)
    , m_keys(options.data / "keys")
    , m_health(m_clock, options.traffic)
{
}

Daemon::~Daemon()
{
    stopLogEvents();
    if (m_threads)
        m_threads->stop();
}

std::string Daemon::url() const
{
    const auto endpoint = m_server->endpoint();
    const std::string address = endpoint.address().to_string();
    return fmt::format(fmt::runtime(endpoint.address().is_v6() ? "{}://[{}]:{}" : "{}://{}:{}"),
        m_options.tls ? "https" : "http", address, endpoint.port());
}

Result<void> Daemon::openAccessLog()
{
    if (!m_options.accessLog)
        return {};
    return AccessLog::open(*m_options.accessLog).map([&](std::unique_ptr<AccessLog> log) {
        m_accessLog = std::move(log);
    });
}

/// Before the jobs, which must not start for a service that nobody can reach.
Result<void> Daemon::openListener()
{
    m_threads =
        std::make_unique<IoThreads>(threadsFor(*m_storage->config().settings()), kHttpThreads);
    return listenEndpoint(m_options)
        .and_then([&](const auto &endpoint) { return Server::openAcceptor(*m_threads, endpoint); })
        .and_then([&](boost::asio::ip::tcp::acceptor acceptor) {
            m_acceptor = std::move(acceptor);
            return m_options.tls ? loadTls(*m_options.tls) : Result<TlsContext>(nullptr);
        })
        .map([&](TlsContext tls) { m_tls = std::move(tls); });
}

Result<void> Daemon::openJobs()
{
    const auto settings = m_storage->config().settings();
    const auto executor = m_threads->context().get_executor();
    m_providers = std::make_unique<ProviderSet>(m_clock, executor, m_registry, m_keys, *settings);
    m_limiter = std::make_unique<RateLimiter>(m_clock, settings->rate_limits);
    EventSink sink;
    sink.job = [this](const contract::Job &job, const std::string &json) {
        m_outcomes.add(job);
        m_events.publish(contract::EventType::job, json);
    };
    sink.queue = [this](const contract::KindQueue &queue) {
        m_events.publish(contract::EventType::queue, contract::encodeText(queue));
    };
    return DurableJobService::open(
        {executor, m_clock, m_storage->jobs(), m_storage->results(), m_providers->front(),
            m_registry, std::move(sink), {}, &m_providers->desk()},
        *settings)
        .map([&](std::unique_ptr<DurableJobService> jobs) {
            m_jobs = std::move(jobs);
            m_providers->desk().onChange([this] { m_jobs->providersChanged(); });
            m_jobs->providersChanged(); // Something may have changed already.
        });
}

void Daemon::openDoor()
{
    connectOwners();
    LiveConfig &config = m_storage->config();
    m_routes = std::make_unique<Routes>(RouteParts{m_clock, *m_jobs, config,
        [this] { return applied(); }, *m_limiter, m_httpMetrics, m_health,
        [this] { return isReady(); }, m_exposition, m_events, m_logbook, m_providers->cache(),
        [this](const Settings &applied) { return verifiedBy(sighting(), applied); },
        [this] { return m_providers->secretStates(); }});
    m_door = std::make_unique<FrontDoor>(m_clock, m_routes->router(), m_storage->tokens(),
        *m_limiter, m_httpMetrics, DoorPolicy{m_options.api, m_options.proxies, m_accessLog.get()});
    m_server = std::make_unique<Server>(std::move(*m_acceptor), *m_threads, m_clock, config,
        *m_door, m_httpMetrics, std::move(m_tls));
    addProbes();
    m_exposition.add(std::make_shared<ServiceMetrics>(m_registry, config, m_storage->database(),
        *m_jobs, m_providers->processes(), m_providers->cache(), *m_server));
    m_exposition.add(std::make_shared<SystemMetrics>(m_cpu));
    catchSignals();
    m_server->start();
}

/// Before anybody is served: one that comes at once must not end the process as it is.
void Daemon::catchSignals()
{
    m_signals.add(SIGINT);
    m_signals.add(SIGTERM);
    m_hangUps.add(SIGHUP);
}

void Daemon::connectOwners()
{
    LiveConfig &config = m_storage->config();
    setLogLevel(config.settings()->log.level);
    startLogEvents(m_events, m_logbook, m_clock);
    for (const std::string &warning : idleVariables(processEnvironment()))
        spdlog::warn(warning);
    config.follow([this](const Settings &settings) {
        m_threads->resize(threadsFor(settings));
        m_storage->database().apply(settings.database);
        m_providers->apply(settings);
        m_jobs->apply(settings);
        m_limiter->change(settings.rate_limits);
        setLogLevel(settings.log.level);
    });
    config.listen([this](const contract::ConfigRevision &revision) {
        spdlog::info("Settings are at revision {}, by {}", revision.revision, revision.actor);
        m_events.publish(contract::EventType::config, contract::encodeText(revision));
    });
}

void Daemon::addProbes()
{
    m_health.add(storeProbe(m_clock, m_storage->database(), *m_jobs));
    m_health.add(queueProbe(m_storage->config(), *m_jobs));
    m_health.add(workersProbe(*m_jobs));
    m_health.add(processesProbe(m_providers->processes()));
    m_health.add(httpProbe(*m_server));
    m_health.add(readersProbe(m_storage->database()));
    m_health.add(upstreamProbe(m_providers->upstream()));
    m_health.add(providerProbe(m_outcomes));
    for (const ProviderStatus &provider : m_providers->desk().statuses())
        m_health.add(circuitProbe(m_providers->desk(), provider.name));
    m_health.add(diskProbe(m_options.data));
    m_health.add(memoryProbe());
    m_health.add(cpuProbe(m_cpu));
    m_health.add(configurationProbe(m_storage->config()));
}

/// The front door reads its own limits from the snapshot with every request; every other owner
/// says what it has in force.
Settings Daemon::applied() const
{
    Settings settings = *m_storage->config().settings();
    const AppliedJobSettings jobs = m_jobs->applied();
    settings.workers = jobs.workers;
    settings.timeouts = jobs.timeouts;
    settings.queue = jobs.queue;
    settings.results = jobs.results;
    settings.database = m_storage->database().applied();
    m_providers->putApplied(settings);
    settings.rate_limits = m_limiter->inForce();
    settings.log.level = logLevel();
    settings.http.workers = static_cast<std::int64_t>(m_threads->size());
    return settings;
}

Sighting Daemon::sighting() const
{
    Sighting seen;
    seen.queue = m_jobs->queue();
    seen.httpThreads = countThreads(kHttpThreads);
    seen.connections = m_server->pool();
    const ProcessPool &processes = m_providers->processes();
    seen.processes = {processes.state().capacity, processes.processIds().size(), 0};
    seen.rates = m_limiter->rates();
    return seen;
}

bool Daemon::isReady() const
{
    return !m_isDraining && m_storage->database().health().canWrite
        && m_storage->results().checkRoom()
        && m_jobs->queue().totals.depth < m_storage->config().settings()->queue.max_depth;
}

void Daemon::startDemo()
{
    if (m_options.traffic == HealthMonitor::Traffic::demo)
        m_demo = std::make_unique<DemoTraffic>(m_clock, m_server->endpoint(), m_storage->tokens());
}

void Daemon::runUntilSignal()
{
    startDemo();
    asio::co_spawn(m_main, watchHealth(), asio::detached);
    asio::co_spawn(m_main, stopOnSignal(), asio::detached);
    asio::co_spawn(m_main, reloadOnHangUp(), asio::detached);
    m_main.run();
}

Task<> Daemon::watchHealth()
{
    std::vector<contract::HealthStatus> last;
    while (!m_isDraining) {
        const auto report = co_await m_health.check();
        auto statuses = statusesOf(report->health);
        if (statuses != last)
            m_events.publish(contract::EventType::health, contract::encodeText(report->health));
        last = std::move(statuses);
        m_healthTimer.expires_after(kHealthInterval);
        co_await m_healthTimer.async_wait(kAsTuple);
    }
}

Task<> Daemon::stopOnSignal()
{
    const auto [error, signal] = co_await m_signals.async_wait(kAsTuple);
    spdlog::info("Stopping on signal {}", signal);
    m_signals.async_wait([](const boost::system::error_code &failed, int again) {
        if (!failed)
            std::_Exit(128 + again);
    });
    co_await drain();
    m_healthTimer.cancel();
    m_hangUps.cancel();
    m_signals.cancel();
}

/// What others may have replaced meanwhile is opened again.
Task<> Daemon::reloadOnHangUp()
{
    while (!m_isDraining) {
        const auto [error, signal] = co_await m_hangUps.async_wait(kAsTuple);
        if (error)
            break;
        if (const Result<void> reloaded = reload(); !reloaded)
            spdlog::error("Not opened again: {}", reloaded.error().detail);
        else
            spdlog::info("Files opened again on signal {}", signal);
    }
}

Result<void> Daemon::reload()
{
    const auto tls = m_options.tls ? loadTls(*m_options.tls) : Result<TlsContext>(nullptr);
    if (!tls)
        return tl::unexpected(tls.error());
    m_server->changeTls(*tls);
    return m_accessLog ? m_accessLog->reopen() : Result<void>();
}

Task<> Daemon::drain()
{
    m_server->stopAccepting();
    m_jobs->drain();
    m_isDraining = true;
    m_demo.reset();
    const Seconds patience = m_storage->config().settings()->http.graceful_timeout_s;
    co_await m_jobs->drained(Deadline::after(m_clock, patience));
    co_await m_providers->desk().stop();
    m_routes->stopWaiting();
    m_events.close();
    m_server->finishConnections();
    bool isClosed = co_await connectionsClosed(kClosePatience);
    if (!isClosed) {
        m_server->abortConnections();
        isClosed = co_await connectionsClosed(kClosePatience);
    }
    if (!isClosed)
        spdlog::error("Connections are left open");
}

Task<bool> Daemon::connectionsClosed(Seconds patience)
{
    const Deadline deadline = Deadline::after(m_clock, patience);
    asio::steady_timer timer(m_main);
    while (!m_server->isClosed() && !deadline.isReached(m_clock)) {
        timer.expires_after(kClosePoll);
        co_await timer.async_wait(kAsTuple);
    }
    co_return m_server->isClosed();
}

} // namespace pult::service
