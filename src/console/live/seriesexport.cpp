// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/seriesexport.h"

namespace pult::live {

namespace {

/// What one export works with. Telemetry thread.
class ExportWork {
public:
    ExportWork(std::shared_ptr<History> history, ExportQuery query)
        : m_history(std::move(history))
        , m_query(std::move(query))
    {
    }

    [[nodiscard]] Result<ExportProgress> step()
    {
        auto progress = begin().and_then([this] { return m_history->writeOn(*m_writer); });
        if (!progress || progress->isDone)
            giveUp();
        return progress;
    }
    /// What it has written of a file that is not whole is gone.
    void giveUp() { m_writer.reset(); }

private:
    [[nodiscard]] Result<void> begin()
    {
        if (m_writer && m_opening == m_history->openings())
            return {};
        if (m_writer)
            return fail(ErrorCode::unavailable, "Another console's history was taken over");
        m_opening = m_history->openings();
        auto begun = m_history->beginExport(m_query);
        if (!begun)
            return tl::unexpected(begun.error());
        m_writer = std::move(*begun);
        return {};
    }

    std::shared_ptr<History> m_history;
    ExportQuery m_query;
    std::size_t m_opening = 0;
    std::unique_ptr<telemetry::HistoryExport> m_writer;
};

/// A piece at a time, so that scrapes and charts are served in between.
void goOn(Background &background, const std::shared_ptr<ExportWork> &work, QObject *context,
    const Reply<ExportProgress> &reply)
{
    background.run(
        context, [work] { return work->step(); },
        [&background, work, context = QPointer<QObject>(context), reply](
            const Result<ExportProgress> &progress) {
            reply(progress);
            if (context && progress && !progress->isDone)
                goOn(background, work, context, reply);
        });
}

} // namespace

void runExport(Background &background, const std::shared_ptr<History> &history,
    const ExportQuery &query, QObject *context, Reply<ExportProgress> reply)
{
    const auto work = std::make_shared<ExportWork>(history, query);
    QObject::connect(context, &QObject::destroyed, context,
        [&background, work] { background.post([work] { work->giveUp(); }); });
    goOn(background, work, context, reply);
}

} // namespace pult::live
