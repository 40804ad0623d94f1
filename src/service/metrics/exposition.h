// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <prometheus/collectable.h>

namespace pult::service {

/// Everything that reports metrics, as one page. Sources are added before the service starts and
/// live as long as the page; text() may then be called from any thread.
class Exposition {
public:
    enum class Format {
        prometheus, ///< Prometheus text 0.0.4
        openMetrics ///< OpenMetrics 1.0
    };
    [[nodiscard]] static std::string_view contentType(Format format);

    void add(std::shared_ptr<const prometheus::Collectable> source);
    [[nodiscard]] std::string text(Format format = Format::prometheus) const;

private:
    std::vector<std::shared_ptr<const prometheus::Collectable>> m_sources;
};

} // namespace pult::service
