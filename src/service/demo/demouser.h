// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/job.h"
#include "service/demo/httpcaller.h"

namespace pult::service {

/// One simulated user: asks, waits, fetches the result; when told to come later, does. On one
/// executor; one job at a time.
class DemoUser {
public:
    DemoUser(const boost::asio::any_io_executor &executor,
        const boost::asio::ip::tcp::endpoint &service, const std::string &token);

    [[nodiscard]] Task<> generate(contract::Kind kind, contract::GenerateRequest request);

private:
    Task<std::optional<contract::Job>> finished(contract::Job job);
    Task<> pause();

    boost::asio::any_io_executor m_executor;
    HttpCaller m_caller;
};

} // namespace pult::service
