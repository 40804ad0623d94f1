// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/accept.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pult::service {
namespace {

TEST(Accept, TheMostSpecificRangeDecides)
{
    struct Case {
        std::string what;
        std::string field;
        double weight;
    };
    const std::vector<Case> cases{
        {"no field", "", 1},
        {"its own name", "text/plain", 1},
        {"its own name in other letters", "Text/PLAIN", 1},
        {"its own name with a weight", "text/plain;q=0.5", 0.5},
        {"blanks around everything", " text/plain ; Q = 0.25 ,image/png", 0.25},
        {"its own version", "text/plain;version=0.0.4;q=0.3", 0.3},
        {"its own version in quotes", "text/plain;version=\"0.0.4\"", 1},
        {"another version", "text/plain;version=1.0.0", 0},
        {"its family", "text/*;q=0.4", 0.4},
        {"everything", "*/*;q=0.1", 0.1},
        {"everything, and itself less", "*/*, text/*;q=0.5, text/plain;q=0.2", 0.2},
        {"its version wanted less than the others", "text/plain;version=0.0.4;q=0.1,text/plain",
            0.1},
        {"itself not at all", "*/*, text/plain;q=0", 0},
        {"something else", "application/json", 0},
        {"a weight that is none", "text/plain;q=lots", 0},
        {"a weight out of range", "text/plain;q=7", 0},
        {"nonsense", ",;=,,text;q,/*", 0},
    };
    for (const Case &one : cases)
        EXPECT_EQ(acceptWeight(one.field, "text/plain", "0.0.4"), one.weight) << one.what;
}

} // namespace
} // namespace pult::service
