// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/httpcall.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include "console/link/tlsproblem.h"

namespace pult::link {

namespace {

QUrl urlOf(const Endpoint &endpoint, const HttpRequest &request)
{
    QUrl url = endpoint.url;
    if (request.path.empty())
        return url;
    QString prefix = url.path();
    while (prefix.endsWith(QLatin1Char('/')))
        prefix.chop(1);
    url.setPath(prefix + QString::fromStdString(request.path));
    url.setQuery(request.query);
    return url;
}

std::string hostOf(const QNetworkReply &reply)
{
    return reply.url().adjusted(QUrl::RemoveUserInfo).authority().toStdString();
}

/// Only the form in seconds: the other one needs the service's clock to be ours.
std::optional<Seconds> retryAfterOf(const QNetworkReply &reply)
{
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
    return isNumber && seconds >= 0 ? std::optional(Seconds(seconds)) : std::nullopt;
}

std::string mediaTypeOf(const QNetworkReply &reply)
{
    return reply.rawHeader("Content-Type").split(';').first().trimmed().toLower().toStdString();
}

/// Why there is no answer at all, TLS included. Requires: the reply has failed without a status.
Error transportError(
    const QNetworkReply &reply, const QList<QSslError> &tlsErrors, Handshake handshake)
{
    const std::string host = hostOf(reply);
    const bool isGreeting = handshake == Handshake::underWay;
    const std::string noTls =
        host + " does not answer by https. If it has no TLS, connect by http.";
    switch (reply.error()) {
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return {ErrorCode::deadlineExceeded, isGreeting ? noTls : host + " does not answer", {}};
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorCode::unavailable, "Nothing listens at " + host, {}};
    case QNetworkReply::HostNotFoundError:
        return {ErrorCode::unavailable, "There is no host " + host, {}};
    case QNetworkReply::RemoteHostClosedError:
        return {ErrorCode::unavailable, isGreeting ? noTls : host + " closed the connection", {}};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorCode::unavailable, tlsProblem(host, tlsErrors, reply.errorString()), {}};
    default:
        return {ErrorCode::unavailable, host + ": " + reply.errorString().toStdString(), {}};
    }
}

bool isThisMachine(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

QNetworkRequest makeRequest(const Endpoint &endpoint, const HttpRequest &request)
{
    QNetworkRequest made(urlOf(endpoint, request));
    made.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto attribute :
        {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
            QNetworkRequest::AuthenticationReuseAttribute})
        made.setAttribute(attribute, QNetworkRequest::Manual);
    made.setTransferTimeout(static_cast<int>(request.longestSilence.count()));
    if (isThisMachine(made.url().host()))
        made.setRawHeader("Accept-Encoding", "identity"); // To pack costs more than to send.
    made.setRawHeader("User-Agent", "pult/" PULT_VERSION);
    for (const auto &[name, value] : endpoint.headers)
        made.setRawHeader(name, value);
    if (!endpoint.user.isEmpty())
        made.setRawHeader(
            "Authorization", "Basic " + (endpoint.user + ':' + endpoint.token).toBase64());
    else if (!endpoint.token.isEmpty())
        made.setRawHeader("Authorization", "Bearer " + endpoint.token);
    if (!request.body.isEmpty())
        made.setRawHeader("Content-Type", request.contentType);
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

HttpCall::HttpCall(QNetworkAccessManager &network, const Endpoint &endpoint,
    const HttpRequest &request, Done done, QObject *parent)
    : QObject(parent)
    , m_longestBody(request.longestBody)
    , m_done(std::move(done))
    , m_handshake(
          endpoint.url.scheme() == QLatin1String("https") ? Handshake::underWay : Handshake::over)
    , m_reply(network.sendCustomRequest(makeRequest(endpoint, request), request.verb, request.body))
{
    connect(m_reply, &QNetworkReply::downloadProgress, this, &HttpCall::checkSize);
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_handshake = Handshake::over; });
    connect(m_reply, &QNetworkReply::sslErrors, this,
        [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::finish);
}

HttpCall::~HttpCall()
{
    letGo(*m_reply, *this);
}

void HttpCall::cancel()
{
    m_done = {};
    deleteLater();
}

void HttpCall::checkSize()
{
    if (m_reply->bytesAvailable() <= m_longestBody)
        return;
    m_isTooLarge = true;
    m_reply->abort();
}

void HttpCall::finish()
{
    const Done done = std::exchange(m_done, {});
    deleteLater();
    if (done)
        done(outcome());
}

Result<HttpAnswer> HttpCall::outcome()
{
    const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (m_isTooLarge)
        return fail(ErrorCode::tooLarge,
            "The answer of " + hostOf(*m_reply) + " has more than " + std::to_string(m_longestBody)
                + " bytes");
    const bool isCut = m_reply->error() != QNetworkReply::NoError && status.toInt() < 300;
    if (!status.isValid() || isCut)
        return tl::unexpected(transportError(*m_reply, m_tlsErrors, m_handshake));
    return HttpAnswer{
        status.toInt(), m_reply->readAll(), mediaTypeOf(*m_reply), retryAfterOf(*m_reply)};
}

void letGo(QNetworkReply &reply, const QObject &receiver)
{
    reply.disconnect(&receiver);
    // Qt complains of a second error of one that has failed and not told its end yet.
    if (reply.error() == QNetworkReply::NoError)
        reply.abort();
    reply.deleteLater();
}

void send(QNetworkAccessManager &network, const Endpoint &endpoint, const HttpRequest &request,
    QObject *owner, QObject *context, HttpCall::Done done)
{
    auto *call = new HttpCall(network, endpoint, request, std::move(done), owner);
    QObject::connect(context, &QObject::destroyed, call, &HttpCall::cancel);
}

} // namespace pult::link
