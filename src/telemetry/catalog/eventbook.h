// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/walltime.h"
#include "telemetry/files/historyfolder.h"
#include "telemetry/files/record.h"

namespace pult::telemetry {

/// What happened to a service beside its samples. A value.
struct KeptEvent {
    WallTime at;
    std::uint32_t kind = 0; ///< Whoever keeps it knows what it means.
    std::string text;
    bool operator==(const KeptEvent &) const = default;
};

/// The newest events of one service, in its folder's file "service.events": a record each, i64
/// milliseconds since the epoch, u32 kind, text. One thread at a time.
class EventBook {
public:
    static constexpr std::size_t kKept = 1000;

    /// With more than twice kKept it writes the file anew. Errors: io, unsupported.
    [[nodiscard]] static Result<EventBook> open(const HistoryFolder &folder);

    /// As they were added, at most kKept.
    [[nodiscard]] const std::vector<KeptEvent> &events() const { return m_events; }
    /// Where the folder may be written. Errors: io.
    [[nodiscard]] Result<void> add(KeptEvent event);

private:
    [[nodiscard]] bool readEvent(const Record &record);
    [[nodiscard]] Result<void> writeAnew(const std::filesystem::path &path);

    std::vector<KeptEvent> m_events;
    std::optional<File> m_file;
};

} // namespace pult::telemetry
