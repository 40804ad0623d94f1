// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "console/live/chartdata.h"
#include "console/models/format.h"

namespace pult::widgets {

/// RFC 4180 CSV of what a chart shows: a row a column, UTC times, for each trace its lowest and
/// highest value in base units; a gap is an empty field. Any thread.
[[nodiscard]] QByteArray toCsv(const live::ChartData &data, models::Unit unit);

} // namespace pult::widgets
