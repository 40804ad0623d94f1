// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/providerdesk.h"

#include <fmt/format.h>

namespace pult::service {

using contract::Kind;

namespace {

/// That an attempt ran out of time tells against the provider only if the time was not this short:
/// clients may set it.
constexpr Seconds kFairTime{30};

} // namespace

ProviderDesk::ProviderDesk(const Clock &clock, const boost::asio::any_io_executor &executor,
    prometheus::Registry &registry, Provider &builtIn, const std::vector<Provider *> &remote,
    const ProviderSettings &settings)
    : m_clock(clock)
    , m_builtIn(builtIn)
    , m_settings(settings)
    , m_changed([] {})
{
    for (Provider *provider : remote)
        m_lines.emplace(provider->name(),
            std::make_unique<ProviderLine>(
                clock, executor, registry, *provider, settings, [this] { tellChange(); }));
}

void ProviderDesk::onChange(std::function<void()> changed)
{
    m_changed.with([&](auto &current) { current = std::move(changed); });
}

void ProviderDesk::tellChange() const
{
    m_changed.with([](const auto &current) { return current; })();
}

void ProviderDesk::apply(const ProviderSettings &settings)
{
    m_settings.with([&](ProviderSettings &current) { current = settings; });
    for (const auto &[name, line] : m_lines)
        line->apply(settings);
}

ProviderSettings ProviderDesk::applied() const
{
    return m_settings.with([](const ProviderSettings &current) { return current; });
}

std::vector<ProviderStatus> ProviderDesk::statuses() const
{
    const ProviderSettings settings = applied();
    std::vector<ProviderStatus> all;
    for (const auto &[name, line] : m_lines) {
        ProviderStatus &status = all.emplace_back();
        status.name = name;
        status.circuit = line->breaker().status();
        status.nextTry = onTheCalendar(status.circuit.retryAt);
        for (const Kind kind : contract::kAllKinds)
            if (providerFor(settings, kind) == name)
                status.serves.push_back(kind);
    }
    return all;
}

Task<> ProviderDesk::stop()
{
    for (const auto &[name, line] : m_lines)
        co_await line->stop();
}

std::string ProviderDesk::nameFor(const contract::Job &job) const
{
    return nameOf(job.kind);
}

std::string ProviderDesk::nameOf(Kind kind) const
{
    return providerFor(applied(), kind);
}

ProviderLine *ProviderDesk::lineFor(Kind kind) const
{
    const auto found = m_lines.find(nameOf(kind));
    return found == m_lines.end() ? nullptr : found->second.get();
}

Task<Result<Artifact>> ProviderDesk::run(
    contract::Job job, Deadline deadline, Cancellation cancellation, Progress progress)
{
    ProviderLine *line = lineFor(job.kind);
    Provider &provider = line ? line->provider() : m_builtIn;
    const SteadyTime begin = m_clock.now();
    auto made = co_await provider.run(
        std::move(job), deadline, std::move(cancellation), std::move(progress));
    const bool isTooLate = !made && made.error().code == ErrorCode::deadlineExceeded;
    if (line && !(isTooLate && m_clock.now() - begin < kFairTime))
        line->record(made.map([](const Artifact &) {}));
    co_return made;
}

ProviderGate::Pass ProviderDesk::tryPass(Kind kind)
{
    ProviderLine *line = lineFor(kind);
    return line ? line->breaker().tryPass() : std::make_shared<char>();
}

std::optional<std::string> ProviderDesk::obstacle(Kind kind) const
{
    const ProviderLine *line = lineFor(kind);
    if (!line || line->breaker().mayPass())
        return std::nullopt;
    const CircuitBreaker::Status status = line->breaker().status();
    if (status.state == CircuitBreaker::State::open)
        return fmt::format("provider {} is down, next try at {}", nameOf(kind),
            toString(onTheCalendar(status.retryAt)));
    return fmt::format("provider {} is being tried with one job", nameOf(kind));
}

WallTime ProviderDesk::onTheCalendar(SteadyTime moment) const
{
    return m_clock.wallNow() + std::chrono::ceil<std::chrono::milliseconds>(moment - m_clock.now());
}

} // namespace pult::service
