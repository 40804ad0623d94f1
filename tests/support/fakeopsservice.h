// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/config.h"
#include "contract/event.h"
#include "contract/health.h"
#include "contract/job.h"
#include "support/fakehttpserver.h"

namespace pult::test {

/// A service that speaks the ops contract as far as watching needs it. A test changes its members
/// while it runs.
class FakeOpsService {
public:
    FakeOpsService()
    {
        health.version = "1.0";
        health.instance = "first";
        health.started_at = WallTime(std::chrono::seconds(1'800'000'000));
        for (const contract::Kind kind : contract::kAllKinds)
            queue.kinds.emplace_back().kind = kind;
        server.on(QStringLiteral("/health"), [this](const FakeRequest &) { return json(health); });
        server.on(QStringLiteral("/queue"), [this](const FakeRequest &) { return json(queue); });
        server.on(QStringLiteral("/metrics"), [this](const FakeRequest &) {
            return FakeResponse{.body = metrics, .contentType = "text/plain; version=0.0.4"};
        });
        server.on(QStringLiteral("/config/history"),
            [this](const FakeRequest &) { return json(history); });
        server.on(QStringLiteral("/events"),
            {.contentType = "text/event-stream", .manner = FakeResponse::Manner::stream});
    }

    template <class T>
    static FakeResponse json(const T &value, int status = 200)
    {
        return {.status = status,
            .body = QByteArray::fromStdString(boost::json::serialize(contract::encode(value)))};
    }

    template <class T>
    void publish(contract::EventType type, const T &data)
    {
        const auto name = contract::nameOf(type);
        server.stream(QStringLiteral("/events"),
            "id: " + QByteArray::number(++m_lastEvent)
                + "\nevent: " + QByteArray(name.data(), static_cast<qsizetype>(name.size()))
                + "\ndata: " + json(data).body + "\n\n");
    }
    [[nodiscard]] bool isListenedTo() const { return server.hasStream(QStringLiteral("/events")); }

    FakeHttpServer server;
    contract::Health health;
    contract::QueueReport queue;
    contract::ConfigHistory history;
    QByteArray metrics = "pult_queue_depth{kind=\"image\"} 3\n";

private:
    int m_lastEvent = 0;
};

} // namespace pult::test
