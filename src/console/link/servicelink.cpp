// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/servicelink.h"

#include <algorithm>

#include "console/link/paths.h"

namespace pult::link {

namespace {

bool isUsable(Poll what, Asked asked, const HttpAnswer &answer)
{
    return what == Poll::health || asked == Asked::page ? isHealthReport(answer)
                                                        : answer.isSuccess();
}

} // namespace

ServiceLink::ServiceLink(Network &network, const Endpoint &endpoint, const Timings &timings,
    Asked asked, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_endpoint(endpoint)
    , m_asked(asked)
    , m_timings(timings)
    , m_pace(timings.pollInterval, network.phases.next())
    , m_backoff(timings.shortestRetry, timings.longestRetry)
    , m_events(network.polls, endpoint, timings, nullptr)
    , m_pollers(pollersFor(asked))
{
    m_tick.setTimerType(Qt::PreciseTimer); // Coarse ones of all links would meet in one turn.
    m_tick.setSingleShot(true);
    m_retry.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_tick.start(m_pace.untilNext(SteadyTime::clock::now()));
        tick();
    });
    connect(&m_retry, &QTimer::timeout, this, &ServiceLink::start);
    connect(&m_events, &EventStream::received, this, &ServiceLink::eventReceived);
}

std::vector<ServiceLink::Poller> ServiceLink::pollersFor(Asked asked)
{
    if (asked == Asked::page)
        return {{Poll::metrics, {}}};
    return {{Poll::health, paths::kHealth}, {Poll::queue, paths::kQueue},
        {Poll::metrics, paths::kMetrics}};
}

/// A service need not offer all that the contract has.
bool ServiceLink::isMissing(const Poller &poller, const HttpAnswer &answer) const
{
    return m_asked == Asked::contract && poller.what != Poll::health && answer.status == 404;
}

/// The first alone is asked until it answers.
void ServiceLink::start()
{
    poll(m_pollers.front());
}

void ServiceLink::stop()
{
    m_isUp = false;
    m_tick.stop();
    m_retry.stop();
    m_events.close();
    resetPolls();
}

void ServiceLink::refresh()
{
    if (m_isUp) {
        tick();
        return;
    }
    m_retry.stop();
    start();
}

void ServiceLink::send(const HttpRequest &request, QObject *context, HttpCall::Done done)
{
    link::send(m_network.requests, m_endpoint, request, this, context, std::move(done));
}

void ServiceLink::tick()
{
    for (Poller &poller : m_pollers)
        poll(poller);
}

void ServiceLink::poll(Poller &poller)
{
    if (poller.call || !poller.isOffered)
        return;
    HttpRequest request;
    request.path = poller.path;
    request.longestSilence = m_timings.answerLimit;
    poller.call = new HttpCall(
        m_network.polls, m_endpoint, request,
        [this, &poller](const Result<HttpAnswer> &result) { handle(poller, result); }, this);
}

void ServiceLink::handle(Poller &poller, const Result<HttpAnswer> &result)
{
    poller.call = nullptr;
    if (!result)
        return lose(result.error());
    poller.isOffered = !isMissing(poller, *result);
    if (poller.isOffered && !isUsable(poller.what, m_asked, *result))
        return lose(errorIn(*result));
    poller.hasAnswered = true;
    if (poller.isOffered)
        Q_EMIT answered(poller.what, *result);
    if (!m_isUp)
        advance();
}

/// What a token is needed for comes after /health, and the service counts as reached when all of
/// it has been answered: so a refused token is never mistaken for a connection.
void ServiceLink::advance()
{
    const auto isSilent = [](const Poller &poller) { return !poller.hasAnswered; };
    if (std::any_of(m_pollers.begin(), m_pollers.end(), isSilent)) {
        for (Poller &poller : m_pollers)
            if (isSilent(poller))
                poll(poller);
        return;
    }
    m_isUp = true;
    m_backoff.reset();
    m_tick.start(m_pace.untilFirst(SteadyTime::clock::now()));
    if (m_asked == Asked::contract)
        m_events.open();
    Q_EMIT reached();
}

void ServiceLink::lose(const Error &reason)
{
    stop();
    const auto asked =
        std::chrono::ceil<std::chrono::milliseconds>(reason.retryAfter.value_or(Seconds(0)));
    const auto wait = std::max(m_backoff.next(), std::min(asked, m_timings.longestRetry));
    m_retry.start(wait);
    Q_EMIT lost(reason, wait);
}

void ServiceLink::resetPolls()
{
    for (Poller &poller : m_pollers) {
        poller.isOffered = true;
        poller.hasAnswered = false;
        if (poller.call)
            poller.call->cancel();
        poller.call = nullptr;
    }
}

} // namespace pult::link
