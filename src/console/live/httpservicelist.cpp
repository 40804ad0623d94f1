// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/httpservicelist.h"

#include <algorithm>

#include <QLoggingCategory>

#include "console/link/paths.h"
#include "console/live/page.h"

namespace pult::live {

namespace {

Q_LOGGING_CATEGORY(logHistory, "pult.history")

constexpr Seconds kShortestHistory{3600};
constexpr std::int64_t kSmallestHistory = std::int64_t(16) << 20;

telemetry::Retention retentionOf(const HistoryLimits &limits)
{
    telemetry::Retention retention;
    retention.span = std::max(limits.span, kShortestHistory);
    retention.bytes = static_cast<std::size_t>(std::max(limits.bytes, kSmallestHistory));
    return retention;
}

} // namespace

HttpServiceList::HttpServiceList(
    const Clock &clock, const link::Timings &timings, const std::filesystem::path &historyFolder)
    : m_history{historyFolder, retentionOf({})}
    , m_environment{clock, m_background, m_network, timings, m_history}
{
}

Service &HttpServiceList::at(int index) const
{
    return *m_services.at(static_cast<std::size_t>(index));
}

Service *HttpServiceList::find(const std::string &id) const
{
    const auto place = placeOf(id);
    return place == m_services.end() ? nullptr : place->get();
}

Service &HttpServiceList::add(const ServiceAddress &address)
{
    Service &service =
        *m_services.emplace_back(std::make_unique<HttpService>(m_environment, address));
    Q_EMIT added(count() - 1);
    return service;
}

void HttpServiceList::edit(const ServiceAddress &address)
{
    const auto place = placeOf(address.id);
    if (place == m_services.end())
        return;
    (*place)->setAddress(address);
    Q_EMIT edited(static_cast<int>(place - m_services.begin()));
}

void HttpServiceList::remove(const std::string &id)
{
    const auto place = placeOf(id);
    if (place == m_services.end())
        return;
    const auto index = place - m_services.begin();
    const auto removed = std::move(m_services[static_cast<std::size_t>(index)]);
    m_services.erase(place);
    Q_EMIT this->removed(static_cast<int>(index));
}

void HttpServiceList::removeHistory(const std::string &id)
{
    const std::filesystem::path folder = historyFolderOf(m_history, id);
    if (folder.empty())
        return;
    m_background.post([folder] {
        std::error_code failure;
        std::filesystem::remove_all(folder, failure);
        if (failure)
            qCWarning(logHistory, "%s: %s", folder.c_str(), failure.message().c_str());
    });
}

void HttpServiceList::setHistoryLimits(const HistoryLimits &limits)
{
    m_history.retention = retentionOf(limits);
    for (const auto &service : m_services)
        service->setRetention(m_history.retention);
}

void HttpServiceList::move(int from, int to)
{
    if (from == to)
        return;
    const auto begin = m_services.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    Q_EMIT moved(from, to);
}

void HttpServiceList::probe(
    const ServiceAddress &address, QObject *context, Reply<contract::Health> reply)
{
    ask(address, link::paths::kHealth, readAnswer<contract::Health>, context, std::move(reply));
}

void HttpServiceList::inspect(
    const ServiceAddress &address, QObject *context, Reply<PageFinding> reply)
{
    const auto read = [kind = address.kind](const Result<link::HttpAnswer> &answer) {
        return inspectPage(kind, answer);
    };
    ask(address, {}, read, context, std::move(reply));
}

template <class Read, class Answer>
void HttpServiceList::ask(const ServiceAddress &address, std::string_view path, Read read,
    QObject *context, Reply<Answer> reply)
{
    link::HttpRequest request;
    request.path = path;
    request.longestSilence = m_environment.timings.answerLimit;
    link::send(m_network.requests, endpointOf(address), request, &m_probes, context,
        [this, context, read, reply = std::move(reply)](const Result<link::HttpAnswer> &answer) {
            m_background.run(
                context, [answer, read] { return read(answer); }, reply);
        });
}

HttpServiceList::Services::const_iterator HttpServiceList::placeOf(const std::string &id) const
{
    return std::find_if(m_services.begin(), m_services.end(),
        [&id](const auto &service) { return service->address().id == id; });
}

} // namespace pult::live
