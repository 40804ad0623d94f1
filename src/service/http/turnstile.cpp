// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/turnstile.h"

#include <algorithm>

namespace pult::service {

SteadyTime Turnstile::take(SteadyTime now)
{
    return m_next.with([&](SteadyTime &next) {
        const SteadyTime turn = std::max(now, next);
        next = turn + m_spacing;
        return turn;
    });
}

} // namespace pult::service
