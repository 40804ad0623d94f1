// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/jobreader.h"

#include "service/workers/storefailure.h"

namespace pult::service {

namespace {

Result<JobQuery> queryFor(const JobFilter &filter)
{
    // One more than asked for tells whether there is another page.
    JobQuery query{filter.state, filter.kind, filter.text, filter.since, {}, filter.limit + 1};
    if (filter.cursor.empty())
        return query;
    const auto before = contract::JobId::parse(filter.cursor);
    if (!before)
        return fail({{"/cursor", "Is not a cursor of this list"}});
    query.before = *before;
    return query;
}

} // namespace

JobReader::JobReader(JobCore &core, const Runner &runner)
    : m_core(core)
    , m_runner(runner)
{
}

Task<Result<contract::Job>> JobReader::find(contract::JobId id)
{
    if (auto running = m_runner.runningJob(id))
        co_return std::move(*running);
    auto stored = co_await m_core.store.find(id);
    if (!stored)
        co_return tl::unexpected(storeFailure(std::move(stored.error())));
    co_return viewOf(*stored);
}

Task<Result<contract::Job>> JobReader::wait(contract::JobId id, Deadline deadline)
{
    const Clock &clock = m_core.parts.clock;
    StrandSignal ended(m_core.strand);
    const Waiters::Place place = m_core.waiters.add(id, ended);
    auto job = co_await find(id);
    while (job && !contract::isFinal(job->state) && !m_core.waiters.isClosed()
        && !deadline.isReached(clock)) {
        co_await ended.wait(clock, deadline);
        job = co_await find(id);
    }
    m_core.waiters.remove(place);
    co_return job;
}

Task<Result<std::string>> JobReader::clientOf(contract::JobId id)
{
    auto stored = co_await m_core.store.find(id);
    if (!stored)
        co_return tl::unexpected(storeFailure(std::move(stored.error())));
    co_return std::move(stored->client);
}

Task<Result<contract::JobPage>> JobReader::list(JobFilter filter)
{
    auto query = queryFor(filter);
    if (!query)
        co_return tl::unexpected(std::move(query.error()));
    auto found = co_await m_core.store.list(std::move(*query));
    if (!found)
        co_return tl::unexpected(storeFailure(std::move(found.error())));
    contract::JobPage page;
    for (const StoredJob &stored : *found) {
        if (page.jobs.size() == filter.limit) {
            page.next_cursor = toString(page.jobs.back().id);
            break;
        }
        page.jobs.push_back(viewOf(stored));
    }
    co_return page;
}

Task<Result<JobOutput>> JobReader::result(contract::JobId id)
{
    auto job = co_await find(id);
    if (!job)
        co_return tl::unexpected(std::move(job.error()));
    if (job->state != contract::JobState::succeeded || !job->result)
        co_return fail(ErrorCode::conflict,
            "The job has no result: it is " + std::string(contract::nameOf(job->state)));
    auto output = co_await m_core.store.output(id);
    if (!output)
        co_return tl::unexpected(storeFailure(std::move(output.error())));
    if (*output)
        co_return JobOutput{*job->result, std::move(**output)};
    co_return JobOutput{*job->result, m_core.parts.results.pathOf(id)};
}

contract::Job JobReader::viewOf(const StoredJob &stored) const
{
    if (auto running = m_runner.runningJob(stored.job.id))
        return *running;
    return m_core.viewOf(stored);
}

} // namespace pult::service
