// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QObject>

#include "console/live/servicelist.h"
#include "console/settings/consolesettings.h"
#include "console/settings/pinboard.h"
#include "console/settings/secretstore.h"
#include "console/settings/settingsfile.h"

namespace pult::shell {

/// Where tokens can be kept; a place that is missing keeps them until the console ends.
struct SecretPlaces {
    settings::SecretStore &keychain;
    settings::SecretStore &file;
    settings::SecretStore &session;

    [[nodiscard]] settings::SecretStore &at(settings::SecretPlace place) const;
};

/// What is remembered from one run of the console to the next, and the connected services that
/// belong to it. Saves itself at each change. GUI thread.
class Session final : public QObject {
    Q_OBJECT
public:
    /// Without a file nothing is loaded or saved. The others must outlive the session.
    Session(live::ServiceList &services, SecretPlaces secrets,
        std::optional<settings::SettingsFile> file, QObject *parent = nullptr);

    [[nodiscard]] const settings::ConsoleSettings &settings() const { return m_settings; }
    /// Why the settings could not be loaded: this run starts from the defaults and saves nothing.
    [[nodiscard]] const std::optional<Error> &loadProblem() const { return m_loadProblem; }
    void change(const std::function<void(settings::ConsoleSettings &)> &change);

    /// Connects the stored services, as their tokens arrive.
    void restore();
    /// Connects a new one (empty id) or changes one, and keeps it for the next run. Its id.
    std::string keep(live::ServiceAddress address, settings::SecretPlace place);
    /// Disconnects and forgets it, with its token and its past.
    void forget(const std::string &id);

    /// Kept with the settings.
    [[nodiscard]] settings::PinBoard &pins() { return m_pins; }
    [[nodiscard]] settings::SecretStore &keychain() const { return m_secrets.keychain; }

Q_SIGNALS:
    /// Settings or a token could not be loaded or kept; the console goes on.
    void failed(const pult::Error &reason);

private:
    void load();
    void save();
    void followHistoryLimits();
    void restoreOrder();
    void connectEntry(const settings::ServiceEntry &entry, const Result<QByteArray> &token);
    void noteFailure(const Result<void> &result);

    live::ServiceList &m_services;
    SecretPlaces m_secrets;
    std::optional<settings::SettingsFile> m_file;
    settings::ConsoleSettings m_settings;
    std::optional<Error> m_loadProblem;
    settings::PinBoard m_pins;
};

} // namespace pult::shell
