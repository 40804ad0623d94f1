// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/router.h"

#include <gtest/gtest.h>

#include "service/http/target.h"

namespace pult::service {
namespace {

class RouterTest : public testing::Test {
protected:
    RouterTest()
    {
        for (const auto &[method, pattern] : {std::pair(Method::GET, "/jobs"),
                 std::pair(Method::GET, "/jobs/{id}"), std::pair(Method::DELETE, "/jobs/{id}"),
                 std::pair(Method::POST, "/queue/{kind}/pause")})
            router.add({method, pattern, Access::viewer, {}});
    }

    Router::Match find(Method method, std::string_view target)
    {
        return router.find(method, parseTarget(target)->segments);
    }

    Router router;
};

TEST_F(RouterTest, PlacesAreTakenFromThePath)
{
    const auto match = find(Method::POST, "/queue/image/pause");
    ASSERT_NE(match.route, nullptr);
    EXPECT_EQ(match.route->pattern, "/queue/{kind}/pause");
    EXPECT_EQ(match.parameters, std::vector<std::string>{"image"});
    EXPECT_EQ(find(Method::GET, "/jobs/a%2fb").parameters, std::vector<std::string>{"a/b"});
}

TEST_F(RouterTest, HeadFindsWhatGetFinds)
{
    EXPECT_EQ(find(Method::HEAD, "/jobs").route, find(Method::GET, "/jobs").route);
}

TEST_F(RouterTest, AnotherMethodLearnsWhatIsAllowed)
{
    const auto match = find(Method::POST, "/jobs/7");
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(match.allowed, "GET, HEAD, DELETE");
}

TEST_F(RouterTest, NothingIsAtOtherPaths)
{
    for (const char *target : {"/", "/job", "/jobs/7/8", "/queue//pause", "/queue/image"}) {
        const auto match = find(Method::GET, target);
        EXPECT_EQ(match.route, nullptr) << target;
        EXPECT_EQ(match.allowed, "") << target;
    }
}

} // namespace
} // namespace pult::service
