// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/about.h"

#include <QCoreApplication>
#include <QMessageBox>

#include "console/widgets/messagebox.h"

namespace pult::shell {
namespace {

struct About {
    Q_DECLARE_TR_FUNCTIONS(pult::shell::About)
};

} // namespace

void openAbout(QWidget *parent)
{
    auto *about = new QMessageBox(QMessageBox::NoIcon, About::tr("About Pult"),
        About::tr(
            "<h3>Pult %1</h3><p>A control desk for generation services.</p><p>Free software under "
            "the GNU General Public License, version 3 or later. Built on Qt %2.</p>")
            .arg(QStringLiteral(PULT_VERSION), QString::fromLatin1(qVersion())),
        QMessageBox::Close, parent);
    about->setObjectName(QStringLiteral("about"));
    widgets::openMessageBox(*about);
}

} // namespace pult::shell
