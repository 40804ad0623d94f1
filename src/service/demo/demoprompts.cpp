// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/demo/demoprompts.h"

#include <array>
#include <string_view>

namespace pult::service {

namespace {

constexpr std::array<std::string_view, 8> kThings{"a lighthouse", "a fox", "two sailing boats",
    "an old tram", "a bowl of cherries", "a paper crane", "a mountain hut", "a red bicycle"};
constexpr std::array<std::string_view, 7> kManners{"at dawn", "in heavy rain", "as a woodcut",
    "in soft pastel", "under northern lights", "seen from above", "on a summer meadow"};
constexpr std::array<std::int64_t, 3> kSizes{192, 256, 320};

/// Takes a number below `count` off the front of `number`.
std::size_t take(std::uint64_t &number, std::size_t count)
{
    const std::size_t taken = number % count;
    number /= count;
    return taken;
}

} // namespace

contract::GenerateRequest demoRequest(contract::Kind kind, std::uint64_t number)
{
    contract::GenerateRequest request;
    request.prompt = kThings[take(number, kThings.size())];
    request.prompt += ' ';
    request.prompt += kManners[take(number, kManners.size())];
    request.priority = static_cast<std::int64_t>(4 + take(number, 3));
    if (kind == contract::Kind::image) {
        request.params.width = kSizes[take(number, kSizes.size())];
        request.params.height = request.params.width;
    } else if (kind == contract::Kind::video) {
        request.params.width = 160;
        request.params.height = 128;
        request.params.frames = 12;
    }
    return request;
}

} // namespace pult::service
