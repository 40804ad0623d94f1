// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>

#include "console/settings/secretstore.h"

namespace pult::settings {

/// Hands the result over once the caller has returned, unless the context is gone by then.
template <class T>
void replyLater(QObject *context, SecretStore::Reply<T> reply, Result<T> result)
{
    QMetaObject::invokeMethod(
        context, [reply = std::move(reply), result = std::move(result)] { reply(result); },
        Qt::QueuedConnection);
}

} // namespace pult::settings
