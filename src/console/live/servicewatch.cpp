// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/servicewatch.h"

#include <algorithm>

#include <QLoggingCategory>

#include "console/link/paths.h"
#include "console/live/page.h"
#include "console/live/seriesexport.h"

namespace pult::live {

namespace {

Q_LOGGING_CATEGORY(logLive, "pult.live")

constexpr int kIntervalsUntilStale = 3;
constexpr std::chrono::milliseconds kPublishDelay{50};
constexpr std::string_view kHistoryLimit = "500";

Seconds longestSilence(const link::Timings &timings)
{
    return timings.pollInterval * kIntervalsUntilStale;
}

/// A page is asked at its own pace.
Environment paced(Environment environment, const ServiceAddress &address)
{
    if (address.kind != TargetKind::service)
        environment.timings.pollInterval =
            std::chrono::round<std::chrono::milliseconds>(address.interval);
    return environment;
}

bool isRefusal(ErrorCode code)
{
    return code == ErrorCode::unauthenticated || code == ErrorCode::forbidden;
}

std::string silenceText(Seconds silence)
{
    return "No answer for more than " + std::to_string(std::lround(silence.count())) + " s";
}

} // namespace

ServiceWatch::ServiceWatch(const Environment &environment, const ServiceAddress &address,
    const std::filesystem::path &historyFolder, QObject *parent)
    : QObject(parent)
    , m_environment(paced(environment, address))
    , m_kind(address.kind)
    , m_pointers(address.pointers)
    , m_link(m_environment.network, endpointOf(address), m_environment.timings,
          isService() ? link::Asked::contract : link::Asked::page, nullptr)
    , m_history(
          std::make_shared<History>(longestSilence(m_environment.timings), profilesFor(address)))
{
    m_watch.setTimerType(Qt::PreciseTimer); // As the link's.
    m_watch.setInterval(m_environment.timings.pollInterval);
    m_publish.setSingleShot(true);
    m_publish.setInterval(kPublishDelay);
    connect(&m_watch, &QTimer::timeout, this, &ServiceWatch::reconsider);
    connect(&m_publish, &QTimer::timeout, this, &ServiceWatch::changed);
    connect(&m_link, &link::ServiceLink::reached, this, &ServiceWatch::handleReached);
    connect(&m_link, &link::ServiceLink::lost, this, &ServiceWatch::handleLost);
    connect(&m_link, &link::ServiceLink::answered, this, &ServiceWatch::take);
    connect(&m_link, &link::ServiceLink::eventReceived, this, &ServiceWatch::takeEvent);
    if (!historyFolder.empty())
        openHistory(historyFolder);
}

ServiceWatch::~ServiceWatch()
{
    // Work that still waits holds on to the history; its folder is free behind that.
    m_environment.background.post([history = m_history] { history->close(); });
}

void ServiceWatch::openHistory(const std::filesystem::path &folder)
{
    const telemetry::Retention retention = m_environment.history.retention;
    m_environment.background.run(
        this, [history = m_history, folder, retention] { return history->open(folder, retention); },
        [this](const HistoryOpening &opening) {
            if (opening.lost > 0)
                qCWarning(logLive, "%zu bytes of the history cannot be read", opening.lost);
            m_state.hasPast = opening.hasPast;
            m_state.profiles = opening.profiles;
            for (const Mark &mark : opening.marks)
                m_marks.add(mark);
            noteHistoryProblem(opening.problem);
            Q_EMIT changed();
        });
}

void ServiceWatch::noteHistoryProblem(const std::optional<Error> &problem)
{
    if (problem == m_state.historyProblem)
        return;
    if (problem)
        qCWarning(logLive, "The history is not kept: %s", problem->detail.c_str());
    m_state.historyProblem = problem;
    Q_EMIT changed();
}

void ServiceWatch::note(const Mark &mark)
{
    m_marks.add(mark);
    m_environment.background.post([history = m_history, mark] { history->keep(mark); });
}

void ServiceWatch::setRetention(const telemetry::Retention &retention)
{
    m_environment.background.post(
        [history = m_history, retention] { history->setRetention(retention); });
}

void ServiceWatch::chart(const ChartQuery &query, QObject *context, Reply<ChartData> reply)
{
    const std::uint64_t number = ++m_charts;
    if (!m_newestCharts.contains(context))
        connect(
            context, &QObject::destroyed, this, [this, context] { m_newestCharts.erase(context); });
    m_newestCharts[context] = number;
    m_environment.background.run(
        context,
        [history = m_history, query, now = m_environment.clock.wallNow()] {
            return history->chart(query, now);
        },
        [self = QPointer(this), context, number, reply = std::move(reply)](ChartData data) {
            if (!self || self->m_newestCharts[context] != number)
                return;
            data.marks = self->m_marks.between(data.from, data.to);
            reply(std::move(data));
        });
}

void ServiceWatch::findSeries(
    const SeriesQuery &query, QObject *context, Reply<telemetry::FoundMetrics> reply)
{
    m_environment.background.run(
        context, [history = m_history, query] { return history->findSeries(query); },
        std::move(reply));
}

void ServiceWatch::keptSpan(QObject *context, Reply<std::optional<KeptSpan>> reply)
{
    m_environment.background.run(
        context, [history = m_history] { return history->keptSpan(); }, std::move(reply));
}

void ServiceWatch::exportSeries(
    const ExportQuery &query, QObject *context, Reply<ExportProgress> reply)
{
    runExport(m_environment.background, m_history, query, context, std::move(reply));
}

void ServiceWatch::take(link::Poll poll, const link::HttpAnswer &answer)
{
    switch (poll) {
    case link::Poll::health:
        return read(poll, [body = answer.body] { return readBody<contract::Health>(body); });
    case link::Poll::queue:
        return read(poll, [body = answer.body] { return readBody<contract::QueueReport>(body); });
    case link::Poll::metrics:
        return read(poll,
            [history = m_history, at = m_environment.clock.wallNow(), body = answer.body,
                format = telemetry::expositionFormat(answer.mediaType), kind = m_kind,
                pointers = m_pointers] {
                return readPage(kind, pointers, body).and_then([&](std::string text) {
                    return history->ingest(at, std::move(text), format);
                });
            });
    }
}

template <class Work>
void ServiceWatch::read(link::Poll poll, Work work)
{
    PollState &state = m_polls[static_cast<std::size_t>(poll)];
    state.isWanted = true;
    if (state.isBeingRead)
        return;
    state.isBeingRead = true;
    m_environment.background.run(this, std::move(work), [this, &state](auto result) {
        state.isBeingRead = false;
        if (result) {
            state.goodAt = m_environment.clock.now();
            m_state.dataAt = m_environment.clock.wallNow();
            apply(std::move(*result));
        } else {
            m_misread = result.error();
        }
        reconsider();
        if (!m_publish.isActive())
            m_publish.start();
    });
}

void ServiceWatch::apply(contract::Health health)
{
    const auto instanceOf = [](const auto &report) {
        return report ? report->instance : std::nullopt;
    };
    const auto before = instanceOf(m_state.health);
    if (before && health.instance && *before != *health.instance)
        note({health.started_at.value_or(m_environment.clock.wallNow()), MarkKind::restart,
            health.version.value_or("")});
    m_state.health = std::move(health);
}

void ServiceWatch::apply(contract::QueueReport report)
{
    m_state.queue = std::move(report);
}

void ServiceWatch::apply(Reading reading)
{
    if (reading.fault != m_metricsFault && !reading.fault.empty())
        qCWarning(logLive, "Metrics left out, first at %s", reading.fault.c_str());
    m_metricsFault = std::move(reading.fault);
    noteHistoryProblem(reading.historyProblem);
    m_state.profiles = std::move(reading.profiles);
    m_state.series = reading.series;
    m_state.leftOut = reading.leftOut;
    m_state.signals = std::move(reading.signals);
}

void ServiceWatch::takeEvent(const link::ServerSentEvent &event)
{
    m_environment.background.run(
        this, [event] { return readEvent(event); }, [this](EventNews news) { apply(news); });
}

void ServiceWatch::apply(EventNews &news)
{
    if (auto *job = std::get_if<contract::Job>(&news))
        Q_EMIT jobChanged(*job);
    else if (auto *queue = std::get_if<contract::KindQueue>(&news))
        mergeQueue(*queue);
    else if (auto *revision = std::get_if<contract::ConfigRevision>(&news))
        addRevision(*revision);
    else if (auto *health = std::get_if<contract::Health>(&news))
        apply(std::move(*health));
    else if (std::holds_alternative<EventsLost>(news))
        Q_EMIT jobsMissed();
}

void ServiceWatch::mergeQueue(const contract::KindQueue &queue)
{
    if (!m_state.queue)
        return;
    auto &report = *m_state.queue;
    const auto found = std::find_if(report.kinds.begin(), report.kinds.end(),
        [&queue](const auto &each) { return each.kind == queue.kind; });
    if (found == report.kinds.end())
        return;
    *found = queue;
    report.totals = {};
    for (const contract::KindQueue &each : report.kinds) {
        report.totals.depth += each.depth;
        report.totals.running += each.running;
        report.totals.slots += each.slots;
    }
}

void ServiceWatch::addRevision(const contract::ConfigRevision &revision)
{
    m_marks.add(revision);
    m_state.configRevision = std::max(m_state.configRevision, revision.revision);
    Q_EMIT configChanged(revision);
}

void ServiceWatch::handleReached()
{
    m_isReached = true;
    m_watch.start();
    if (isService())
        loadConfigHistory();
    if (std::exchange(m_wasReached, true))
        Q_EMIT jobsMissed();
    reconsider();
}

void ServiceWatch::handleLost(const Error &reason, std::chrono::milliseconds retryIn)
{
    m_isReached = false;
    m_watch.stop();
    for (PollState &poll : m_polls)
        poll = {.isWanted = false, .isBeingRead = poll.isBeingRead, .goodAt = {}};
    m_state.nextTryAt = m_environment.clock.wallNow() + retryIn;
    const Connection silent = m_wasReached ? Connection::stale : Connection::connecting;
    change(isRefusal(reason.code) ? Connection::refused : silent, reason);
}

void ServiceWatch::loadConfigHistory()
{
    link::HttpRequest request;
    request.path = link::paths::kConfigHistory;
    request.query.addQueryItem(
        QStringLiteral("limit"), QLatin1String(kHistoryLimit.data(), kHistoryLimit.size()));
    m_link.send(request, this, [this](const Result<link::HttpAnswer> &answer) {
        m_environment.background.run(
            this, [answer] { return readAnswer<contract::ConfigHistory>(answer); },
            [this](const Result<contract::ConfigHistory> &history) {
                if (!history)
                    return;
                m_marks.forgetRevisions();
                m_state.configRevision = 0;
                for (const contract::ConfigRevision &revision : history->revisions) {
                    m_marks.add(revision);
                    m_state.configRevision = std::max(m_state.configRevision, revision.revision);
                }
            });
    });
}

void ServiceWatch::reconsider()
{
    if (!m_isReached)
        return;
    const bool isLive = m_state.connection == Connection::live;
    if (isFresh() == isLive) {
        if (!isLive && m_misread && m_state.problem != m_misread)
            change(m_state.connection, m_misread);
        return;
    }
    m_state.nextTryAt.reset();
    if (!isLive) {
        m_misread.reset();
        change(Connection::live, std::nullopt);
    } else {
        const std::string silence = silenceText(longestSilence(m_environment.timings));
        change(
            Connection::stale, m_misread.value_or(Error{ErrorCode::deadlineExceeded, silence, {}}));
    }
}

bool ServiceWatch::isFresh() const
{
    const SteadyTime now = m_environment.clock.now();
    return std::all_of(m_polls.begin(), m_polls.end(), [&](const PollState &poll) {
        return !poll.isWanted
            || (poll.goodAt && now - *poll.goodAt <= longestSilence(m_environment.timings));
    });
}

void ServiceWatch::change(Connection connection, std::optional<Error> problem)
{
    if (m_state.connection == Connection::live)
        note({m_environment.clock.wallNow(), MarkKind::connection, problem->detail});
    m_state.connection = connection;
    m_state.problem = std::move(problem);
    m_publish.stop();
    Q_EMIT changed();
}

} // namespace pult::live
