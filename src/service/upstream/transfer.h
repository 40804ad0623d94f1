// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <curl/curl.h>

#include "base/clock.h"
#include "service/config/settings.h"
#include "service/upstream/upstreamrequest.h"
#include "service/upstream/webaddress.h"

namespace pult::service {

/// One request on its way, from the queue for a connection to its end. The client's thread.
class Transfer {
public:
    using Done = std::function<void(Result<UpstreamAnswer>)>;
    enum class Phase { pool, connect, write, read };

    Transfer(UpstreamRequest request, WebAddress address, Done done, SteadyTime now);
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    /// Leaves the pool's queue: the handle is made for these settings.
    void begin(const UpstreamSettings &settings, SteadyTime now);
    /// Only once it has begun.
    [[nodiscard]] CURL *handle() const { return m_easy.get(); }

    /// Follows what has happened since, and says why it must end now. Errors: those of mayGoOn(),
    /// and of the phase that has taken too long.
    [[nodiscard]] Result<void> mayGoOn(const UpstreamSettings &settings, SteadyTime now);
    /// What libcurl's verdict means.
    [[nodiscard]] Result<UpstreamAnswer> outcome(CURLcode code);
    /// Calls done. Once.
    void end(Result<UpstreamAnswer> outcome) { m_done(std::move(outcome)); }

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const UpstreamRequest &request() const { return m_request; }
    [[nodiscard]] const WebAddress &address() const { return m_address; }
    [[nodiscard]] SteadyTime addedAt() const { return m_addedAt; }

private:
    struct EasyCleanup {
        void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
    };
    struct ListCleanup {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    void addHead(const std::string &line);
    void describeRequest();
    void describeConnection(const UpstreamSettings &settings);
    void observe(SteadyTime now);
    void enter(Phase phase, SteadyTime now);
    [[nodiscard]] curl_off_t figure(CURLINFO info) const;

    static std::size_t giveBody(char *bytes, std::size_t size, std::size_t count, void *self);
    static std::size_t takeBody(char *bytes, std::size_t size, std::size_t count, void *self);
    static std::size_t takeHead(char *bytes, std::size_t size, std::size_t count, void *self);
    static curl_socket_t openSocket(void *self, curlsocktype purpose, curl_sockaddr *address);

    UpstreamRequest m_request;
    WebAddress m_address;
    Done m_done;
    SteadyTime m_addedAt;
    std::unique_ptr<CURL, EasyCleanup> m_easy;
    std::unique_ptr<curl_slist, ListCleanup> m_head;
    Phase m_phase = Phase::pool;
    SteadyTime m_movedAt; ///< When the phase began, or its latest byte went or came.
    std::size_t m_given = 0; ///< Of the request's body, to libcurl.
    curl_off_t m_sent = 0;
    std::size_t m_received = 0; ///< Bytes, those of the head too.
    std::size_t m_seen = 0; ///< Of those, known to observe().
    std::string m_body;
    bool m_isTooLarge = false;
    bool m_isOutOfReach = false;
    char m_problem[CURL_ERROR_SIZE] = {};
};

} // namespace pult::service
