// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "service/providers/providerline.h"

namespace pult::service {

/// How a remote provider is doing.
struct ProviderStatus {
    std::string name;
    CircuitBreaker::Status circuit;
    WallTime nextTry; ///< While it is down.
    std::vector<contract::Kind> serves;
};

/// All providers as one: gives each job to whom the settings name for its kind, and keeps jobs back
/// whose provider is down. Any thread. stop() must have ended before it is destroyed.
class ProviderDesk final : public Provider, public ProviderGate {
public:
    /// The built-in provider is never down. Clock and registry must outlive the desk.
    ProviderDesk(const Clock &clock, const boost::asio::any_io_executor &executor,
        prometheus::Registry &registry, Provider &builtIn, const std::vector<Provider *> &remote,
        const ProviderSettings &settings);

    /// Called on any thread when jobs may begin that could not, or the other way round; not any
    /// more once stop() has ended.
    void onChange(std::function<void()> changed);
    /// From the next attempt on. Providers that are down are asked again at once.
    void apply(const ProviderSettings &settings);
    [[nodiscard]] ProviderSettings applied() const;
    [[nodiscard]] std::vector<ProviderStatus> statuses() const;
    Task<> stop();

    [[nodiscard]] std::string_view name() const override { return "desk"; }
    [[nodiscard]] std::string nameFor(const contract::Job &job) const override;
    Task<Result<Artifact>> run(contract::Job job, Deadline deadline, Cancellation cancellation,
        Progress progress) override;

    [[nodiscard]] Pass tryPass(contract::Kind kind) override;
    [[nodiscard]] std::optional<std::string> obstacle(contract::Kind kind) const override;

private:
    [[nodiscard]] std::string nameOf(contract::Kind kind) const;
    /// Null: the built-in one serves the kind.
    [[nodiscard]] ProviderLine *lineFor(contract::Kind kind) const;
    void tellChange() const;
    [[nodiscard]] WallTime onTheCalendar(SteadyTime moment) const;

    const Clock &m_clock;
    Provider &m_builtIn;
    std::map<std::string, std::unique_ptr<ProviderLine>> m_lines; ///< By name; never changes.
    Guarded<ProviderSettings> m_settings;
    Guarded<std::function<void()>> m_changed;
};

} // namespace pult::service
