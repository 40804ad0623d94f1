// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>

#include "contract/base64.h"
#include "contract/params.h"
#include "service/providers/keyring.h"
#include "service/providers/provider.h"
#include "support/standinrunpod.h"
#include "support/upstreambench.h"

namespace pult::test {

/// The bytes of kTinyPng.
[[nodiscard]] inline Result<std::string> decodedPng()
{
    return contract::fromAnyBase64(kTinyPng);
}

/// Keys in a directory, an upstream client, and attempts at jobs.
class ProviderBench : public UpstreamBench {
public:
    using Made = Result<service::Artifact>;

    /// Keeps a key for the server.
    void keepKey(const StandInServer &server, const std::string &key) const
    {
        std::ofstream(directory.path() / ("127.0.0.1:" + std::to_string(server.port())))
            << key << '\n';
    }

    [[nodiscard]] static contract::Job jobOf(contract::Kind kind)
    {
        contract::GenerateRequest request;
        request.prompt = "a lighthouse";
        contract::Job job;
        job.kind = kind;
        job.prompt = request.prompt;
        job.params = contract::withDefaults(kind, request);
        return job;
    }

    [[nodiscard]] std::future<Made> begin(service::Provider &provider, contract::Kind kind,
        Seconds limit = Seconds(20), service::Cancellation cancellation = {})
    {
        auto promise = std::make_shared<std::promise<Made>>();
        boost::asio::co_spawn(io.context(),
            provider.run(
                jobOf(kind), Deadline::after(clock, limit), std::move(cancellation), [](double) {}),
            [promise](
                const std::exception_ptr &, Made made) { promise->set_value(std::move(made)); });
        return promise->get_future();
    }
    [[nodiscard]] Made run(
        service::Provider &provider, contract::Kind kind, Seconds limit = Seconds(20))
    {
        auto made = begin(provider, kind, limit);
        if (made.wait_for(kPatience) != std::future_status::ready)
            throw std::runtime_error("The attempt hangs");
        return made.get();
    }

    TemporaryDirectory directory;
    service::KeyRing keys{directory.path()};
};

} // namespace pult::test
