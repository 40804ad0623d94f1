// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What comes from elsewhere in small pieces: base64, addresses, times, ids, providers' answers.
#include "base/uuid.h"
#include "contract/base64.h"
#include "contract/codec.h"
#include "fuzz/fuzzing.h"
#include "service/providers/runpodoutput.h"
#include "service/upstream/webaddress.h"

namespace {

using pult::fuzz::require;

void readBase64(const std::string &text)
{
    require(pult::contract::fromBase64(pult::contract::toBase64(text)) == text,
        "what base64 packs it unpacks");
    const auto strict = pult::contract::fromBase64(text);
    if (!strict)
        return;
    const auto lenient = pult::contract::fromAnyBase64(text);
    require(lenient.has_value() && *lenient == *strict, "both decoders read the same");
}

void readAddress(const std::string &text)
{
    const auto address = pult::service::parseWebAddress(text);
    if (!address)
        return;
    require(!address->host.empty(), "an address has a host");
    const std::string plain = (address->isSecure ? "https://" : "http://") + address->authority();
    const auto again = pult::service::parseWebAddress(plain);
    require(again.has_value() && *again == *address, "an address reads back");
}

void readNames(const std::string &text)
{
    if (const auto time = pult::parseWallTime(text))
        require(pult::parseWallTime(pult::toString(*time)) == *time, "a time reads back");
    if (const auto uuid = pult::parseUuid(text))
        require(pult::parseUuid(pult::toString(*uuid)) == *uuid, "an id reads back");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text = pult::fuzz::textOf(data, size);
    readBase64(text);
    readAddress(text);
    readNames(text);
    if (const auto json = pult::contract::parseJson(text)) {
        (void)pult::service::runpodMedia(*json);
        (void)pult::service::runpodText(*json);
    }
    return 0;
}
