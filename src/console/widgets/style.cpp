// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/style.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace pult::widgets {

namespace {

/// A style sheet looks at properties only when a widget is polished.
void set(QWidget &widget, const char *property, const QVariant &value)
{
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace

void setRole(QWidget &widget, const char *role)
{
    set(widget, "role", QString::fromLatin1(role));
}

void setWrong(QWidget &field, bool isWrong)
{
    set(field, "wrong", isWrong);
}

void setStale(QWidget &view, bool isStale)
{
    set(view, "stale", isStale);
}

bool isStale(const QWidget *view)
{
    return view && view->property("stale").toBool();
}

} // namespace pult::widgets
