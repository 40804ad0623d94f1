// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "base/clock.h"
#include "base/guarded.h"
#include "contract/config.h"
#include "service/config/basesettings.h"

namespace pult::service {

/// Where revisions are kept. Called under LiveConfig's writer lock, one at a time.
class RevisionStore {
public:
    struct Entry {
        contract::ConfigRevision revision;
        Settings settings; ///< Whole, as of that revision.
        /// What was set by API, as a merge patch; empty: kept by a version that did not know.
        std::optional<boost::json::object> overrides = boost::json::object();
    };

    virtual ~RevisionStore() = default;
    /// On disk when it returns.
    [[nodiscard]] virtual Result<void> append(const Entry &entry) = 0;
    /// Newest first, those below `before`.
    [[nodiscard]] virtual Result<std::vector<Entry>> entries(
        std::int64_t before, std::size_t limit) const = 0;
    /// Errors: notFound.
    [[nodiscard]] virtual Result<Entry> entry(std::int64_t revision) const = 0;
};

/// The settings in force, as one immutable snapshot that is swapped whole. Any thread.
/// A change is validated whole, on disk, then in force, then told to the followers, in that order.
class LiveConfig {
public:
    using Snapshot = std::shared_ptr<const Settings>;
    using Follower = std::function<void(const Settings &)>;
    using Listener = std::function<void(const contract::ConfigRevision &)>;

    struct Patch {
        /// RFC 7396 merge patch; null takes back what was set by API.
        boost::json::value body;
        std::int64_t ifRevision = 0;
        std::string actor;
        std::string reason;
        bool dryRun = false;
    };

    /// Opens on what was set by API before, over the base. A first start, and one whose base is not
    /// what it was, store a revision. The store must outlive the config.
    /// Errors: those of the store, corrupt.
    [[nodiscard]] static Result<std::unique_ptr<LiveConfig>> open(
        RevisionStore &store, const Clock &clock, BaseSettings base);

    [[nodiscard]] Snapshot settings() const;
    [[nodiscard]] std::int64_t revision() const;
    /// {group: {name: origin}}, see SettingOrigin.
    [[nodiscard]] boost::json::object origins() const;
    /// Settings in force that contradict each other, a sentence each.
    [[nodiscard]] std::vector<std::string> warnings() const;

    /// Errors: stale, invalidArgument with pointers, those of the store. On error nothing changed.
    [[nodiscard]] Result<contract::ConfigPatchReport> patch(const Patch &patch);
    /// Brings the values of an older revision back, as a new revision. Errors: as patch, notFound.
    [[nodiscard]] Result<contract::ConfigPatchReport> rollback(
        std::int64_t toRevision, std::int64_t ifRevision, std::string actor, std::string reason);
    /// Newest first, those below `before` (0: from the newest).
    [[nodiscard]] Result<contract::ConfigHistory> history(
        std::int64_t before, std::size_t limit) const;

    /// Called after each change, in order, on the changing thread; keep it short. Set up before the
    /// first patch; lives as long as the config. A change that changes nothing makes no revision.
    void follow(Follower follower);
    void listen(Listener listener);

private:
    LiveConfig(RevisionStore &store, const Clock &clock, BaseSettings base,
        const RevisionStore::Entry &newest);
    [[nodiscard]] std::shared_ptr<const RevisionStore::Entry> current() const;
    [[nodiscard]] Result<void> checkRevision(std::int64_t ifRevision) const;
    Result<contract::ConfigPatchReport> commit(
        const Settings &next, boost::json::object overrides, const Patch &patch);

    RevisionStore &m_store;
    const Clock &m_clock;
    const BaseSettings m_base;
    Guarded<std::shared_ptr<const RevisionStore::Entry>> m_current;
    std::mutex m_writing; ///< One change at a time, store included.
    std::vector<Follower> m_followers;
    std::vector<Listener> m_listeners;
};

} // namespace pult::service
