// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/httpstatus.h"

#include <algorithm>
#include <array>

namespace pult::service {

namespace {

struct Phrase {
    unsigned status;
    std::string_view reason;
};

constexpr std::array kPhrases{
    Phrase{200, "OK"},
    Phrase{202, "Accepted"},
    Phrase{204, "No Content"},
    Phrase{206, "Partial Content"},
    Phrase{304, "Not Modified"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{411, "Length Required"},
    Phrase{412, "Precondition Failed"},
    Phrase{413, "Content Too Large"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{416, "Range Not Satisfiable"},
    Phrase{417, "Expectation Failed"},
    Phrase{422, "Unprocessable Content"},
    Phrase{428, "Precondition Required"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{503, "Service Unavailable"},
    Phrase{504, "Gateway Timeout"},
    Phrase{505, "HTTP Version Not Supported"},
};
static_assert(kPhrases.size() == kStatuses);

} // namespace

std::optional<std::size_t> placeOf(unsigned status)
{
    const auto found = std::find_if(kPhrases.begin(), kPhrases.end(),
        [status](const Phrase &phrase) { return phrase.status == status; });
    if (found == kPhrases.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - kPhrases.begin());
}

std::string_view reasonOf(unsigned status)
{
    const auto place = placeOf(status);
    return place ? kPhrases[*place].reason : "Unknown";
}

} // namespace pult::service
