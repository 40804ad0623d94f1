// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "support/windowflow.h"

namespace pult {

/// Somebody runs the built-in service from the window; and the console is killed over it.
class TestBuiltIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsAndStopsFromTheWindow();
    void diesWithAKilledConsole();
};

namespace {

/// Of a process; its own id stands first in the file's second field, so only the rest counts.
QList<qint64> childrenOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(process));
    QList<qint64> children;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : file.readAll().simplified().split(' '))
            if (!child.isEmpty())
                children << child.toLongLong();
    }
    return children;
}

/// Gone, or dead and only not yet waited for by whoever inherited it.
bool hasEnded(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    return !file.open(QIODevice::ReadOnly) || file.readAll().contains(") Z ");
}

} // namespace

void TestBuiltIn::startsAndStopsFromTheWindow()
{
    const QTemporaryDir data;
    live::LocalService::Options options;
    options.program = QStringLiteral(PULT_PULTD_PATH);
    options.dataDirectory = data.filePath(QStringLiteral("service"));
    test::WindowFlow flow(nullptr, options);
    flow.show();
    QVERIFY(flow.click("startBuiltIn"));
    QVERIFY(flow.waitForConnection(live::Connection::live));
    QCOMPARE(flow.find<QLabel>("serviceName")->text(), QStringLiteral("Built-in service"));
    QVERIFY(flow.session().settings().builtInServiceWanted);
    QVERIFY(flow.choose("builtIn"));
    QVERIFY(flow.waitFor([&] { return flow.find("startBuiltIn") != nullptr; }));
    QCOMPARE(flow.builtIn().state(), live::LocalService::State::stopped);
    QVERIFY(!flow.session().settings().builtInServiceWanted);
    QVERIFY(flow.waitFor([&] { return flow.find("startBuiltIn")->isEnabled(); }));
    QVERIFY(flow.click("startBuiltIn"));
    QVERIFY(flow.waitForConnection(live::Connection::live));
    QVERIFY(flow.choose("builtIn"));
    QVERIFY(
        flow.waitFor([&] { return flow.builtIn().state() == live::LocalService::State::stopped; }));
}

void TestBuiltIn::diesWithAKilledConsole()
{
    const QTemporaryDir home;
    QProcess console;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(folder), home.path());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    console.setProcessEnvironment(environment);
    console.start(
        QStringLiteral(PULT_PULT_PATH), {QStringLiteral("--local"), QStringLiteral("--figures")});
    QVERIFY(console.waitForStarted());
    QList<qint64> services;
    QTRY_VERIFY_WITH_TIMEOUT(
        !(services = childrenOf(console.processId())).isEmpty(), test::WindowFlow::kLimitMs);
    QByteArray figures;
    QVERIFY(QTest::qWaitFor(
        [&] { return (figures += console.readAllStandardOutput()).contains("slots"); },
        test::WindowFlow::kLimitMs));
    console.kill();
    QVERIFY(console.waitForFinished());
    for (const qint64 service : services)
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(service), 5'000);
}

} // namespace pult

QTEST_MAIN(pult::TestBuiltIn)
#include "tst_builtin.moc"
