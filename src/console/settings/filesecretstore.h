// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QString>

#include "console/settings/secretstore.h"

namespace pult::settings {

/// Plain text in a file that its owner alone may read (mode 0600): for desktops without a secret
/// service, when the user agrees. GUI thread; the file is small.
class FileSecretStore final : public SecretStore {
public:
    explicit FileSecretStore(QString path);

    /// tokens.json in the desktop's folder for this application's data.
    [[nodiscard]] static QString standardPath();

    void read(const std::string &key, QObject *context, Reply<QByteArray> reply) override;
    void write(const std::string &key, const QByteArray &secret, QObject *context,
        Reply<void> reply) override;
    void remove(const std::string &key, QObject *context, Reply<void> reply) override;

private:
    using Secrets = std::map<std::string, std::string>;
    [[nodiscard]] Result<Secrets> load() const;
    [[nodiscard]] Result<void> save(const Secrets &secrets) const;

    QString m_path;
};

} // namespace pult::settings
