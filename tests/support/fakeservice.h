// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <QPointer>
#include <QTimer>

#include "console/live/servicelist.h"

namespace pult::test {

/// What a test makes a service answer to one kind of request, and what it was asked.
/// The answer arrives from the event loop, as the real ones do, and only while the context lives.
/// While held, requests wait until release(). GUI thread.
template <class Question, class Answer>
class Exchange {
public:
    /// Answers every request from now on with the same.
    void answers(Result<Answer> answer)
    {
        computes([answer = std::move(answer)](const Question &) { return answer; });
    }
    void computes(std::function<Result<Answer>(const Question &)> answer)
    {
        m_answer = std::move(answer);
    }
    void hold() { m_isHeld = true; }
    void release()
    {
        m_isHeld = false;
        for (auto &waiting : std::exchange(m_waiting, {}))
            waiting();
    }

    [[nodiscard]] const std::vector<Question> &asked() const { return m_asked; }
    [[nodiscard]] const Question &last() const { return m_asked.back(); }

    void ask(Question question, QObject *context, live::Reply<Answer> reply)
    {
        m_asked.push_back(question);
        auto deliver = [this, question = std::move(question), context = QPointer<QObject>(context),
                           reply = std::move(reply)] {
            if (context)
                QTimer::singleShot(
                    0, context, [reply, answer = m_answer(question)] { reply(answer); });
        };
        if (m_isHeld)
            m_waiting.emplace_back(std::move(deliver));
        else
            deliver();
    }

private:
    std::function<Result<Answer>(const Question &)> m_answer = [](const Question &) {
        return fail(ErrorCode::unavailable, "The test answers nothing.");
    };
    std::vector<Question> m_asked;
    std::vector<std::function<void()>> m_waiting;
    bool m_isHeld = false;
};

struct Submission {
    contract::Kind kind = contract::Kind::text;
    contract::GenerateRequest request;
};
struct Pause {
    contract::Kind kind = contract::Kind::text;
    bool isPaused = false;
};
struct Purge {
    contract::Kind kind = contract::Kind::text;
    std::int64_t expected = 0;
};
struct Nothing { };
struct Patch {
    boost::json::object values;
    std::int64_t ifRevision = 0;
    std::string reason;
    live::Service::PatchMode mode = live::Service::PatchMode::dryRun;
};
struct Rollback {
    std::int64_t toRevision = 0;
    std::int64_t ifRevision = 0;
    std::string reason;
};

/// A service of which a test is the other end: the test sets the state and the answers.
class FakeService final : public live::Service {
public:
    explicit FakeService(live::ServiceAddress address = {}, QObject *parent = nullptr)
        : live::Service(parent)
        , m_address(std::move(address))
    {
    }

    Exchange<live::ChartQuery, live::ChartData> charts;
    Exchange<live::SeriesQuery, telemetry::FoundMetrics> searches;
    Exchange<Nothing, std::optional<live::KeptSpan>> spans;
    Exchange<live::ExportQuery, live::ExportProgress> exports;
    Exchange<Submission, contract::Job> submissions;
    Exchange<contract::JobId, contract::Job> jobLookups;
    Exchange<live::JobQuery, contract::JobPage> jobLists;
    Exchange<contract::JobId, live::ResultBytes> results;
    Exchange<contract::JobId, contract::Job> cancels;
    Exchange<contract::JobId, contract::Job> retries;
    Exchange<Pause, contract::KindQueue> pauses;
    Exchange<Purge, contract::PurgeReport> purges;
    Exchange<Nothing, contract::ConfigReport> configs;
    Exchange<Nothing, boost::json::object> schemas;
    Exchange<Nothing, contract::ConfigHistory> histories;
    Exchange<std::optional<int>, contract::ConfigPresets> presets;
    Exchange<Patch, contract::ConfigPatchReport> patches;
    Exchange<Rollback, contract::ConfigPatchReport> rollbacks;
    int refreshes = 0;

    void setState(live::ServiceState state)
    {
        m_state = std::move(state);
        Q_EMIT stateChanged();
    }
    template <class Change>
    void changeState(Change &&change)
    {
        change(m_state);
        Q_EMIT stateChanged();
    }
    void setAddress(live::ServiceAddress address) { m_address = std::move(address); }

    [[nodiscard]] const live::ServiceAddress &address() const override { return m_address; }
    [[nodiscard]] const live::ServiceState &state() const override { return m_state; }

    void chart(const live::ChartQuery &query, QObject *context,
        live::Reply<live::ChartData> reply) override
    {
        charts.ask(query, context, std::move(reply));
    }
    void findSeries(const live::SeriesQuery &query, QObject *context,
        live::Reply<telemetry::FoundMetrics> reply) override
    {
        searches.ask(query, context, std::move(reply));
    }
    void keptSpan(QObject *context, live::Reply<std::optional<live::KeptSpan>> reply) override
    {
        spans.ask({}, context, std::move(reply));
    }
    void exportSeries(const live::ExportQuery &query, QObject *context,
        live::Reply<live::ExportProgress> reply) override
    {
        exports.ask(query, context, std::move(reply));
    }
    void submit(contract::Kind kind, const contract::GenerateRequest &request, QObject *context,
        live::Reply<contract::Job> reply) override
    {
        submissions.ask({kind, request}, context, std::move(reply));
    }
    void job(contract::JobId id, QObject *context, live::Reply<contract::Job> reply) override
    {
        jobLookups.ask(id, context, std::move(reply));
    }
    void jobs(const live::JobQuery &query, QObject *context,
        live::Reply<contract::JobPage> reply) override
    {
        jobLists.ask(query, context, std::move(reply));
    }
    void result(contract::JobId id, QObject *context, live::Reply<live::ResultBytes> reply) override
    {
        results.ask(id, context, std::move(reply));
    }
    void cancel(contract::JobId id, QObject *context, live::Reply<contract::Job> reply) override
    {
        cancels.ask(id, context, std::move(reply));
    }
    void retry(contract::JobId id, QObject *context, live::Reply<contract::Job> reply) override
    {
        retries.ask(id, context, std::move(reply));
    }
    void setPaused(contract::Kind kind, bool paused, QObject *context,
        live::Reply<contract::KindQueue> reply) override
    {
        pauses.ask({kind, paused}, context, std::move(reply));
    }
    void purge(contract::Kind kind, std::int64_t expected, QObject *context,
        live::Reply<contract::PurgeReport> reply) override
    {
        purges.ask({kind, expected}, context, std::move(reply));
    }
    void config(QObject *context, live::Reply<contract::ConfigReport> reply) override
    {
        configs.ask({}, context, std::move(reply));
    }
    void configSchema(QObject *context, live::Reply<boost::json::object> reply) override
    {
        schemas.ask({}, context, std::move(reply));
    }
    void configHistory(QObject *context, live::Reply<contract::ConfigHistory> reply) override
    {
        histories.ask({}, context, std::move(reply));
    }
    void configPresets(std::optional<int> users, QObject *context,
        live::Reply<contract::ConfigPresets> reply) override
    {
        presets.ask(users, context, std::move(reply));
    }
    void patchConfig(const boost::json::object &mergePatch, std::int64_t ifRevision,
        const std::string &reason, PatchMode mode, QObject *context,
        live::Reply<contract::ConfigPatchReport> reply) override
    {
        patches.ask({mergePatch, ifRevision, reason, mode}, context, std::move(reply));
    }
    void rollbackConfig(std::int64_t toRevision, std::int64_t ifRevision, const std::string &reason,
        QObject *context, live::Reply<contract::ConfigPatchReport> reply) override
    {
        rollbacks.ask({toRevision, ifRevision, reason}, context, std::move(reply));
    }
    void refresh() override { ++refreshes; }

private:
    live::ServiceAddress m_address;
    live::ServiceState m_state;
};

/// Services of which a test is the other end. GUI thread.
class FakeServiceList final : public live::ServiceList {
public:
    Exchange<live::ServiceAddress, contract::Health> probes;
    Exchange<live::ServiceAddress, live::PageFinding> inspections;
    std::vector<std::string> forgotten; ///< Whose history was removed.
    live::HistoryLimits historyLimits;

    [[nodiscard]] FakeService &fake(int index) const { return *m_services[slot(index)]; }

    [[nodiscard]] int count() const override { return static_cast<int>(m_services.size()); }
    [[nodiscard]] live::Service &at(int index) const override { return fake(index); }
    [[nodiscard]] live::Service *find(const std::string &id) const override
    {
        const int index = indexOf(id);
        return index < 0 ? nullptr : &fake(index);
    }
    live::Service &add(const live::ServiceAddress &address) override
    {
        m_services.push_back(std::make_unique<FakeService>(address));
        Q_EMIT added(count() - 1);
        return *m_services.back();
    }
    void edit(const live::ServiceAddress &address) override
    {
        const int index = indexOf(address.id);
        fake(index).setAddress(address);
        Q_EMIT edited(index);
    }
    void remove(const std::string &id) override
    {
        const int index = indexOf(id);
        const auto taken = std::move(m_services[slot(index)]);
        m_services.erase(m_services.begin() + index);
        Q_EMIT removed(index);
    }
    void removeHistory(const std::string &id) override { forgotten.push_back(id); }
    void setHistoryLimits(const live::HistoryLimits &limits) override { historyLimits = limits; }
    void move(int from, int to) override
    {
        auto taken = std::move(m_services[slot(from)]);
        m_services.erase(m_services.begin() + from);
        m_services.insert(m_services.begin() + to, std::move(taken));
        Q_EMIT moved(from, to);
    }
    void probe(const live::ServiceAddress &address, QObject *context,
        live::Reply<contract::Health> reply) override
    {
        probes.ask(address, context, std::move(reply));
    }
    void inspect(const live::ServiceAddress &address, QObject *context,
        live::Reply<live::PageFinding> reply) override
    {
        inspections.ask(address, context, std::move(reply));
    }

private:
    [[nodiscard]] static std::size_t slot(int index) { return static_cast<std::size_t>(index); }
    [[nodiscard]] int indexOf(const std::string &id) const
    {
        const auto found = std::find_if(m_services.begin(), m_services.end(),
            [&](const auto &service) { return service->address().id == id; });
        return found == m_services.end() ? -1 : static_cast<int>(found - m_services.begin());
    }

    std::vector<std::unique_ptr<FakeService>> m_services;
};

} // namespace pult::test
