// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "console/live/service.h"
#include "console/models/jobmodel.h"

namespace pult::models {

/// Keeps a JobModel up with a service: first the newest jobs, then what changes, in batches; older
/// ones when asked. GUI thread.
class JobFeed final : public QObject {
    Q_OBJECT
public:
    /// The model outlives the feed.
    explicit JobFeed(JobModel &jobs, QObject *parent = nullptr);

    /// Empties the model when the service is another one. Null: none.
    void setService(live::Service *service);
    /// What to look for from now on: loads the newest that match.
    void setQuery(const live::JobQuery &query);
    /// Stopped, it costs nothing; started again, it loads what it has missed.
    void start();
    void stop();
    /// Loads the next older page, if there is one and none is under way.
    void loadOlder();
    void reload();

    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    /// Whether one page at least has come.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void loaded();
    void failed(const pult::Error &error);

private:
    void load(const std::string &cursor);
    void take(const Result<contract::JobPage> &page);
    void collect(const contract::Job &job);
    void flush();

    JobModel &m_jobs;
    QPointer<live::Service> m_service;
    live::JobQuery m_query;
    std::optional<std::string> m_nextCursor;
    std::vector<contract::Job> m_changed;
    QTimer m_batch;
    int m_generation = 0; ///< Answers to older questions are ignored.
    bool m_isRunning = false;
    bool m_isLoading = false;
    bool m_isLoaded = false;
};

} // namespace pult::models
