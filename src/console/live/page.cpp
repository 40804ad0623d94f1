// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/page.h"

#include "console/live/answers.h"
#include "telemetry/target/target.h"

namespace pult::live {

namespace {

/// The first of what people type who mean something else.
Result<void> checkNoWebPage(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || text[begin] != '<')
        return {};
    return fail(ErrorCode::corrupt,
        "A web page is at this address, neither metrics nor JSON. The address of metrics mostly "
        "ends in /metrics");
}

Result<std::vector<telemetry::JsonNumber>> numbersIn(const QByteArray &body)
{
    return checkNoWebPage(textOf(body)).and_then([&body] {
        return telemetry::readJsonNumbers(textOf(body));
    });
}

Result<PageFinding> inspectMetrics(const link::HttpAnswer &answer)
{
    const auto text = readPage(TargetKind::metrics, {}, answer.body);
    if (!text)
        return tl::unexpected(text.error());
    telemetry::Target target;
    const telemetry::ScrapeReport report =
        target.ingest(WallTime(), *text, telemetry::expositionFormat(answer.mediaType));
    if (report.samples == 0 && !report.faults.empty())
        return fail(ErrorCode::corrupt,
            "The metrics are not understood: " + toString(report.faults.front()));
    return PageFinding{report.samples, report.faulty, target.profiles(), {}};
}

Result<PageFinding> inspectJson(const QByteArray &body)
{
    return numbersIn(body).map([](std::vector<telemetry::JsonNumber> numbers) {
        return PageFinding{numbers.size(), 0, {}, std::move(numbers)};
    });
}

} // namespace

link::Endpoint endpointOf(const ServiceAddress &address)
{
    link::Endpoint endpoint{address.url, address.token, address.user, address.headers};
    if (address.kind != TargetKind::service)
        endpoint.headers.insert(endpoint.headers.begin(),
            {"Accept", address.kind == TargetKind::json ? "application/json" : "text/plain"});
    return endpoint;
}

telemetry::Profiles profilesFor(const ServiceAddress &address)
{
    if (address.kind != TargetKind::json)
        return telemetry::shippedProfiles();
    return {std::make_shared<const telemetry::Profile>(telemetry::jsonProfile(address.pointers))};
}

Result<std::string> readPage(
    TargetKind kind, const std::vector<std::string> &pointers, const QByteArray &body)
{
    if (kind == TargetKind::json)
        return numbersIn(body).map([&pointers](const auto &numbers) {
            return telemetry::jsonExposition(numbers, pointers);
        });
    return checkNoWebPage(textOf(body)).map([&body] { return body.toStdString(); });
}

Result<PageFinding> inspectPage(TargetKind kind, const Result<link::HttpAnswer> &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (!link::isHealthReport(*answer))
        return tl::unexpected(link::errorIn(*answer));
    return kind == TargetKind::json ? inspectJson(answer->body) : inspectMetrics(*answer);
}

} // namespace pult::live
