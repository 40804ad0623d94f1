// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/settings/wholefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace pult::settings {

namespace {

tl::unexpected<Error> failOn(const QFileDevice &file)
{
    return fail(
        ErrorCode::io, file.fileName().toStdString() + ": " + file.errorString().toStdString());
}

} // namespace

Result<std::optional<std::string>> readWholeFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return failOn(file);
    const QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failOn(file);
    return content.toStdString();
}

Result<void> writeWholeFile(const QString &path, std::string_view content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failOn(file);
    file.write(content.data(), static_cast<qint64>(content.size()));
    if (!file.commit())
        return failOn(file);
    return {};
}

} // namespace pult::settings
