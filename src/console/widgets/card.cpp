// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/card.h"

#include <QPainter>
#include <QPixmapCache>

#include "console/widgets/theme.h"

namespace pult::widgets {
namespace {

constexpr int kBorder = 1;
constexpr int kRadius = 4;

/// A card that is nothing but corners.
QPixmap corners(const Theme &theme, qreal pixelRatio)
{
    const QString key = QStringLiteral("card %1 %2")
                            .arg(theme.kind == ThemeKind::dark ? u"dark" : u"light")
                            .arg(pixelRatio);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    constexpr int kSide = 2 * kRadius;
    constexpr qreal kMiddle = kBorder / 2.0;
    picture = QPixmap(QSize(kSide, kSide) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(theme.window);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, kBorder));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(
        QRectF(0, 0, kSide, kSide).adjusted(kMiddle, kMiddle, -kMiddle, -kMiddle), kRadius,
        kRadius);
    QPixmapCache::insert(key, picture);
    return picture;
}

} // namespace

Card::Card(QWidget *parent)
    : QFrame(parent)
{
    setContentsMargins(kBorder, kBorder, kBorder, kBorder);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Card::setPlain()
{
    m_isPlain = true;
    setContentsMargins({});
    setAttribute(Qt::WA_OpaquePaintEvent, false);
}

void Card::paintEvent(QPaintEvent *)
{
    if (m_isPlain)
        return;
    const Theme &theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    for (const QRect &edge : {QRect(0, 0, width(), kBorder), QRect(0, 0, kBorder, height()),
             QRect(0, height() - kBorder, width(), kBorder),
             QRect(width() - kBorder, 0, kBorder, height())})
        painter.fillRect(edge, theme.border);
    const QPixmap round = corners(theme, devicePixelRatioF());
    const QSizeF quarter = QSizeF(round.size()) / 2;
    for (const int right : {0, 1})
        for (const int below : {0, 1})
            painter.drawPixmap(
                QRectF(right * (width() - kRadius), below * (height() - kRadius), kRadius, kRadius),
                round, QRectF(QPointF(right * quarter.width(), below * quarter.height()), quarter));
}

} // namespace pult::widgets
