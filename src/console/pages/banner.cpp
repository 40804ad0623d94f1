// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "console/widgets/theme.h"

namespace pult::pages {

namespace {

constexpr int kStripe = 4;

QColor colorOf(Banner::Tone tone)
{
    const widgets::Theme &theme = widgets::currentTheme();
    switch (tone) {
    case Banner::Tone::info:
        return theme.accent;
    case Banner::Tone::good:
        return theme.good;
    case Banner::Tone::warning:
        return theme.warning;
    case Banner::Tone::bad:
        return theme.bad;
    }
    return theme.accent;
}

} // namespace

Banner::Banner(QWidget *parent)
    : Card(parent)
    , m_layout(new QHBoxLayout(this))
    , m_text(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("bannerText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_layout->setContentsMargins(8 + kStripe, 4, 8, 4);
    m_layout->addWidget(m_text, 1);
    hide();
}

QPushButton *Banner::addButton(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->hide();
    m_layout->addWidget(button);
    return button;
}

void Banner::say(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    show();
    update();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter(this).fillRect(0, 0, kStripe, height(), colorOf(m_tone));
}

} // namespace pult::pages
