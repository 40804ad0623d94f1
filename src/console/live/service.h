// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QUrl>

#include "console/live/chartdata.h"
#include "console/live/exportquery.h"
#include "console/live/servicestate.h"
#include "contract/config.h"
#include "contract/job.h"
#include "telemetry/catalog/foundseries.h"
#include "telemetry/target/jsonnumbers.h"
#include "telemetry/target/targetkind.h"

namespace pult::live {

using telemetry::TargetKind;

/// How to reach a service. The token and the headers' values are secrets: kept in the keychain,
/// never in settings or logs.
struct ServiceAddress {
    std::string id; ///< Stable key within the console's settings.
    std::string name;
    QUrl url; ///< Without user and password.
    QByteArray token;
    TargetKind kind = TargetKind::service;
    QByteArray user = {}; ///< Whose password the token is; empty: it is a bearer token.
    std::vector<std::pair<QByteArray, QByteArray>> headers = {}; ///< Sent with each request.
    std::vector<std::string> pointers = {}; ///< The numbers to keep of TargetKind::json.
    Seconds interval{1}; ///< Between two questions, 1 to 60; of a service the console's own.
    bool operator==(const ServiceAddress &) const = default;
};

/// What a service can do beyond being watched.
enum class Capability {
    jobs, ///< Takes them, and tells of its queue.
    settings, ///< Can be changed.
};

/// What one look at an address brought that is no service.
struct PageFinding {
    std::size_t samples = 0;
    std::size_t faulty = 0; ///< Lines that are not understood.
    telemetry::Profiles profiles; ///< That fit.
    std::vector<telemetry::JsonNumber> numbers; ///< Of TargetKind::json.
};

/// What a finished request calls, on the GUI thread, and only while its context lives.
template <class T>
using Reply = std::function<void(Result<T>)>;

struct JobQuery {
    std::optional<contract::JobState> state;
    std::optional<contract::Kind> kind;
    std::string text;
    int limit = 200; ///< 1..500
    std::string cursor;
};

struct ResultBytes {
    QByteArray bytes;
    std::string mediaType;
};

/// One connected service, for pages: its state once a tick, what happens as signals, and what can
/// be asked of it. GUI thread. Owned by ServiceList.
class Service : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual const ServiceAddress &address() const = 0;
    [[nodiscard]] virtual const ServiceState &state() const = 0;
    [[nodiscard]] bool offers(Capability capability) const;

    /// Answers by the reply, soon, from the telemetry thread's store; the newest query of a context
    /// replaces its older ones.
    virtual void chart(const ChartQuery &query, QObject *context, Reply<ChartData> reply) = 0;
    /// Answers from the telemetry thread, too.
    virtual void findSeries(
        const SeriesQuery &query, QObject *context, Reply<telemetry::FoundMetrics> reply) = 0;

    /// What can be exported; empty without a sample. From the telemetry thread.
    virtual void keptSpan(QObject *context, Reply<std::optional<KeptSpan>> reply) = 0;
    /// Replies after each piece on the telemetry thread, until it is done or fails. When the
    /// context goes before, nothing is left of the file. Errors: notFound (its folder), io,
    /// unavailable (the service was removed).
    virtual void exportSeries(
        const ExportQuery &query, QObject *context, Reply<ExportProgress> reply) = 0;

    virtual void submit(contract::Kind kind, const contract::GenerateRequest &request,
        QObject *context, Reply<contract::Job> reply) = 0;
    virtual void job(contract::JobId id, QObject *context, Reply<contract::Job> reply) = 0;
    virtual void jobs(const JobQuery &query, QObject *context, Reply<contract::JobPage> reply) = 0;
    virtual void result(contract::JobId id, QObject *context, Reply<ResultBytes> reply) = 0;
    virtual void cancel(contract::JobId id, QObject *context, Reply<contract::Job> reply) = 0;
    virtual void retry(contract::JobId id, QObject *context, Reply<contract::Job> reply) = 0;
    virtual void setPaused(
        contract::Kind kind, bool paused, QObject *context, Reply<contract::KindQueue> reply) = 0;
    virtual void purge(contract::Kind kind, std::int64_t expected, QObject *context,
        Reply<contract::PurgeReport> reply) = 0;

    virtual void config(QObject *context, Reply<contract::ConfigReport> reply) = 0;
    /// JSON Schema 2020-12 of the settings.
    virtual void configSchema(QObject *context, Reply<boost::json::object> reply) = 0;
    virtual void configHistory(QObject *context, Reply<contract::ConfigHistory> reply) = 0;
    virtual void configPresets(
        std::optional<int> users, QObject *context, Reply<contract::ConfigPresets> reply) = 0;
    enum class PatchMode { dryRun, apply };
    /// Errors: stale when `ifRevision` is not the newest; invalidArgument with pointers.
    virtual void patchConfig(const boost::json::object &mergePatch, std::int64_t ifRevision,
        const std::string &reason, PatchMode mode, QObject *context,
        Reply<contract::ConfigPatchReport> reply) = 0;
    virtual void rollbackConfig(std::int64_t toRevision, std::int64_t ifRevision,
        const std::string &reason, QObject *context, Reply<contract::ConfigPatchReport> reply) = 0;

    /// Try now instead of waiting for the next try; poll at once when live.
    virtual void refresh() = 0;

Q_SIGNALS:
    void stateChanged(); ///< Once a tick while live; at once when the connection changes.
    void jobChanged(const pult::contract::Job &job);
    void jobsMissed(); ///< Events were lost: reload what you show.
    void configChanged(const pult::contract::ConfigRevision &revision);
};

} // namespace pult::live
