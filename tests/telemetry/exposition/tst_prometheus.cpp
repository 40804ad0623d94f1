// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Against what Prometheus 2.42 said of the same bodies: peer/record.py asked it.
#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "telemetry/exposition/peer/peerbodies.h"

namespace pult::telemetry {
namespace {

using namespace peer;

std::vector<Verdict> recordedVerdicts()
{
    std::istringstream lines(unpacked(PULT_PEER_DATA "/verdicts.gz"));
    std::vector<Verdict> verdicts;
    Verdict verdict;
    while (
        lines >> verdict.brokenLine >> verdict.series >> std::hex >> verdict.checksum >> std::dec)
        verdicts.push_back(verdict);
    return verdicts;
}

class Prometheus : public testing::Test {
protected:
    const std::vector<PeerBody> bodies = peerBodies(PULT_PEER_DATA "/recordings");
};

TEST_F(Prometheus, SaysTheSameOfEveryBody)
{
    const std::vector<Verdict> expected = recordedVerdicts();
    ASSERT_EQ(expected.size(), bodies.size());
    ASSERT_GT(bodies.size(), 10'000U);
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const Verdict ours = ourVerdict(bodies[i]);
        EXPECT_EQ(ours.brokenLine, expected[i].brokenLine) << bodies[i].name << '\n'
                                                           << bodies[i].text;
        EXPECT_EQ(ours.series, expected[i].series) << bodies[i].name << '\n' << bodies[i].text;
        EXPECT_EQ(ours.checksum, expected[i].checksum) << bodies[i].name << '\n' << bodies[i].text;
    }
}

TEST_F(Prometheus, ABrokenLineTakesNothingFromWhatStandsBeforeIt)
{
    for (const PeerBody &body : bodies) {
        const std::size_t broken = ourVerdict(body).brokenLine;
        if (broken == 0)
            continue;
        const auto all = samplesOf(body);
        const auto before = samplesOf(linesBefore(broken, body));
        EXPECT_TRUE(std::includes(all.begin(), all.end(), before.begin(), before.end()))
            << body.text;
    }
}

} // namespace
} // namespace pult::telemetry
