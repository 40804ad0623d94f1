// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/curlcommand.h"

#include "contract/encodetext.h"

namespace pult::models {

namespace {

/// As one word of a POSIX shell.
QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''"))
        + QLatin1Char('\'');
}

QUrl submitUrl(QUrl url, contract::Kind kind)
{
    const QString base = url.path().endsWith(QLatin1Char('/')) ? url.path().chopped(1) : url.path();
    url.setPath(base + QStringLiteral("/api/generate/")
        + QString::fromStdString(std::string(contract::nameOf(kind))));
    return url;
}

} // namespace

contract::GenerateRequest requestOf(const contract::Job &job)
{
    contract::GenerateRequest request;
    request.prompt = job.prompt;
    request.params = job.params;
    request.priority = job.priority;
    return request;
}

QString curlCommand(const live::ServiceAddress &address, const contract::Job &job)
{
    const std::string body = contract::encodeText(requestOf(job));
    return QStringLiteral("curl -X POST %1 \\\n"
                          "  -H \"Authorization: Bearer $PULT_TOKEN\" \\\n"
                          "  -H 'Content-Type: application/json' \\\n"
                          "  -d %2")
        .arg(quoted(submitUrl(address.url, job.kind)
                        .toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded)),
            quoted(QString::fromStdString(body)));
}

} // namespace pult::models
