// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/sentfiles.h"

namespace pult::pages {

void SentFiles::take(contract::Job &job)
{
    const auto file = std::exchange(job.params.tgs, std::nullopt);
    if (!file)
        return;
    if (!m_latest || *m_latest != *file)
        m_latest = std::make_shared<const std::string>(*file);
    m_files[job.id] = m_latest;
}

contract::Job SentFiles::completed(contract::Job job) const
{
    if (const auto found = m_files.find(job.id); found != m_files.end())
        job.params.tgs = *found->second;
    return job;
}

void SentFiles::clear()
{
    m_files.clear();
    m_latest.reset();
}

} // namespace pult::pages
