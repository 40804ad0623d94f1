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

ErrorCode codeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return ErrorCode::notFound;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return ErrorCode::unavailable;
    default:
        return ErrorCode::io;
    }
}

Result<void> outcomeOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    return fail(codeOf(job.error()), "Keychain: " + job.errorString().toStdString());
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
