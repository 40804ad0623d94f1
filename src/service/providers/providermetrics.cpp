// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/providermetrics.h"

namespace pult::service {

ProviderMetrics::ProviderMetrics(prometheus::Registry &registry, const std::string &provider)
{
    auto &family = prometheus::BuildGauge()
                       .Name("pult_provider_circuit")
                       .Help("1 for the state that the provider's circuit breaker is in.")
                       .Register(registry);
    constexpr std::array kNames{"closed", "open", "half_open"};
    for (std::size_t state = 0; state < m_states.size(); ++state)
        m_states[state] = &family.Add({{"provider", provider}, {"state", kNames[state]}});
    show(CircuitBreaker::State::closed);
}

void ProviderMetrics::show(CircuitBreaker::State state) const
{
    for (std::size_t other = 0; other < m_states.size(); ++other)
        m_states[other]->Set(other == static_cast<std::size_t>(state) ? 1 : 0);
}

} // namespace pult::service
