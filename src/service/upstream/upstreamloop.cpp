// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/upstreamloop.h"

#include <algorithm>
#include <csignal>

#include "service/upstream/transferfailure.h"

namespace pult::service {

namespace {

/// How often requests under way are asked whether they may go on.
constexpr std::chrono::milliseconds kAskInterval{100};
constexpr std::chrono::minutes kIdleInterval{1};

/// OpenSSL writes to sockets that the peer has closed.
void ignoreBrokenPipes()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

UpstreamClient::Loop::Loop(
    const Clock &clock, prometheus::Registry &registry, const UpstreamSettings &settings)
    : m_clock(clock)
    , m_metrics(registry)
    , m_shared(Shared{settings, {}, false})
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    m_thread = std::jthread([this] { run(); });
}

UpstreamClient::Loop::~Loop()
{
    m_shared.with([](Shared &shared) { shared.isStopping = true; });
    m_wakeup.rouse();
    m_thread.join();
    m_multi.reset();
    curl_global_cleanup();
}

void UpstreamClient::Loop::add(const UpstreamRequest &request, Transfer::Done done)
{
    auto address = parseWebAddress(request.url);
    if (!address)
        return done(tl::unexpected(std::move(address.error())));
    auto transfer =
        std::make_unique<Transfer>(request, std::move(*address), std::move(done), m_clock.now());
    m_shared.with([&](Shared &shared) { shared.added.push_back(std::move(transfer)); });
    m_wakeup.rouse();
}

void UpstreamClient::Loop::apply(const UpstreamSettings &settings)
{
    m_shared.with([&](Shared &shared) { shared.settings = settings; });
    m_wakeup.rouse();
}

UpstreamSettings UpstreamClient::Loop::applied() const
{
    return m_shared.with([](const Shared &shared) { return shared.settings; });
}

void UpstreamClient::Loop::run()
{
    ignoreBrokenPipes();
    renewConnections();
    while (takeNews()) {
        endOverdue(m_waiting);
        endOverdue(m_running);
        beginWaiting();
        perform();
        sleep();
    }
    stop();
}

/// Whether to go on.
bool UpstreamClient::Loop::takeNews()
{
    m_wakeup.clear();
    return m_shared.with([this](Shared &shared) {
        m_waiting.splice(m_waiting.end(), shared.added);
        m_settings = shared.settings;
        return !shared.isStopping;
    });
}

void UpstreamClient::Loop::endOverdue(Transfers &transfers)
{
    for (auto place = transfers.begin(); place != transfers.end();) {
        Transfer &transfer = **place;
        const auto current = place++;
        const auto wanted = transfer.request().mayGoOn();
        const auto inTime = transfer.mayGoOn(m_settings, m_clock.now());
        if (inTime)
            continue;
        if (wanted && transfer.phase() == Transfer::Phase::pool)
            m_metrics.pool().timedOut();
        finish(transfers, current, tl::unexpected(inTime.error()),
            wanted ? timeoutName(transfer.phase()) : "stopped");
    }
}

bool UpstreamClient::Loop::hasPlaceFor(const Transfer &transfer) const
{
    const auto host = m_perHost.find(transfer.address().authority());
    return static_cast<std::int64_t>(m_running.size()) < m_settings.max_connections
        && (host == m_perHost.end() || host->second < m_settings.per_host);
}

void UpstreamClient::Loop::beginWaiting()
{
    const SteadyTime now = m_clock.now();
    for (auto place = m_waiting.begin(); place != m_waiting.end();) {
        Transfer &transfer = **place;
        const auto current = place++;
        if (!hasPlaceFor(transfer))
            continue;
        transfer.begin(m_settings, now);
        ++m_perHost[transfer.address().authority()];
        m_running.splice(m_running.end(), m_waiting, current);
        m_metrics.pool().acquired(now - transfer.addedAt());
        curl_multi_add_handle(m_multi.get(), transfer.handle());
        m_hasConnections = true;
    }
}

void UpstreamClient::Loop::perform()
{
    CURLM *multi = m_multi.get();
    curl_multi_setopt(
        multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, static_cast<long>(m_settings.max_connections));
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(m_settings.per_host));
    curl_multi_setopt(
        multi, CURLMOPT_MAXCONNECTS, std::max(1L, static_cast<long>(m_settings.max_keepalive)));
    int running = 0;
    curl_multi_perform(multi, &running);
    harvest();
    m_metrics.pool().set(
        static_cast<std::size_t>(m_settings.max_connections), m_running.size(), m_waiting.size());
}

void UpstreamClient::Loop::harvest()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const auto place = std::ranges::find_if(m_running,
            [&](const auto &transfer) { return transfer->handle() == message->easy_handle; });
        auto outcome = (*place)->outcome(message->data.result);
        const std::string code = outcome ? std::to_string(outcome->status) : "failed";
        finish(m_running, place, std::move(outcome), code);
    }
}

void UpstreamClient::Loop::finish(Transfers &from, Transfers::iterator place,
    Result<UpstreamAnswer> outcome, const std::string &code)
{
    const std::unique_ptr<Transfer> transfer = std::move(*place);
    from.erase(place);
    if (transfer->handle()) {
        curl_multi_remove_handle(m_multi.get(), transfer->handle());
        const auto host = m_perHost.find(transfer->address().authority());
        if (--host->second == 0)
            m_perHost.erase(host);
    }
    m_metrics.ended(transfer->request().provider, code);
    transfer->end(std::move(outcome));
}

void UpstreamClient::Loop::sleep()
{
    const bool canBegin = std::ranges::any_of(
        m_waiting, [this](const auto &transfer) { return hasPlaceFor(*transfer); });
    const bool isIdle = m_waiting.empty() && m_running.empty();
    Seconds length = canBegin ? Seconds(0) : Seconds(kAskInterval);
    if (isIdle)
        length = m_hasConnections ? m_settings.keepalive_expiry_s : Seconds(kIdleInterval);
    curl_waitfd news{m_wakeup.descriptor(), CURL_WAIT_POLLIN, 0};
    int ready = 0;
    const SteadyTime begin = m_clock.now();
    curl_multi_poll(m_multi.get(), &news, 1,
        static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(length).count()), &ready);
    if (isIdle && m_hasConnections && m_clock.now() - begin >= length)
        renewConnections();
}

/// Closes the connections that are kept: none is in use.
void UpstreamClient::Loop::renewConnections()
{
    m_multi.reset(curl_multi_init());
    m_hasConnections = false;
}

void UpstreamClient::Loop::stop()
{
    for (Transfers *transfers : {&m_waiting, &m_running}) {
        while (!transfers->empty())
            finish(*transfers, transfers->begin(),
                fail(ErrorCode::cancelled, "The service is stopping"), "stopped");
    }
}

} // namespace pult::service
