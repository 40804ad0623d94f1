// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include <QByteArray>

#include "base/error.h"

class QObject;

namespace pult::settings {

/// Where tokens are kept, by a service's id. Every call answers later by its reply, on the GUI
/// thread, and only while the context lives. GUI thread.
class SecretStore {
public:
    template <class T>
    using Reply = std::function<void(Result<T>)>;

    virtual ~SecretStore() = default;

    /// Errors: notFound, unavailable (there is no secret service to ask), io.
    virtual void read(const std::string &key, QObject *context, Reply<QByteArray> reply) = 0;
    /// Errors: unavailable, io.
    virtual void write(
        const std::string &key, const QByteArray &secret, QObject *context, Reply<void> reply) = 0;
    /// What is not there counts as removed. Errors: unavailable, io.
    virtual void remove(const std::string &key, QObject *context, Reply<void> reply) = 0;
};

} // namespace pult::settings
