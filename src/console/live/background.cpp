// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/background.h"

namespace pult::live {

Background::Background()
    : m_there(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("telemetry"));
    m_there->moveToThread(&m_thread);
    m_thread.start();
}

Background::~Background()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace pult::live
