// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "console/settings/memorysecretstore.h"
#include "support/fakeservice.h"

namespace pult::shell {

class TestSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void servicesComeBackWithTheirTokens();
    void forgottenServiceLeavesNothing();
    void theSettingsSayHowMuchHistoryIsKept();
    void dashboardsAreKept();
    void orderIsKept();
    void brokenFileIsLeftAlone();
    void tokenIsNotInTheFile();
    void noSecretOfAPageIsInTheFile();

private:
    settings::MemorySecretStore m_secrets;
};

namespace {

live::ServiceAddress address(const char *name)
{
    return {{}, name, QUrl(QStringLiteral("http://127.0.0.1:8080")), "secret-token"};
}

/// One run of the console over a settings file.
struct Run {
    Run(settings::SecretStore &secrets, const QTemporaryDir &folder)
        : session(services, {secrets, secrets, secrets},
            settings::SettingsFile(folder.filePath(QStringLiteral("settings.json"))))
    {
    }
    test::FakeServiceList services;
    Session session;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestSession::servicesComeBackWithTheirTokens()
{
    const QTemporaryDir folder;
    Run(m_secrets, folder).session.keep(address("art"), settings::SecretPlace::file);
    Run second(m_secrets, folder);
    second.session.restore();
    QTRY_COMPARE(second.services.count(), 1);
    QCOMPARE(second.services.at(0).address().name, std::string("art"));
    QCOMPARE(second.services.at(0).address().token, QByteArray("secret-token"));
    QVERIFY(second.session.settings().secretPlace == settings::SecretPlace::file);
}

void TestSession::forgottenServiceLeavesNothing()
{
    const QTemporaryDir folder;
    Run run(m_secrets, folder);
    run.session.keep(address("art"), settings::SecretPlace::file);
    const std::string id = run.services.at(0).address().id;
    run.session.forget(id);
    QCOMPARE(run.services.count(), 0);
    QVERIFY(run.session.settings().services.empty());
    bool isGone = false;
    m_secrets.read(id, this, [&](const Result<QByteArray> &answer) { isGone = !answer; });
    QTRY_VERIFY(isGone);
    QVERIFY(run.services.forgotten == std::vector{id});
}

void TestSession::theSettingsSayHowMuchHistoryIsKept()
{
    const QTemporaryDir folder;
    {
        Run run(m_secrets, folder);
        QCOMPARE(run.services.historyLimits.span, Seconds(7 * 24 * 3600));
        run.session.change([](settings::ConsoleSettings &settings) {
            settings.historySpan = Seconds(24 * 3600);
            settings.historyBytes = 50'000'000;
        });
        QCOMPARE(run.services.historyLimits.span, Seconds(24 * 3600));
    }
    const Run next(m_secrets, folder);
    QCOMPARE(next.services.historyLimits.span, Seconds(24 * 3600));
    QCOMPARE(next.services.historyLimits.bytes, 50'000'000);
}

void TestSession::dashboardsAreKept()
{
    const QTemporaryDir folder;
    telemetry::SeriesLine line{"jobs_total", {{"kind", "image"}}, telemetry::LineForm::rate};
    const settings::PinnedChart chart{"Images", {line}};
    {
        Run run(m_secrets, folder);
        run.session.keep(address("art"), settings::SecretPlace::file);
        run.session.pins().pin(run.services.at(0).address().id, chart);
    }
    Run next(m_secrets, folder);
    next.session.restore();
    QTRY_COMPARE(next.services.count(), 1);
    const std::string id = next.services.at(0).address().id;
    QVERIFY(next.session.pins().charts(id) == std::vector{chart});
    next.session.forget(id);
    QVERIFY(next.session.settings().dashboards.empty());
}

void TestSession::orderIsKept()
{
    const QTemporaryDir folder;
    Run run(m_secrets, folder);
    run.session.keep(address("one"), settings::SecretPlace::file);
    run.session.keep(address("two"), settings::SecretPlace::file);
    run.services.move(1, 0);
    QCOMPARE(Run(m_secrets, folder).session.settings().services.front().name, std::string("two"));
}

void TestSession::brokenFileIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not json");
    file.close();
    Run run(m_secrets, folder);
    QVERIFY(run.session.loadProblem());
    run.session.change(
        [](settings::ConsoleSettings &settings) { settings.theme = settings::ThemeChoice::dark; });
    QCOMPARE(contentOf(path), QByteArray("not json"));
}

void TestSession::tokenIsNotInTheFile()
{
    const QTemporaryDir folder;
    Run(m_secrets, folder).session.keep(address("art"), settings::SecretPlace::file);
    const QByteArray content = contentOf(folder.filePath(QStringLiteral("settings.json")));
    QVERIFY(content.contains("art"));
    QVERIFY(!content.contains("secret-token"));
}

void TestSession::noSecretOfAPageIsInTheFile()
{
    const QTemporaryDir folder;
    live::ServiceAddress page = address("node");
    page.url = QUrl(QStringLiteral("http://ann:secret-typed@127.0.0.1:9100/metrics"));
    page.kind = live::TargetKind::json;
    page.user = "ann";
    page.headers = {{"X-Key", "secret-header"}, {"X-Scope", "secret-scope"}};
    page.pointers = {"/hits"};
    page.interval = Seconds(15);
    Run(m_secrets, folder).session.keep(page, settings::SecretPlace::file);
    QVERIFY(!contentOf(folder.filePath(QStringLiteral("settings.json"))).contains("secret-"));
    Run next(m_secrets, folder);
    next.session.restore();
    QTRY_COMPARE(next.services.count(), 1);
    page.url = QUrl(QStringLiteral("http://127.0.0.1:9100/metrics"));
    page.id = next.services.at(0).address().id;
    QVERIFY(next.services.at(0).address() == page);
}

} // namespace pult::shell

QTEST_GUILESS_MAIN(pult::shell::TestSession)
#include "tst_session.moc"
