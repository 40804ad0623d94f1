// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/service.h"

namespace pult::live {

bool Service::offers(Capability capability) const
{
    switch (capability) {
    case Capability::jobs:
    case Capability::settings:
        return address().kind == TargetKind::service;
    }
    return false;
}

} // namespace pult::live
