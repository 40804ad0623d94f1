// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace pult::live {
class Service;
struct ServiceState;
} // namespace pult::live

namespace pult::pages {

class Banner;

/// What a page shows of a service: its content; or, as long as there is none, why. When the data
/// grow old it says so above the content. GUI thread.
class ServiceFrame final : public QWidget {
    Q_OBJECT
public:
    explicit ServiceFrame(QWidget *parent = nullptr);

    enum class Needs {
        answer, ///< Something that this run has heard of the service.
        past, ///< That, or samples of an earlier run.
    };
    /// Takes the content over.
    void setContent(QWidget *content, Needs needs = Needs::answer);
    void setService(live::Service *service);
    /// Whether what is shown is up to date, so that actions make sense.
    [[nodiscard]] bool isLive() const;

Q_SIGNALS:
    void liveChanged(bool isLive);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] bool hasContent(const live::ServiceState &state) const;
    [[nodiscard]] QString silenceTitle(const live::ServiceState &state) const;
    void showReason(const QString &title, const QString &detail);
    void sayStale();

    QPointer<live::Service> m_service;
    QWidget *m_placeholder;
    QLabel *m_title;
    QLabel *m_detail;
    QPushButton *m_retry;
    Banner *m_stale;
    QWidget *m_shown;
    QStackedLayout *m_stack;
    Needs m_needs = Needs::answer;
    bool m_wasLive = false;
};

} // namespace pult::pages
