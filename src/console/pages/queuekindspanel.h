// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include "console/live/service.h"
#include "console/models/queuemodel.h"

class QLabel;
class QPushButton;
class QTableView;

namespace pult::pages {

/// The queue of each kind with its figures, and what can be done to it: pause, resume, purge. What
/// became of an action stands below the table. GUI thread.
class QueueKindsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit QueueKindsPanel(QWidget *parent = nullptr);

    void setService(live::Service *service);
    /// Takes the service's newest figures over.
    void refresh();
    /// While the service does not answer the figures are grey, and there is nothing to do.
    void setLive(bool isLive);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Buttons {
        QPushButton *pause = nullptr;
        QPushButton *purge = nullptr;
    };

    void makeButtons();
    Buttons makeButtons(int row);
    void refreshButtons();
    void fitHeight();
    void fitActions();
    void togglePause(contract::Kind kind);
    void confirmPurge(contract::Kind kind);
    void purge(contract::Kind kind, std::int64_t expected);
    void say(const QString &text);
    void sayProblem(const Error &error);

    QPointer<live::Service> m_service;
    models::QueueModel m_queues;
    QTableView *m_table;
    QLabel *m_outcome;
    std::vector<Buttons> m_buttons; ///< One entry a row of the model.
    bool m_isLive = true;
};

} // namespace pult::pages
