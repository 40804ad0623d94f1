// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <map>
#include <thread>

#include "base/guarded.h"
#include "service/upstream/transfer.h"
#include "service/upstream/upstreamclient.h"
#include "service/upstream/upstreammetrics.h"
#include "service/upstream/wakeup.h"

namespace pult::service {

/// The client's thread. libcurl keeps the connections; the queue for them is ours, because libcurl
/// neither limits the time in it nor says how long it is. The public calls: any thread.
class UpstreamClient::Loop {
public:
    Loop(const Clock &clock, prometheus::Registry &registry, const UpstreamSettings &settings);
    ~Loop();

    void add(const UpstreamRequest &request, Transfer::Done done);
    void apply(const UpstreamSettings &settings);
    [[nodiscard]] UpstreamSettings applied() const;
    [[nodiscard]] PoolState pool() const { return m_metrics.pool().state(); }

private:
    using Transfers = std::list<std::unique_ptr<Transfer>>;
    struct MultiCleanup {
        void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
    };
    struct Shared {
        UpstreamSettings settings;
        Transfers added;
        bool isStopping = false;
    };

    void run();
    bool takeNews();
    void endOverdue(Transfers &transfers);
    void beginWaiting();
    void perform();
    [[nodiscard]] bool hasPlaceFor(const Transfer &transfer) const;
    void harvest();
    void finish(Transfers &from, Transfers::iterator place, Result<UpstreamAnswer> outcome,
        const std::string &code);
    void sleep();
    void renewConnections();
    void stop();

    const Clock &m_clock;
    UpstreamMetrics m_metrics;
    Guarded<Shared> m_shared;
    Wakeup m_wakeup;

    UpstreamSettings m_settings; ///< This and below: the thread's own.
    std::unique_ptr<CURLM, MultiCleanup> m_multi;
    Transfers m_waiting; ///< For a place in the pool, in order.
    Transfers m_running;
    std::map<std::string, std::int64_t> m_perHost; ///< Of those that run.
    bool m_hasConnections = false; ///< Since the last renewal some request has run.

    std::jthread m_thread;
};

} // namespace pult::service
