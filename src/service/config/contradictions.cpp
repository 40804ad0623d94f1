// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/contradictions.h"

#include <fmt/format.h>

#include "service/config/eachsetting.h"

namespace pult::service {

namespace {

struct Amount {
    std::string path;
    double value = 0;
};

class Findings {
public:
    explicit Findings(const boost::json::object &origins)
        : m_origins(origins)
    {
    }
    /// The first must be at most the second, else this is what comes of it.
    void needAtMost(const Amount &low, const Amount &high, std::string_view otherwise)
    {
        if (low.value > high.value)
            texts.push_back(
                fmt::format("{} is above {}: {}", described(low), described(high), otherwise));
    }

    std::vector<std::string> texts;

private:
    [[nodiscard]] std::string described(const Amount &amount) const
    {
        const auto name = splitPath(amount.path);
        const std::string_view origin = m_origins.at(name->group).at(name->name).as_string();
        return fmt::format("{} = {} ({})", amount.path, amount.value, origin);
    }

    const boost::json::object &m_origins;
};

void checkRates(const RateLimitSettings &limits, Findings &findings)
{
    if (!limits.enabled)
        return;
    const Amount submissions{"rate_limits.submit_per_s", limits.submit_per_s};
    findings.needAtMost(submissions, {"rate_limits.general_per_s", limits.general_per_s},
        "a submission is a request too, so the lower limit decides");
    findings.needAtMost({"rate_limits.submit_burst", static_cast<double>(limits.submit_burst)},
        {"rate_limits.general_burst", static_cast<double>(limits.general_burst)},
        "a submission is a request too, so the lower limit decides");
}

void checkUpstream(const UpstreamSettings &upstream, Findings &findings)
{
    findings.needAtMost({"upstream.per_host", static_cast<double>(upstream.per_host)},
        {"upstream.max_connections", static_cast<double>(upstream.max_connections)},
        "a host never gets more than all together");
}

/// What waits for a remote provider within an attempt, and what holds a connection all the time.
void checkRemote(const Settings &settings, contract::Kind kind, Findings &findings)
{
    const std::string name(contract::nameOf(kind));
    const std::string &provider = providerFor(settings.providers, kind);
    const UpstreamSettings &upstream = settings.upstream;
    if (provider == "synthetic")
        return;
    const Amount timeout{"timeouts." + name + "_s", timeoutFor(settings.timeouts, kind).count()};
    findings.needAtMost({"upstream.connect_timeout_s", upstream.connect_timeout_s.count()}, timeout,
        "the job's time is over before a provider that cannot be reached is given up");
    findings.needAtMost({"upstream.pool_timeout_s", upstream.pool_timeout_s.count()}, timeout,
        "the job's time is over before a connection comes free");
    if (provider != "openai") // It says nothing until it is done.
        return;
    findings.needAtMost(timeout, {"upstream.read_timeout_s", upstream.read_timeout_s.count()},
        "a server that answers only when it is done is given up before the job's time is over");
    findings.needAtMost({"workers." + name, static_cast<double>(slotsFor(settings.workers, kind))},
        {"upstream.per_host", static_cast<double>(upstream.per_host)},
        "jobs beyond that hold a slot and wait for a connection, until upstream.pool_timeout_s");
}

void checkKind(const Settings &settings, contract::Kind kind, Findings &findings)
{
    const std::string name(contract::nameOf(kind));
    findings.needAtMost(
        {"synthetic." + name + "_latency_s", latencyFor(settings.synthetic, kind).count()},
        {"timeouts." + name + "_s", timeoutFor(settings.timeouts, kind).count()},
        "jobs of this kind run out of time when the synthetic provider serves them");
    checkRemote(settings, kind, findings);
    const auto perMinute = static_cast<double>(perMinuteFor(settings.rate_limits, kind));
    if (settings.rate_limits.enabled && perMinute / 60 > settings.rate_limits.submit_per_s)
        findings.needAtMost({"rate_limits." + name + "_per_minute", perMinute},
            {"rate_limits.submit_per_s", settings.rate_limits.submit_per_s},
            "in a minute the limit of a second admits fewer, so that one decides");
}

} // namespace

std::vector<std::string> contradictionsIn(
    const Settings &settings, const boost::json::object &origins)
{
    Findings findings(origins);
    checkRates(settings.rate_limits, findings);
    checkUpstream(settings.upstream, findings);
    for (const contract::Kind kind : contract::kAllKinds)
        checkKind(settings, kind, findings);
    return std::move(findings.texts);
}

} // namespace pult::service
