// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/commandline.h"

int main(int argc, char **argv)
{
    return pult::service::runCommandLine(argc, argv);
}
