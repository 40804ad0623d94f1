// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/figures.h"

#include <QLocale>

#include "console/models/format.h"

namespace pult::shell {
namespace {

using models::Unit;

std::string connectionWord(live::Connection connection)
{
    switch (connection) {
    case live::Connection::connecting:
        return "connecting";
    case live::Connection::live:
        return "live";
    case live::Connection::stale:
        return "stale";
    case live::Connection::refused:
        return "refused";
    case live::Connection::off:
        break;
    }
    return "off";
}

std::string plain(QString text)
{
    return text.replace(QChar(0x00A0), QLatin1Char(' ')).toStdString();
}

std::string plain(Unit unit, const std::optional<double> &value)
{
    return value ? plain(models::format(unit, *value)) : "-";
}

std::string poolsText(const live::ServiceState &state)
{
    std::string text = "store " + plain(Unit::ratio, state.latest(live::signal::kStoreUse));
    if (!state.queue)
        return text;
    for (const contract::KindQueue &queue : state.queue->kinds)
        text += ", " + std::string(boost::describe::enum_to_string(queue.kind, "?")) + ' '
            + std::to_string(queue.running) + '/' + std::to_string(queue.slots);
    return text;
}

} // namespace

std::string figuresLine(const live::ServiceState *state, WallTime now)
{
    const std::string time = plain(models::formatTimeOfDay(now));
    if (!state)
        return time + "  no service yet";
    std::string line = time + "  " + connectionWord(state->connection);
    if (state->problem)
        line += "  (" + state->problem->detail + ')';
    using namespace live::signal;
    return line + "  throughput " + plain(Unit::perSecond, state->latest(kJobRate)) + "  p95 "
        + plain(Unit::seconds, state->latest(kResponse)) + "  queue "
        + plain(Unit::count, state->latest(kQueued)) + "  slots "
        + plain(Unit::count, state->latest(kRunning)) + '/'
        + plain(Unit::count, state->latest(kSlots)) + "  pools " + poolsText(*state);
}

} // namespace pult::shell
