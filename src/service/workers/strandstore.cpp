// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/strandstore.h"

namespace pult::service {

StrandStore::StrandStore(JobStore &jobs, ResultFiles &files, StrandInbox &inbox)
    : m_jobs(jobs)
    , m_files(files)
    , m_inbox(inbox)
{
}

template <class T, class Start>
Task<Result<T>> StrandStore::answerOf(Start start)
{
    return awaitCallback<Result<T>>(
        std::move(start), [this](auto &, auto resume) { m_inbox.push(std::move(resume)); });
}

Task<Result<StoredJob>> StrandStore::find(contract::JobId id)
{
    return answerOf<StoredJob>([this, id](auto done) { m_jobs.find(id, std::move(done)); });
}

Task<Result<std::optional<std::string>>> StrandStore::output(contract::JobId id)
{
    return answerOf<std::optional<std::string>>(
        [this, id](auto done) { m_jobs.output(id, std::move(done)); });
}

Task<Result<std::vector<StoredJob>>> StrandStore::list(JobQuery query)
{
    return answerOf<std::vector<StoredJob>>(
        [this, wanted = std::move(query)](auto done) { m_jobs.list(wanted, std::move(done)); });
}

Task<Result<void>> StrandStore::update(StoredJob job)
{
    return answerOf<void>([this, stored = std::move(job)](auto done) mutable {
        m_jobs.update(std::move(stored), std::move(done));
    });
}

Task<Result<StoredJob>> StrandStore::change(
    contract::JobId id, std::function<void(StoredJob &)> change)
{
    return answerOf<StoredJob>([this, id, edit = std::move(change)](auto done) mutable {
        m_jobs.change(id, std::move(edit), std::move(done));
    });
}

Task<Result<void>> StrandStore::cancelQueued(std::vector<contract::JobId> ids, WallTime at)
{
    return answerOf<void>([this, queued = std::move(ids), at](
                              auto done) { m_jobs.cancelQueued(queued, at, std::move(done)); });
}

Task<Result<RemovedJobs>> StrandStore::removeEnded(EndedJobs which)
{
    return answerOf<RemovedJobs>(
        [this, which](auto done) { m_jobs.removeEnded(which, std::move(done)); });
}

Task<Result<std::int64_t>> StrandStore::keptBytes()
{
    return answerOf<std::int64_t>([this](auto done) { m_jobs.keptBytes(std::move(done)); });
}

Task<Result<std::vector<contract::JobId>>> StrandStore::unknownOf(std::vector<contract::JobId> ids)
{
    return answerOf<std::vector<contract::JobId>>(
        [this, wanted = std::move(ids)](auto done) { m_jobs.unknownOf(wanted, std::move(done)); });
}

Task<Result<void>> StrandStore::setPaused(contract::Kind kind, bool paused)
{
    return answerOf<void>(
        [this, kind, paused](auto done) { m_jobs.setPaused(kind, paused, std::move(done)); });
}

Task<Result<void>> StrandStore::writeFile(
    contract::JobId id, std::shared_ptr<const std::string> bytes)
{
    return answerOf<void>([this, id, content = std::move(bytes)](
                              auto done) { m_files.write(id, content, std::move(done)); });
}

Task<Result<void>> StrandStore::removeFiles(std::vector<contract::JobId> ids)
{
    return answerOf<void>([this, unwanted = std::move(ids)](
                              auto done) { m_files.remove(unwanted, std::move(done)); });
}

Task<Result<std::vector<contract::JobId>>> StrandStore::listFiles()
{
    return answerOf<std::vector<contract::JobId>>(
        [this](auto done) { m_files.list(std::move(done)); });
}

} // namespace pult::service
