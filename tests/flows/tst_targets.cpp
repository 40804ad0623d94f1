// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "console/widgets/chartview.h"
#include "console/widgets/tile.h"
#include "support/fakehttpserver.h"
#include "support/realservice.h"
#include "support/windowflow.h"

namespace pult {

/// Somebody adds what is no service of ours: metrics alone, and a JSON document.
class TestTargets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void metricsOfAServiceAreAPage();
    void aNodeExporterIsSeenOnTheOverview();
    void numbersOfAJsonDocumentAreChosen();
    void wrongCredentialsAreSaid();
    void aWebPageIsSaid();
    void credentialsInTheAddressBecomeFields();
    void unknownMetricsAreCountedAndExplored();

private:
    [[nodiscard]] bool choose(const char *comboBox, int index);
    [[nodiscard]] bool openDialog(int kind, const QString &url);
    [[nodiscard]] QString finding() const;
    [[nodiscard]] bool testUntil(const QString &text);

    test::RealService m_service{QStringLiteral(PULT_PULTD_PATH), {QStringLiteral("--demo")}};
    std::unique_ptr<test::WindowFlow> m_flow;
};

namespace {

enum Kind { service, metrics, json };
enum Access { open, basic, bearer };

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool isListening(QTcpSocket &socket, quint16 port)
{
    if (socket.state() == QAbstractSocket::UnconnectedState)
        socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.state() == QAbstractSocket::ConnectedState;
}

} // namespace

void TestTargets::initTestCase()
{
    QVERIFY(m_service.start());
}

void TestTargets::init()
{
    m_flow = std::make_unique<test::WindowFlow>();
    m_flow->show();
}

void TestTargets::metricsOfAServiceAreAPage()
{
    QVERIFY(openDialog(metrics, m_service.url().toString() + QStringLiteral("/metrics")));
    QVERIFY(choose("authentication", bearer));
    QVERIFY(m_flow->type("token", QString::fromUtf8(m_service.token())));
    QVERIFY(testUntil(QStringLiteral("profiles: pultd.")));
    QVERIFY(m_flow->click("save"));
    QVERIFY(m_flow->waitForConnection(live::Connection::live));
    QVERIFY(m_flow->waitFor([this] { return m_flow->find("throughputTile") != nullptr; }));
    auto *tabs = m_flow->find<QTabBar>("pages");
    QVERIFY(tabs->isTabVisible(0));
    QVERIFY(!tabs->isTabVisible(1));
    QVERIFY(!m_flow->window().showPage(QStringLiteral("tuning")));
    QCOMPARE(m_flow->find<QLabel>("serviceStatus")->text(), QStringLiteral("Answers"));
}

void TestTargets::aNodeExporterIsSeenOnTheOverview()
{
    const QString program =
        QStandardPaths::findExecutable(QStringLiteral("prometheus-node-exporter"));
    QVERIFY(!program.isEmpty());
    const quint16 port = freePort();
    const QString address = QStringLiteral("127.0.0.1:%1").arg(port);
    QProcess exporter;
    exporter.start(program, {QStringLiteral("--web.listen-address=") + address});
    QVERIFY(exporter.waitForStarted());
    QTcpSocket probe;
    QTRY_VERIFY(isListening(probe, port));
    QVERIFY(openDialog(metrics, QStringLiteral("http://%1/metrics").arg(address)));
    QVERIFY(testUntil(QStringLiteral("profiles: node_exporter.")));
    QVERIFY(m_flow->click("save"));
    QVERIFY(m_flow->waitFor([this] { return m_flow->find("nodeMemoryTile") != nullptr; }));
    auto *memory = m_flow->find<widgets::Tile>("nodeMemoryTile");
    QVERIFY(m_flow->waitFor([&] { return memory->reading().value.value_or(0) > 0; }));
    auto *network = m_flow->find<widgets::ChartView>("nodeNetworkChart");
    QVERIFY(m_flow->waitFor([&] { return network->canvas().hasData(); }));
    exporter.kill();
    exporter.waitForFinished();
    QVERIFY(m_flow->waitForConnection(live::Connection::stale));
    QTRY_VERIFY(memory->isStale());
}

void TestTargets::numbersOfAJsonDocumentAreChosen()
{
    QVERIFY(openDialog(json, m_service.url().toString() + QStringLiteral("/cache/stats")));
    QVERIFY(choose("authentication", bearer));
    QVERIFY(m_flow->type("token", QString::fromUtf8(m_service.token())));
    QVERIFY(m_flow->click("save"));
    QVERIFY(finding().contains(QStringLiteral("No number is chosen")));
    QVERIFY(testUntil(QStringLiteral("numbers. Tick")));
    auto *numbers = m_flow->find<QListWidget>("numbers");
    for (int row = 0; row < numbers->count(); ++row)
        if (!numbers->item(row)->text().startsWith(QStringLiteral("/hits")))
            numbers->item(row)->setCheckState(Qt::Unchecked);
    QVERIFY(m_flow->click("save"));
    QVERIFY(m_flow->waitForConnection(live::Connection::live));
    QVERIFY(m_flow->waitFor([this] { return m_flow->find("json.hitsTile") != nullptr; }));
    QVERIFY(m_flow->find<widgets::Tile>("json.hitsTile")->reading().value);
    QVERIFY(!m_flow->find("json.missesTile"));
}

void TestTargets::wrongCredentialsAreSaid()
{
    QVERIFY(openDialog(metrics, m_service.url().toString() + QStringLiteral("/metrics")));
    QVERIFY(choose("authentication", basic));
    QVERIFY(m_flow->type("user", QStringLiteral("ann")));
    QVERIFY(m_flow->type("token", QStringLiteral("wrong")));
    QVERIFY(testUntil(QStringLiteral("This token or password is not known there")));
    QVERIFY(m_flow->click("save"));
    QVERIFY(m_flow->waitForConnection(live::Connection::refused));
}

void TestTargets::aWebPageIsSaid()
{
    test::FakeHttpServer server;
    server.on(QStringLiteral("/"), {.body = "<html></html>", .contentType = "text/html"});
    QVERIFY(openDialog(metrics, server.url().toString() + QStringLiteral("/")));
    QVERIFY(testUntil(QStringLiteral("A web page is at this address")));
}

void TestTargets::credentialsInTheAddressBecomeFields()
{
    QVERIFY(openDialog(metrics, QStringLiteral("http://ann:s3cret@127.0.0.1:1/metrics")));
    QVERIFY(m_flow->click("test"));
    QTRY_VERIFY(m_flow->find("user"));
    QCOMPARE(m_flow->find<QLineEdit>("user")->text(), QStringLiteral("ann"));
    QCOMPARE(m_flow->find<QLineEdit>("token")->text(), QStringLiteral("s3cret"));
    QCOMPARE(m_flow->find<QLineEdit>("url")->text(), QStringLiteral("http://127.0.0.1:1/metrics"));
}

void TestTargets::unknownMetricsAreCountedAndExplored()
{
    test::FakeHttpServer server;
    server.on(QStringLiteral("/metrics"), {.body = "own_a 1\nown_b 2\n"});
    QVERIFY(openDialog(metrics, server.url().toString() + QStringLiteral("/metrics")));
    QVERIFY(testUntil(QStringLiteral("2 samples; no profile fits.")));
    QVERIFY(m_flow->click("save"));
    QVERIFY(m_flow->waitForConnection(live::Connection::live));
    QVERIFY(m_flow->waitFor([this] {
        const auto *offer = m_flow->find<QLabel>("unknownOffer");
        return offer && offer->text().contains(QStringLiteral("2 series"));
    }));
    QVERIFY(m_flow->click("exploreUnknown"));
    QVERIFY(m_flow->waitFor([this] { return m_flow->find("seriesSearch") != nullptr; }));
}

bool TestTargets::choose(const char *comboBox, int index)
{
    auto *box = m_flow->find<QComboBox>(comboBox);
    if (!box)
        return false;
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    return box->currentIndex() == index;
}

bool TestTargets::openDialog(int kind, const QString &url)
{
    return m_flow->click("connectService")
        && m_flow->waitFor([this] { return m_flow->find("kind") != nullptr; })
        && choose("kind", kind) && m_flow->type("url", url);
}

QString TestTargets::finding() const
{
    const auto *label = m_flow->find<QLabel>("findingText");
    return label ? label->text() : QString();
}

bool TestTargets::testUntil(const QString &text)
{
    const bool isFound =
        m_flow->click("test") && m_flow->waitFor([&] { return finding().contains(text); });
    if (!isFound)
        qWarning("found: %s", qPrintable(finding()));
    return isFound;
}

} // namespace pult

QTEST_MAIN(pult::TestTargets)
#include "tst_targets.moc"
