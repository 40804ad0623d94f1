// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/settings/keychainsecretstore.h"

#include <QObject>
#include <qt6keychain/keychain.h>

namespace pult::settings {

namespace {

QString serviceName()
{
    return QStringLiteral("Pult");
}

/// Without a secret service the library reports no more than "other" or "unknown error".
Result<void> outcomeOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return fail(ErrorCode::notFound, "No token is kept for this service");
    case QKeychain::CouldNotDeleteEntry:
        return fail(ErrorCode::io, "Keychain: " + job.errorString().toStdString());
    default:
        return fail(ErrorCode::unavailable,
            "No secret service answers (GNOME Keyring or KWallet): "
                + job.errorString().toStdString());
    }
}

/// The job deletes itself when done.
template <class Job, class Finish>
void start(Job *job, const std::string &key, QObject *context, Finish finish)
{
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(key));
    QObject::connect(job, &QKeychain::Job::finished, context,
        [job, finish = std::move(finish)] { finish(*job, outcomeOf(*job)); });
    job->start();
}

} // namespace

void KeychainSecretStore::read(const std::string &key, QObject *context, Reply<QByteArray> reply)
{
    start(new QKeychain::ReadPasswordJob(serviceName()), key, context,
        [reply = std::move(reply)](const auto &job, const Result<void> &outcome) {
            reply(outcome.map([&job] { return job.binaryData(); }));
        });
}

void KeychainSecretStore::write(
    const std::string &key, const QByteArray &secret, QObject *context, Reply<void> reply)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setBinaryData(secret);
    start(job, key, context,
        [reply = std::move(reply)](const auto &, const Result<void> &outcome) { reply(outcome); });
}

void KeychainSecretStore::remove(const std::string &key, QObject *context, Reply<void> reply)
{
    start(new QKeychain::DeletePasswordJob(serviceName()), key, context,
        [reply = std::move(reply)](const auto &, const Result<void> &outcome) {
            const bool wasAbsent = !outcome && outcome.error().code == ErrorCode::notFound;
            reply(wasAbsent ? Result<void>() : outcome);
        });
}

} // namespace pult::settings
