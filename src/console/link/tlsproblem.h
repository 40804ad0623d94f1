// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QList>
#include <QSslError>

namespace pult::link {

/// Why there is no secure connection, and what to do about it: an English sentence.
/// `errors`: what is wrong with the certificate; empty: the handshake itself failed, as `reason`
/// says in OpenSSL's words.
[[nodiscard]] std::string tlsProblem(
    const std::string &host, const QList<QSslError> &errors, const QString &reason);

} // namespace pult::link
