// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/httpservice.h"

#include <cmath>

#include <QSignalSpy>
#include <QTest>

#include "support/fakeopsservice.h"

namespace pult::live {

using test::FakeOpsService;
using test::FakeRequest;
using test::FakeResponse;
using namespace std::chrono_literals;

class HttpServiceTest : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    Background m_background;
    link::Network m_network;
    const HistoryKeeping m_history;
    const Environment m_environment{
        m_clock, m_background, m_network, {40ms, 2000ms, 20ms, 200ms, 5s}, m_history};

    std::unique_ptr<HttpService> connectTo(const FakeOpsService &fake) const
    {
        return std::make_unique<HttpService>(
            m_environment, ServiceAddress{"a", "A", fake.server.url(), "token"});
    }
    static bool isLive(const HttpService &service)
    {
        return service.state().connection == Connection::live;
    }

    ChartData chart(HttpService &service, const std::string &signal = "queued")
    {
        const WallTime now = m_clock.wallNow();
        std::optional<ChartData> data;
        QObject context;
        service.chart({{signal}, now - 60s, now + 1s, 610}, &context,
            [&data](Result<ChartData> reply) { data = std::move(*reply); });
        [&data] { QTRY_VERIFY(data); }();
        return data.value_or(ChartData{});
    }
    static bool hasValue(const ChartData &data, WallTime from, WallTime to)
    {
        const auto &columns = data.traces.at(0).columns;
        const auto columnAt = [&](WallTime at) {
            const double share = Seconds(at - data.from) / Seconds(data.to - data.from);
            return columns.begin() + std::lround(share * static_cast<double>(columns.size()));
        };
        return std::any_of(columnAt(from), std::min(columnAt(to), columns.end()),
            [](const Column &column) { return !std::isnan(column.high); });
    }
    std::vector<Mark> marks(HttpService &service, MarkKind kind)
    {
        std::vector<Mark> found = chart(service).marks;
        std::erase_if(found, [kind](const Mark &mark) { return mark.kind != kind; });
        return found;
    }
    template <class T, class Ask>
    Result<T> ask(Ask request)
    {
        std::optional<Result<T>> result;
        QObject context;
        request(&context, [&result](Result<T> reply) { result = std::move(reply); });
        [&result] { QTRY_VERIFY(result); }();
        return result.value_or(fail(ErrorCode::internal, "no reply"));
    }
    contract::ConfigRevision revision(std::int64_t number) const
    {
        return {number, m_clock.wallNow(), "anna", "more", {{"workers.image", 2, 8}}};
    }

private Q_SLOTS:
    void becomesLiveWithEverythingItWasTold()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        QCOMPARE(service->state().connection, Connection::connecting);
        QTRY_VERIFY(isLive(*service));
        const ServiceState &state = service->state();
        QVERIFY(!state.problem);
        QVERIFY(state.dataAt);
        QCOMPARE(state.health->version, std::optional<std::string>("1.0"));
        QCOMPARE(state.queue->kinds.size(), 4U);
        QCOMPARE(state.latest(signal::kQueued), std::optional(3.0));
    }

    void tellsAtMostOnceATickWhileNothingHappens()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        QTRY_VERIFY(isLive(*service));
        const std::size_t polls = fake.server.requests(QStringLiteral("/metrics")).size();
        QSignalSpy changes(service.get(), &Service::stateChanged);
        QTRY_VERIFY(fake.server.requests(QStringLiteral("/metrics")).size() >= polls + 10);
        QVERIFY(changes.size() >= 3);
        QVERIFY(changes.size() <= 12);
    }

    void whenItIsGoneTheDataAreStaleAndThenItComesBack()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        QTRY_VERIFY(isLive(*service));
        QTRY_VERIFY(!chart(*service).traces.empty());
        QSignalSpy missed(service.get(), &Service::jobsMissed);

        fake.server.stop();
        QTRY_COMPARE(service->state().connection, Connection::stale);
        QVERIFY(service->state().problem);
        QVERIFY(service->state().problem->code == ErrorCode::unavailable);
        QVERIFY(service->state().nextTryAt);
        QVERIFY(service->state().health);
        QTRY_VERIFY(std::isnan(chart(*service).traces[0].latest));

        fake.server.start();
        QTRY_VERIFY(isLive(*service));
        QVERIFY(!service->state().problem);
        QVERIFY(!service->state().nextTryAt);
        QCOMPARE(marks(*service, MarkKind::connection).size(), 1U);
        QCOMPARE(missed.size(), 1);
    }

    void aGapStaysAGapInTheChart()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        QTRY_VERIFY(isLive(*service));
        QTRY_VERIFY(!chart(*service).traces.empty());
        fake.server.stop();
        QTRY_COMPARE(service->state().connection, Connection::stale);
        const WallTime lost = m_clock.wallNow();
        QTRY_VERIFY(m_clock.wallNow() > lost + 500ms);
        const WallTime back = m_clock.wallNow();
        fake.server.start();
        QTRY_VERIFY(isLive(*service));
        QTRY_VERIFY(!std::isnan(chart(*service).traces.at(0).latest));

        QVERIFY(hasValue(chart(*service), lost - 10s, lost));
        QVERIFY(!hasValue(chart(*service), lost + 100ms, back - 100ms));
        QVERIFY(hasValue(chart(*service), back, back + 10s));
    }

    void silenceAloneMakesItStaleWithinThreeIntervals()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        QTRY_VERIFY(isLive(*service));
        fake.server.on(QStringLiteral("/queue"), {.manner = FakeResponse::Manner::hang});
        QElapsedTimer timer;
        timer.start();
        QTRY_COMPARE(service->state().connection, Connection::stale);
        QVERIFY(timer.elapsed() < 1500);
        QVERIFY(service->state().problem->code == ErrorCode::deadlineExceeded);
    }

    void anAnswerThatIsNotUnderstoodIsNotLive()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        QTRY_VERIFY(isLive(*service));
        fake.metrics = "<html>welcome</html>\n";
        QTRY_COMPARE(service->state().connection, Connection::stale);
        QVERIFY(service->state().problem->code == ErrorCode::corrupt);
        fake.metrics = "pult_queue_depth{kind=\"image\"} 4\n";
        QTRY_VERIFY(isLive(*service));
    }

    void aRefusedTokenNeedsTheUser()
    {
        FakeOpsService fake;
        fake.server.on(QStringLiteral("/queue"), {.status = 403});
        const auto service = connectTo(fake);
        QTRY_COMPARE(service->state().connection, Connection::refused);
        QVERIFY(service->state().problem->code == ErrorCode::forbidden);
    }

    void anotherTokenConnectsAnew()
    {
        FakeOpsService fake;
        fake.server.on(QStringLiteral("/queue"), [&fake](const FakeRequest &request) {
            return request.header("authorization") == "Bearer good"
                ? FakeOpsService::json(fake.queue)
                : FakeResponse{.status = 401};
        });
        const auto service = connectTo(fake);
        QTRY_COMPARE(service->state().connection, Connection::refused);
        service->setAddress({"a", "A", fake.server.url(), "good"});
        QTRY_VERIFY(isLive(*service));
    }

    void anotherInstanceIsMarkedAsARestart()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        QTRY_VERIFY(isLive(*service));
        fake.health.instance = "second";
        fake.health.started_at = m_clock.wallNow();
        fake.health.version = "1.1";
        QTRY_COMPARE(marks(*service, MarkKind::restart).size(), 1U);
        QCOMPARE(marks(*service, MarkKind::restart)[0].text, std::string("1.1"));
    }

    void revisionsAreMarkedFromTheHistoryAndFromEvents()
    {
        FakeOpsService fake;
        fake.history.revisions = {revision(2)};
        const auto service = connectTo(fake);
        QTRY_COMPARE(marks(*service, MarkKind::config).size(), 1U);
        QCOMPARE(service->state().configRevision, 2);
        QSignalSpy changed(service.get(), &Service::configChanged);
        QTRY_VERIFY(fake.isListenedTo());
        fake.publish(contract::EventType::config, revision(2));
        fake.publish(contract::EventType::config, revision(3));
        QTRY_COMPARE(changed.size(), 2);
        const auto found = marks(*service, MarkKind::config);
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found[1].revision, 3);
        QCOMPARE(found[1].text, std::string("workers.image 2 → 8"));
        QCOMPARE(service->state().configRevision, 3);
    }

    void eventsCarryJobsQueuesAndGaps()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        std::vector<contract::Job> jobs;
        connect(service.get(), &Service::jobChanged, this,
            [&jobs](const contract::Job &job) { jobs.push_back(job); });
        QSignalSpy missed(service.get(), &Service::jobsMissed);
        QTRY_VERIFY(isLive(*service));
        QTRY_VERIFY(fake.isListenedTo());
        contract::Job job;
        job.id = contract::JobId::make(m_clock.wallNow());
        fake.publish(contract::EventType::job, job);
        fake.publish(contract::EventType::gap, boost::json::object());
        QTRY_COMPARE(missed.size(), 1);
        QCOMPARE(jobs.size(), 1U);
        QVERIFY(jobs[0] == job);
    }

    void aQueueEventIsAheadOfTheNextPoll()
    {
        FakeOpsService fake;
        Environment patient{m_clock, m_background, m_network, m_environment.timings, m_history};
        patient.timings.pollInterval = 1h;
        HttpService service(patient, {"a", "A", fake.server.url(), {}});
        QTRY_VERIFY(isLive(service));
        QTRY_VERIFY(fake.isListenedTo());
        contract::KindQueue images = fake.queue.kinds[1];
        images.depth = 9;
        images.slots = 8;
        fake.publish(contract::EventType::queue, images);
        QTRY_COMPARE(service.state().queue->totals.depth, 9);
        QVERIFY(service.state().queue->kinds[1] == images);
    }

    void anEventThatIsNotUnderstoodIsSkipped()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        QSignalSpy missed(service.get(), &Service::jobsMissed);
        QTRY_VERIFY(fake.isListenedTo());
        fake.server.stream(QStringLiteral("/events"),
            "event: job\ndata: {\"id\":7}\n\nevent: weather\ndata: x\n\nevent: gap\ndata: {}\n\n");
        QTRY_COMPARE(missed.size(), 1);
    }

    void aNewerQueryOfAContextReplacesTheOlder()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        QObject context;
        std::vector<int> answered;
        const WallTime now = m_clock.wallNow();
        for (const int columns : {10, 20, 30})
            service->chart({{"queued"}, now - 60s, now, columns}, &context,
                [&answered, columns](const Result<ChartData> &) { answered.push_back(columns); });
        QTRY_VERIFY(!answered.empty());
        QVERIFY(chart(*service).traces.size() <= 2);
        QCOMPARE(answered, std::vector<int>{30});
    }

    void noReplyComesAfterItsContextOrTheService()
    {
        FakeOpsService fake;
        auto service = connectTo(fake);
        bool isHeard = false;
        const WallTime now = m_clock.wallNow();
        const auto hear = [&isHeard](const Result<ChartData> &) { isHeard = true; };
        {
            QObject context;
            service->chart({{"queued"}, now - 60s, now, 10}, &context, hear);
        }
        QObject survivor;
        service->chart({{"queued"}, now - 60s, now, 10}, &survivor, hear);
        service.reset();
        bool isLater = false;
        m_background.run(
            this, [] { return 0; }, [&isLater](int) { isLater = true; });
        QTRY_VERIFY(isLater);
        QVERIFY(!isHeard);
    }

    void aRequestIsAnsweredOrRefusedWithItsReason()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        contract::Job job;
        job.prompt = "кот";
        fake.server.on(QStringLiteral("/api/generate/image"), FakeOpsService::json(job, 202));
        const auto submit = [&] {
            return ask<contract::Job>([&](QObject *context, auto reply) {
                contract::GenerateRequest request;
                request.prompt = "кот";
                service->submit(contract::Kind::image, request, context, reply);
            });
        };
        QVERIFY(submit() == job);
        fake.server.on(QStringLiteral("/api/generate/image"),
            {.status = 429,
                .body = R"({"detail":"Over 3 a minute"})",
                .contentType = "application/problem+json",
                .headers = {{"Retry-After", "20"}}});
        const auto refused = submit();
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::limited);
        QVERIFY(refused.error().retryAfter == Seconds(20));
        const auto sent = fake.server.requests(QStringLiteral("/api/generate/image"));
        QVERIFY(sent[0].header("idempotency-key") != sent[1].header("idempotency-key"));
    }

    void aPatchSaysWhatItWasMadeFromAndWhy()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        fake.server.on(QStringLiteral("/config"),
            FakeOpsService::json(contract::ConfigPatchReport{8, false, {}, {}}));
        const auto report = ask<contract::ConfigPatchReport>([&](QObject *context, auto reply) {
            service->patchConfig({{"workers", {{"image", 8}}}}, 7, "50% more & counting+1",
                Service::PatchMode::dryRun, context, reply);
        });
        QVERIFY(report);
        QCOMPARE(report->revision, 8);
        const auto sent = fake.server.requests(QStringLiteral("/config")).back();
        QCOMPARE(sent.verb, QByteArray("PATCH"));
        QCOMPARE(sent.header("if-match"), QByteArray("\"7\""));
        QCOMPARE(sent.body, QByteArray(R"({"workers":{"image":8}})"));
        QCOMPARE(sent.query.queryItemValue(QStringLiteral("dry_run")), QStringLiteral("true"));
        QCOMPARE(sent.query.queryItemValue(QStringLiteral("reason"), QUrl::FullyDecoded),
            QStringLiteral("50% more & counting+1"));
    }

    void anAnswerThatIsNoJsonIsCorrupt()
    {
        FakeOpsService fake;
        const auto service = connectTo(fake);
        fake.server.on(QStringLiteral("/config/schema"), {.body = "<html>"});
        const auto schema = ask<boost::json::object>(
            [&](QObject *context, auto reply) { service->configSchema(context, reply); });
        QVERIFY(!schema);
        QVERIFY(schema.error().code == ErrorCode::corrupt);
    }
};

} // namespace pult::live

QTEST_GUILESS_MAIN(pult::live::HttpServiceTest)
#include "tst_httpservice.moc"
