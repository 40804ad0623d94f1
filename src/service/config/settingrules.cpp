// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/settingrules.h"

#include <fmt/format.h>

namespace pult::service {

namespace {

FieldError needed(std::string_view group, contract::Kind kind, std::string_view what)
{
    const std::string_view name = contract::nameOf(kind);
    return {fmt::format("/{}/{}_{}", group, name, what),
        fmt::format("Must be given while providers.{} is {}", name, group)};
}

} // namespace

Result<void> checkTogether(const Settings &settings)
{
    std::vector<FieldError> broken;
    for (const contract::Kind kind : contract::kAllKinds) {
        const std::string &provider = providerFor(settings.providers, kind);
        if (provider == "runpod" && endpointFor(settings.runpod, kind).empty())
            broken.push_back(needed("runpod", kind, "endpoint"));
        if (provider == "openai" && modelFor(settings.openai, kind).empty())
            broken.push_back(needed("openai", kind, "model"));
    }
    if (settings.providers.longest_retry_s < settings.providers.first_retry_s)
        broken.push_back(
            {"/providers/longest_retry_s", "Must be at least providers.first_retry_s"});
    if (!broken.empty())
        return fail(std::move(broken));
    return {};
}

} // namespace pult::service
