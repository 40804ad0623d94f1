// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <prometheus/registry.h>

#include "service/daemon/observation.h"
#include "service/daemon/options.h"
#include "service/daemon/outcomewindow.h"
#include "service/daemon/providerset.h"
#include "service/daemon/storage.h"
#include "service/demo/demotraffic.h"
#include "service/http/server.h"
#include "service/metrics/cpumeter.h"
#include "service/routes/routes.h"
#include "service/runtime/iothreads.h"
#include "service/workers/durablejobservice.h"

namespace pult::service {

/// The whole service: builds everything, connects it, runs until a signal, and stops in order:
/// listener, drain, connections, threads, store. On the main thread.
class Daemon {
public:
    /// Errors: those of the data directory, the store and the listener.
    [[nodiscard]] static Result<std::unique_ptr<Daemon>> start(const ServeOptions &options);
    ~Daemon();
    Daemon(const Daemon &) = delete;
    Daemon &operator=(const Daemon &) = delete;

    /// "http://127.0.0.1:8080"
    [[nodiscard]] std::string url() const;
    /// Until SIGTERM or SIGINT; then stops gracefully. A second signal ends the process at once.
    void runUntilSignal();

private:
    explicit Daemon(const ServeOptions &options);

    Result<void> openAccessLog();
    Result<void> openListener();
    Result<void> openJobs();
    void openDoor();
    void connectOwners();
    void catchSignals();
    void addProbes();
    void startDemo();
    [[nodiscard]] Settings applied() const;
    [[nodiscard]] Sighting sighting() const;
    [[nodiscard]] bool isReady() const;

    Task<> watchHealth();
    Task<> stopOnSignal();
    Task<> reloadOnHangUp();
    Result<void> reload();
    Task<> drain();
    Task<bool> connectionsClosed(Seconds patience);

    ServeOptions m_options;
    KeyRing m_keys; ///< First of all: it changes the environment.
    SystemClock m_clock;
    prometheus::Registry m_registry;
    /// Outlives everything that has threads of its own, because those hand their results to it.
    std::unique_ptr<IoThreads> m_threads;
    std::unique_ptr<Storage> m_storage;

    EventHub m_events{m_clock};
    Logbook m_logbook;
    OutcomeWindow m_outcomes{m_clock};
    CpuMeter m_cpu{m_clock};
    HealthMonitor m_health;
    HttpMetrics m_httpMetrics{m_registry};
    Exposition m_exposition;
    std::unique_ptr<ProviderSet> m_providers;
    std::unique_ptr<RateLimiter> m_limiter;

    std::optional<boost::asio::ip::tcp::acceptor> m_acceptor; ///< Until the server takes it.
    TlsContext m_tls; ///< Until the server takes it; null: plain HTTP.
    std::unique_ptr<DurableJobService> m_jobs;
    std::unique_ptr<Routes> m_routes;
    std::unique_ptr<AccessLog> m_accessLog; ///< Null: none is wanted.
    std::unique_ptr<FrontDoor> m_door;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<DemoTraffic> m_demo;

    boost::asio::io_context m_main{1};
    boost::asio::signal_set m_signals{m_main};
    boost::asio::signal_set m_hangUps{m_main};
    boost::asio::steady_timer m_healthTimer{m_main};
    std::atomic<bool> m_isDraining = false;
};

} // namespace pult::service
