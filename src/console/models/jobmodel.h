// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include <QAbstractTableModel>

#include "contract/job.h"

namespace pult::models {

/// Jobs in the order they became known, merged by id: a job that changes keeps its row, so that
/// selections and scroll positions live on. Above the capacity the rows known longest go. GUI
/// thread.
class JobModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { state, kind, prompt, wait, run, attempts, created, id, kColumnCount };
    enum Role {
        progressRole = Qt::UserRole, ///< double, 0..1.
        stateRole, ///< int, of contract::JobState.
    };
    static constexpr std::size_t kCapacity = 100'000;

    explicit JobModel(std::size_t capacity = kCapacity, QObject *parent = nullptr);

    /// Adds the jobs that are new and updates the others; in one insertion.
    void merge(std::vector<contract::Job> jobs);
    void clear();
    /// The moment up to which jobs that are not final have waited or run. Announces nothing: with
    /// many rows that would cost more than repainting the few that a view shows.
    void setNow(WallTime now) { m_now = now; }
    [[nodiscard]] WallTime now() const { return m_now; }

    [[nodiscard]] const contract::Job &jobAt(int row) const;
    [[nodiscard]] const contract::Job *find(contract::JobId id) const;
    [[nodiscard]] std::optional<int> rowOf(contract::JobId id) const;
    /// As shown: of a job under way, up to now. Empty: not begun.
    [[nodiscard]] std::optional<Seconds> waitOf(const contract::Job &job) const;
    [[nodiscard]] std::optional<Seconds> runOf(const contract::Job &job) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void merged(); ///< Once a merge, after the rows have changed.

private:
    void update(int row, contract::Job job);
    void append(std::vector<contract::Job> jobs);
    void dropOldest(std::size_t count);
    [[nodiscard]] QString textOf(const contract::Job &job, int column) const;
    [[nodiscard]] QString toolTipOf(const contract::Job &job, int column) const;

    std::size_t m_capacity;
    std::deque<contract::Job> m_jobs;
    std::int64_t m_firstNumber = 0; ///< Of the job in row 0; numbers grow by one a job.
    std::unordered_map<contract::JobId, std::int64_t> m_numbers;
    WallTime m_now;
};

} // namespace pult::models
