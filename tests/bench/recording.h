// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace pult::bench {

/// The expositions in the file that PULT_BENCH_SCRAPES names, one a second, one behind the other.
/// Each begins with the line that the first one begins with.
[[nodiscard]] inline std::vector<std::string> recordedScrapes()
{
    const char *path = std::getenv("PULT_BENCH_SCRAPES");
    std::ifstream file(path != nullptr ? path : "");
    const std::string all(std::istreambuf_iterator<char>(file), {});
    const std::string head = all.substr(0, all.find('\n') + 1);
    std::vector<std::string> scrapes;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t next = std::min(all.find(head, at + 1), all.size());
        scrapes.push_back(all.substr(at, next - at));
        at = next;
    }
    if (scrapes.empty()) {
        std::cerr << "PULT_BENCH_SCRAPES must name a file of expositions\n";
        std::exit(2);
    }
    return scrapes;
}

} // namespace pult::bench
