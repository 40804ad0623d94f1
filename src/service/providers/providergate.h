// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "contract/job.h"

namespace pult::service {

/// Says whether attempts at jobs of a kind may begin. Any thread.
class ProviderGate {
public:
    /// Held while an attempt is under way. Null: none may begin now.
    using Pass = std::shared_ptr<const void>;

    virtual ~ProviderGate() = default;

    [[nodiscard]] virtual Pass tryPass(contract::Kind kind) = 0;
    /// Why not, in the words of a job's waiting_for; nothing when one may.
    [[nodiscard]] virtual std::optional<std::string> obstacle(contract::Kind kind) const = 0;
};

} // namespace pult::service
