// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/walltime.h"

namespace pult {

/// 128 bits, ordered as bytes. A value.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const Uuid &) const = default;
};

/// A version 7 UUID (RFC 9562): 48 bits of milliseconds, then random bits; ids made later sort
/// later, also within one millisecond of one process (the counter of section 6.2, method 1).
/// Any thread.
[[nodiscard]] Uuid makeUuid(WallTime now);

/// 36 characters, lower case.
[[nodiscard]] std::array<char, 36> textOf(const Uuid &uuid);
[[nodiscard]] std::string toString(const Uuid &uuid);

/// Errors: invalidArgument.
[[nodiscard]] Result<Uuid> parseUuid(std::string_view text);

/// An identity of one sort of thing: ids of different tags don't mix.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(Uuid uuid)
        : m_uuid(uuid)
    {
    }

    [[nodiscard]] static Id make(WallTime now) { return Id(makeUuid(now)); }
    [[nodiscard]] static Result<Id> parse(std::string_view text)
    {
        return parseUuid(text).map([](const Uuid &uuid) { return Id(uuid); });
    }

    [[nodiscard]] const Uuid &uuid() const { return m_uuid; }
    auto operator<=>(const Id &) const = default;

private:
    Uuid m_uuid;
};

template <class Tag>
[[nodiscard]] std::array<char, 36> textOf(const Id<Tag> &id)
{
    return textOf(id.uuid());
}

template <class Tag>
[[nodiscard]] std::string toString(const Id<Tag> &id)
{
    return toString(id.uuid());
}

} // namespace pult

template <class Tag>
struct std::hash<pult::Id<Tag>> {
    std::size_t operator()(const pult::Id<Tag> &id) const noexcept
    {
        // The low half is random: it is a hash as it stands.
        std::size_t value = 0;
        for (std::size_t i = 8; i < 16; ++i)
            value = value << 8U | id.uuid().bytes[i];
        return value;
    }
};
