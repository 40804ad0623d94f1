// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace pult::service {

/// What a failed attempt says about the job and about the provider.
struct Verdict {
    enum class Job {
        mayRunAgain, ///< While it has attempts left.
        isFinal, ///< It would fail again in the same way.
        waits ///< It has not really been tried: the attempt doesn't count.
    };
    enum class Provider {
        works, ///< It answered, only not what was hoped for.
        unknown,
        failed, ///< Several of these in a row and it is down.
        isDown ///< It said so itself, or takes nothing from us.
    };
    Job job = Job::mayRunAgain;
    Provider provider = Provider::failed;
    bool operator==(const Verdict &) const = default;
};

[[nodiscard]] Verdict verdictOn(const Error &error);

} // namespace pult::service
