// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/limits/clienttable.h"

#include <cstring>

#include <sodium.h>

namespace pult::service {

ClientTable::ClientTable()
{
    static_assert(crypto_shorthash_siphash24_KEYBYTES == sizeof(m_secret));
    randombytes_buf(m_secret.data(), m_secret.size());
}

ClientTable::Key ClientTable::keyOf(std::string_view name) const
{
    static_assert(crypto_shorthash_siphash24_BYTES == sizeof(Key));
    std::array<unsigned char, sizeof(Key)> hash;
    // Same bytes, other type: libsodium takes unsigned char.
    const auto *text = reinterpret_cast<const unsigned char *>(name.data());
    crypto_shorthash_siphash24(hash.data(), text, name.size(), m_secret.data());
    Key key;
    std::memcpy(&key, hash.data(), sizeof(key));
    return key;
}

ClientTable::Buckets &ClientTable::touch(std::string_view name)
{
    const auto [found, isNew] = m_places.try_emplace(keyOf(name), kEnds);
    if (isNew) {
        found->second = takePlace();
        m_clients[found->second] = {found->first, {}};
    } else {
        unlink(found->second);
    }
    linkAsNewest(found->second);
    __builtin_prefetch(&quietest()); // Asked for next, by whoever forgets.
    return m_clients[found->second].buckets;
}

void ClientTable::forgetQuietest()
{
    const Place place = m_links[kEnds].newer;
    unlink(place);
    m_places.erase(m_clients[place].key);
    m_free.push_back(place);
}

ClientTable::Place ClientTable::takePlace()
{
    if (m_free.empty()) {
        m_clients.emplace_back();
        m_links.emplace_back();
        return static_cast<Place>(m_clients.size() - 1);
    }
    const Place place = m_free.back();
    m_free.pop_back();
    return place;
}

void ClientTable::unlink(Place place)
{
    const Links links = m_links[place];
    m_links[links.newer].older = links.older;
    m_links[links.older].newer = links.newer;
}

void ClientTable::linkAsNewest(Place place)
{
    const Place newest = m_links[kEnds].older;
    m_links[place] = {newest, kEnds};
    m_links[newest].newer = place;
    m_links[kEnds].older = place;
}

} // namespace pult::service
