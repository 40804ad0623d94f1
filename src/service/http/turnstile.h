// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/guarded.h"

namespace pult::service {

/// Who asks for more than a fair share of the threads passes here, one every so often over all
/// connections: however many there are, together they take no more than a known part. Any thread.
class Turnstile {
public:
    explicit Turnstile(SteadyTime::duration spacing)
        : m_spacing(spacing)
    {
    }

    /// Takes the next free turn, and answers when that is: `now`, or behind those taken before.
    [[nodiscard]] SteadyTime take(SteadyTime now);

private:
    const SteadyTime::duration m_spacing;
    Guarded<SteadyTime> m_next;
};

} // namespace pult::service
