// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/bytesbox.h"

#include <cmath>

#include "console/models/format.h"

namespace pult::pages {

BytesBox::BytesBox(QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setDecimals(0);
}

void BytesBox::stepBy(int steps)
{
    const double power = std::log2(std::max(1.0, value()));
    const double from = steps > 0 ? std::floor(power) : std::ceil(power);
    setValue(std::exp2(from + steps));
    selectAll();
}

QString BytesBox::textFromValue(double value) const
{
    return models::formatExactBytes(std::llround(value));
}

double BytesBox::valueFromText(const QString &text) const
{
    return static_cast<double>(models::parseBytes(text).value_or(std::llround(value())));
}

QValidator::State BytesBox::validate(QString &text, int &) const
{
    const auto bytes = models::parseBytes(text);
    const bool isInRange = bytes && static_cast<double>(*bytes) >= minimum()
        && static_cast<double>(*bytes) <= maximum();
    return isInRange ? QValidator::Acceptable : QValidator::Intermediate;
}

} // namespace pult::pages
