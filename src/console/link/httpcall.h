// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QNetworkReply>
#include <QObject>
#include <QSslError>

#include "console/link/httpmessage.h"

class QNetworkAccessManager;
class QNetworkRequest;

namespace pult::link {

/// With the token, without redirects, cookies or stored passwords.
[[nodiscard]] QNetworkRequest makeRequest(const Endpoint &endpoint, const HttpRequest &request);

/// Of TLS; without TLS it is over from the start.
enum class Handshake { underWay, over };

/// One request in flight. Ends by calling `done` once and deleting itself, or in silence when it is
/// cancelled or its parent dies. GUI thread.
class HttpCall final : public QObject {
    Q_OBJECT
public:
    /// Errors of the result are those of the transport: unavailable, deadlineExceeded, tooLarge.
    using Done = std::function<void(Result<HttpAnswer>)>;

    /// The network must outlive the call.
    HttpCall(QNetworkAccessManager &network, const Endpoint &endpoint, const HttpRequest &request,
        Done done, QObject *parent);
    ~HttpCall() override;

    void cancel();

private:
    void checkSize();
    void finish();
    [[nodiscard]] Result<HttpAnswer> outcome();

    qint64 m_longestBody;
    Done m_done;
    bool m_isTooLarge = false;
    Handshake m_handshake;
    QList<QSslError> m_tlsErrors;
    QNetworkReply *m_reply; ///< Ours to delete; never null.
};

/// Breaks off what is under way of a reply, and tells the receiver no more of it.
void letGo(QNetworkReply &reply, const QObject &receiver);

/// A request whose answer is wanted only while the context lives as well as the owner.
void send(QNetworkAccessManager &network, const Endpoint &endpoint, const HttpRequest &request,
    QObject *owner, QObject *context, HttpCall::Done done);

} // namespace pult::link
