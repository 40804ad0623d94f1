// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/job.h"

class QLabel;

namespace pult::pages {

/// When a job was created, started and ended, and how its time fell to waiting and running: as
/// text, and as a bar in proportion. GUI thread.
class JobTimeline final : public QWidget {
    Q_OBJECT
public:
    explicit JobTimeline(QWidget *parent = nullptr);

    /// Wait and run are those so far, of a job under way.
    void setTimes(const contract::Job &job, std::optional<Seconds> wait, std::optional<Seconds> run,
        WallTime now);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    double m_waitShare = 0; ///< 0..1 of the bar.
    bool m_hasBar = false;
};

} // namespace pult::pages
