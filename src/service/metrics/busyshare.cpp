// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/busyshare.h"

#include <cmath>

namespace pult::service {

namespace {

constexpr Seconds kMemory{1};

} // namespace

BusyShare::BusyShare(SteadyTime now)
    : m_changed(now)
{
}

void BusyShare::set(bool isBusy, SteadyTime now)
{
    m_share = at(now);
    m_changed = now;
    m_isBusy = isBusy;
}

double BusyShare::at(SteadyTime now) const
{
    const double goal = m_isBusy ? 1 : 0;
    return goal + (m_share - goal) * std::exp(-(Seconds(now - m_changed) / kMemory));
}

} // namespace pult::service
