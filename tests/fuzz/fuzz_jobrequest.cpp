// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/encodetext.h"
#include "contract/jsontext.h"
#include "contract/params.h"
#include "fuzz/fuzzing.h"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    namespace contract = pult::contract;
    using contract::GenerateRequest;
    const auto request = contract::decodeText<GenerateRequest>(
        pult::fuzz::textOf(data, size), contract::UnknownMembers::refuse);
    if (!request) {
        pult::fuzz::require(!request.error().detail.empty(), "a refusal says why");
        return 0;
    }
    const std::string text = contract::encodeText(*request);
    pult::fuzz::require(
        text == contract::jsonText(contract::encode(*request)), "both writers write the same");
    const auto again = contract::decodeText<GenerateRequest>(text);
    pult::fuzz::require(again.has_value() && *again == *request, "what is written reads back");
    for (const contract::Kind kind : contract::kAllKinds)
        if (contract::validate(kind, *request, pult::Seconds(900)))
            (void)contract::withDefaults(kind, *request);
    return 0;
}
