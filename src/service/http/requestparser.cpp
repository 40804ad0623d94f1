// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/requestparser.h"

namespace pult::service {

namespace {

namespace http = boost::beast::http;

Method methodOf(http::verb verb)
{
    switch (verb) {
    case http::verb::get:
        return Method::GET;
    case http::verb::head:
        return Method::HEAD;
    case http::verb::post:
        return Method::POST;
    case http::verb::put:
        return Method::PUT;
    case http::verb::patch:
        return Method::PATCH;
    case http::verb::delete_:
        return Method::DELETE;
    case http::verb::options:
        return Method::OPTIONS;
    default:
        return Method::other;
    }
}

} // namespace

void RequestParser::on_request_impl(Verb verb, Text, Text target, int, Failure &)
{
    m_method = methodOf(verb);
    m_target = target;
}

void RequestParser::on_field_impl(Field, Text name, Text value, Failure &)
{
    if (!m_isHeadRead)
        m_headers.add(std::string(name), std::string(value));
}

std::size_t RequestParser::on_body_impl(Text piece, Failure &)
{
    m_body.append(piece.data(), piece.size());
    return piece.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text piece, Failure &failure)
{
    return on_body_impl(piece, failure);
}

} // namespace pult::service
