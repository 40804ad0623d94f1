// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/submissions.h"

#include "contract/params.h"
#include "service/workers/storecalls.h"

namespace pult::service {

namespace {

/// What an idempotency key stands for.
std::string requestText(const NewJob &job)
{
    contract::GenerateRequest request = job.request;
    request.kind = job.kind;
    return boost::json::serialize(contract::encode(request));
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

void Submissions::submit(const NewJob &job, Done done)
{
    if (auto admitted = m_core.board.with([](Board &board) { return board.admit(); }); !admitted)
        return done(tl::unexpected(std::move(admitted.error())));
    JobInsertion insertion{makeStored(job), job.idempotencyKey, {}};
    if (insertion.idempotencyKey)
        insertion.request = requestText(job);
    StoredJob stored = insertion.stored;
    m_core.parts.store.insert(std::move(insertion),
        [this, kept = std::move(stored), told = std::move(done)](Result<InsertedJob> inserted) {
            boost::asio::post(m_core.strand,
                [this, kept, told, result = std::move(inserted)] { settle(kept, result, told); });
        });
}

bool Submissions::isIdle() const
{
    return m_core.board.with([](const Board &board) { return board.admitted() == 0; });
}

StoredJob Submissions::makeStored(const NewJob &given) const
{
    StoredJob stored;
    contract::Job &job = stored.job;
    job.created_at = m_core.parts.clock.wallNow();
    job.id = contract::JobId::make(job.created_at);
    job.kind = given.kind;
    job.priority = given.request.priority;
    job.prompt = given.request.prompt;
    job.params = contract::withDefaults(given.kind, given.request);
    job.timeout_s = given.request.timeout_s.value_or(m_core.board.with(
        [&](const Board &board) { return timeoutFor(board.timeouts(), given.kind); }));
    stored.client = given.client;
    stored.queuedAt = job.created_at;
    return stored;
}

void Submissions::settle(
    const StoredJob &stored, const Result<InsertedJob> &inserted, const Done &done)
{
    if (inserted && inserted->isReplay)
        return answerReplay(inserted->id, done);
    m_core.board.with([&](Board &board) {
        board.settle();
        if (inserted)
            board.queue().lane(stored.job.kind).push(entryOf(stored));
    });
    if (inserted)
        answerNew(stored, done);
    else
        done(tl::unexpected(storeFailure(inserted.error())));
    m_dispatcher.settled().notify();
}

void Submissions::answerNew(const StoredJob &stored, const Done &done)
{
    const contract::Kind kind = stored.job.kind;
    m_core.board.with([kind](Board &board) { board.queue().recordArrival(kind); });
    m_core.metrics.submitted(kind);
    const contract::Job job = m_core.viewOf(stored);
    m_core.events.job(job);
    m_core.events.queueChanged(kind);
    done(AcceptedJob{job, false});
    m_dispatcher.fill();
}

void Submissions::answerReplay(contract::JobId id, const Done &done)
{
    m_core.parts.store.find(id, [this, done](Result<StoredJob> found) {
        boost::asio::post(m_core.strand, [this, done, earlier = std::move(found)] {
            m_core.board.with([](Board &board) { board.settle(); });
            if (earlier)
                done(AcceptedJob{m_core.viewOf(*earlier), true});
            else
                done(tl::unexpected(replayFailure(earlier.error())));
            m_dispatcher.settled().notify();
        });
    });
}

} // namespace pult::service
