// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signals/profile.h"

#include <algorithm>

#include "contract/codec.h"
#include "telemetry/signals/profiletexts.h"

namespace pult::telemetry {

namespace {

/// Notes what is wrong, and where.
class Check {
public:
    void require(bool isRight, std::string pointer, std::string detail)
    {
        if (!isRight)
            m_errors.push_back({std::move(pointer), std::move(detail)});
    }
    [[nodiscard]] std::vector<FieldError> takeErrors() { return std::move(m_errors); }

private:
    std::vector<FieldError> m_errors;
};

std::string placeIn(std::string_view list, std::size_t index)
{
    return '/' + std::string(list) + '/' + std::to_string(index);
}

bool isId(std::string_view text)
{
    return !text.empty()
        && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-")
        == std::string_view::npos;
}

bool haveMetrics(const std::vector<Selector> &selectors)
{
    return std::all_of(selectors.begin(), selectors.end(),
        [](const Selector &selector) { return !selector.metric.empty(); });
}

template <class Described>
const Described *findById(const std::vector<Described> &list, std::string_view id)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [id](const auto &each) { return each.id == id; });
    return found == list.end() ? nullptr : &*found;
}

void checkSignal(Check &check, const SignalSpec &signal, const std::string &place)
{
    check.require(!signal.of.empty() && haveMetrics(signal.of), place + "/of",
        "Must name a metric in each of its selectors, and have one at least");
    check.require(signal.by.empty() != isRatio(signal.operation) && haveMetrics(signal.by),
        place + "/by", "Must name metrics with a ratio, and be left out otherwise");
    check.require((signal.window.count() > 0) == hasWindow(signal.operation), place + "/window",
        "Must be above 0 seconds with what looks back, and be left out otherwise");
    const bool hasPart = signal.part > 0 && signal.part < 1;
    check.require(signal.operation == Operation::quantile ? hasPart : signal.part == 0,
        place + "/part", "Must be above 0 and below 1 with a quantile, and be left out otherwise");
}

void checkTile(Check &check, const TileSpec &tile, const Profile &profile, const std::string &place)
{
    check.require(findById(profile.signals, tile.signal) != nullptr, place + "/signal",
        "There is no such signal");
    check.require(tile.capacity.empty() || findById(profile.signals, tile.capacity),
        place + "/capacity", "There is no such signal");
    check.require(tile.chart.empty() || findById(profile.charts, tile.chart), place + "/chart",
        "There is no such chart");
}

void checkChart(
    Check &check, const ChartSpec &chart, const Profile &profile, const std::string &place)
{
    check.require(!chart.signals.empty(), place + "/signals", "Must name a signal");
    for (std::size_t i = 0; i < chart.signals.size(); ++i) {
        const SignalSpec *signal = findById(profile.signals, chart.signals[i]);
        check.require(signal && signal->unit == chart.unit, place + placeIn("signals", i),
            "Must be a signal of the chart's unit");
    }
}

/// What each of a profile's lists has: an id of its own and a title.
template <class Described, class Rest>
void checkList(
    Check &check, const std::vector<Described> &list, std::string_view name, Rest checkRest)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string place = placeIn(name, i);
        check.require(isId(list[i].id) && findById(list, list[i].id) == &list[i], place + "/id",
            "Must be letters, digits, dots, dashes and underscores, and not stand twice");
        check.require(!list[i].title.empty(), place + "/title", "Must be given");
        checkRest(list[i], place);
    }
}

Result<Profile> checked(Profile profile)
{
    Check check;
    check.require(isId(profile.id), "/id", "Must be letters, digits, dots and underscores");
    check.require(!profile.title.empty(), "/title", "Must be given");
    check.require(!profile.recognisedBy.empty(), "/recognisedBy", "Must name a metric");
    checkList(check, profile.signals, "signals",
        [&](const auto &signal, const auto &place) { checkSignal(check, signal, place); });
    checkList(check, profile.tiles, "tiles",
        [&](const auto &tile, const auto &place) { checkTile(check, tile, profile, place); });
    checkList(check, profile.charts, "charts",
        [&](const auto &chart, const auto &place) { checkChart(check, chart, profile, place); });
    auto errors = check.takeErrors();
    if (!errors.empty())
        return fail(std::move(errors));
    return profile;
}

Profiles readShipped()
{
    Profiles profiles;
    for (const std::string_view text : profileTexts())
        if (auto profile = readProfile(text))
            profiles.push_back(std::make_shared<const Profile>(std::move(*profile)));
    return profiles;
}

} // namespace

Result<Profile> readProfile(std::string_view json)
{
    return contract::decodeText<Profile>(json, contract::UnknownMembers::refuse).and_then(checked);
}

const Profiles &shippedProfiles()
{
    static const Profiles kProfiles = readShipped();
    return kProfiles;
}

const SignalSpec *findSignal(const Profiles &profiles, std::string_view id)
{
    for (const auto &profile : profiles)
        if (const SignalSpec *found = findById(profile->signals, id))
            return found;
    return nullptr;
}

} // namespace pult::telemetry
