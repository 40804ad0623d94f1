// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/tlscontext.h"

namespace pult::service {

namespace {

namespace ssl = boost::asio::ssl;

tl::unexpected<Error> unusable(
    const std::filesystem::path &file, const boost::system::error_code &error)
{
    return fail(ErrorCode::invalidArgument, file.string() + " cannot be used: " + error.message());
}

} // namespace

Result<TlsContext> loadTls(const TlsFiles &files)
{
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    boost::system::error_code error;
    context->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1
            | ssl::context::no_tlsv1_1 | ssl::context::no_compression,
        error);
    if (!error)
        context->use_certificate_chain_file(files.certificate.string(), error);
    if (error)
        return unusable(files.certificate, error);
    context->use_private_key_file(files.key.string(), ssl::context::pem, error);
    if (error)
        return unusable(files.key, error);
    // Idle connections are many: their buffers come back when there is something to read.
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    return context;
}

} // namespace pult::service
