// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/shell/options.h"

namespace pult::shell {

/// `pult --export-history FILE --service NAME`: writes what is kept of the service on disk, with
/// progress on the error output, also while a console goes on keeping it. Returns the exit code.
/// Requires: no application object.
[[nodiscard]] int exportHistory(int argc, char **argv, const ExportOption &option);

} // namespace pult::shell
