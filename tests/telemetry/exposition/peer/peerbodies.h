// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "telemetry/exposition/scrapeparser.h"

/// What Prometheus' own parser and ours are compared over: scrapes recorded from real exporters,
/// and pieces of them with a few mistakes made on purpose, the same ones on every machine.
namespace pult::telemetry::peer {

struct PeerBody {
    std::string name;
    ExpositionFormat format = ExpositionFormat::text;
    std::string text;
};

/// The recordings, by name, and behind them the broken pieces. Recordings end in .txt or .om, and
/// then in .gz when they are packed.
[[nodiscard]] std::vector<PeerBody> peerBodies(const std::filesystem::path &recordings);

/// What a parser says of a body.
struct Verdict {
    std::size_t brokenLine = 0; ///< The first; 0 without any.
    std::size_t series = 0; ///< In front of that line.
    std::uint32_t checksum = 0; ///< CRC-32 over those.
    bool operator==(const Verdict &) const = default;
};

[[nodiscard]] Verdict ourVerdict(const PeerBody &body);

/// Names with their sorted labels and values to the bit, a text each, sorted.
[[nodiscard]] std::vector<std::string> samplesOf(const PeerBody &body);

/// The lines in front of that one, as a body of their own. Requires: from 1.
[[nodiscard]] PeerBody linesBefore(std::size_t line, const PeerBody &body);

/// The text of a file, unpacked when it is packed by gzip.
[[nodiscard]] std::string unpacked(const std::filesystem::path &path);

} // namespace pult::telemetry::peer
