// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/tlsproblem.h"

#include <QtTest>

namespace pult::link {

class TlsProblemTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongAndWhatToDo_data()
    {
        QTest::addColumn<QSslError::SslError>("error");
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("whatToDo");
        QTest::newRow("signed by itself")
            << QSslError::SelfSignedCertificate << QByteArray("No authority that this computer")
            << QByteArray("Add the one that signed it");
        QTest::newRow("out of date") << QSslError::CertificateExpired << QByteArray("has expired")
                                     << QByteArray("renewed on the service's side");
        QTest::newRow("from the future")
            << QSslError::CertificateNotYetValid << QByteArray("not valid yet")
            << QByteArray("Compare the clocks");
        QTest::newRow("another's")
            << QSslError::HostNameMismatch << QByteArray("belongs to another name")
            << QByteArray("Connect by the name");
    }
    void saysWhatIsWrongAndWhatToDo()
    {
        QFETCH(QSslError::SslError, error);
        const auto text = QByteArray::fromStdString(
            tlsProblem("art:443", {QSslError(error)}, QStringLiteral("error:0A000086")));
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, whatToDo);
        QVERIFY2(text.contains(what) && text.contains(whatToDo), text.constData());
        QVERIFY(text.contains("art:443"));
        QVERIFY(!text.contains("0A000086"));
    }

    void whatIsNotKnownIsSaidInOpenSslsWords()
    {
        QCOMPARE(tlsProblem("art:443", {}, QStringLiteral("no shared cipher")),
            std::string("No secure connection to art:443: no shared cipher"));
    }
};

} // namespace pult::link

QTEST_GUILESS_MAIN(pult::link::TlsProblemTest)
#include "tst_tlsproblem.moc"
