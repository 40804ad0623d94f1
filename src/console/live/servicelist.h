// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "console/live/service.h"

namespace pult::live {

/// How much of the past is kept of each service. A value.
struct HistoryLimits {
    Seconds span{7 * 24 * 3600};
    std::int64_t bytes = std::int64_t(400) << 20; ///< On disk, about.
};

/// Every service the console knows, in the user's order. GUI thread.
class ServiceList : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual Service &at(int index) const = 0;
    [[nodiscard]] virtual Service *find(const std::string &id) const = 0;

    /// Connects, at the end of the list.
    virtual Service &add(const ServiceAddress &address) = 0;
    /// Same id, other name, url or token: reconnects if needed.
    virtual void edit(const ServiceAddress &address) = 0;
    virtual void remove(const std::string &id) = 0;
    /// Removes what is kept of its past, for good. Requires: not in the list (any more).
    virtual void removeHistory(const std::string &id) = 0;
    /// Of all services, also those in the list.
    virtual void setHistoryLimits(const HistoryLimits &limits) = 0;
    virtual void move(int from, int to) = 0;

    /// One look at an address without adding it: for "Test connection".
    virtual void probe(
        const ServiceAddress &address, QObject *context, Reply<contract::Health> reply) = 0;
    /// The same for what is no service.
    virtual void inspect(
        const ServiceAddress &address, QObject *context, Reply<PageFinding> reply) = 0;

Q_SIGNALS:
    void added(int index);
    void removed(int index);
    void moved(int from, int to);
    void edited(int index);
};

} // namespace pult::live
