// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "service/workers/dispatcher.h"

namespace pult::service {

/// The way of a new job: room in the queue, onto the disk, into the queue.
class Submissions {
public:
    using Done = std::function<void(Result<AcceptedJob>)>;

    Submissions(JobCore &core, Dispatcher &dispatcher);

    /// Any thread; done is called once, on any thread. A job that is on disk also gets into the
    /// queue when its submitter has gone away.
    void submit(NewJob job, Done done);
    /// Whether none is on its way. On the strand.
    [[nodiscard]] bool isIdle() const;

private:
    /// Stored, or refused by the store.
    struct Ended {
        std::shared_ptr<const JobInsertion> insertion;
        Result<InsertedJob> inserted;
        Done done;
    };

    /// Told together: those who wait for them wake up once.
    using Answers = std::vector<std::pair<Done, Result<AcceptedJob>>>;

    /// Looks at the disk at most every kRoomLasts. Errors: unavailable.
    [[nodiscard]] Result<void> checkRoom();
    [[nodiscard]] StoredJob makeStored(NewJob job) const;
    void end(Ended ended);
    void settleAll();
    void settle(Ended &ended, Answers &answers);
    [[nodiscard]] AcceptedJob enter(const StoredJob &stored);
    void answerReplay(contract::JobId id, const Done &done);

    JobCore &m_core;
    Dispatcher &m_dispatcher;
    std::atomic<SteadyTime> m_hasRoomUntil{SteadyTime::min()};
    Guarded<std::vector<Ended>> m_ended; ///< Waiting for the strand.
};

} // namespace pult::service
