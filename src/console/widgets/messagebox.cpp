// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/messagebox.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QPushButton>

#include "console/widgets/style.h"

namespace pult::widgets {

void ask(QWidget &parent, const Question &question, std::function<void()> confirmed)
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, question.title, question.text, QMessageBox::Cancel, &parent);
    box->setObjectName(question.name);
    box->setInformativeText(question.detail);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *confirm = box->addButton(question.confirm, QMessageBox::DestructiveRole);
    confirm->setObjectName(QStringLiteral("confirm"));
    setRole(*confirm, "danger");
    QObject::connect(confirm, &QPushButton::clicked, &parent, std::move(confirmed));
    openMessageBox(*box);
}

void openMessageBox(QMessageBox &box)
{
    box.setAttribute(Qt::WA_DeleteOnClose);
    for (QAbstractButton *button : box.buttons()) {
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
        button->setIcon({});
        if (button->objectName().isEmpty())
            button->setObjectName(QStringLiteral("dismiss"));
    }
    box.open();
}

} // namespace pult::widgets
