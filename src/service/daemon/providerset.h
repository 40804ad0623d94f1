// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <prometheus/registry.h>

#include "service/providers/openaiprovider.h"
#include "service/providers/providerdesk.h"
#include "service/providers/runpodprovider.h"
#include "service/providers/syntheticprovider.h"
#include "service/stickers/stickerprovider.h"

namespace pult::service {

/// Everyone who turns requests into results, and what they share: the client for remote ones, the
/// CPU processes, the result cache. Any thread; its parameters must outlive it.
class ProviderSet {
public:
    ProviderSet(const Clock &clock, const boost::asio::any_io_executor &executor,
        prometheus::Registry &registry, const KeyRing &keys, const Settings &settings);

    void apply(const Settings &settings);
    /// Puts in what is in force.
    void putApplied(Settings &settings) const;
    /// Whether there is a key, for each who may need one.
    [[nodiscard]] boost::json::object secretStates() const;

    /// Takes every job.
    [[nodiscard]] Provider &front() { return m_stickers; }
    [[nodiscard]] ProviderDesk &desk() { return m_desk; }
    [[nodiscard]] const UpstreamClient &upstream() const { return m_upstream; }
    [[nodiscard]] ProcessPool &processes() { return m_processes; }
    [[nodiscard]] ResultCache &cache() { return m_cache; }

private:
    const KeyRing &m_keys;
    UpstreamClient m_upstream;
    SyntheticProvider m_synthetic;
    RunpodProvider m_runpod;
    OpenaiProvider m_openai;
    ProviderDesk m_desk;
    ResultCache m_cache;
    ProcessPool m_processes;
    StickerProvider m_stickers;
};

} // namespace pult::service
