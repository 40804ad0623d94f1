// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/settings/settingsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace pult::settings {

class SettingsFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void whatIsSavedIsLoaded()
    {
        ConsoleSettings settings;
        settings.theme = ThemeChoice::dark;
        settings.language = "ru";
        settings.range = Seconds(900);
        settings.services = {{"a", "Студия", "https://a.example"}, {"b", "b", "http://b"}};
        settings.windowGeometry = "AdnQyw==";
        const SettingsFile file(path("deep/down/settings.json"));
        QVERIFY(file.save(settings));
        QVERIFY(file.load() == settings);
    }

    void theFirstStartHasDefaults()
    {
        QVERIFY(SettingsFile(path("none.json")).load() == ConsoleSettings{});
    }

    void aSettingThatIsMissingHasItsDefaultAndAnUnknownOneIsIgnored()
    {
        write(path("old.json"), R"({"theme":"light","future":1})");
        const auto settings = SettingsFile(path("old.json")).load();
        QVERIFY(settings);
        QVERIFY(settings->theme == ThemeChoice::light);
        QVERIFY(settings->pollInterval == Seconds(1));
    }

    void aBrokenFileIsSaidAndLeft()
    {
        write(path("broken.json"), "{\"theme\":");
        const auto settings = SettingsFile(path("broken.json")).load();
        QVERIFY(!settings);
        QVERIFY(settings.error().code == ErrorCode::corrupt);
        QVERIFY(QFile::exists(path("broken.json")));
    }

    void aFolderThatCannotBeWrittenIsAnError()
    {
        write(path("file"), "x");
        const auto saved = SettingsFile(path("file/settings.json")).save({});
        QVERIFY(!saved);
        QVERIFY(saved.error().code == ErrorCode::io);
    }
};

} // namespace pult::settings

QTEST_GUILESS_MAIN(pult::settings::SettingsFileTest)
#include "tst_settingsfile.moc"
