// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include <boost/asio/ssl/context.hpp>

#include "base/error.h"

namespace pult::service {

/// Where the service's certificate stands.
struct TlsFiles {
    std::filesystem::path certificate; ///< PEM; the chain from the service's own upwards.
    std::filesystem::path key; ///< PEM, without a pass phrase.
};

/// What connections are encrypted with; each keeps the one that it began with.
using TlsContext = std::shared_ptr<boost::asio::ssl::context>;

/// TLS 1.2 and above. Errors: io, invalidArgument (no certificate, no key, or not a pair).
[[nodiscard]] Result<TlsContext> loadTls(const TlsFiles &files);

} // namespace pult::service
