// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/settings/secretstore.h"

namespace pult::settings {

/// The desktop's keychain (Secret Service or KWallet), by QtKeychain. Never falls back to plain
/// text by itself: without a secret service every call fails with unavailable. GUI thread.
class KeychainSecretStore final : public SecretStore {
public:
    void read(const std::string &key, QObject *context, Reply<QByteArray> reply) override;
    void write(const std::string &key, const QByteArray &secret, QObject *context,
        Reply<void> reply) override;
    void remove(const std::string &key, QObject *context, Reply<void> reply) override;
};

} // namespace pult::settings
