// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QPointer>
#include <QWidget>

#include "console/live/service.h"

namespace Ui {
class TestResultPanel;
}

namespace pult::pages {

/// What a test job brought, and what to do with it: again, vary, copy as curl. GUI thread.
class TestResultPanel final : public QWidget {
    Q_OBJECT
public:
    explicit TestResultPanel(QWidget *parent = nullptr);
    ~TestResultPanel() override;

    void setService(live::Service *service);
    /// Empty: none is selected.
    void showJob(std::optional<contract::Job> job);
    void setLive(bool isLive);

Q_SIGNALS:
    /// Submit one more: with the same parameters, or with another seed.
    void againWanted(const pult::contract::Job &job);
    void varyWanted(const pult::contract::Job &job);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void copyAsCurl();

    std::unique_ptr<Ui::TestResultPanel> m_ui;
    QPointer<live::Service> m_service;
    std::optional<contract::Job> m_job;
    bool m_isLive = false;
};

} // namespace pult::pages
