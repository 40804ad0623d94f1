// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

namespace pult::test {

struct FakeRequest {
    QByteArray verb;
    QString path;
    QUrlQuery query;
    std::map<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? QByteArray() : found->second;
    }
};

struct FakeResponse {
    enum class Manner {
        serve,
        hang, ///< Says nothing, ever.
        cut, ///< Promises more than it sends, then closes.
        stream, ///< Sends the head and stays open: see FakeHttpServer::stream.
    };
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = "application/json";
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
    Manner manner = Manner::serve;
    std::chrono::milliseconds delay{0};
};

/// An HTTP/1.1 server on a free loopback port, in the test's own thread and event loop. What it has
/// no answer for is 404.
class FakeHttpServer {
public:
    using Handler = std::function<FakeResponse(const FakeRequest &)>;

    FakeHttpServer()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, [this] { accept(); });
        start();
    }

    void start()
    {
        m_server.listen(QHostAddress::LocalHost, m_port);
        m_port = m_server.serverPort();
    }
    /// Closes every connection and refuses new ones, until start() opens the same port again.
    void stop()
    {
        m_server.close();
        for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
            socket->abort();
        m_streams.clear();
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
    }

    void on(const QString &path, Handler handler) { m_handlers[path] = std::move(handler); }
    void on(const QString &path, FakeResponse response)
    {
        on(path, [response = std::move(response)](const FakeRequest &) { return response; });
    }

    /// To everybody who has this path open as a stream.
    void stream(const QString &path, const QByteArray &bytes)
    {
        for (const auto &[open, socket] : m_streams)
            if (open == path && socket)
                socket->write(bytes);
    }
    [[nodiscard]] bool hasStream(const QString &path) const
    {
        return std::any_of(m_streams.begin(), m_streams.end(),
            [&path](const auto &each) { return each.first == path && each.second; });
    }
    void endStreams()
    {
        for (const auto &[path, socket] : std::exchange(m_streams, {}))
            if (socket)
                socket->disconnectFromHost();
    }

    [[nodiscard]] std::vector<FakeRequest> requests(const QString &path) const
    {
        std::vector<FakeRequest> found;
        std::copy_if(m_requests.begin(), m_requests.end(), std::back_inserter(found),
            [&path](const FakeRequest &request) { return request.path == path; });
        return found;
    }
    /// How many requests for the path were open at the same time, at most.
    [[nodiscard]] int mostAtOnce(const QString &path) const
    {
        const auto found = m_mostAtOnce.find(path);
        return found == m_mostAtOnce.end() ? 0 : found->second;
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            auto received = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, received] {
                *received += socket->readAll();
                while (takeRequest(socket, *received)) { }
            });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    bool takeRequest(QTcpSocket *socket, QByteArray &received)
    {
        const qsizetype headEnd = received.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return false;
        FakeRequest request = parseHead(received.left(headEnd));
        const qsizetype length = request.header("content-length").toLongLong();
        if (received.size() < headEnd + 4 + length)
            return false;
        request.body = received.mid(headEnd + 4, length);
        received.remove(0, headEnd + 4 + length);
        m_requests.push_back(request);
        answer(socket, request);
        return true;
    }

    static FakeRequest parseHead(const QByteArray &head)
    {
        FakeRequest request;
        QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        request.verb = first.value(0);
        const QUrl target = QUrl::fromEncoded(first.value(1));
        request.path = target.path();
        request.query = QUrlQuery(target);
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        }
        return request;
    }

    void answer(QTcpSocket *socket, const FakeRequest &request)
    {
        const auto handler = m_handlers.find(request.path);
        const FakeResponse response =
            handler == m_handlers.end() ? FakeResponse{.status = 404} : handler->second(request);
        int &open = m_open[request.path];
        m_mostAtOnce[request.path] = std::max(m_mostAtOnce[request.path], ++open);
        if (response.manner == FakeResponse::Manner::hang)
            return;
        QTimer::singleShot(response.delay, socket, [this, socket, response, path = request.path] {
            --m_open[path];
            write(socket, response, path);
        });
    }

    void write(QTcpSocket *socket, const FakeResponse &response, const QString &path)
    {
        QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + " Fake\r\n";
        head += "Content-Type: " + response.contentType + "\r\n";
        for (const auto &[name, value] : response.headers)
            head += name + ": " + value + "\r\n";
        switch (response.manner) {
        case FakeResponse::Manner::serve:
            head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n\r\n";
            socket->write(head + response.body);
            return;
        case FakeResponse::Manner::cut:
            head += "Content-Length: " + QByteArray::number(response.body.size() + 100);
            socket->write(head + "\r\n\r\n" + response.body);
            socket->disconnectFromHost();
            return;
        case FakeResponse::Manner::stream:
            socket->write(head + "\r\n" + response.body);
            m_streams.emplace_back(path, socket);
            return;
        case FakeResponse::Manner::hang:
            return;
        }
    }

    QTcpServer m_server;
    quint16 m_port = 0;
    std::map<QString, Handler> m_handlers;
    std::vector<FakeRequest> m_requests;
    std::map<QString, int> m_open;
    std::map<QString, int> m_mostAtOnce;
    std::vector<std::pair<QString, QPointer<QTcpSocket>>> m_streams;
};

} // namespace pult::test
