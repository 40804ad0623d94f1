// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "support/realservice.h"
#include "support/windowflow.h"

namespace pult {

/// Somebody connects by https to what is not set up for it, and learns what to do.
class TestTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anUnknownAuthorityIsNamed();
    void inRussianToo();
    void aServiceWithoutTlsIsNamed();

private:
    [[nodiscard]] bool startServer();
    void makeCertificate();
    [[nodiscard]] QString findingAt(const QString &url);

    QTemporaryDir m_folder;
    QProcess m_server; ///< OpenSSL's own, with a certificate that it signed itself.
    int m_port = 0;
    std::unique_ptr<test::WindowFlow> m_flow;
};

void TestTls::initTestCase()
{
    makeCertificate();
    QVERIFY(startServer());
    m_flow = std::make_unique<test::WindowFlow>();
    m_flow->show();
    QVERIFY(m_flow->click("connectService"));
}

void TestTls::anUnknownAuthorityIsNamed()
{
    const QString finding = findingAt(QStringLiteral("https://127.0.0.1:%1").arg(m_port));
    QVERIFY2(finding.contains(QStringLiteral("No authority that this computer trusts")),
        qPrintable(finding));
    QVERIFY2(finding.contains(QStringLiteral("Add the one that signed it")), qPrintable(finding));
}

void TestTls::inRussianToo()
{
    const QString title = m_flow->find("connectDialog")->windowTitle();
    m_flow->appearance().setLanguage("ru");
    QTRY_VERIFY(m_flow->find("connectDialog")->windowTitle() != title);
    const QString finding = findingAt(QStringLiteral("https://127.0.0.1:%1").arg(m_port));
    QVERIFY2(finding.contains(QStringLiteral("не подписан центром")), qPrintable(finding));
    m_flow->appearance().setLanguage("en");
    QTRY_COMPARE(m_flow->find("connectDialog")->windowTitle(), title);
}

void TestTls::aServiceWithoutTlsIsNamed()
{
    test::RealService plain{QStringLiteral(PULT_PULTD_PATH)};
    QVERIFY(plain.start());
    QUrl url = plain.url();
    url.setScheme(QStringLiteral("https"));
    const QString finding = findingAt(url.toString());
    QVERIFY2(
        finding.contains(QStringLiteral("If it has no TLS, connect by http")), qPrintable(finding));
}

void TestTls::makeCertificate()
{
    QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                 {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                     QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                     QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                     QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                     QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                     QStringLiteral("-keyout"), m_folder.filePath(QStringLiteral("key")),
                     QStringLiteral("-out"), m_folder.filePath(QStringLiteral("certificate"))}),
        0);
}

bool TestTls::startServer()
{
    m_server.start(QStringLiteral("openssl"),
        {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0"),
            QStringLiteral("-www"), QStringLiteral("-key"),
            m_folder.filePath(QStringLiteral("key")), QStringLiteral("-cert"),
            m_folder.filePath(QStringLiteral("certificate"))});
    return QTest::qWaitFor(
        [this] {
            while (m_server.canReadLine()) {
                const QByteArray line = m_server.readLine().trimmed();
                if (line.startsWith("ACCEPT"))
                    m_port = line.mid(line.lastIndexOf(':') + 1).toInt();
            }
            return m_port > 0;
        },
        test::WindowFlow::kLimitMs);
}

QString TestTls::findingAt(const QString &url)
{
    if (!m_flow->type("url", url) || !m_flow->click("test"))
        return {};
    const auto *finding = m_flow->find<QLabel>("findingText");
    const auto *button = m_flow->find<QAbstractButton>("test");
    return m_flow->waitFor([&] { return button->isEnabled(); }) ? finding->text() : QString();
}

} // namespace pult

QTEST_MAIN(pult::TestTls)
#include "tst_tls.moc"
