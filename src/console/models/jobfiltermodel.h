// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QSortFilterProxyModel>

#include "console/models/jobmodel.h"

namespace pult::models {

/// The jobs that the user looks for, newest first unless another column is clicked. GUI thread.
class JobFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit JobFilterModel(JobModel &jobs, QObject *parent = nullptr);

    /// Empty: any.
    void setState(std::optional<contract::JobState> state);
    void setKind(std::optional<contract::Kind> kind);
    /// In the prompt or the id, any case.
    void setText(const QString &text);

    [[nodiscard]] std::optional<contract::JobState> state() const { return m_state; }
    [[nodiscard]] std::optional<contract::Kind> kind() const { return m_kind; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isFiltering() const;
    /// Of a row of this proxy.
    [[nodiscard]] const contract::Job &jobAt(const QModelIndex &index) const;
    /// Invalid: the job is not known, or filtered out.
    [[nodiscard]] QModelIndex indexOf(contract::JobId id) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    JobModel &m_jobs;
    std::optional<contract::JobState> m_state;
    std::optional<contract::Kind> m_kind;
    QString m_text;
};

/// The newest jobs, at most so many, that hold the text in the prompt or the id, in any case;
/// newest first. Valid until the model changes.
[[nodiscard]] std::vector<const contract::Job *> findJobs(
    const JobModel &jobs, const QString &text, std::size_t most);

} // namespace pult::models
