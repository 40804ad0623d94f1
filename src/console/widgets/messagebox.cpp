// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/messagebox.h"

#include <QAbstractButton>
#include <QMessageBox>

namespace pult::widgets {

void openMessageBox(QMessageBox &box)
{
    box.setAttribute(Qt::WA_DeleteOnClose);
    for (QAbstractButton *button : box.buttons()) {
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
        button->setIcon({});
        if (button->objectName().isEmpty())
            button->setObjectName(QStringLiteral("dismiss"));
    }
    if (box.button(QMessageBox::Cancel))
        box.setDefaultButton(QMessageBox::Cancel);
    box.open();
}

} // namespace pult::widgets
