// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>

#include "contract/job.h"

/// What goes to RunPod's workers and what comes back. Every worker image has its own form; these
/// are the usual ones. No I/O.
namespace pult::service {

/// The `input` of a job, in the names of RunPod's own worker images: prompt, width, height,
/// num_inference_steps, num_frames, seed; for texts sampling_params. Nothing else: they refuse
/// members that they don't know.
[[nodiscard]] boost::json::object runpodInput(const contract::Job &job);

/// The picture or clip in an `output`: base64, a data: URL, or a URL to fetch it from. It is looked
/// for in the output itself and in the usual members, however deep. Errors: corrupt.
[[nodiscard]] Result<std::string> runpodMedia(const boost::json::value &output);

/// The text in an `output`. Errors: corrupt.
[[nodiscard]] Result<std::string> runpodText(const boost::json::value &output);

} // namespace pult::service
