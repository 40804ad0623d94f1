// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "console/live/servicelist.h"
#include "console/settings/consolesettings.h"
#include "console/widgets/statusmark.h"

namespace Ui {
class ConnectDialog;
}

namespace pult::settings {
class SecretStore;
}

namespace pult::pages {

/// Asks what is at which address and how to get in; tries that on request and says what was found.
/// Open it with open(): accepted() means that address() can be connected. GUI thread.
class ConnectDialog final : public QDialog {
    Q_OBJECT
public:
    /// Both must outlive the dialog. The keychain is only asked whether it is there.
    ConnectDialog(
        live::ServiceList &services, settings::SecretStore &keychain, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// Edits this service instead of adding one.
    void setAddress(const live::ServiceAddress &address);
    /// With the id it was given; empty for a new one.
    [[nodiscard]] live::ServiceAddress address() const;
    [[nodiscard]] settings::SecretPlace secretPlace() const;
    void setSecretPlace(settings::SecretPlace place);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Authentication { none, basic, bearer };

    void test();
    void save();
    void validate();
    void showFinding(widgets::Status status, const QString &text);
    void showHealth(const contract::Health &health);
    void showPage(const live::PageFinding &found);
    void showProblem(const Error &problem);
    void offerKinds();
    void offerAuthentications();
    /// Hides what the chosen kind has no use for.
    void followKind();
    void fit();
    /// User and password in front of the host become fields.
    void takeCredentials();
    void testService();
    void testPage();
    [[nodiscard]] live::TargetKind kind() const;
    [[nodiscard]] Authentication authentication() const;
    void offerPlaces(bool hasKeychain);
    void retranslatePlaces();
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString urlProblem() const;
    /// Why it cannot be connected as it is; empty: it can.
    [[nodiscard]] QString problem() const;

    live::ServiceList &m_services;
    std::unique_ptr<Ui::ConnectDialog> m_ui;
    std::unique_ptr<QObject> m_probe; ///< Context of the newest test.
    std::string m_id;
};

} // namespace pult::pages
