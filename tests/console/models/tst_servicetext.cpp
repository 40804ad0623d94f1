// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/servicetext.h"

#include <QTranslator>
#include <QtTest>

#include "console/models/setting.h"
#include "service/config/presets.h"
#include "service/config/settingsschema.h"

/// A static library's resources are linked only when asked for, and outside of any namespace.
static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace pult::models {

/// What pultd says of its settings is what the console knows to translate, word for word.
class ServiceTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadTranslations();
        QVERIFY(m_russian.load(QStringLiteral(":/i18n/pult_ru.qm")));
    }

    void everyTextOfTheSchemaIsKnown()
    {
        const auto groups = settingsOf(service::settingsSchema());
        QVERIFY(groups.has_value());
        for (const SettingGroup &group : *groups) {
            expectKnown(group.title);
            for (const Setting &setting : group.settings) {
                for (const QString &text : {setting.title, setting.description, setting.unit})
                    expectKnown(text);
                expectKnown(setting.advice);
            }
        }
    }

    void everyPresetIsKnown()
    {
        for (const contract::ConfigPreset &preset : service::configPresets()) {
            expectKnown(QString::fromStdString(preset.title));
            expectKnown(QString::fromStdString(preset.description));
        }
    }

    void aUnitAgreesWithItsNumber()
    {
        const QString unit = QStringLiteral("threads");
        QTranslator english;
        QVERIFY(english.load(QStringLiteral(":/i18n/pult_en.qm")));
        QCoreApplication::installTranslator(&english);
        QCOMPARE(unitText(unit, 1), QStringLiteral("thread"));
        QCOMPARE(unitText(unit, 2), QStringLiteral("threads"));
        QCOMPARE(unitText(QStringLiteral("jobs/s"), 1), QStringLiteral("jobs/s"));
        QCoreApplication::installTranslator(&m_russian);
        QCOMPARE(unitText(unit, 1), QStringLiteral("поток"));
        QCOMPARE(unitText(unit, 23), QStringLiteral("потока"));
        QCOMPARE(unitText(unit, 1e12), QStringLiteral("потоков"));
        QCoreApplication::removeTranslator(&m_russian);
    }

    void whatIsNotKnownStandsAsItIs()
    {
        QCOMPARE(serviceText(QStringLiteral("Flux capacity")), QStringLiteral("Flux capacity"));
        QCOMPARE(serviceText(QString()), QString());
    }

private:
    void expectKnown(const QString &text) const
    {
        const bool needsWords = text.contains(QRegularExpression(QStringLiteral("[A-Za-z]")));
        const QString russian =
            m_russian.translate("pult::models::ServiceText", text.toUtf8().constData());
        QVERIFY2(!needsWords || !russian.isEmpty(), qPrintable(text));
    }

    QTranslator m_russian;
};

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::ServiceTextTest)
#include "tst_servicetext.moc"
