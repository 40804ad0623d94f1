// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// For record.py: every body with the line that ours takes for its first broken one. Each is
// preceded by a line "FORMAT BROKEN_LINE BYTES".
#include <iostream>

#include "telemetry/exposition/peer/peerbodies.h"

int main(int count, char **arguments)
{
    using namespace pult::telemetry;
    if (count != 2)
        return 2;
    for (const peer::PeerBody &body : peer::peerBodies(arguments[1])) {
        const bool isText = body.format == ExpositionFormat::text;
        std::cout << (isText ? "text" : "openmetrics") << ' ' << peer::ourVerdict(body).brokenLine
                  << ' ' << body.text.size() << '\n'
                  << body.text;
    }
    return 0;
}
