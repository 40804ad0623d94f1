// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/http/identity.h"
#include "service/http/target.h"
#include "service/limits/ratelimiter.h"
#include "service/workers/jobservice.h"

/// HTTP as handlers see it: plain values, no socket and no library types.
namespace pult::service {

BOOST_DEFINE_ENUM_CLASS(Method, GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, other)
inline constexpr std::size_t kMethods = 8;

class Headers {
public:
    using Field = std::pair<std::string, std::string>;

    void add(std::string name, std::string value);
    /// The first of that name in any case; "" when there is none.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;
    [[nodiscard]] const std::vector<Field> &fields() const { return m_fields; }

private:
    std::vector<Field> m_fields;
};

/// A request that was read whole. The lower half is filled in on its way to the handler.
struct Request {
    Method method = Method::GET;
    Target target;
    Headers headers;
    std::string body;
    bool hasBody = false; ///< A length or an encoding was given.
    std::string address; ///< Of the peer, without the port.

    std::string id; ///< X-Request-Id, the client's or a new one.
    std::optional<Identity> identity; ///< Whose token it carries.
    std::string client; ///< Key of limits and of ownership: of the token, else of the address.
    std::vector<std::string> parameters; ///< Of the route's {places}, in their order.
};

/// Bytes of a file, sent as they are read; its removal does not stop them.
struct FileSpan {
    std::unique_ptr<std::ifstream> file; ///< Apart, since every answer has room for a span.
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// A body without an end known beforehand. Owned and called by one connection.
class BodyStream {
public:
    virtual ~BodyStream() = default;
    /// The next piece, or nothing at the end.
    [[nodiscard]] virtual Task<std::optional<std::string>> next() = 0;
};

struct Response {
    unsigned status = 200;
    std::string contentType; ///< "" without a body.
    Headers headers;
    std::string body;
    std::optional<FileSpan> file; ///< Instead of the body.
    std::unique_ptr<BodyStream> stream; ///< Instead of the body; the connection ends with it.
    RuleStates limits; ///< Rules that were asked besides the general one.
    Seconds waited{0}; ///< Spent on purpose, because the client asked to wait.
};

} // namespace pult::service
