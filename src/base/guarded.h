// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>

namespace pult {

/// A value that can be reached only while its lock is held. Any thread.
/// Do no I/O, emit no signal and call no foreign code inside.
template <class T>
class Guarded {
public:
    Guarded() = default;
    explicit Guarded(T value)
        : m_value(std::move(value))
    {
    }

    /// Runs use(value) under the lock and answers what it returns.
    template <class Use>
    auto with(Use &&use)
    {
        const std::scoped_lock lock(m_mutex);
        return std::forward<Use>(use)(m_value);
    }

    template <class Use>
    auto with(Use &&use) const
    {
        const std::scoped_lock lock(m_mutex);
        return std::forward<Use>(use)(std::as_const(m_value));
    }

private:
    mutable std::mutex m_mutex;
    T m_value;
};

} // namespace pult
