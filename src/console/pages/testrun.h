// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "console/live/service.h"

namespace pult::pages {

/// Submits a number of jobs at an even pace, and stops at the first refusal: nothing is ever
/// submitted twice. GUI thread.
class TestRun final : public QObject {
    Q_OBJECT
public:
    /// Makes the request of each job, so that each can have a seed of its own.
    using MakeRequest = std::function<contract::GenerateRequest()>;

    explicit TestRun(QObject *parent = nullptr);

    /// Replaces a run under way. Pace: jobs per second, above 0.
    void start(live::Service &service, contract::Kind kind, int count, double pace,
        MakeRequest makeRequest);
    /// What has been sent already still arrives.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_left > 0 || m_inFlight > 0; }
    [[nodiscard]] int left() const { return m_left; } ///< Not sent yet.
    [[nodiscard]] int acceptedCount() const { return m_accepted; }
    [[nodiscard]] int total() const { return m_total; }

Q_SIGNALS:
    /// With the sticker file that was sent, which the service leaves out of its answer.
    void accepted(const pult::contract::Job &job);
    void refused(const pult::Error &error);
    void progressed(); ///< One of the numbers changed.

private:
    void sendNext();
    void take(const Result<contract::Job> &job);

    QPointer<live::Service> m_service;
    contract::Kind m_kind = contract::Kind::text;
    MakeRequest m_makeRequest;
    QTimer m_pace;
    int m_run = 0; ///< Answers to older runs count for nothing but their job.
    int m_total = 0;
    int m_left = 0;
    int m_inFlight = 0;
    int m_accepted = 0;
};

} // namespace pult::pages
