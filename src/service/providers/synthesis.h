// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/providers/provider.h"
#include "service/providers/stopcheck.h"

namespace pult::service {

/// Makes what the job asks for: image: PNG; video: animated WebP; sticker: WebP of 512×512 with a
/// transparent ground, animated if it has more than one frame; text: plain, UTF-8. The parameters
/// must be complete. The same job gives the same bytes. Takes a processor for 1 ms to some seconds.
/// Errors: those of the check, internal.
[[nodiscard]] Result<Artifact> synthesize(const contract::Job &job, const StopCheck &check);

} // namespace pult::service
