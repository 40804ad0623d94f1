// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include <QTimer>
#include <QWidget>

#include "contract/job.h"

namespace Ui {
class TestFormPanel;
}

namespace pult::pages {

class ParamForm;

/// The form that a test job is submitted from: kind, prompt, parameters, priority, how many, at
/// what pace; and what became of the submission. GUI thread.
class TestFormPanel final : public QWidget {
    Q_OBJECT
public:
    explicit TestFormPanel(QWidget *parent = nullptr);
    ~TestFormPanel() override;

    [[nodiscard]] contract::Kind kind() const;
    /// A new random seed with each call, if the user wants one.
    [[nodiscard]] contract::GenerateRequest request() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] double pace() const; ///< Jobs per second.
    void setRequest(contract::Kind kind, const contract::GenerateRequest &request);

    void setLive(bool isLive);
    /// Of a run under way.
    void showProgress(int accepted, int total, bool isRunning);
    /// At the fields it names, else below the form; a rate limit counts down to the next try.
    void showProblem(const Error &error);
    void clearProblem();

Q_SIGNALS:
    void submitted();
    void stopWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeKinds();
    void alignLabels();
    void followFile();
    [[nodiscard]] bool hasFile() const;
    void checkPrompt();
    void refreshButtons();
    void showFieldProblem(const FieldError &field);
    void countDown();
    [[nodiscard]] ParamForm &form() const;
    void retranslate();

    std::unique_ptr<Ui::TestFormPanel> m_ui;
    std::map<contract::Kind, ParamForm *> m_forms;
    QTimer m_countdown;
    std::chrono::steady_clock::time_point m_tryAgainAt;
    bool m_isLive = false;
    bool m_isRunning = false;
};

} // namespace pult::pages
