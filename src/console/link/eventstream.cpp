// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/eventstream.h"

#include <algorithm>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include "console/link/httpcall.h"
#include "console/link/paths.h"

namespace pult::link {

namespace {

constexpr int kOk = 200;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isOffered(int status)
{
    return status != 404 && status != 405 && status != 501;
}

} // namespace

EventStream::EventStream(
    QNetworkAccessManager &network, Endpoint endpoint, const Timings &timings, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_endpoint(std::move(endpoint))
    , m_timings(timings)
    , m_backoff(timings.shortestRetry, timings.longestRetry)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &EventStream::connectNow);
}

EventStream::~EventStream()
{
    dropReply();
}

void EventStream::open()
{
    if (!m_reply && !m_retry.isActive())
        connectNow();
}

void EventStream::close()
{
    m_retry.stop();
    m_backoff.reset();
    dropReply();
}

void EventStream::connectNow()
{
    HttpRequest request;
    request.path = paths::kEvents;
    request.longestSilence = m_timings.eventSilence;
    request.headers = {{"Accept", "text/event-stream"}, {"Cache-Control", "no-store"}};
    if (!m_lastEventId.empty())
        request.headers.emplace_back("Last-Event-ID", QByteArray::fromStdString(m_lastEventId));
    m_parser = {};
    m_reply = m_network.get(makeRequest(m_endpoint, request));
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::read);
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::handleEnd);
}

void EventStream::read()
{
    if (statusOf(*m_reply) != kOk)
        return;
    m_backoff.reset();
    const QByteArray bytes = m_reply->readAll();
    for (const ServerSentEvent &event :
        m_parser.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())})) {
        if (!event.id.empty())
            m_lastEventId = event.id;
        Q_EMIT received(event);
    }
}

void EventStream::handleEnd()
{
    const int status = statusOf(*m_reply);
    dropReply();
    if (!isOffered(status))
        return;
    const auto asked = std::chrono::round<std::chrono::milliseconds>(
        m_parser.reconnectionTime().value_or(Seconds(0)));
    m_retry.start(std::max(m_backoff.next(), std::min(asked, m_timings.longestRetry)));
}

void EventStream::dropReply()
{
    if (!m_reply)
        return;
    letGo(*std::exchange(m_reply, nullptr), *this);
}

} // namespace pult::link
