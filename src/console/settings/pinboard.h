// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "console/settings/consolesettings.h"

namespace pult::settings {

/// The dashboards of all services, for every window. Who keeps them listens to changed(). GUI
/// thread.
class PinBoard final : public QObject {
    Q_OBJECT
public:
    using Charts = std::vector<PinnedChart>;
    using Dashboards = std::map<std::string, Charts>;

    using QObject::QObject;

    [[nodiscard]] const Dashboards &dashboards() const { return m_dashboards; }
    void setDashboards(Dashboards dashboards) { m_dashboards = std::move(dashboards); }

    /// Of one service, in the user's order.
    [[nodiscard]] Charts charts(const std::string &service) const;
    /// None: the dashboard is forgotten.
    void setCharts(const std::string &service, Charts charts);
    /// At the end.
    void pin(const std::string &service, PinnedChart chart);

Q_SIGNALS:
    void changed(const std::string &service);

private:
    Dashboards m_dashboards;
};

} // namespace pult::settings
