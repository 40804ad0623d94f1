// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "console/live/httpservice.h"
#include "console/live/servicelist.h"

namespace pult::live {

/// Services over HTTP, with the network and the telemetry thread that they share. GUI thread.
class HttpServiceList final : public ServiceList {
    Q_OBJECT
public:
    /// The clock must outlive the list. Without a folder the past is kept in memory.
    HttpServiceList(const Clock &clock, const link::Timings &timings,
        const std::filesystem::path &historyFolder = {});

    [[nodiscard]] int count() const override { return static_cast<int>(m_services.size()); }
    [[nodiscard]] Service &at(int index) const override;
    [[nodiscard]] Service *find(const std::string &id) const override;

    Service &add(const ServiceAddress &address) override;
    void edit(const ServiceAddress &address) override;
    void remove(const std::string &id) override;
    void removeHistory(const std::string &id) override;
    void setHistoryLimits(const HistoryLimits &limits) override;
    void move(int from, int to) override;

    void probe(
        const ServiceAddress &address, QObject *context, Reply<contract::Health> reply) override;
    void inspect(
        const ServiceAddress &address, QObject *context, Reply<PageFinding> reply) override;

private:
    using Services = std::vector<std::unique_ptr<HttpService>>;
    template <class Read, class Answer>
    void ask(const ServiceAddress &address, std::string_view path, Read read, QObject *context,
        Reply<Answer> reply);
    [[nodiscard]] Services::const_iterator placeOf(const std::string &id) const;

    Background m_background;
    link::Network m_network;
    HistoryKeeping m_history;
    Environment m_environment;
    Services m_services;
    QObject m_probes; ///< Owns those under way, so that they end before the network.
};

} // namespace pult::live
