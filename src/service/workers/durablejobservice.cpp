// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/durablejobservice.h"

#include "service/workers/engine.h"

namespace pult::service {

using contract::JobId;
using contract::Kind;

DurableJobService::DurableJobService(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

DurableJobService::~DurableJobService() = default;

Result<std::unique_ptr<DurableJobService>> DurableJobService::open(
    JobServiceParts parts, const Settings &settings)
{
    auto engine = std::make_unique<Engine>(std::move(parts), settings);
    if (auto loaded = engine->load(); !loaded)
        return tl::unexpected(std::move(loaded.error()));
    engine->start();
    return std::unique_ptr<DurableJobService>(new DurableJobService(std::move(engine)));
}

void DurableJobService::apply(const Settings &settings)
{
    m_engine->apply(settings);
}

AppliedJobSettings DurableJobService::applied() const
{
    return m_engine->applied();
}

void DurableJobService::providersChanged()
{
    m_engine->providersChanged();
}

void DurableJobService::refreshMetrics() const
{
    m_engine->refreshMetrics();
}

Task<Result<AcceptedJob>> DurableJobService::submit(NewJob job)
{
    return awaitCallback<Result<AcceptedJob>>([this, wanted = std::move(job)](auto done) mutable {
        m_engine->submissions().submit(std::move(wanted), std::move(done));
    });
}

Task<Result<contract::Job>> DurableJobService::find(JobId id)
{
    return m_engine->call(m_engine->reader().find(id));
}

Task<Result<contract::Job>> DurableJobService::wait(JobId id, Deadline deadline)
{
    return m_engine->call(m_engine->reader().wait(id, deadline));
}

Task<Result<std::string>> DurableJobService::clientOf(JobId id)
{
    return m_engine->call(m_engine->reader().clientOf(id));
}

Task<Result<contract::JobPage>> DurableJobService::list(JobFilter filter)
{
    return m_engine->call(m_engine->reader().list(std::move(filter)));
}

Task<Result<JobOutput>> DurableJobService::result(JobId id)
{
    return m_engine->call(m_engine->reader().result(id));
}

Task<Result<contract::Job>> DurableJobService::cancel(JobId id)
{
    return m_engine->call(m_engine->control().cancel(id));
}

Task<Result<contract::Job>> DurableJobService::retry(JobId id)
{
    return m_engine->call(m_engine->control().retry(id));
}

Task<Result<contract::KindQueue>> DurableJobService::pause(Kind kind)
{
    return m_engine->call(m_engine->control().setPaused(kind, true));
}

Task<Result<contract::KindQueue>> DurableJobService::resume(Kind kind)
{
    return m_engine->call(m_engine->control().setPaused(kind, false));
}

Task<Result<contract::PurgeReport>> DurableJobService::purge(Kind kind, std::int64_t expected)
{
    return m_engine->call(m_engine->control().purge(kind, expected));
}

contract::QueueReport DurableJobService::queue() const
{
    return m_engine->queue();
}

void DurableJobService::drain()
{
    m_engine->drain();
}

Task<> DurableJobService::drained(Deadline deadline)
{
    return m_engine->drained(deadline);
}

} // namespace pult::service
