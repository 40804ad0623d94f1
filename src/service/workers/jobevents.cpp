// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/jobevents.h"

#include "contract/encodetext.h"

namespace pult::service {

namespace {

constexpr std::chrono::milliseconds kQueueInterval{200};

} // namespace

JobEvents::JobEvents(EventSink sink, const Strand &strand, const Guarded<Board> &board)
    : m_sink(std::move(sink))
    , m_board(board)
    , m_timer(strand)
{
}

std::string JobEvents::job(const contract::Job &job)
{
    std::string json = contract::encodeText(job);
    m_sink.job(job, json);
    return json;
}

void JobEvents::queueChanged(contract::Kind kind)
{
    const bool isFirst = m_changed.empty();
    m_changed.insert(kind);
    if (isFirst)
        m_timer.schedule(kQueueInterval, [this] { publishQueues(); });
}

void JobEvents::publishQueues()
{
    for (const contract::Kind kind : std::exchange(m_changed, {}))
        m_sink.queue(m_board.with([kind](const Board &board) { return board.report(kind); }));
}

} // namespace pult::service
