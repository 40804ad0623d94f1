// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/submissions.h"

#include "contract/encodetext.h"
#include "contract/params.h"
#include "service/workers/storefailure.h"

namespace pult::service {

namespace {

/// What is accepted in that time fits many times into what is kept free.
constexpr std::chrono::milliseconds kRoomLasts{10};

/// What an idempotency key stands for.
std::string requestText(const NewJob &job)
{
    contract::GenerateRequest request = job.request;
    request.kind = job.kind;
    return boost::json::serialize(contract::encode(request));
}

Result<AcceptedJob> replayOf(const contract::Job &earlier)
{
    return AcceptedJob{earlier.id, earlier.state, contract::encodeText(earlier), true};
}

/// A key never runs a second job, also after the first has been removed.
Error replayFailure(Error error)
{
    if (error.code == ErrorCode::notFound)
        return {ErrorCode::conflict,
            "The job of this idempotency key ended and has been removed; a new key runs it again",
            {}};
    return storeFailure(std::move(error));
}

} // namespace

Submissions::Submissions(JobCore &core, Dispatcher &dispatcher)
    : m_core(core)
    , m_dispatcher(dispatcher)
{
}

void Submissions::submit(NewJob job, Done done)
{
    if (auto room = checkRoom(); !room)
        return done(tl::unexpected(std::move(room.error())));
    if (auto admitted = m_core.board.with([](Board &board) { return board.admit(); }); !admitted)
        return done(tl::unexpected(std::move(admitted.error())));
    std::optional<std::string> key = std::move(job.idempotencyKey);
    std::string request = key ? requestText(job) : std::string();
    const auto insertion = std::make_shared<const JobInsertion>(
        JobInsertion{makeStored(std::move(job)), std::move(key), std::move(request)});
    m_core.parts.store.insert(
        insertion, [this, insertion, told = std::move(done)](Result<InsertedJob> inserted) mutable {
            end({insertion, std::move(inserted), std::move(told)});
        });
}

/// Jobs that were stored together are settled together.
void Submissions::end(Ended ended)
{
    const bool isFirst = m_ended.with([&](std::vector<Ended> &waiting) {
        waiting.push_back(std::move(ended));
        return waiting.size() == 1;
    });
    if (isFirst)
        boost::asio::post(m_core.strand, [this] { settleAll(); });
}

Result<void> Submissions::checkRoom()
{
    const SteadyTime now = m_core.parts.clock.now();
    if (now < m_hasRoomUntil.load())
        return {};
    return m_core.parts.results.checkRoom().map([&] { m_hasRoomUntil = now + kRoomLasts; });
}

bool Submissions::isIdle() const
{
    return m_core.board.with([](const Board &board) { return board.admitted() == 0; });
}

StoredJob Submissions::makeStored(NewJob given) const
{
    StoredJob stored;
    contract::Job &job = stored.job;
    job.created_at = m_core.parts.clock.wallNow();
    job.id = contract::JobId::make(job.created_at);
    job.kind = given.kind;
    job.priority = given.request.priority;
    job.params = contract::withDefaults(given.kind, given.request);
    job.timeout_s = given.request.timeout_s.value_or(m_core.board.with(
        [&](const Board &board) { return timeoutFor(board.timeouts(), given.kind); }));
    job.prompt = std::move(given.request.prompt);
    stored.tgs = std::exchange(job.params.tgs, std::nullopt);
    stored.client = std::move(given.client);
    stored.queuedAt = job.created_at;
    return stored;
}

void Submissions::settleAll()
{
    Answers answers;
    for (Ended &ended :
        m_ended.with([](std::vector<Ended> &waiting) { return std::exchange(waiting, {}); }))
        settle(ended, answers);
    for (auto &[done, answer] : answers)
        done(std::move(answer));
    m_dispatcher.fill();
    m_dispatcher.settled().notify();
}

void Submissions::settle(Ended &ended, Answers &answers)
{
    if (!ended.inserted) {
        m_core.board.with([](Board &board) { board.settle(); });
        answers.emplace_back(
            std::move(ended.done), tl::unexpected(storeFailure(ended.inserted.error())));
    } else if (ended.inserted->isReplay) {
        answerReplay(ended.inserted->id, ended.done);
    } else {
        answers.emplace_back(std::move(ended.done), enter(ended.insertion->stored));
    }
}

AcceptedJob Submissions::enter(const StoredJob &stored)
{
    contract::Job job = stored.job;
    const contract::Kind kind = job.kind;
    m_core.board.with([&](Board &board) {
        board.settle();
        board.queue().lane(kind).push(entryOf(stored));
        board.queue().recordArrival(kind);
        board.describe(job, stored.queuedAt);
    });
    m_core.metrics.submitted(kind);
    m_core.events.queueChanged(kind);
    return {job.id, job.state, m_core.events.job(job)};
}

void Submissions::answerReplay(contract::JobId id, const Done &done)
{
    m_core.parts.store.find(id, [this, done](Result<StoredJob> found) {
        boost::asio::post(m_core.strand, [this, done, earlier = std::move(found)] {
            m_core.board.with([](Board &board) { board.settle(); });
            done(earlier ? replayOf(m_core.viewOf(*earlier))
                         : tl::unexpected(replayFailure(earlier.error())));
            m_dispatcher.settled().notify();
        });
    });
}

} // namespace pult::service
