// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/fakefrontdoor.h"

namespace pult::service {
namespace {

Response metricsFor(const std::string &accept)
{
    test::FakeFrontDoor door;
    Request request;
    request.target = parseTarget("/metrics").value();
    request.headers.add(
        "Authorization", "Bearer " + door.tokens->createTransient("anna", Role::viewer));
    if (!accept.empty())
        request.headers.add("Accept", accept);
    return door.answer(request);
}

TEST(MetricsRoute, SpeaksOpenMetricsToWhoPrefersIt)
{
    for (const std::string accept : {"application/openmetrics-text",
             "application/openmetrics-text; version=1.0.0; charset=utf-8",
             "application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;"
             "version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
             "text/plain;q=0.5, application/*"}) {
        const Response response = metricsFor(accept);
        EXPECT_EQ(
            response.contentType, "application/openmetrics-text; version=1.0.0; charset=utf-8")
            << accept;
        EXPECT_TRUE(response.body.ends_with("# EOF\n")) << accept;
        EXPECT_EQ(response.headers.value("Vary"), "Accept");
    }
}

TEST(MetricsRoute, SpeaksPrometheusTextToEverybodyElse)
{
    for (const std::string accept : {"", "*/*", "text/plain", "text/html,*/*;q=0.8",
             "application/openmetrics-text;version=0.0.1",
             "application/openmetrics-text;q=0.5,text/plain;version=0.0.4",
             "application/openmetrics-text,text/plain", "application/openmetrics-text;q=0"}) {
        const Response response = metricsFor(accept);
        EXPECT_EQ(response.contentType, "text/plain; version=0.0.4; charset=utf-8") << accept;
        EXPECT_EQ(response.body.find("# EOF"), std::string::npos) << accept;
        EXPECT_EQ(response.headers.value("Vary"), "Accept");
    }
}

} // namespace
} // namespace pult::service
