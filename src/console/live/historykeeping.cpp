// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/historykeeping.h"

#include <QCryptographicHash>

namespace pult::live {

std::filesystem::path historyFolderOf(const HistoryKeeping &keeping, const std::string &serviceId)
{
    if (keeping.folder.empty())
        return {};
    // An id may be any text, an address too: its hash is always a file's name.
    const QByteArray name =
        QCryptographicHash::hash(QByteArray::fromStdString(serviceId), QCryptographicHash::Sha1);
    return keeping.folder / name.toHex().toStdString();
}

} // namespace pult::live
