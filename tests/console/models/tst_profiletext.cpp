// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/profiletext.h"

#include <set>

#include <QFile>
#include <QTest>
#include <QTranslator>

#include "telemetry/signals/profile.h"

/// A static library's resources are linked only when asked for, and outside of any namespace.
static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace pult::models {

/// Every text of every profile is one that can be translated.
class TestProfileText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsListed();
    void isSaidInTheUsersLanguage();
};

namespace {

std::set<QString> textsOf(const telemetry::Profile &profile)
{
    std::set<QString> texts{QString::fromStdString(profile.title)};
    const auto add = [&texts](const std::string &text) {
        if (!text.empty())
            texts.insert(QString::fromStdString(text));
    };
    for (const auto &signal : profile.signals)
        add(signal.title);
    for (const auto &tile : profile.tiles) {
        add(tile.title);
        add(tile.tip);
    }
    for (const auto &chart : profile.charts)
        add(chart.title);
    return texts;
}

/// As the translations hold it.
QString inXml(const QString &text)
{
    QString escaped = text.toHtmlEscaped();
    return escaped.replace(QLatin1Char('\''), QLatin1String("&apos;"));
}

} // namespace

void TestProfileText::everyTextIsListed()
{
    QFile file(QStringLiteral(PULT_SOURCE_DIR "/translations/pult_ru.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(file.readAll());
    const auto begin = all.indexOf(QLatin1String("<name>pult::models::Profile</name>"));
    QVERIFY(begin >= 0);
    const QString context = all.mid(begin, all.indexOf(QLatin1String("</context>"), begin) - begin);
    std::set<QString> texts;
    for (const auto &profile : telemetry::shippedProfiles())
        texts.merge(textsOf(*profile));
    for (const QString &text : texts)
        QVERIFY2(context.contains(QStringLiteral("<source>%1</source>").arg(inXml(text))),
            qPrintable(text));
    QCOMPARE(static_cast<std::size_t>(context.count(QLatin1String("<source>"))), texts.size());
}

void TestProfileText::isSaidInTheUsersLanguage()
{
    QCOMPARE(profileText(""), QString());
    QCOMPARE(profileText("Fullest disk"), QStringLiteral("Fullest disk"));
    loadTranslations();
    QTranslator russian;
    QVERIFY(russian.load(QStringLiteral(":/i18n/pult_ru.qm")));
    QVERIFY(QCoreApplication::installTranslator(&russian));
    QCOMPARE(profileText("Fullest disk"), QStringLiteral("Самый полный диск"));
    QCOMPARE(profileText("no text of a profile"), QStringLiteral("no text of a profile"));
}

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::TestProfileText)
#include "tst_profiletext.moc"
