// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/session.h"

#include <algorithm>

#include "base/clock.h"
#include "base/uuid.h"
#include "console/shell/keptaddress.h"

namespace pult::shell {
namespace {

using settings::ServiceEntry;

auto findEntry(std::vector<ServiceEntry> &entries, const std::string &id)
{
    return std::find_if(
        entries.begin(), entries.end(), [&](const ServiceEntry &entry) { return entry.id == id; });
}

} // namespace

settings::SecretStore &SecretPlaces::at(settings::SecretPlace place) const
{
    switch (place) {
    case settings::SecretPlace::keychain:
        return keychain;
    case settings::SecretPlace::file:
        return file;
    case settings::SecretPlace::session:
        break;
    }
    return session;
}

Session::Session(live::ServiceList &services, SecretPlaces secrets,
    std::optional<settings::SettingsFile> file, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_secrets(secrets)
    , m_file(std::move(file))
{
    load();
    followHistoryLimits();
    m_pins.setDashboards(m_settings.dashboards);
    connect(&m_pins, &settings::PinBoard::changed, this, [this] {
        change([this](settings::ConsoleSettings &settings) {
            settings.dashboards = m_pins.dashboards();
        });
    });
    connect(&services, &live::ServiceList::moved, this, &Session::restoreOrder);
}

void Session::change(const std::function<void(settings::ConsoleSettings &)> &change)
{
    const settings::ConsoleSettings before = m_settings;
    change(m_settings);
    if (m_settings == before)
        return;
    if (m_settings.historySpan != before.historySpan
        || m_settings.historyBytes != before.historyBytes)
        followHistoryLimits();
    save();
}

void Session::restore()
{
    settings::SecretStore &secrets = m_secrets.at(m_settings.secretPlace);
    for (const ServiceEntry &entry : m_settings.services)
        secrets.read(entry.id, this,
            [this, entry](const Result<QByteArray> &token) { connectEntry(entry, token); });
}

std::string Session::keep(live::ServiceAddress address, settings::SecretPlace place)
{
    if (address.id.empty())
        address.id = toString(makeUuid(SystemClock().wallNow()));
    change([&](settings::ConsoleSettings &settings) {
        settings.secretPlace = place;
        const ServiceEntry entry = entryOf(address);
        if (const auto found = findEntry(settings.services, address.id);
            found != settings.services.end())
            *found = entry;
        else
            settings.services.push_back(entry);
    });
    m_secrets.at(place).write(address.id, secretOf(address), this,
        [this](const Result<void> &result) { noteFailure(result); });
    if (m_services.find(address.id))
        m_services.edit(address);
    else
        m_services.add(address);
    return address.id;
}

void Session::forget(const std::string &id)
{
    change([&](settings::ConsoleSettings &settings) {
        std::erase_if(settings.services, [&](const ServiceEntry &entry) { return entry.id == id; });
    });
    m_secrets.at(m_settings.secretPlace).remove(id, this, [this](const Result<void> &result) {
        noteFailure(result);
    });
    if (m_services.find(id))
        m_services.remove(id);
    m_services.removeHistory(id);
    m_pins.setCharts(id, {});
}

void Session::load()
{
    if (!m_file)
        return;
    auto loaded = m_file->load();
    if (loaded) {
        m_settings = std::move(*loaded);
        return;
    }
    // What cannot be read must not be overwritten.
    m_file.reset();
    m_loadProblem = std::move(loaded.error());
}

void Session::save()
{
    if (m_file)
        noteFailure(m_file->save(m_settings));
}

void Session::followHistoryLimits()
{
    m_services.setHistoryLimits({m_settings.historySpan, m_settings.historyBytes});
}

void Session::restoreOrder()
{
    change([this](settings::ConsoleSettings &settings) {
        const auto place = [this](const ServiceEntry &entry) {
            for (int i = 0; i < m_services.count(); ++i)
                if (m_services.at(i).address().id == entry.id)
                    return i;
            return m_services.count();
        };
        std::stable_sort(settings.services.begin(), settings.services.end(),
            [&](const ServiceEntry &one, const ServiceEntry &other) {
                return place(one) < place(other);
            });
    });
}

void Session::connectEntry(const ServiceEntry &entry, const Result<QByteArray> &token)
{
    if (!token && token.error().code != ErrorCode::notFound)
        Q_EMIT failed(token.error());
    m_services.add(addressOf(entry, token.value_or(QByteArray())));
}

void Session::noteFailure(const Result<void> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
}

} // namespace pult::shell
