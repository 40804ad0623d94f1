// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>

#include <gtest/gtest.h>

#include "service/runtime/iothreads.h"
#include "service/upstream/upstreamclient.h"
#include "support/eventually.h"
#include "support/standinserver.h"
#include "support/waiting.h"

namespace pult::test {

/// An upstream client and threads to ask it from.
class UpstreamBench {
public:
    using Answer = Result<service::UpstreamAnswer>;

    explicit UpstreamBench(const service::UpstreamSettings &settings = {})
        : client(clock, registry, settings)
    {
    }

    /// Begins the request; the answer comes through the future.
    [[nodiscard]] std::future<Answer> begin(service::UpstreamRequest request)
    {
        auto promise = std::make_shared<std::promise<Answer>>();
        boost::asio::co_spawn(io.context(), client.send(std::move(request)),
            [promise](const std::exception_ptr &, Answer answer) {
                promise->set_value(std::move(answer));
            });
        return promise->get_future();
    }
    [[nodiscard]] Answer send(service::UpstreamRequest request)
    {
        auto answer = begin(std::move(request));
        if (answer.wait_for(kPatience) != std::future_status::ready)
            throw std::runtime_error("The request hangs");
        return answer.get();
    }

    [[nodiscard]] static service::UpstreamRequest get(const std::string &url)
    {
        service::UpstreamRequest request;
        request.provider = "tested";
        request.url = url;
        return request;
    }
    [[nodiscard]] static service::UpstreamRequest post(const std::string &url, std::string body)
    {
        service::UpstreamRequest request = get(url);
        request.method = service::UpstreamMethod::post;
        request.body = std::move(body);
        return request;
    }
    /// Of a family's sample whose labels hold these; 0 when there is none.
    [[nodiscard]] double figure(const std::string &family, const std::string &label = {}) const
    {
        for (const auto &found : registry.Collect()) {
            for (const auto &metric : found.metric) {
                const bool isMeant = label.empty()
                    || std::ranges::any_of(
                        metric.label, [&](const auto &own) { return own.value == label; });
                if (found.name == family && isMeant)
                    return metric.gauge.value + metric.counter.value
                        + static_cast<double>(metric.histogram.sample_count);
            }
        }
        return 0;
    }

    SystemClock clock;
    prometheus::Registry registry;
    service::IoThreads io{1};
    service::UpstreamClient client;
};

} // namespace pult::test
