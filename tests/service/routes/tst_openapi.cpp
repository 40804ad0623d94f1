// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <boost/algorithm/string/case_conv.hpp>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include "contract/cache.h"
#include "contract/health.h"
#include "support/fakefrontdoor.h"

namespace pult::service {
namespace {

using Names = std::set<std::string>;

YAML::Node document()
{
    return YAML::LoadFile(PULT_RESOURCES "/openapi.yaml");
}

Names described()
{
    Names routes;
    for (const auto &path : document()["paths"])
        for (const auto &operation : path.second)
            if (const auto name = operation.first.as<std::string>(); name != "parameters")
                routes.insert(boost::to_upper_copy(name) + ' ' + path.first.as<std::string>());
    return routes;
}

Names served()
{
    const test::FakeFrontDoor door;
    Names routes;
    for (const Route *route : door.router().routes())
        routes.insert(
            std::string(contract::nameOf(route->method)) + ' ' + std::string(route->pattern));
    return routes;
}

template <class T>
void expectSchema(const std::string &name)
{
    Names members;
    boost::mp11::mp_for_each<contract::detail::Members<T>>(
        [&](auto member) { members.insert(member.name); });
    Names properties;
    for (const auto &property : document()["components"]["schemas"][name]["properties"])
        properties.insert(property.first.as<std::string>());
    EXPECT_EQ(properties, members) << name;
}

/// Every $ref of the document, wherever it stands.
void collectReferences(const YAML::Node &node, Names &references)
{
    if (node.IsMap()) {
        for (const auto &entry : node) {
            if (entry.first.as<std::string>() == "$ref")
                references.insert(entry.second.as<std::string>());
            collectReferences(entry.second, references);
        }
    } else if (node.IsSequence()) {
        for (const auto &item : node)
            collectReferences(item, references);
    }
}

TEST(OpenApi, DescribesExactlyWhatIsServed)
{
    EXPECT_EQ(described(), served());
}

TEST(OpenApi, DescribesEveryMemberThatTravels)
{
    expectSchema<contract::Job>("Job");
    expectSchema<contract::JobParams>("JobParams");
    expectSchema<contract::GenerateRequest>("GenerateRequest");
    expectSchema<contract::JobFailure>("JobFailure");
    expectSchema<contract::JobResult>("JobResult");
    expectSchema<contract::JobPage>("JobPage");
    expectSchema<contract::CacheStats>("CacheStats");
    expectSchema<contract::KindQueue>("KindQueue");
    expectSchema<contract::QueueReport>("QueueReport");
    expectSchema<contract::Health>("Health");
    expectSchema<contract::HealthCheck>("HealthCheck");
    expectSchema<contract::ConfigReport>("ConfigReport");
    expectSchema<contract::SettingDifference>("SettingDifference");
    expectSchema<contract::VerifiedSetting>("VerifiedSetting");
    expectSchema<contract::LogPage>("LogPage");
    expectSchema<contract::LogRecord>("LogRecord");
    expectSchema<contract::ConfigPatchReport>("ConfigPatchReport");
    expectSchema<contract::ConfigRevision>("ConfigRevision");
    expectSchema<contract::ConfigHistory>("ConfigHistory");
    expectSchema<contract::ConfigPreset>("ConfigPreset");
    expectSchema<contract::ConfigAdvice>("ConfigAdvice");
    expectSchema<contract::ConfigPresets>("ConfigPresets");
    expectSchema<contract::SettingChange>("SettingChange");
}

TEST(OpenApi, EveryReferenceLeadsSomewhere)
{
    Names references;
    collectReferences(document(), references);
    EXPECT_GT(references.size(), 20U);
    for (const std::string &reference : references) {
        ASSERT_TRUE(reference.starts_with("#/components/")) << reference;
        const std::size_t slash = reference.find('/', 13);
        const auto target =
            document()["components"][reference.substr(13, slash - 13)][reference.substr(slash + 1)];
        EXPECT_TRUE(target.IsDefined()) << reference;
    }
}

TEST(OpenApi, TheVersionIsThatOfTheProgram)
{
    EXPECT_EQ(document()["info"]["version"].as<std::string>(), PULT_VERSION);
}

} // namespace
} // namespace pult::service
