// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <memory>

#include <QTimer>

#include "console/live/answers.h"
#include "console/live/environment.h"
#include "console/live/history.h"
#include "console/live/marklog.h"

namespace pult::live {

/// Watches one service at one address: turns what its link hears into a state, a history and
/// marks. Data count as live while everything polled was answered, and understood, within the last
/// three intervals. GUI thread; reads and computes on the telemetry thread.
class ServiceWatch final : public QObject {
    Q_OBJECT
public:
    /// The folder keeps the service's past; empty: nothing does.
    ServiceWatch(const Environment &environment, const ServiceAddress &address,
        const std::filesystem::path &historyFolder, QObject *parent);
    ~ServiceWatch() override;

    void setRetention(const telemetry::Retention &retention);
    void start() { m_link.start(); }
    void refresh() { m_link.refresh(); }

    [[nodiscard]] const ServiceState &state() const { return m_state; }
    [[nodiscard]] link::ServiceLink &link() { return m_link; }
    /// As Service::chart.
    void chart(const ChartQuery &query, QObject *context, Reply<ChartData> reply);
    /// As Service::findSeries.
    void findSeries(
        const SeriesQuery &query, QObject *context, Reply<telemetry::FoundMetrics> reply);
    /// As Service::keptSpan.
    void keptSpan(QObject *context, Reply<std::optional<KeptSpan>> reply);
    /// As Service::exportSeries.
    void exportSeries(const ExportQuery &query, QObject *context, Reply<ExportProgress> reply);

Q_SIGNALS:
    void changed(); ///< Soon after the polls of a tick; at once when the connection changes.
    void jobChanged(const pult::contract::Job &job);
    void jobsMissed();
    void configChanged(const pult::contract::ConfigRevision &revision);

private:
    static constexpr std::size_t kPolls = 3;

    /// Reads it on the telemetry thread, unless the one before is still being read there.
    void take(link::Poll poll, const link::HttpAnswer &answer);
    void openHistory(const std::filesystem::path &folder);
    /// Marks it, for later runs too.
    void note(const Mark &mark);
    void noteHistoryProblem(const std::optional<Error> &problem);
    template <class Work>
    void read(link::Poll poll, Work work);
    void apply(contract::Health health);
    void apply(contract::QueueReport report);
    void apply(Reading reading);
    void takeEvent(const link::ServerSentEvent &event);
    void apply(EventNews &news);
    void mergeQueue(const contract::KindQueue &queue);
    void addRevision(const contract::ConfigRevision &revision);

    void handleReached();
    void handleLost(const Error &reason, std::chrono::milliseconds retryIn);
    void loadConfigHistory();
    /// Goes live or stale by what has been answered lately.
    void reconsider();
    [[nodiscard]] bool isFresh() const;
    void change(Connection connection, std::optional<Error> problem);

    [[nodiscard]] bool isService() const { return m_kind == TargetKind::service; }

    Environment m_environment;
    TargetKind m_kind;
    std::vector<std::string> m_pointers;
    link::ServiceLink m_link;
    std::shared_ptr<History> m_history; ///< Touched by work on the telemetry thread alone.
    MarkLog m_marks;
    ServiceState m_state;
    QTimer m_watch; ///< Notices silence.
    QTimer m_publish; ///< Lets the answers of one tick be told together.

    struct PollState {
        bool isWanted = false; ///< The service offers it.
        bool isBeingRead = false;
        std::optional<SteadyTime> goodAt;
    };
    std::array<PollState, kPolls> m_polls;
    bool m_isReached = false;
    bool m_wasReached = false;
    std::optional<Error> m_misread; ///< The newest answer that was not understood.
    std::string m_metricsFault; ///< As logged last.

    std::map<QObject *, std::uint64_t> m_newestCharts; ///< By context.
    std::uint64_t m_charts = 0;
};

} // namespace pult::live
