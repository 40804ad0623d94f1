// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <prometheus/gauge.h>
#include <prometheus/registry.h>

#include "service/providers/circuitbreaker.h"

namespace pult::service {

/// pult_provider_circuit of one provider. Any thread.
class ProviderMetrics {
public:
    ProviderMetrics(prometheus::Registry &registry, const std::string &provider);

    void show(CircuitBreaker::State state) const;

private:
    std::array<prometheus::Gauge *, 3> m_states; ///< By state.
};

} // namespace pult::service
