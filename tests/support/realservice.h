// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

#include <sys/prctl.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "console/live/service.h"

namespace pult::test {

/// A real pultd as a child of the test, on a free port that it keeps over restarts. GUI thread.
class RealService {
public:
    explicit RealService(QString program, QStringList extraArguments = {})
        : m_program(std::move(program))
        , m_extraArguments(std::move(extraArguments))
    {
        // A test that is killed takes it along.
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }
    ~RealService() { kill(); }
    RealService(const RealService &) = delete;
    RealService &operator=(const RealService &) = delete;

    /// Starts, and waits until it listens.
    [[nodiscard]] bool start()
    {
        m_process.start(m_program,
            QStringList{QStringLiteral("serve"), QStringLiteral("--listen"),
                QStringLiteral("127.0.0.1:%1").arg(m_url.port(0)), QStringLiteral("--data"),
                dataDirectory()}
                + m_extraArguments);
        return QTest::qWaitFor([this] { return readUrl(); }, kStartLimitMs);
    }
    /// SIGKILL: it gets no chance to say goodbye.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QByteArray token() const
    {
        QFile file(dataDirectory() + QStringLiteral("/admin.token"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    [[nodiscard]] live::ServiceAddress address() const
    {
        return {"real", "art-backend", m_url, token()};
    }

private:
    static constexpr int kStartLimitMs = 20'000;

    [[nodiscard]] QString dataDirectory() const { return m_data.filePath(QStringLiteral("data")); }
    [[nodiscard]] bool readUrl()
    {
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            const auto start = line.indexOf(QLatin1String("http"));
            if (start < 0)
                continue;
            m_url = QUrl(line.mid(start));
            return true;
        }
        return false;
    }

    QString m_program;
    QStringList m_extraArguments;
    QTemporaryDir m_data;
    QProcess m_process;
    QUrl m_url;
};

} // namespace pult::test
