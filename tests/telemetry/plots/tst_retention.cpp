// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/retention.h"

#include <gtest/gtest.h>

#include "telemetry/plots/rolledstore.h"

namespace pult::telemetry {
namespace {

TEST(Retention, AllPartsTogetherKeepTheirBytes)
{
    const Retention retention;
    std::size_t bytes = limitsOf(HistoryPart::series, retention).bytes
        + limitsOf(HistoryPart::signals, retention).bytes
        + limitsOf(HistoryPart::fineRollup, retention).bytes;
    for (std::size_t i = 1; i < RolledStore::kSteps.size(); ++i)
        bytes += limitsOf(HistoryPart::rollup, retention).bytes;
    EXPECT_LE(bytes, retention.bytes);
    EXPECT_GE(bytes, retention.bytes * 9 / 10);
}

TEST(Retention, AStoreHasManyFiles)
{
    for (const std::size_t bytes : {std::size_t(8) << 20U, std::size_t(100) << 20U})
        EXPECT_GE(bytes / pageFileBytes({Seconds(1), bytes}), 6U);
}

} // namespace
} // namespace pult::telemetry
