// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/bytesbox.h"

#include <QTest>

namespace pult::pages {

class BytesBoxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_box = std::make_unique<BytesBox>();
        m_box->setRange(1024, 1LL << 40);
        m_box->setValue(1 << 20);
    }

    void sizesAreTypedWithTheirUnit()
    {
        QCOMPARE(m_box->text(), QStringLiteral("1\u00a0MiB"));
        type("1.5 gib");
        QCOMPARE(m_box->value(), 1.5 * (1 << 30));
        QCOMPARE(m_box->text(), QStringLiteral("1536\u00a0MiB"));
        type("5000");
        QCOMPARE(m_box->value(), 5000.0);
    }

    void whatIsNoSizeOrTooLargeChangesNothing()
    {
        type("much");
        QCOMPARE(m_box->value(), double(1 << 20));
        type("4 TiB");
        QCOMPARE(m_box->value(), double(1 << 20));
    }

    void stepsGoToPowersOfTwo()
    {
        m_box->stepUp();
        QCOMPARE(m_box->text(), QStringLiteral("2\u00a0MiB"));
        m_box->setValue(5000);
        m_box->stepUp();
        QCOMPARE(m_box->value(), 8192.0);
        m_box->setValue(5000);
        m_box->stepDown();
        QCOMPARE(m_box->value(), 4096.0);
    }

private:
    void type(const char *text)
    {
        m_box->selectAll();
        QTest::keyClicks(m_box.get(), QLatin1String(text));
        QTest::keyClick(m_box.get(), Qt::Key_Return);
    }

    std::unique_ptr<BytesBox> m_box;
};

} // namespace pult::pages

QTEST_MAIN(pult::pages::BytesBoxTest)
#include "tst_bytesbox.moc"
