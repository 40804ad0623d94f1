// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/syntheticprovider.h"

namespace pult::service {

SyntheticProvider::SyntheticProvider(const Clock &clock, const Settings &settings)
    : m_clock(clock)
    , m_settings(settings.synthetic)
    , m_random(std::mt19937_64(std::random_device{}()))
{
}

SyntheticProvider::~SyntheticProvider()
{
    m_threads.join();
}

void SyntheticProvider::apply(const Settings &settings)
{
    m_settings.with([&](SyntheticSettings &current) { current = settings.synthetic; });
}

SyntheticSettings SyntheticProvider::applied() const
{
    return m_settings.with([](const SyntheticSettings &current) { return current; });
}

} // namespace pult::service
