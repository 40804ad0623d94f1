// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/jobrows.h"

namespace pult::service {

namespace {

/// Reads the columns of a row from left to right.
class Row {
public:
    explicit Row(const SqliteQuery &row)
        : m_row(row)
    {
    }

    void read(contract::JobId &value) { value = contract::JobId(m_row.uuid(m_column++)); }
    void read(std::int64_t &value) { value = m_row.integer(m_column++); }
    void read(Seconds &value) { value = Seconds(m_row.real(m_column++)); }
    void read(std::string &value) { value = m_row.text(m_column++); }
    void read(WallTime &value) { value = m_row.time(m_column++); }
    void read(std::optional<WallTime> &value) { value = m_row.optionalTime(m_column++); }
    void read(std::optional<Seconds> &value)
    {
        if (!m_row.isNull(m_column))
            value = Seconds(m_row.real(m_column));
        ++m_column;
    }

    void read(std::optional<std::string> &value)
    {
        if (!m_row.isNull(m_column))
            value = m_row.text(m_column);
        ++m_column;
    }

    template <class T>
    void readEnum(T &value, T last)
    {
        const std::int64_t stored = m_row.integer(m_column++);
        m_isSound = m_isSound && stored >= 0 && stored <= static_cast<std::int64_t>(last);
        value = static_cast<T>(stored);
    }
    template <class T>
    void readJson(T &value)
    {
        auto decoded = contract::decodeText<T>(m_row.text(m_column++));
        m_isSound = m_isSound && decoded.has_value();
        if (decoded)
            value = std::move(*decoded);
    }
    template <class T>
    void readJson(std::optional<T> &value)
    {
        if (m_row.isNull(m_column))
            ++m_column;
        else
            readJson(value.emplace());
    }

    [[nodiscard]] bool isSound() const { return m_isSound; }

private:
    const SqliteQuery &m_row;
    int m_column = 0;
    bool m_isSound = true;
};

} // namespace

Result<contract::Kind> kindOf(std::int64_t number)
{
    if (number < 0 || number >= std::ssize(contract::kAllKinds))
        return fail(ErrorCode::corrupt, "A kind of job is damaged on disk");
    return static_cast<contract::Kind>(number);
}

Result<StoredJob> readJob(const SqliteQuery &row)
{
    StoredJob stored;
    contract::Job &job = stored.job;
    Row columns(row);
    columns.read(job.id);
    columns.readEnum(job.kind, contract::Kind::sticker);
    columns.readEnum(job.state, contract::JobState::timed_out);
    columns.read(job.priority);
    columns.read(stored.client);
    columns.read(job.prompt);
    columns.readJson(job.params);
    columns.read(job.timeout_s);
    columns.read(job.created_at);
    columns.read(stored.queuedAt);
    columns.read(job.attempts);
    columns.read(job.started_at);
    columns.read(job.finished_at);
    columns.read(job.run_s);
    columns.readJson(job.error);
    columns.readJson(job.result);
    columns.read(stored.tgs);
    if (!columns.isSound())
        return fail(ErrorCode::corrupt, "The job " + toString(job.id) + " is damaged on disk");
    if (job.started_at)
        job.wait_s = secondsBetween(job.created_at, *job.started_at);
    job.progress = job.state == contract::JobState::succeeded ? 1 : 0;
    return stored;
}

} // namespace pult::service
