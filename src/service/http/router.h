// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/http/route.h"

namespace pult::service {

/// Which route serves what. Routes are added before the first request; then any thread.
class Router {
public:
    struct Match {
        const Route *route = nullptr; ///< Null: nothing there for this method.
        std::vector<std::string> parameters;
        std::string allowed; ///< Methods of the path, for Allow; "" when there is no such path.
    };

    void add(Route route);
    /// HEAD finds what GET finds.
    [[nodiscard]] Match find(Method method, const std::vector<std::string> &segments) const;
    [[nodiscard]] std::vector<const Route *> routes() const;

private:
    struct Entry {
        Route route;
        std::vector<std::string_view> segments;
    };
    std::vector<std::unique_ptr<const Entry>> m_entries;
};

} // namespace pult::service
