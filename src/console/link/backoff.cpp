// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/backoff.h"

#include <algorithm>

#include <QRandomGenerator>

namespace pult::link {

namespace {

constexpr double kJitter = 0.2;

} // namespace

Backoff::Backoff(Length shortest, Length longest)
    : m_shortest(shortest)
    , m_longest(longest)
    , m_base(shortest)
{
}

Backoff::Length Backoff::next()
{
    const double chance = QRandomGenerator::global()->generateDouble() * 2 - 1;
    const auto wait = std::chrono::round<Length>(m_base * (1 + kJitter * chance));
    m_base = std::min(m_base * 2, m_longest);
    return std::clamp(wait, m_shortest, m_longest);
}

} // namespace pult::link
