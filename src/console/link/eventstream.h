// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "console/link/backoff.h"
#include "console/link/httpmessage.h"
#include "console/link/sseparser.h"
#include "console/link/timings.h"

class QNetworkAccessManager;
class QNetworkReply;

namespace pult::link {

/// Holds GET /events open and opens it again when it ends, resuming behind the last event it saw.
/// A service that does not offer it is asked once. GUI thread.
class EventStream final : public QObject {
    Q_OBJECT
public:
    /// The network must outlive the stream.
    EventStream(
        QNetworkAccessManager &network, Endpoint endpoint, const Timings &timings, QObject *parent);
    ~EventStream() override;

    /// Does nothing while it is open or waits to be.
    void open();
    void close();
    /// The service has begun a new count of events: resume from none.
    void forgetLastEvent() { m_lastEventId.clear(); }

Q_SIGNALS:
    void received(const pult::link::ServerSentEvent &event);

private:
    void connectNow();
    void read();
    void handleEnd();
    void dropReply();

    QNetworkAccessManager &m_network;
    Endpoint m_endpoint;
    Timings m_timings;
    Backoff m_backoff;
    QTimer m_retry;
    SseParser m_parser;
    std::string m_lastEventId;
    QNetworkReply *m_reply = nullptr; ///< Ours to delete.
};

} // namespace pult::link
