// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/transfer.h"

#include "service/upstream/publicaddress.h"
#include "service/upstream/transferfailure.h"

namespace pult::service {

Transfer::Transfer(UpstreamRequest request, WebAddress address, Done done, SteadyTime now)
    : m_request(std::move(request))
    , m_address(std::move(address))
    , m_done(std::move(done))
    , m_addedAt(now)
    , m_movedAt(now)
{
}

void Transfer::begin(const UpstreamSettings &settings, SteadyTime now)
{
    m_easy.reset(curl_easy_init());
    describeRequest();
    describeConnection(settings);
    enter(Phase::connect, now);
}

void Transfer::addHead(const std::string &line)
{
    curl_slist *longer = curl_slist_append(m_head.get(), line.c_str());
    static_cast<void>(m_head.release());
    m_head.reset(longer);
}

void Transfer::describeRequest()
{
    CURL *easy = m_easy.get();
    addHead("Accept: */*");
    if (!m_request.bearer.empty())
        addHead("Authorization: Bearer " + m_request.bearer);
    if (m_request.method == UpstreamMethod::post) {
        addHead("Content-Type: application/json");
        addHead("Expect:"); // No waiting for a "100 Continue".
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        // From a function that cannot go back to the start: libcurl would send a body that it
        // holds a second time when a kept connection breaks, and have the work done twice.
        curl_easy_setopt(easy, CURLOPT_READFUNCTION, &Transfer::giveBody);
        curl_easy_setopt(easy, CURLOPT_READDATA, this);
        curl_easy_setopt(
            easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
    }
    curl_easy_setopt(easy, CURLOPT_URL, m_request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_head.get());
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "pultd/" PULT_VERSION);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Transfer::takeHead);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_problem);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
}

void Transfer::describeConnection(const UpstreamSettings &settings)
{
    using std::chrono::milliseconds;
    CURL *easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    // A proxy would resolve names itself, out of sight of openSocket().
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
        static_cast<long>(settings.http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
    // Wait for a connection that may turn out to be shared; without TLS it never is.
    curl_easy_setopt(easy, CURLOPT_PIPEWAIT, settings.http2 && m_address.isSecure ? 1L : 0L);
    if (!settings.ca_file.empty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, settings.ca_file.c_str());
    // Limits of our own name the phase; libcurl's must not come before them.
    const auto connect = std::chrono::ceil<milliseconds>(settings.connect_timeout_s);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
        static_cast<long>((2 * connect + milliseconds(1)).count()));
    // libcurl keeps a connection while its idle time in whole seconds is not above this.
    const auto expiry = static_cast<long>(settings.keepalive_expiry_s.count());
    curl_easy_setopt(easy, CURLOPT_MAXAGE_CONN, std::max(0L, expiry - 1));
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, settings.max_keepalive == 0 ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &Transfer::openSocket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    // A connection that is there already may have been allowed to somebody else.
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, m_request.reach == Reach::publicHosts ? 1L : 0L);
}

Result<void> Transfer::mayGoOn(const UpstreamSettings &settings, SteadyTime now)
{
    if (auto wanted = m_request.mayGoOn(); !wanted)
        return wanted;
    if (m_easy)
        observe(now);
    if (now - m_movedAt <= limitOf(m_phase, settings))
        return {};
    return tl::unexpected(phaseTimeout(m_phase, m_address, settings));
}

void Transfer::observe(SteadyTime now)
{
    if (m_phase == Phase::connect && figure(CURLINFO_PRETRANSFER_TIME_T) > 0)
        enter(Phase::write, now);
    if (m_phase == Phase::write) {
        const curl_off_t sent = figure(CURLINFO_SIZE_UPLOAD_T);
        if (sent > std::exchange(m_sent, sent))
            m_movedAt = now;
        if (sent >= static_cast<curl_off_t>(m_request.body.size()))
            enter(Phase::read, now);
    }
    if (m_received != std::exchange(m_seen, m_received))
        m_movedAt = now;
}

void Transfer::enter(Phase phase, SteadyTime now)
{
    m_phase = phase;
    m_movedAt = now;
}

curl_off_t Transfer::figure(CURLINFO info) const
{
    curl_off_t value = 0;
    curl_easy_getinfo(m_easy.get(), info, &value);
    return value;
}

Result<UpstreamAnswer> Transfer::outcome(CURLcode code)
{
    if (m_isOutOfReach)
        return fail(ErrorCode::forbidden,
            m_address.authority() + " leads into a private network; nothing is fetched from there");
    if (m_isTooLarge)
        return fail(ErrorCode::tooLarge,
            "The answer of " + m_address.authority() + " has more than "
                + std::to_string(m_request.maxBytes) + " bytes");
    if (code != CURLE_OK)
        return tl::unexpected(transferFailure(code, m_address, m_problem));

    long status = 0;
    long version = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(m_easy.get(), CURLINFO_HTTP_VERSION, &version);
    UpstreamAnswer answer{static_cast<int>(status), std::move(m_body), {}, false};
    answer.isHttp2 = version == CURL_HTTP_VERSION_2_0;
    if (const curl_off_t seconds = figure(CURLINFO_RETRY_AFTER); seconds > 0)
        answer.retryAfter = Seconds(static_cast<double>(seconds));
    return answer;
}

std::size_t Transfer::giveBody(char *bytes, std::size_t size, std::size_t count, void *self)
{
    Transfer &transfer = *static_cast<Transfer *>(self);
    const std::size_t length = transfer.m_request.body.copy(bytes, size * count, transfer.m_given);
    transfer.m_given += length;
    return length;
}

std::size_t Transfer::takeBody(char *bytes, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<Transfer *>(self);
    const std::size_t length = size * count;
    transfer.m_received += length;
    transfer.m_isTooLarge = transfer.m_body.size() + length > transfer.m_request.maxBytes;
    if (transfer.m_isTooLarge)
        return 0; // Ends the transfer.
    transfer.m_body.append(bytes, length);
    return length;
}

std::size_t Transfer::takeHead(char *, std::size_t size, std::size_t count, void *self)
{
    static_cast<Transfer *>(self)->m_received += size * count;
    return size * count;
}

curl_socket_t Transfer::openSocket(void *self, curlsocktype, curl_sockaddr *address)
{
    auto &transfer = *static_cast<Transfer *>(self);
    transfer.m_isOutOfReach =
        transfer.m_request.reach == Reach::publicHosts && !isPublicAddress(address->addr);
    if (transfer.m_isOutOfReach)
        return CURL_SOCKET_BAD;
    // libcurl's own sockets would be inherited by child processes.
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

} // namespace pult::service
