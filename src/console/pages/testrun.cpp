// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/testrun.h"

#include <chrono>
#include <cmath>

namespace pult::pages {

namespace {

/// A service that is slow to answer must not be buried in requests.
constexpr int kMaxInFlight = 16;

std::chrono::milliseconds intervalOf(double pace)
{
    return std::chrono::milliseconds(std::max(1L, std::lround(1000 / pace)));
}

} // namespace

TestRun::TestRun(QObject *parent)
    : QObject(parent)
{
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_pace, &QTimer::timeout, this, &TestRun::sendNext);
}

void TestRun::start(
    live::Service &service, contract::Kind kind, int count, double pace, MakeRequest makeRequest)
{
    ++m_run;
    m_service = &service;
    m_kind = kind;
    m_makeRequest = std::move(makeRequest);
    m_total = count;
    m_left = count;
    m_inFlight = 0;
    m_accepted = 0;
    m_pace.start(intervalOf(pace));
    sendNext();
}

void TestRun::stop()
{
    m_left = 0;
    m_pace.stop();
    Q_EMIT progressed();
}

void TestRun::sendNext()
{
    if (m_inFlight >= kMaxInFlight)
        return;
    if (m_left == 0 || !m_service)
        return stop();
    --m_left;
    ++m_inFlight;
    const contract::GenerateRequest request = m_makeRequest();
    m_service->submit(m_kind, request, this,
        [this, run = m_run, tgs = request.params.tgs](Result<contract::Job> job) {
            if (job)
                job->params.tgs = tgs;
            if (run == m_run)
                take(job);
            else if (job)
                Q_EMIT accepted(*job);
        });
    Q_EMIT progressed();
}

void TestRun::take(const Result<contract::Job> &job)
{
    --m_inFlight;
    if (job) {
        ++m_accepted;
        Q_EMIT accepted(*job);
    } else {
        stop();
        Q_EMIT refused(job.error());
    }
    Q_EMIT progressed();
}

} // namespace pult::pages
