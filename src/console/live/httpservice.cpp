// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/httpservice.h"

#include "base/uuid.h"
#include "console/link/paths.h"
#include "contract/encodetext.h"

namespace pult::live {

namespace {

namespace paths = link::paths;

constexpr qint64 kLongestResult = qint64(512) << 20;

template <class T>
QByteArray bodyOf(const T &value)
{
    return QByteArray::fromStdString(contract::encodeText(value));
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Percent signs and plus signs are data here, not encodings.
void addQuery(link::HttpRequest &request, QLatin1String name, std::string_view value)
{
    request.query.addQueryItem(name, QString::fromUtf8(QUrl::toPercentEncoding(text(value))));
}

std::pair<QByteArray, QByteArray> ifMatch(std::int64_t revision)
{
    return {"If-Match", '"' + QByteArray::number(static_cast<qlonglong>(revision)) + '"'};
}

link::HttpRequest get(std::string_view path)
{
    link::HttpRequest request;
    request.path = path;
    return request;
}

link::HttpRequest post(std::string path, QByteArray body = {})
{
    link::HttpRequest request;
    request.verb = "POST";
    request.path = std::move(path);
    request.body = std::move(body);
    return request;
}

} // namespace

HttpService::HttpService(const Environment &environment, ServiceAddress address)
    : m_environment(environment)
    , m_address(std::move(address))
{
    connectAnew();
}

void HttpService::setAddress(ServiceAddress address)
{
    ServiceAddress renamed = m_address;
    renamed.name = address.name;
    const bool isElsewhere = address != renamed;
    m_address = std::move(address);
    if (isElsewhere)
        connectAnew();
    Q_EMIT stateChanged();
}

void HttpService::connectAnew()
{
    // The one before lets go of the history first.
    m_watch.reset();
    m_watch = std::make_unique<ServiceWatch>(
        m_environment, m_address, historyFolderOf(m_environment.history, m_address.id), nullptr);
    connect(m_watch.get(), &ServiceWatch::changed, this, &HttpService::stateChanged);
    connect(m_watch.get(), &ServiceWatch::jobChanged, this, &HttpService::jobChanged);
    connect(m_watch.get(), &ServiceWatch::jobsMissed, this, &HttpService::jobsMissed);
    connect(m_watch.get(), &ServiceWatch::configChanged, this, &HttpService::configChanged);
    m_watch->start();
}

template <class T>
void HttpService::ask(const link::HttpRequest &request, QObject *context, Reply<T> reply)
{
    m_watch->link().send(request, context,
        [&background = m_environment.background, context, reply = std::move(reply)](
            const Result<link::HttpAnswer> &answer) {
            background.run(
                context, [answer] { return readAnswer<T>(answer); }, reply);
        });
}

void HttpService::chart(const ChartQuery &query, QObject *context, Reply<ChartData> reply)
{
    m_watch->chart(query, context, std::move(reply));
}

void HttpService::findSeries(
    const SeriesQuery &query, QObject *context, Reply<telemetry::FoundMetrics> reply)
{
    m_watch->findSeries(query, context, std::move(reply));
}

void HttpService::keptSpan(QObject *context, Reply<std::optional<KeptSpan>> reply)
{
    m_watch->keptSpan(context, std::move(reply));
}

void HttpService::exportSeries(
    const ExportQuery &query, QObject *context, Reply<ExportProgress> reply)
{
    m_watch->exportSeries(query, context, std::move(reply));
}

void HttpService::submit(contract::Kind kind, const contract::GenerateRequest &request,
    QObject *context, Reply<contract::Job> reply)
{
    link::HttpRequest message = post(paths::generate(kind), bodyOf(request));
    // Qt sends a request again when a kept connection turns out to be closed.
    message.headers.emplace_back("Idempotency-Key",
        QByteArray::fromStdString(toString(makeUuid(m_environment.clock.wallNow()))));
    ask(message, context, std::move(reply));
}

void HttpService::job(contract::JobId id, QObject *context, Reply<contract::Job> reply)
{
    ask(get(paths::job(id)), context, std::move(reply));
}

void HttpService::jobs(const JobQuery &query, QObject *context, Reply<contract::JobPage> reply)
{
    link::HttpRequest request = get(paths::kJobs);
    addQuery(request, QLatin1String("limit"), std::to_string(query.limit));
    if (query.state)
        addQuery(request, QLatin1String("state"), contract::nameOf(*query.state));
    if (query.kind)
        addQuery(request, QLatin1String("kind"), contract::nameOf(*query.kind));
    if (!query.text.empty())
        addQuery(request, QLatin1String("text"), query.text);
    if (!query.cursor.empty())
        addQuery(request, QLatin1String("cursor"), query.cursor);
    ask(request, context, std::move(reply));
}

void HttpService::result(contract::JobId id, QObject *context, Reply<ResultBytes> reply)
{
    link::HttpRequest request = get(paths::jobResult(id));
    request.longestBody = kLongestResult;
    ask(request, context, std::move(reply));
}

void HttpService::cancel(contract::JobId id, QObject *context, Reply<contract::Job> reply)
{
    link::HttpRequest request = get(paths::job(id));
    request.verb = "DELETE";
    ask(request, context, std::move(reply));
}

void HttpService::retry(contract::JobId id, QObject *context, Reply<contract::Job> reply)
{
    ask(post(paths::jobRetry(id)), context, std::move(reply));
}

void HttpService::setPaused(
    contract::Kind kind, bool paused, QObject *context, Reply<contract::KindQueue> reply)
{
    ask(post(paused ? paths::queuePause(kind) : paths::queueResume(kind)), context,
        std::move(reply));
}

void HttpService::purge(contract::Kind kind, std::int64_t expected, QObject *context,
    Reply<contract::PurgeReport> reply)
{
    ask(post(paths::queuePurge(kind), bodyOf(contract::PurgeRequest{expected})), context,
        std::move(reply));
}

void HttpService::config(QObject *context, Reply<contract::ConfigReport> reply)
{
    ask(get(paths::kConfig), context, std::move(reply));
}

void HttpService::configSchema(QObject *context, Reply<boost::json::object> reply)
{
    ask(get(paths::kConfigSchema), context, std::move(reply));
}

void HttpService::configHistory(QObject *context, Reply<contract::ConfigHistory> reply)
{
    ask(get(paths::kConfigHistory), context, std::move(reply));
}

void HttpService::configPresets(
    std::optional<int> users, QObject *context, Reply<contract::ConfigPresets> reply)
{
    link::HttpRequest request = get(paths::kConfigPresets);
    if (users)
        addQuery(request, QLatin1String("users"), std::to_string(*users));
    ask(request, context, std::move(reply));
}

void HttpService::patchConfig(const boost::json::object &mergePatch, std::int64_t ifRevision,
    const std::string &reason, PatchMode mode, QObject *context,
    Reply<contract::ConfigPatchReport> reply)
{
    link::HttpRequest request = get(paths::kConfig);
    request.verb = "PATCH";
    request.body = bodyOf(mergePatch);
    request.contentType = "application/merge-patch+json";
    request.headers.push_back(ifMatch(ifRevision));
    if (mode == PatchMode::dryRun)
        addQuery(request, QLatin1String("dry_run"), "true");
    if (!reason.empty())
        addQuery(request, QLatin1String("reason"), reason);
    ask(request, context, std::move(reply));
}

void HttpService::rollbackConfig(std::int64_t toRevision, std::int64_t ifRevision,
    const std::string &reason, QObject *context, Reply<contract::ConfigPatchReport> reply)
{
    link::HttpRequest request = post(
        std::string(paths::kConfigRollback), bodyOf(contract::RollbackRequest{toRevision, reason}));
    request.headers.push_back(ifMatch(ifRevision));
    ask(request, context, std::move(reply));
}

} // namespace pult::live
