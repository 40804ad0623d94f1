// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/base64.h"

#include "contract/base64.h"

namespace pult::service {

Result<std::string> decodeBase64(std::string_view text)
{
    std::string strict;
    strict.reserve(text.size() + 3);
    for (const char c : text) {
        if (c == '-' || c == '_')
            strict += c == '-' ? '+' : '/';
        else if (c != '\r' && c != '\n' && c != ' ' && c != '\t')
            strict += c;
    }
    while (strict.size() % 4 != 0)
        strict += '=';
    return contract::fromBase64(strict).map_error([](const Error &) {
        return Error{ErrorCode::corrupt, "The result is no base64", {}};
    });
}

} // namespace pult::service
