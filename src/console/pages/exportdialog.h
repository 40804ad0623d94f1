// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>
#include <QPointer>

#include "base/clock.h"
#include "console/live/service.h"
#include "console/widgets/statusmark.h"

namespace Ui {
class ExportDialog;
}

namespace pult::pages {

/// Writes the past of a service to a file: asks of which time and where to, shows how far it is,
/// and gives up on request. It goes with the service. Open it with open(). GUI thread.
class ExportDialog final : public QDialog {
    Q_OBJECT
public:
    /// The clock must outlive the dialog.
    ExportDialog(live::Service &service, const Clock &clock, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// While it writes, the export is given up instead.
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void offerRanges();
    void showKept(const std::optional<live::KeptSpan> &kept);
    /// The chosen range in the fields.
    void followRange();
    void chooseRangeBetween();
    void chooseFile();
    void write(const QString &file);
    void follow(const Result<live::ExportProgress> &progress);
    void showProgress(const live::ExportProgress &progress);
    void stop();
    void showRunning(bool isRunning);
    void say(widgets::Status status, const QString &text);
    [[nodiscard]] live::ExportQuery query(const QString &file) const;

    QPointer<live::Service> m_service;
    const Clock &m_clock;
    std::unique_ptr<Ui::ExportDialog> m_ui;
    std::optional<live::KeptSpan> m_kept;
    QString m_file; ///< Being written.
    SteadyTime m_begun;
    std::unique_ptr<QObject> m_run; ///< Context of the export under way.
};

} // namespace pult::pages
