// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "console/live/service.h"
#include "console/models/jobfiltermodel.h"
#include "console/pages/page.h"
#include "console/pages/sentfiles.h"
#include "console/pages/testrun.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace pult::pages {

class ServiceFrame;
class TestFormPanel;
class TestResultPanel;

/// Submits test jobs and shows what comes back. The list holds those of this session.
class TestJobsPage final : public Page {
    Q_OBJECT
public:
    explicit TestJobsPage(QWidget *parent = nullptr);

    void setService(live::Service *service) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeList();
    void connectPanels();
    void submit();
    void submitLike(contract::Kind kind, const contract::GenerateRequest &request);
    void vary(const contract::Job &job);
    void add(contract::Job job);
    void update(const contract::Job &job);
    void askAgain();
    void showSelected();
    void refreshTimes();
    void retranslate();

    QPointer<live::Service> m_service;
    models::JobModel m_jobs;
    models::JobFilterModel m_newestFirst;
    SentFiles m_files;
    TestRun m_run;
    ServiceFrame *m_frame;
    TestFormPanel *m_form;
    QTableView *m_table;
    QLabel *m_empty;
    QStackedWidget *m_list;
    TestResultPanel *m_result;
};

} // namespace pult::pages
