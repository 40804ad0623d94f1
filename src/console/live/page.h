// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/link/httpmessage.h"
#include "console/live/service.h"

/// Addresses that are no service: a page of metrics, or a JSON document. Any thread.
namespace pult::live {

[[nodiscard]] link::Endpoint endpointOf(const ServiceAddress &address);
/// What the page's history may turn out to fit.
[[nodiscard]] telemetry::Profiles profilesFor(const ServiceAddress &address);

/// The page as metrics: as it is, or the numbers that the pointers name. Errors: corrupt (something
/// else is there, such as a web page).
[[nodiscard]] Result<std::string> readPage(
    TargetKind kind, const std::vector<std::string> &pointers, const QByteArray &body);

/// Errors: as the answer's and readPage's.
[[nodiscard]] Result<PageFinding> inspectPage(
    TargetKind kind, const Result<link::HttpAnswer> &answer);

} // namespace pult::live
