// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/tlsproblem.h"

namespace pult::link {

namespace {

/// Empty: nothing better is known than what OpenSSL says.
std::string certificateProblem(const std::string &host, QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return "No authority that this computer trusts has signed the certificate of " + host
            + ". Add the one that signed it to this computer's trusted certificates, or give the "
              "service a certificate of a public authority.";
    case QSslError::CertificateExpired:
        return "The certificate of " + host
            + " has expired. It must be renewed on the service's side.";
    case QSslError::CertificateNotYetValid:
        return "The certificate of " + host
            + " is not valid yet. Compare the clocks of this computer and the service.";
    case QSslError::HostNameMismatch:
        return "The certificate at " + host
            + " belongs to another name. Connect by the name that stands in it, or give the "
              "service a certificate for this one.";
    default:
        return {};
    }
}

} // namespace

std::string tlsProblem(
    const std::string &host, const QList<QSslError> &errors, const QString &reason)
{
    for (const QSslError &error : errors) {
        if (std::string problem = certificateProblem(host, error.error()); !problem.empty())
            return problem;
    }
    // A server that answers in plain text looks to OpenSSL like one of a strange version.
    if (errors.isEmpty() && reason.contains(QLatin1String("wrong version number")))
        return host + " does not speak https: connect by http, or put TLS in front of it";
    return "No secure connection to " + host + ": " + reason.toStdString();
}

} // namespace pult::link
