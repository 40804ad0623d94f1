// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/axistexts.h"

namespace pult::widgets {

std::shared_ptr<AxisTexts> AxisTexts::shared()
{
    static std::weak_ptr<AxisTexts> all;
    auto texts = all.lock();
    if (!texts)
        all = texts = std::make_shared<AxisTexts>();
    return texts;
}

QStaticText AxisTexts::textOf(const QString &label, const QFont &font)
{
    const std::pair key(label, font);
    if (const QStaticText *known = m_texts.object(key))
        return *known;
    QStaticText text(label);
    text.setTextFormat(Qt::PlainText);
    text.prepare({}, font);
    m_texts.insert(key, new QStaticText(text));
    return text;
}

} // namespace pult::widgets
