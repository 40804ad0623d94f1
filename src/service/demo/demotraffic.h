// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <boost/asio/ip/tcp.hpp>

#include "base/clock.h"
#include "service/http/tokenstore.h"

namespace pult::service {

/// A lively load of all kinds from simulated users, each with a token of its own, over HTTP through
/// the front door like anybody else's. Arrivals are random (Poisson) around the curve of
/// trafficcurve.h. A user waits for its job before it asks again, so that at most kUsers jobs are
/// under way, however slow the service is. Runs on a thread of its own until destroyed.
class DemoTraffic {
public:
    static constexpr std::size_t kUsers = 120;

    /// The tokens must outlive it.
    DemoTraffic(
        const Clock &clock, const boost::asio::ip::tcp::endpoint &service, TokenStore &tokens);
    ~DemoTraffic();
    DemoTraffic(const DemoTraffic &) = delete;
    DemoTraffic &operator=(const DemoTraffic &) = delete;

private:
    class Crowd;
    std::unique_ptr<Crowd> m_crowd;
};

} // namespace pult::service
