// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/problem.h"

#include <gtest/gtest.h>

#include "contract/problem.h"
#include "service/http/httpstatus.h"

namespace pult::service {
namespace {

TEST(Problem, EveryErrorHasAStatusWithAPhrase)
{
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ErrorCode>>([](auto entry) {
        const unsigned status = statusOf(Error{entry.value, "x", {}});
        EXPECT_GE(status, 400U) << entry.name;
        EXPECT_NE(reasonOf(status), "Unknown") << entry.name;
    });
}

TEST(Problem, FieldsMakeTheDifferenceBetweenMalformedAndUnprocessable)
{
    EXPECT_EQ(statusOf(fail(ErrorCode::invalidArgument, "x").value()), 400U);
    EXPECT_EQ(statusOf(fail({{"/a", "x"}}).value()), 422U);
}

TEST(Problem, TheBodySaysWhatAndWhere)
{
    const Response response = problemResponse(fail({{"/a", "wrong"}}).value());
    EXPECT_EQ(response.contentType, "application/problem+json");
    const auto problem = contract::decodeText<contract::Problem>(response.body);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->type, "about:blank");
    EXPECT_EQ(problem->title, "Unprocessable Content");
    EXPECT_EQ(problem->status, 422);
    ASSERT_TRUE(problem->errors);
    EXPECT_EQ(problem->errors->front(), (FieldError{"/a", "wrong"}));
}

TEST(Problem, WhoeverMayTryAgainIsToldWhen)
{
    Error error{ErrorCode::limited, "x", {}};
    error.retryAfter = Seconds(2.1);
    EXPECT_EQ(problemResponse(error).headers.value("Retry-After"), "3");
    error.retryAfter = Seconds(0);
    EXPECT_EQ(problemResponse(error).headers.value("Retry-After"), "1");
    error.code = ErrorCode::unavailable;
    error.retryAfter.reset();
    EXPECT_NE(problemResponse(error).headers.value("Retry-After"), "");
    error.code = ErrorCode::notFound;
    EXPECT_EQ(problemResponse(error).headers.value("Retry-After"), "");
}

} // namespace
} // namespace pult::service
