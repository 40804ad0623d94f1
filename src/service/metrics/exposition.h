// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <prometheus/collectable.h>

namespace pult::service {

/// Everything that reports metrics, as one page of Prometheus text 0.0.4. Sources are added before
/// the service starts and live as long as the page; text() may then be called from any thread.
class Exposition {
public:
    static constexpr const char *kContentType = "text/plain; version=0.0.4; charset=utf-8";

    void add(std::shared_ptr<const prometheus::Collectable> source);
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::shared_ptr<const prometheus::Collectable>> m_sources;
};

} // namespace pult::service
