// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/beast/http/basic_parser.hpp>

#include "service/http/message.h"

namespace pult::service {

/// Takes a request apart as it comes, straight into what handlers see. Fields behind a chunked body
/// are dropped.
class RequestParser final : public boost::beast::http::basic_parser<true> {
public:
    [[nodiscard]] Method method() const { return m_method; }
    [[nodiscard]] std::string_view target() const { return m_target; }
    [[nodiscard]] Headers takeHeaders() { return std::move(m_headers); }
    [[nodiscard]] std::string takeBody() { return std::move(m_body); }

private:
    using Verb = boost::beast::http::verb;
    using Field = boost::beast::http::field;
    using Text = boost::beast::string_view;
    using Failure = boost::beast::error_code;
    using Length = boost::optional<std::uint64_t>;

    void on_request_impl(Verb verb, Text name, Text target, int version, Failure &failure) override;
    void on_response_impl(int, Text, int, Failure &) override { }
    void on_field_impl(Field field, Text name, Text value, Failure &failure) override;
    void on_header_impl(Failure &) override { m_isHeadRead = true; }
    void on_body_init_impl(const Length &, Failure &) override { }
    std::size_t on_body_impl(Text piece, Failure &failure) override;
    void on_chunk_header_impl(std::uint64_t, Text, Failure &) override { }
    std::size_t on_chunk_body_impl(std::uint64_t left, Text piece, Failure &failure) override;
    void on_finish_impl(Failure &) override { }

    Method m_method = Method::other;
    std::string m_target;
    Headers m_headers;
    std::string m_body;
    bool m_isHeadRead = false;
};

} // namespace pult::service
