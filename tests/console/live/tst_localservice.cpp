// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/localservice.h"

#include <csignal>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "console/live/makeservicelist.h"

namespace pult::live {

using namespace std::chrono_literals;

/// Against small scripts that behave as a service may, and against the real one.
class LocalServiceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_scripts = 0;

    LocalService::Options options(const QByteArray &script)
    {
        const QString program = m_folder.filePath(QStringLiteral("service%1").arg(++m_scripts));
        QFile file(program);
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + script);
        file.close();
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        LocalService::Options options;
        options.program = program;
        options.dataDirectory = m_folder.filePath(QStringLiteral("data%1").arg(m_scripts));
        return options;
    }
    static QByteArray listening()
    {
        return "echo \"args: $*\" > \"$5/args\"\n"
               "echo s3cret > \"$5/admin.token\"\n"
               "echo starting\n"
               "echo 'pultd is listening on http://127.0.0.1:4711'\n";
    }
    static std::optional<Error> failureOf(LocalService &service)
    {
        std::optional<Error> reason;
        connect(&service, &LocalService::failed, &service,
            [&reason](const Error &error) { reason = error; });
        service.start();
        [&reason] { QTRY_VERIFY(reason); }();
        return reason;
    }

private Q_SLOTS:
    void runsWhereItSaysWithItsToken()
    {
        LocalService service(options(listening() + "exec sleep 60\n"));
        service.setLoad(LocalService::Load::demo);
        QSignalSpy states(&service, &LocalService::stateChanged);
        service.start();
        QCOMPARE(service.state(), LocalService::State::starting);
        QTRY_COMPARE(service.state(), LocalService::State::running);
        QCOMPARE(service.address().url, QUrl(QStringLiteral("http://127.0.0.1:4711")));
        QCOMPARE(service.address().token, QByteArray("s3cret"));
        QFile arguments(m_folder.filePath(QStringLiteral("data1/args")));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        const QByteArray seen = arguments.readAll();
        QVERIFY(seen.startsWith("args: serve --listen 127.0.0.1:0 --data "));
        QVERIFY(seen.trimmed().endsWith("--demo"));

        service.stop();
        QCOMPARE(service.state(), LocalService::State::stopping);
        QTRY_COMPARE(service.state(), LocalService::State::stopped);
        QCOMPARE(states.size(), 4);
    }

    void aProgramThatIsMissingIsSaid()
    {
        LocalService::Options missing = options("");
        missing.program = m_folder.filePath(QStringLiteral("nothing"));
        LocalService service(missing);
        const auto reason = failureOf(service);
        QVERIFY(reason->code == ErrorCode::internal);
        QCOMPARE(service.state(), LocalService::State::stopped);
    }

    void itsLastWordsAreTheReason()
    {
        LocalService service(options("echo first >&2\necho 'the disk is full' >&2\nexit 1\n"));
        const auto reason = failureOf(service);
        QVERIFY(reason->code == ErrorCode::unavailable);
        QVERIFY(reason->detail.ends_with("the disk is full"));
    }

    void aServiceThatDiesLaterIsNotRestarted()
    {
        LocalService service(options(listening() + "sleep 0.05\nexit 3\n"));
        QSignalSpy states(&service, &LocalService::stateChanged);
        QVERIFY(failureOf(service)->code == ErrorCode::unavailable);
        QCOMPARE(service.state(), LocalService::State::stopped);
        QCOMPARE(states.size(), 3);
    }

    void whoeverIsKilledIsNotQuoted()
    {
        LocalService::Options talking =
            options(listening() + "echo all is well >&2\nkill -KILL $$\n");
        LocalService service(talking);
        QCOMPARE(
            failureOf(service)->detail, std::string("The built-in service was killed by signal 9"));
    }

    void aServiceThatNeverListensIsGivenUp()
    {
        LocalService::Options slow = options("exec sleep 60\n");
        slow.startLimit = 100ms;
        LocalService service(slow);
        QVERIFY(failureOf(service)->code == ErrorCode::deadlineExceeded);
    }

    void aServiceThatIgnoresStopIsKilled()
    {
        LocalService::Options stubborn =
            options("trap '' TERM\n" + listening() + "while true; do sleep 0.05; done\n");
        stubborn.stopLimit = 100ms;
        LocalService service(stubborn);
        service.start();
        QTRY_COMPARE(service.state(), LocalService::State::running);
        service.stop();
        QTRY_COMPARE(service.state(), LocalService::State::stopped);
    }

    void onlyOneConsoleRunsItOnTheSameData()
    {
        const LocalService::Options shared = options(listening() + "exec sleep 60\n");
        LocalService first(shared);
        first.start();
        QTRY_COMPARE(first.state(), LocalService::State::running);
        LocalService::Options hurried = shared;
        hurried.startLimit = 300ms;
        LocalService second(hurried);
        QVERIFY(failureOf(second)->code == ErrorCode::conflict);
        QCOMPARE(second.state(), LocalService::State::stopped);
        QCOMPARE(first.state(), LocalService::State::running);

        second.start();
        QCOMPARE(second.state(), LocalService::State::waiting);
        second.stop();
        QCOMPARE(second.state(), LocalService::State::stopped);
    }

    void aClosedConsolesServiceIsWaitedFor()
    {
        const LocalService::Options shared = options(listening() + "exec sleep 60\n");
        LocalService first(shared);
        first.start();
        QTRY_COMPARE(first.state(), LocalService::State::running);
        LocalService second(shared);
        second.start();
        QCOMPARE(second.state(), LocalService::State::waiting);
        first.stop();
        QTRY_COMPARE(second.state(), LocalService::State::running);
        QCOMPARE(first.state(), LocalService::State::stopped);
    }

    void theRealServiceStartsAnswersAndStops()
    {
        LocalService::Options real;
        real.program = QStringLiteral(PULT_PULTD_PATH);
        real.dataDirectory = m_folder.filePath(QStringLiteral("real"));
        LocalService local(real);
        std::optional<Error> failure;
        connect(&local, &LocalService::failed, this, [&](const Error &error) { failure = error; });
        local.start();
        QTRY_VERIFY_WITH_TIMEOUT(failure || local.state() == LocalService::State::running, 20'000);
        QVERIFY2(!failure, failure ? failure->detail.c_str() : "");

        const SystemClock clock;
        const auto services = makeServiceList(clock, {Seconds(0.1)});
        const Service &service = services->add(local.address());
        QTRY_COMPARE(service.state().connection, Connection::live);
        QVERIFY(service.state().health->instance);
        QCOMPARE(service.state().queue->kinds.size(), contract::kAllKinds.size());
        QTRY_VERIFY(service.state().latest(signal::kSlots).value_or(0) > 0);
        QTRY_VERIFY(service.state().latest("memory").value_or(0) > 0);

        local.stop();
        QTRY_COMPARE_WITH_TIMEOUT(local.state(), LocalService::State::stopped, 20'000);
        QTRY_COMPARE(service.state().connection, Connection::stale);
        QVERIFY(!failure);
    }

    void itDiesWithItsOwner()
    {
        qint64 pid = 0;
        {
            LocalService service(options(listening() + "echo $$ > \"$5/pid\"\nexec sleep 60\n"));
            service.start();
            QTRY_COMPARE(service.state(), LocalService::State::running);
            QFile file(m_folder.filePath(QStringLiteral("data%1/pid").arg(m_scripts)));
            QTRY_VERIFY(file.exists() && file.size() > 0);
            QVERIFY(file.open(QIODevice::ReadOnly));
            pid = file.readAll().trimmed().toLongLong();
        }
        QVERIFY(pid > 0);
        QCOMPARE(::kill(static_cast<pid_t>(pid), 0), -1);
    }
};

} // namespace pult::live

QTEST_GUILESS_MAIN(pult::live::LocalServiceTest)
#include "tst_localservice.moc"
