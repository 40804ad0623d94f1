// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/providerset.h"

#include "service/daemon/cpuworker.h"

namespace pult::service {

ProviderSet::ProviderSet(const Clock &clock, const boost::asio::any_io_executor &executor,
    prometheus::Registry &registry, const KeyRing &keys, const Settings &settings)
    : m_keys(keys)
    , m_upstream(clock, registry, settings.upstream)
    , m_synthetic(clock, settings)
    , m_runpod(clock, m_upstream, keys, settings.runpod)
    , m_openai(clock, m_upstream, keys, settings.openai)
    , m_desk(clock, executor, registry, m_synthetic, {&m_runpod, &m_openai}, settings.providers)
    , m_cache(clock, settings.cache, registry)
    , m_processes(executor, clock, cpuWorkerProgram, settings.workers, registry)
    , m_stickers(clock, m_desk, m_processes, m_cache)
{
}

void ProviderSet::apply(const Settings &settings)
{
    m_upstream.apply(settings.upstream);
    m_synthetic.apply(settings);
    m_runpod.apply(settings.runpod);
    m_openai.apply(settings.openai);
    m_desk.apply(settings.providers);
    m_processes.apply(settings.workers);
    m_cache.apply(settings.cache);
}

void ProviderSet::putApplied(Settings &settings) const
{
    settings.upstream = m_upstream.applied();
    settings.synthetic = m_synthetic.applied();
    settings.runpod = m_runpod.applied();
    settings.openai = m_openai.applied();
    settings.providers = m_desk.applied();
    m_processes.putApplied(settings.workers);
    settings.cache = m_cache.applied();
}

boost::json::object ProviderSet::secretStates() const
{
    const auto stateOf = [this](const std::string &provider, const std::string &url) {
        return boost::json::object{{"key", m_keys.hasKeyFor(provider, url) ? "set" : "unset"}};
    };
    return {{"runpod", stateOf("runpod", m_runpod.applied().base_url)},
        {"openai", stateOf("openai", m_openai.applied().base_url)}};
}

} // namespace pult::service
