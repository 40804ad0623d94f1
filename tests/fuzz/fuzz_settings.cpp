// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A settings file in TOML, and the same bytes as the JSON of a merge patch.
#include "contract/encodetext.h"
#include "fuzz/fuzzing.h"
#include "service/config/mergepatch.h"
#include "service/config/settingsfile.h"

namespace {

using pult::fuzz::require;
using pult::service::Settings;

void apply(const boost::json::value &patch)
{
    const auto settings = pult::service::applyMergePatch({}, patch);
    if (!settings) {
        require(!settings.error().fields.empty(), "a refusal names the places");
        return;
    }
    const std::string text = pult::contract::encodeText(*settings);
    const auto again = pult::contract::decodeText<Settings>(text);
    require(again.has_value() && *again == *settings, "what is kept reads back");
    const auto twice = pult::service::applyMergePatch(*settings, patch);
    require(twice.has_value() && *twice == *settings, "the same change again changes nothing");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text = pult::fuzz::textOf(data, size);
    if (const auto fromFile = pult::service::settingsFromToml(text))
        apply(*fromFile);
    if (const auto patch = pult::contract::parseJson(text))
        apply(*patch);
    return 0;
}
