// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "console/shell/application.h"
#include "console/shell/options.h"

int main(int argc, char **argv)
{
    using namespace pult::shell;
    const auto parsed = parseOptions(argc, argv);
    if (const auto *end = std::get_if<EarlyExit>(&parsed)) {
        std::fputs(end->text.c_str(), end->code == 0 ? stdout : stderr);
        return end->code;
    }
    return runConsole(argc, argv, std::get<Options>(parsed));
}
