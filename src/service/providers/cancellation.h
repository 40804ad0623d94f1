// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace pult::service {

/// Tells a running attempt to stop. Copies share one flag; once asked, it stays so. Any thread.
class Cancellation {
public:
    void request() const { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isRequested() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

} // namespace pult::service
