// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/workers/dispatcher.h"

namespace pult::service {

/// The way of a new job: room in the queue, onto the disk, into the queue.
class Submissions {
public:
    using Done = std::function<void(Result<AcceptedJob>)>;

    Submissions(JobCore &core, Dispatcher &dispatcher);

    /// Any thread; done is called once, on any thread. A job that is on disk also gets into the
    /// queue when its submitter has gone away.
    void submit(const NewJob &job, Done done);
    /// Whether none is on its way. On the strand.
    [[nodiscard]] bool isIdle() const;

private:
    [[nodiscard]] StoredJob makeStored(const NewJob &job) const;
    void settle(const StoredJob &stored, const Result<InsertedJob> &inserted, const Done &done);
    void answerNew(const StoredJob &stored, const Done &done);
    void answerReplay(contract::JobId id, const Done &done);

    JobCore &m_core;
    Dispatcher &m_dispatcher;
};

} // namespace pult::service
