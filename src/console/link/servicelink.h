// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

#include "console/link/eventstream.h"
#include "console/link/httpcall.h"
#include "console/link/pollpace.h"

namespace pult::link {

/// The network of all links. Polls and requests have connections of their own, since Qt opens at
/// most six to a host and a download must not hold up a poll. GUI thread.
struct Network {
    QNetworkAccessManager polls;
    QNetworkAccessManager requests;
    PhaseDealer phases;
};

/// What is asked again and again.
enum class Poll { health, queue, metrics };

/// What is asked of an address.
enum class Asked {
    contract, ///< Each poll by its path of the contract, and the events.
    page, ///< The address itself, whatever it holds, told as Poll::metrics.
};

/// One service over HTTP. Polls at a steady pace, one request in flight for each thing polled;
/// holds the events open; passes requests on. When the service fails it says so once for each try,
/// waits longer each time, and goes on by itself. GUI thread.
class ServiceLink final : public QObject {
    Q_OBJECT
public:
    /// The network must outlive the link.
    ServiceLink(Network &network, const Endpoint &endpoint, const Timings &timings, Asked asked,
        QObject *parent);

    void start();
    /// Nothing is asked and nothing comes any more.
    void stop();
    /// Polls at once, also while waiting to try again.
    void refresh();
    void forgetLastEvent() { m_events.forgetLastEvent(); }

    /// Answers by `done` while both the context and the link live.
    void send(const HttpRequest &request, QObject *context, HttpCall::Done done);

Q_SIGNALS:
    /// Everything polled has been answered since the start or the last loss.
    void reached();
    /// A success, or a /health that says why the service is not well.
    void answered(pult::link::Poll poll, const pult::link::HttpAnswer &answer);
    void eventReceived(const pult::link::ServerSentEvent &event);
    /// It does not answer, or not as it should. Errors: unauthenticated, forbidden: the token is
    /// not enough; any other: it is out of reach.
    void lost(const pult::Error &reason, std::chrono::milliseconds retryIn);

private:
    struct Poller {
        Poll what;
        std::string_view path;
        QPointer<HttpCall> call = {};
        bool isOffered = true;
        bool hasAnswered = false; ///< Since the start or the last loss.
    };

    [[nodiscard]] static std::vector<Poller> pollersFor(Asked asked);
    [[nodiscard]] bool isMissing(const Poller &poller, const HttpAnswer &answer) const;
    void tick();
    void poll(Poller &poller);
    void handle(Poller &poller, const Result<HttpAnswer> &result);
    void advance();
    void lose(const Error &reason);
    void resetPolls();

    Network &m_network;
    Endpoint m_endpoint;
    Asked m_asked;
    Timings m_timings;
    PollPace m_pace;
    Backoff m_backoff;
    EventStream m_events;
    QTimer m_tick;
    QTimer m_retry;
    std::vector<Poller> m_pollers; ///< Their number never changes.
    bool m_isUp = false;
};

} // namespace pult::link
