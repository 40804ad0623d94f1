// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/job.h"

namespace pult::contract {

bool isFinal(JobState state)
{
    return state != JobState::queued && state != JobState::running;
}

} // namespace pult::contract
