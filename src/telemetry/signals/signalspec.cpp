// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signals/signalspec.h"

namespace pult::telemetry {

std::string nameOf(std::string_view signal, std::string_view label)
{
    return std::string(signal) + '/' + std::string(label);
}

bool hasWindow(Operation operation)
{
    return operation != Operation::sum && operation != Operation::max
        && operation != Operation::ratio;
}

bool isRatio(Operation operation)
{
    return operation == Operation::ratio || operation == Operation::rateRatio;
}

} // namespace pult::telemetry
