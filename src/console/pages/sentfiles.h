// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include "contract/job.h"

namespace pult::pages {

/// The sticker files that went out with jobs, which no service sends back, so that a job can be
/// submitted again. A file that many jobs share is kept once. GUI thread.
class SentFiles {
public:
    /// Takes the file out of the job, if it has one.
    void take(contract::Job &job);
    /// The job as it was submitted.
    [[nodiscard]] contract::Job completed(contract::Job job) const;
    void clear();

private:
    using File = std::shared_ptr<const std::string>;
    std::map<contract::JobId, File> m_files;
    File m_latest;
};

} // namespace pult::pages
