// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/keptaddress.h"

#include "contract/encodetext.h"

namespace pult::shell {
namespace {

struct KeptSecret {
    std::string token;
    std::vector<std::string> headers; ///< Values, in the order of the entry's names.
};
BOOST_DESCRIBE_STRUCT(KeptSecret, (), (token, headers))

} // namespace

settings::ServiceEntry entryOf(const live::ServiceAddress &address)
{
    settings::ServiceEntry entry{address.id, address.name,
        address.url.toString(QUrl::RemoveUserInfo).toStdString(), address.kind,
        address.user.toStdString(), {}, address.pointers, address.interval};
    for (const auto &[name, value] : address.headers)
        entry.headers.push_back(name.toStdString());
    return entry;
}

QByteArray secretOf(const live::ServiceAddress &address)
{
    if (address.headers.empty())
        return address.token;
    KeptSecret secret{address.token.toStdString(), {}};
    for (const auto &[name, value] : address.headers)
        secret.headers.push_back(value.toStdString());
    return QByteArray::fromStdString(contract::encodeText(secret));
}

live::ServiceAddress addressOf(const settings::ServiceEntry &entry, const QByteArray &secret)
{
    live::ServiceAddress address{entry.id, entry.name, QUrl(QString::fromStdString(entry.url)),
        secret, entry.kind, QByteArray::fromStdString(entry.user), {}, entry.pointers,
        entry.interval};
    if (entry.headers.empty())
        return address;
    const auto kept = contract::decodeText<KeptSecret>(secret.toStdString()).value_or(KeptSecret{});
    address.token = QByteArray::fromStdString(kept.token);
    for (std::size_t i = 0; i < std::min(entry.headers.size(), kept.headers.size()); ++i)
        address.headers.emplace_back(QByteArray::fromStdString(entry.headers[i]),
            QByteArray::fromStdString(kept.headers[i]));
    return address;
}

} // namespace pult::shell
