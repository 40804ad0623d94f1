// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/legendentry.h"

#include <QPainter>

#include "console/widgets/theme.h"

namespace pult::widgets {
namespace {

constexpr int kSwatch = 10;
constexpr int kInset = 4;

} // namespace

LegendEntry::LegendEntry(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("legend.") + name);
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void LegendEntry::setTitle(const QString &title)
{
    if (title == text())
        return;
    setText(title);
    setAccessibleName(title);
    setToolTip(tr("Click to hide or show %1").arg(title));
    updateGeometry();
}

void LegendEntry::setValue(const QString &value)
{
    if (value == m_value)
        return;
    m_value = value;
    setAccessibleDescription(value);
    if (const int width = fontMetrics().horizontalAdvance(value); width > m_valueWidth) {
        m_valueWidth = width;
        updateGeometry();
    }
    update();
}

void LegendEntry::setPlace(std::size_t place)
{
    m_place = place;
    update();
}

QSize LegendEntry::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(text() + QLatin1Char(' ')) + m_valueWidth;
    return {words + kSwatch + 4 * kInset, fontMetrics().height() + kInset};
}

void LegendEntry::paintEvent(QPaintEvent *)
{
    const Theme &theme = currentTheme();
    QPainter painter(this);
    if (hasFocus() || underMouse()) {
        painter.setPen(hasFocus() ? theme.accent : theme.border);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    const QColor color = isChecked() ? theme.data[m_place] : theme.border;
    painter.fillRect(QRect(kInset, height() / 2 - 1, kSwatch, 3), color);
    QFont words = font();
    words.setStrikeOut(!isChecked());
    painter.setFont(words);
    painter.setPen(theme.mutedText);
    const QRect area = rect().adjusted(kSwatch + 2 * kInset, 0, -kInset, 0);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(font());
    painter.setPen(theme.text);
    const int title = fontMetrics().horizontalAdvance(text() + QLatin1Char(' '));
    if (isChecked())
        painter.drawText(area.adjusted(title, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_value);
}

} // namespace pult::widgets
