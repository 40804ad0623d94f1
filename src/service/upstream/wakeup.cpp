// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/wakeup.h"

#include <sys/eventfd.h>
#include <unistd.h>

namespace pult::service {

Wakeup::Wakeup()
    : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

Wakeup::~Wakeup()
{
    close(m_descriptor);
}

void Wakeup::rouse() const
{
    eventfd_write(m_descriptor, 1);
}

void Wakeup::clear() const
{
    eventfd_t ignored = 0;
    eventfd_read(m_descriptor, &ignored);
}

} // namespace pult::service
