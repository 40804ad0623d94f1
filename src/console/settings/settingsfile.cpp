// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/settings/settingsfile.h"

#include <QStandardPaths>

#include "console/settings/wholefile.h"
#include "contract/encodetext.h"

namespace pult::settings {

SettingsFile::SettingsFile(QString path)
    : m_path(std::move(path))
{
}

QString SettingsFile::standardPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + QStringLiteral("/settings.json");
}

Result<ConsoleSettings> SettingsFile::load() const
{
    const auto text = readWholeFile(m_path);
    if (!text)
        return tl::unexpected(text.error());
    if (!*text)
        return ConsoleSettings{};
    auto settings = contract::decodeText<ConsoleSettings>(**text);
    if (!settings)
        return fail(ErrorCode::corrupt, m_path.toStdString() + ": " + settings.error().detail);
    return settings;
}

Result<void> SettingsFile::save(const ConsoleSettings &settings) const
{
    return writeWholeFile(m_path, contract::encodeText(settings));
}

} // namespace pult::settings
