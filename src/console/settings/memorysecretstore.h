// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "console/settings/secretstore.h"

namespace pult::settings {

/// Forgets everything when the console ends: for users who want nothing kept. GUI thread.
class MemorySecretStore final : public SecretStore {
public:
    void read(const std::string &key, QObject *context, Reply<QByteArray> reply) override;
    void write(const std::string &key, const QByteArray &secret, QObject *context,
        Reply<void> reply) override;
    void remove(const std::string &key, QObject *context, Reply<void> reply) override;

private:
    std::map<std::string, QByteArray> m_secrets;
};

} // namespace pult::settings
