// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/live/background.h"
#include "console/live/history.h"
#include "console/live/service.h"

namespace pult::live {

/// As Service::exportSeries. The background outlives the context. GUI thread.
void runExport(Background &background, const std::shared_ptr<History> &history,
    const ExportQuery &query, QObject *context, Reply<ExportProgress> reply);

} // namespace pult::live
