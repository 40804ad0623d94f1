// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/keptstate.h"

#include <QComboBox>
#include <QMetaProperty>
#include <QSplitter>

namespace pult::shell {
namespace {

/// "tuning/tuningSplitter"; a widget without a name adds nothing.
std::string keyOf(const QWidget &widget, const QWidget &window)
{
    QString key;
    for (const QWidget *each = &widget; each && each != &window; each = each->parentWidget()) {
        if (!each->objectName().isEmpty())
            key.prepend(QLatin1Char('/') + each->objectName());
    }
    return key.mid(1).toStdString();
}

/// Of a combo box the row, as its texts change with the language; else what the user edits.
const char *contentProperty(const QWidget &field)
{
    return qobject_cast<const QComboBox *>(&field) ? "currentIndex"
                                                   : field.metaObject()->userProperty().name();
}

QList<QWidget *> keptFields(const QWidget &window)
{
    QList<QWidget *> fields = window.findChildren<QWidget *>();
    fields.removeIf([](const QWidget *field) { return !field->property("kept").toBool(); });
    return fields;
}

} // namespace

KeptState keptStateOf(const QWidget &window)
{
    KeptState state;
    for (const QSplitter *splitter : window.findChildren<QSplitter *>())
        state[keyOf(*splitter, window)] = splitter->saveState().toBase64().toStdString();
    for (const QWidget *field : keptFields(window))
        state[keyOf(*field, window)] =
            field->property(contentProperty(*field)).toString().toStdString();
    return state;
}

void restoreKeptState(QWidget &window, const KeptState &state)
{
    for (QSplitter *splitter : window.findChildren<QSplitter *>()) {
        if (const auto found = state.find(keyOf(*splitter, window)); found != state.end())
            splitter->restoreState(
                QByteArray::fromBase64(QByteArray::fromStdString(found->second)));
    }
    for (QWidget *field : keptFields(window)) {
        if (const auto found = state.find(keyOf(*field, window)); found != state.end())
            field->setProperty(contentProperty(*field), QString::fromStdString(found->second));
    }
}

} // namespace pult::shell
