// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/settings/filesecretstore.h"

#include <QStandardPaths>

#include "console/settings/replylater.h"
#include "console/settings/wholefile.h"
#include "contract/codec.h"
#include "contract/encodetext.h"

namespace pult::settings {

namespace {

Result<QByteArray> secretIn(
    const std::map<std::string, std::string> &secrets, const std::string &key)
{
    const auto found = secrets.find(key);
    if (found == secrets.end())
        return fail(ErrorCode::notFound, "No token is kept for this service");
    return QByteArray::fromStdString(found->second);
}

} // namespace

FileSecretStore::FileSecretStore(QString path)
    : m_path(std::move(path))
{
}

QString FileSecretStore::standardPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/tokens.json");
}

void FileSecretStore::read(const std::string &key, QObject *context, Reply<QByteArray> reply)
{
    replyLater<QByteArray>(context, std::move(reply),
        load().and_then([&key](const Secrets &secrets) { return secretIn(secrets, key); }));
}

void FileSecretStore::write(
    const std::string &key, const QByteArray &secret, QObject *context, Reply<void> reply)
{
    replyLater<void>(context, std::move(reply), load().and_then([&](Secrets secrets) {
        secrets[key] = secret.toStdString();
        return save(secrets);
    }));
}

void FileSecretStore::remove(const std::string &key, QObject *context, Reply<void> reply)
{
    replyLater<void>(
        context, std::move(reply), load().and_then([&](Secrets secrets) -> Result<void> {
            if (secrets.erase(key) == 0)
                return {};
            return save(secrets);
        }));
}

Result<FileSecretStore::Secrets> FileSecretStore::load() const
{
    const auto text = readWholeFile(m_path);
    if (!text)
        return tl::unexpected(text.error());
    if (!*text)
        return Secrets{};
    auto secrets = contract::decodeText<Secrets>(**text);
    if (!secrets)
        return fail(ErrorCode::io, m_path.toStdString() + " does not hold tokens");
    return secrets;
}

Result<void> FileSecretStore::save(const Secrets &secrets) const
{
    return writeWholeFile(m_path, contract::encodeText(secrets));
}

} // namespace pult::settings
