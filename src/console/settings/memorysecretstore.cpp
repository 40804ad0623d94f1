// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/settings/memorysecretstore.h"

#include "console/settings/replylater.h"

namespace pult::settings {

void MemorySecretStore::read(const std::string &key, QObject *context, Reply<QByteArray> reply)
{
    const auto found = m_secrets.find(key);
    if (found == m_secrets.end())
        replyLater<QByteArray>(context, std::move(reply),
            fail(ErrorCode::notFound, "No token is kept for this service"));
    else
        replyLater<QByteArray>(context, std::move(reply), found->second);
}

void MemorySecretStore::write(
    const std::string &key, const QByteArray &secret, QObject *context, Reply<void> reply)
{
    m_secrets[key] = secret;
    replyLater<void>(context, std::move(reply), {});
}

void MemorySecretStore::remove(const std::string &key, QObject *context, Reply<void> reply)
{
    m_secrets.erase(key);
    replyLater<void>(context, std::move(reply), {});
}

} // namespace pult::settings
