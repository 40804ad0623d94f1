// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/live/servicewatch.h"

namespace pult::live {

/// A service over HTTP. GUI thread.
class HttpService final : public Service {
    Q_OBJECT
public:
    /// Connects at once.
    HttpService(const Environment &environment, ServiceAddress address);

    void setRetention(const telemetry::Retention &retention) { m_watch->setRetention(retention); }
    /// Connects anew unless the name alone is another.
    void setAddress(ServiceAddress address);

    [[nodiscard]] const ServiceAddress &address() const override { return m_address; }
    [[nodiscard]] const ServiceState &state() const override { return m_watch->state(); }

    void chart(const ChartQuery &query, QObject *context, Reply<ChartData> reply) override;
    void findSeries(
        const SeriesQuery &query, QObject *context, Reply<telemetry::FoundMetrics> reply) override;
    void keptSpan(QObject *context, Reply<std::optional<KeptSpan>> reply) override;
    void exportSeries(
        const ExportQuery &query, QObject *context, Reply<ExportProgress> reply) override;

    void submit(contract::Kind kind, const contract::GenerateRequest &request, QObject *context,
        Reply<contract::Job> reply) override;
    void job(contract::JobId id, QObject *context, Reply<contract::Job> reply) override;
    void jobs(const JobQuery &query, QObject *context, Reply<contract::JobPage> reply) override;
    void result(contract::JobId id, QObject *context, Reply<ResultBytes> reply) override;
    void cancel(contract::JobId id, QObject *context, Reply<contract::Job> reply) override;
    void retry(contract::JobId id, QObject *context, Reply<contract::Job> reply) override;
    void setPaused(contract::Kind kind, bool paused, QObject *context,
        Reply<contract::KindQueue> reply) override;
    void purge(contract::Kind kind, std::int64_t expected, QObject *context,
        Reply<contract::PurgeReport> reply) override;

    void config(QObject *context, Reply<contract::ConfigReport> reply) override;
    void configSchema(QObject *context, Reply<boost::json::object> reply) override;
    void configHistory(QObject *context, Reply<contract::ConfigHistory> reply) override;
    void configPresets(
        std::optional<int> users, QObject *context, Reply<contract::ConfigPresets> reply) override;
    void patchConfig(const boost::json::object &mergePatch, std::int64_t ifRevision,
        const std::string &reason, PatchMode mode, QObject *context,
        Reply<contract::ConfigPatchReport> reply) override;
    void rollbackConfig(std::int64_t toRevision, std::int64_t ifRevision, const std::string &reason,
        QObject *context, Reply<contract::ConfigPatchReport> reply) override;

    void refresh() override { m_watch->refresh(); }

private:
    void connectAnew();
    template <class T>
    void ask(const link::HttpRequest &request, QObject *context, Reply<T> reply);

    Environment m_environment;
    ServiceAddress m_address;
    std::unique_ptr<ServiceWatch> m_watch; ///< Never null.
};

} // namespace pult::live
