// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "console/settings/consolesettings.h"

namespace pult::settings {

/// The settings as one JSON file, replaced whole and atomically. GUI thread.
class SettingsFile {
public:
    explicit SettingsFile(QString path);

    /// settings.json in the desktop's folder for this application's settings.
    [[nodiscard]] static QString standardPath();

    /// A file that does not exist yet gives the defaults; so does each single setting that is
    /// absent. Errors: corrupt (the file is left as it is), io.
    [[nodiscard]] Result<ConsoleSettings> load() const;
    /// Makes the folder when it is missing. Errors: io.
    [[nodiscard]] Result<void> save(const ConsoleSettings &settings) const;

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace pult::settings
