// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QUrl>
#include <QUrlQuery>

#include "base/error.h"
#include "base/walltime.h"

namespace pult::link {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// Whom to ask, and as whom. The token and the headers' values are secrets.
struct Endpoint {
    QUrl url; ///< May have a path, under which the service lies.
    QByteArray token; ///< Empty: none is sent.
    QByteArray user = {}; ///< Whose password the token is; empty: it is a bearer token.
    HttpHeaders headers = {}; ///< Sent with each request.
};

struct HttpRequest {
    QByteArray verb = "GET";
    std::string path = {}; ///< Empty: the endpoint's address as it is, with its query.
    QUrlQuery query = {};
    QByteArray body = {}; ///< JSON, unless contentType says otherwise.
    QByteArray contentType = "application/json";
    HttpHeaders headers = {};
    std::chrono::milliseconds longestSilence{10'000}; ///< Without a byte arriving.
    qint64 longestBody = qint64(64) << 20; ///< Bytes of the answer.
};

/// What came back, whatever its status.
struct HttpAnswer {
    int status = 0;
    QByteArray body;
    std::string mediaType; ///< Without parameters, in lower case.
    std::optional<Seconds> retryAfter;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

/// Whether a /health tells how the service is. One that fails does so with status 503; a proxy that
/// finds nobody behind it answers 503 with something else. Any thread.
[[nodiscard]] bool isHealthReport(const HttpAnswer &answer);

/// What an answer that is no success means: the code by its status, the detail and the fields by
/// its problem+json (RFC 9457). A 429 or 503 says when to try again. Any thread.
/// Requires: not a success.
[[nodiscard]] Error errorIn(const HttpAnswer &answer);

} // namespace pult::link
