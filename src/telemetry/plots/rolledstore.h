// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "telemetry/plots/decimator.h"
#include "telemetry/plots/levelplan.h"
#include "telemetry/plots/rollup.h"
#include "telemetry/store/retention.h"

namespace pult::telemetry {

/// A store with its rollups: the newest rows as they are, the older past in ever longer steps. One
/// thread at a time.
class RolledStore {
public:
    static constexpr std::array<std::chrono::seconds, 3> kSteps{
        std::chrono::seconds(10), std::chrono::minutes(1), std::chrono::minutes(5)};

    /// In memory.
    explicit RolledStore(const Retention &retention);
    /// In the folder's files of that name. Errors: io, unsupported (nothing is changed).
    [[nodiscard]] static Result<RolledStore> open(
        const HistoryFolder &folder, const std::string &name, const Retention &retention);

    void setRetention(const Retention &retention);
    /// As SeriesStore::append.
    void append(WallTime at, std::span<const double> values);

    [[nodiscard]] double latest(SeriesIndex series) const { return m_fine.latest(series); }
    [[nodiscard]] std::optional<WallTime> newest() const { return m_fine.newest(); }
    /// Its pixel columns, as Decimator makes them, in the coarsest resolution that has a sample for
    /// each column. No extreme is lost to it.
    [[nodiscard]] std::vector<Extremes> decimate(SeriesIndex series, const PixelRange &range) const;

    /// Bytes that could not be read when it was opened.
    [[nodiscard]] std::size_t lost() const;
    /// Why it is not written any more.
    [[nodiscard]] std::optional<Error> problem() const;

private:
    /// Where each pixel column holds a step, hardly a line is drawn from one step to another: the
    /// middle of a step will do for its mean, which leaves out a third of the reading.
    enum class Columns { holdSteps, areNarrower };

    struct Level {
        Rollup rollup;
        SeriesStore store;
    };

    RolledStore(SeriesStore fine, std::vector<Level> levels);
    [[nodiscard]] static SeriesStore::Limits levelLimits(
        std::size_t level, const Retention &retention);
    /// Rolls up again what the fine rows say of the steps from that one on.
    void catchUp(Level &level, WallTime from);
    void catchUp(Level &level);
    void roll(Level &level, WallTime at, std::span<const double> values);
    [[nodiscard]] std::vector<LevelSpan> spans() const;
    [[nodiscard]] bool isWithinAStep(const LevelPart &part) const;
    void decimatePart(
        const LevelPart &part, Columns columns, SeriesIndex series, Decimator &decimator) const;

    SeriesStore m_fine;
    std::vector<Level> m_levels; ///< As kSteps.
};

} // namespace pult::telemetry
