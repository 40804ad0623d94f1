// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/deadline.h"
#include "contract/job.h"
#include "service/providers/cancellation.h"
#include "service/runtime/task.h"

namespace pult::service {

/// What a generation made.
struct Artifact {
    std::string bytes;
    std::string mediaType;
    std::optional<std::int64_t> width; ///< Pixels.
    std::optional<std::int64_t> height; ///< Pixels.
    std::optional<std::string> stickerId{}; ///< Under which it is cached.
};

/// Who does the generating. Any thread; a coroutine runs on an executor of one thread.
class Provider {
public:
    /// 0..1; may be called on any thread, until run() has ended.
    using Progress = std::function<void(double)>;

    virtual ~Provider() = default;

    /// Lower case, for metric labels.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Of who would serve the job now, where several stand behind one.
    [[nodiscard]] virtual std::string nameFor(const contract::Job &) const
    {
        return std::string(name());
    }

    /// Whether it would work, without generating anything; ends as run() does. Errors: as run().
    virtual Task<Result<void>> probe(Deadline, Cancellation) { co_return Result<void>(); }

    /// One attempt at a job whose parameters are complete. Ends within 1 s of the deadline or of
    /// the cancellation. Errors: deadlineExceeded, cancelled, and the provider's own: see
    /// verdictOn() for what becomes of the job.
    virtual Task<Result<Artifact>> run(
        contract::Job job, Deadline deadline, Cancellation cancellation, Progress progress) = 0;
};

} // namespace pult::service
