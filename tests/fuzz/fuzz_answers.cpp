// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the console reads of a service that may be any.
#include "contract/cache.h"
#include "contract/config.h"
#include "contract/encodetext.h"
#include "contract/health.h"
#include "contract/job.h"
#include "contract/log.h"
#include "contract/problem.h"
#include "fuzz/fuzzing.h"

namespace {

using pult::fuzz::require;

template <class T>
void read(const std::string &text)
{
    const auto value = pult::contract::decodeText<T>(text);
    if (!value)
        return;
    // Not that it is the same: Boost.JSON rounds numbers of very many digits by their last bit.
    const auto again = pult::contract::decodeText<T>(pult::contract::encodeText(*value));
    require(again.has_value(), "what is written can be read");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    namespace contract = pult::contract;
    const std::string text = pult::fuzz::textOf(data, size);
    read<contract::Health>(text);
    read<contract::QueueReport>(text);
    read<contract::Job>(text);
    read<contract::JobPage>(text);
    read<contract::ConfigReport>(text);
    read<contract::ConfigHistory>(text);
    read<contract::CacheStats>(text);
    read<contract::LogPage>(text);
    read<contract::Problem>(text);
    return 0;
}
