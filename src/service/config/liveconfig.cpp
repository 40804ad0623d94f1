// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/liveconfig.h"

#include <limits>

#include <fmt/format.h>

#include "service/config/contradictions.h"
#include "service/config/eachsetting.h"
#include "service/config/mergepatch.h"
#include "service/config/settingrules.h"
#include "service/config/settingsdiff.h"

namespace pult::service {

namespace {

constexpr std::int64_t kFromNewest = std::numeric_limits<std::int64_t>::max();

/// What must be set by API over the base to have the settings of the entry.
boost::json::object overridesOf(const RevisionStore::Entry &entry, const BaseSettings &base)
{
    boost::json::object overrides = entry.overrides.value_or(boost::json::object());
    const auto known = applyMergePatch(base.settings, overrides);
    const boost::json::value wanted = contract::encode(entry.settings);
    for (const auto &change : changesBetween(known.value_or(base.settings), entry.settings))
        if (const auto name = splitPath(change.path))
            overrides = mergePatches(std::move(overrides),
                {{name->group, boost::json::object{{name->name, change.after}}}});
    return overrides;
}

Result<RevisionStore::Entry> store(RevisionStore &revisions, RevisionStore::Entry entry)
{
    return revisions.append(entry).map([&] { return std::move(entry); });
}

/// The newest entry as it is under this base.
Result<RevisionStore::Entry> storeStart(RevisionStore &revisions, const Clock &clock,
    const BaseSettings &base, const std::vector<RevisionStore::Entry> &newest)
{
    if (newest.empty())
        return store(revisions, {{1, clock.wallNow(), "start", "First start", {}}, base.settings});
    RevisionStore::Entry entry = newest.front();
    if (!entry.overrides)
        entry.overrides = overridesOf(entry, base);
    const auto settings = applyMergePatch(base.settings, *entry.overrides);
    if (!settings)
        return fail(ErrorCode::corrupt,
            "The stored configuration does not fit this version: "
                + settings.error().fields.front().pointer + ": "
                + settings.error().fields.front().detail);
    auto changes = changesBetween(entry.settings, *settings);
    if (changes.empty())
        return entry;
    return store(revisions,
        {{entry.revision.revision + 1, clock.wallNow(), "start",
             "The settings file or the environment changed", std::move(changes)},
            *settings, std::move(entry.overrides)});
}

} // namespace

Result<std::unique_ptr<LiveConfig>> LiveConfig::open(
    RevisionStore &store, const Clock &clock, BaseSettings base)
{
    return store.entries(kFromNewest, 1)
        .and_then([&](const auto &newest) { return storeStart(store, clock, base, newest); })
        .map([&](const RevisionStore::Entry &entry) {
            return std::unique_ptr<LiveConfig>(
                new LiveConfig(store, clock, std::move(base), entry));
        });
}

LiveConfig::LiveConfig(
    RevisionStore &store, const Clock &clock, BaseSettings base, const RevisionStore::Entry &newest)
    : m_store(store)
    , m_clock(clock)
    , m_base(std::move(base))
    , m_current(std::make_shared<const RevisionStore::Entry>(newest))
{
}

std::shared_ptr<const RevisionStore::Entry> LiveConfig::current() const
{
    return m_current.with([](const auto &entry) { return entry; });
}

LiveConfig::Snapshot LiveConfig::settings() const
{
    const auto entry = current();
    return {entry, &entry->settings};
}

std::int64_t LiveConfig::revision() const
{
    return current()->revision.revision;
}

boost::json::object LiveConfig::origins() const
{
    return originsOf(m_base, *current()->overrides);
}

std::vector<std::string> LiveConfig::warnings() const
{
    const auto entry = current();
    return contradictionsIn(entry->settings, originsOf(m_base, *entry->overrides));
}

Result<void> LiveConfig::checkRevision(std::int64_t ifRevision) const
{
    if (ifRevision == revision())
        return {};
    return fail(ErrorCode::stale,
        fmt::format("The configuration is at revision {}, not {}: read it again, then decide",
            revision(), ifRevision));
}

Result<contract::ConfigPatchReport> LiveConfig::patch(const Patch &patch)
{
    const std::scoped_lock lock(m_writing);
    return checkRevision(patch.ifRevision)
        .and_then([&] { return applyMergePatch(*settings(), patch.body); })
        .and_then([&](const Settings &) {
            auto overrides = mergePatches(*current()->overrides, patch.body.get_object());
            return applyMergePatch(m_base.settings, overrides).and_then([&](const Settings &next) {
                return checkTogether(next).and_then(
                    [&] { return commit(next, std::move(overrides), patch); });
            });
        });
}

Result<contract::ConfigPatchReport> LiveConfig::rollback(
    std::int64_t toRevision, std::int64_t ifRevision, std::string actor, std::string reason)
{
    const std::scoped_lock lock(m_writing);
    Patch patch;
    patch.actor = std::move(actor);
    patch.reason =
        reason.empty() ? fmt::format("Back to revision {}", toRevision) : std::move(reason);
    return checkRevision(ifRevision)
        .and_then([&] { return m_store.entry(toRevision); })
        .and_then([&](const RevisionStore::Entry &entry) {
            return commit(entry.settings, overridesOf(entry, m_base), patch);
        });
}

Result<contract::ConfigPatchReport> LiveConfig::commit(
    const Settings &next, boost::json::object overrides, const Patch &patch)
{
    const auto before = current();
    contract::ConfigPatchReport report;
    report.dry_run = patch.dryRun;
    report.revision = before->revision.revision;
    report.changes = changesBetween(before->settings, next);
    report.warnings = contradictionsIn(next, originsOf(m_base, overrides));
    if (patch.dryRun || report.changes.empty())
        return report;

    ++report.revision;
    const auto entry = std::make_shared<const RevisionStore::Entry>(RevisionStore::Entry{
        {report.revision, m_clock.wallNow(), patch.actor, patch.reason, report.changes}, next,
        std::move(overrides)});
    return m_store.append(*entry).map([&] {
        m_current.with([&](auto &held) { held = entry; });
        for (const Follower &follower : m_followers)
            follower(entry->settings);
        for (const Listener &listener : m_listeners)
            listener(entry->revision);
        return report;
    });
}

Result<contract::ConfigHistory> LiveConfig::history(std::int64_t before, std::size_t limit) const
{
    return m_store.entries(before == 0 ? kFromNewest : before, limit).map([&](auto &&entries) {
        contract::ConfigHistory history;
        for (auto &entry : entries)
            history.revisions.push_back(entry.revision);
        if (history.revisions.size() == limit && history.revisions.back().revision > 1)
            history.next_cursor = std::to_string(history.revisions.back().revision);
        return history;
    });
}

void LiveConfig::follow(Follower follower)
{
    m_followers.push_back(std::move(follower));
}

void LiveConfig::listen(Listener listener)
{
    m_listeners.push_back(std::move(listener));
}

} // namespace pult::service
