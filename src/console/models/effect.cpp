// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/effect.h"

#include <algorithm>
#include <cmath>

#include <QStringList>

#include "console/models/format.h"
#include "console/models/translated.h"

namespace pult::models {

namespace {

/// Over what each value of a trend is a mean itself, in seconds; see resources/profiles/pultd.json.
constexpr int kInstant = 1;
constexpr int kThroughputWindow = 15;
constexpr int kLatencyWindow = 60;

/// Of the last seconds, with only those values whose own window lies within them.
std::optional<double> meanOfLast(const std::vector<double> &trend, int seconds, int window)
{
    const auto length =
        std::min(trend.size(), static_cast<std::size_t>(std::max(0, seconds - window + 1)));
    double sum = 0;
    int count = 0;
    for (std::size_t i = trend.size() - length; i < trend.size(); ++i) {
        if (std::isfinite(trend[i])) {
            sum += trend[i];
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

EffectSignals meansOfLast(const live::ServiceState &state, int seconds)
{
    const int known =
        std::min(seconds, static_cast<int>(state.trend(live::signal::kRunning).size()));
    return {meanOfLast(state.trend(live::signal::kJobRate), seconds, kThroughputWindow),
        meanOfLast(state.trend(live::signal::kResponse), seconds, kLatencyWindow),
        meanOfLast(state.trend(live::signal::kQueued), seconds, kInstant),
        meanOfLast(state.trend(live::signal::kRunning), seconds, kInstant), known};
}

using Text = QString (*)(double);

QString pairText(std::optional<double> before, std::optional<double> after, Text text)
{
    return (before ? text(*before) : formatUnknown()) + QStringLiteral(" → ")
        + (after ? text(*after) : formatUnknown());
}

QString rateText(double perSecond)
{
    return format(Unit::perSecond, perSecond);
}

QString secondsText(double seconds)
{
    return formatDuration(Seconds(seconds));
}

} // namespace

void EffectMeter::begin(std::int64_t revision, const live::ServiceState &state)
{
    int window = kWindow;
    if (m_lastChangeAt)
        window = std::min(window, secondsSince(state));
    if (m_measuring)
        m_effects[*m_measuring].after = meansOfLast(state, window);
    m_effects[revision] = {meansOfLast(state, window), {}, kWindow};
    m_measuring = revision;
    m_lastChangeAt = state.dataAt;
}

std::optional<std::int64_t> EffectMeter::observe(const live::ServiceState &state)
{
    if (!m_measuring)
        return {};
    const std::int64_t revision = *m_measuring;
    Effect &effect = m_effects[revision];
    effect.secondsLeft = std::max(0, kWindow - secondsSince(state));
    if (effect.secondsLeft == 0) {
        effect.after = meansOfLast(state, kWindow);
        m_measuring.reset();
    }
    return revision;
}

std::optional<Effect> EffectMeter::effectOf(std::int64_t revision) const
{
    const auto found = m_effects.find(revision);
    return found == m_effects.end() ? std::nullopt : std::optional(found->second);
}

int EffectMeter::secondsSince(const live::ServiceState &state) const
{
    if (!m_lastChangeAt || !state.dataAt)
        return 0;
    return static_cast<int>(
        std::chrono::floor<std::chrono::seconds>(*state.dataAt - *m_lastChangeAt).count());
}

QString effectText(const Effect &effect)
{
    if (!effect.after)
        return tr("measuring… %1").arg(secondsText(effect.secondsLeft));
    QString text = pairText(effect.before.throughput, effect.after->throughput, rateText);
    const int shortest = std::min(effect.before.seconds, effect.after->seconds);
    if (shortest == EffectMeter::kWindow)
        return text;
    return tr("%1 (over %2)").arg(text, secondsText(shortest));
}

QString effectDetailText(const Effect &effect)
{
    const EffectSignals after = effect.after.value_or(EffectSignals{});
    const EffectSignals &before = effect.before;
    QStringList lines{
        tr("Throughput: %1").arg(pairText(before.throughput, after.throughput, rateText)),
        tr("Response p95: %1").arg(pairText(before.p95, after.p95, secondsText)),
        tr("Queued: %1").arg(pairText(before.queued, after.queued, formatNumber)),
        tr("Running: %1").arg(pairText(before.running, after.running, formatNumber)),
    };
    lines << (effect.after ? tr("Means over %1 before and %2 after.")
                                 .arg(secondsText(before.seconds), secondsText(after.seconds))
                           : tr("Complete in %1.").arg(secondsText(effect.secondsLeft)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace pult::models
