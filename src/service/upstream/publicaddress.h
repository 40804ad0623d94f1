// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/socket.h>

namespace pult::service {

/// Whether the address is one of the open internet: not this machine, not a private or link-local
/// network, no multicast (the registries of RFC 6890). IPv6: global unicast alone.
[[nodiscard]] bool isPublicAddress(const sockaddr &address);

} // namespace pult::service
