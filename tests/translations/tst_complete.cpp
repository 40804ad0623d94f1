// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QDomDocument>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace pult {

/// Every visible text of the console has its translation, and no translation lacks its text.
class TestComplete : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fileFollowsTheSources_data();
    void fileFollowsTheSources();
    void russianIsFinished();
};

namespace {

const QString kRoot = QStringLiteral(PULT_SOURCE_DIR);

struct Entry {
    QString text; ///< "context: source"
    QDomElement translation;
};

std::vector<Entry> entriesOf(const QString &path)
{
    QFile file(path);
    QDomDocument document;
    if (!file.open(QIODevice::ReadOnly) || !document.setContent(&file))
        return {};
    std::vector<Entry> entries;
    const QDomNodeList messages = document.elementsByTagName(QStringLiteral("message"));
    for (int i = 0; i < messages.count(); ++i) {
        const QDomElement message = messages.at(i).toElement();
        const QString context =
            message.parentNode().firstChildElement(QStringLiteral("name")).text();
        entries.push_back({context + QStringLiteral(": ")
                + message.firstChildElement(QStringLiteral("source")).text(),
            message.firstChildElement(QStringLiteral("translation"))});
    }
    return entries;
}

std::set<QString> textsOf(const QString &path)
{
    std::set<QString> texts;
    for (const Entry &entry : entriesOf(path))
        texts.insert(entry.text);
    return texts;
}

QString difference(const std::set<QString> &from, const std::set<QString> &without)
{
    QStringList texts;
    std::set_difference(
        from.begin(), from.end(), without.begin(), without.end(), std::back_inserter(texts));
    return texts.join(QLatin1Char('\n'));
}

bool isComplete(const QDomElement &translation)
{
    if (translation.hasAttribute(QStringLiteral("type")))
        return false;
    const QDomNodeList forms = translation.elementsByTagName(QStringLiteral("numerusform"));
    for (int i = 0; i < forms.count(); ++i)
        if (forms.at(i).toElement().text().isEmpty())
            return false;
    return !translation.text().isEmpty();
}

} // namespace

void TestComplete::fileFollowsTheSources_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Russian") << QStringLiteral("pult_ru.ts") << QStringList();
    QTest::newRow("English") << QStringLiteral("pult_en.ts")
                             << QStringList{QStringLiteral("-pluralonly")};
}

void TestComplete::fileFollowsTheSources()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, options);
    const QTemporaryDir folder;
    const QString kept = kRoot + QStringLiteral("/translations/") + name;
    const QString fresh = folder.filePath(name);
    QProcess lupdate;
    lupdate.start(QStringLiteral(PULT_LUPDATE_PATH),
        QStringList{QStringLiteral("-silent"), QStringLiteral("-I"), kRoot + QStringLiteral("/src"),
            kRoot + QStringLiteral("/src/console"), kRoot + QStringLiteral("/ui")}
            + options + QStringList{QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    QVERIFY(!textsOf(fresh).empty());
    QCOMPARE(difference(textsOf(fresh), textsOf(kept)), QString());
    QCOMPARE(difference(textsOf(kept), textsOf(fresh)), QString());
}

void TestComplete::russianIsFinished()
{
    const auto entries = entriesOf(kRoot + QStringLiteral("/translations/pult_ru.ts"));
    QVERIFY(!entries.empty());
    for (const Entry &entry : entries)
        QVERIFY2(isComplete(entry.translation), qPrintable(entry.text));
}

} // namespace pult

QTEST_GUILESS_MAIN(pult::TestComplete)
#include "tst_complete.moc"
