// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/options.h"

#include <QTemporaryFile>
#include <QTest>

namespace pult::shell {

class TestOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingNamesNoService();
    void readsAScreenshot();
    void anExportNamesItsService();
    void refuses_data();
    void refuses();
    void versionEndsWell();
};

namespace {

std::variant<Options, EarlyExit> parse(const QByteArrayList &arguments)
{
    std::vector<const char *> raw{"pult"};
    for (const QByteArray &argument : arguments)
        raw.push_back(argument.constData());
    return parseOptions(static_cast<int>(raw.size()), raw.data());
}

} // namespace

void TestOptions::nothingNamesNoService()
{
    const auto options = std::get<Options>(parse({}));
    QVERIFY(!options.namesService());
    QVERIFY(!options.screenshot);
    QCOMPARE(options.scale, 1.0);
}

void TestOptions::anExportNamesItsService()
{
    const auto options =
        std::get<Options>(parse({"--export-history", "out.om", "--service", "art"}));
    QVERIFY(options.exported);
    QCOMPARE(QString::fromStdString(options.exported->file), QStringLiteral("out.om"));
    QCOMPARE(QString::fromStdString(options.exported->service), QStringLiteral("art"));
    QVERIFY(std::holds_alternative<EarlyExit>(parse({"--export-history", "out.om"})));
    QVERIFY(std::holds_alternative<EarlyExit>(parse({"--service", "art"})));
}

void TestOptions::readsAScreenshot()
{
    QTemporaryFile token;
    QVERIFY(token.open());
    const auto options = std::get<Options>(
        parse({"--connect", "http://127.0.0.1:1", "--token-file", token.fileName().toUtf8(),
            "--name", "art", "--screenshot", "a.png", "--page", "queue", "--after", "2.5", "--size",
            "1280x800", "--scale", "2", "--theme", "light", "--lang", "ru"}));
    QCOMPARE(options.connect->url, std::string("http://127.0.0.1:1"));
    QCOMPARE(options.connect->name, std::string("art"));
    QCOMPARE(options.screenshot->file, std::string("a.png"));
    QCOMPARE(options.screenshot->after.count(), 2.5);
    QCOMPARE(*options.size, QSize(1280, 800));
    QCOMPARE(options.scale, 2.0);
    QVERIFY(options.theme == settings::ThemeChoice::light);
    QCOMPARE(options.language, std::string("ru"));
}

void TestOptions::refuses_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::newRow("two services") << QByteArrayList{"--local", "--connect", "http://a"};
    QTest::newRow("demo without local") << QByteArrayList{"--demo"};
    QTest::newRow("a token file that is not there")
        << QByteArrayList{"--connect", "http://a", "--token-file", "/nonexistent"};
    QTest::newRow("a page that is not there") << QByteArrayList{"--page", "pools"};
    QTest::newRow("a size that is none") << QByteArrayList{"--size", "1280"};
    QTest::newRow("a window too small") << QByteArrayList{"--size", "10x10"};
    QTest::newRow("an unknown option") << QByteArrayList{"--colour"};
}

void TestOptions::refuses()
{
    QFETCH(const QByteArrayList, arguments);
    const auto parsed = parse(arguments);
    QVERIFY(std::holds_alternative<EarlyExit>(parsed));
    QCOMPARE(std::get<EarlyExit>(parsed).code, 2);
    QVERIFY(!std::get<EarlyExit>(parsed).text.empty());
}

void TestOptions::versionEndsWell()
{
    const auto end = std::get<EarlyExit>(parse({"--version"}));
    QCOMPARE(end.code, 0);
    QVERIFY(end.text.starts_with("pult "));
}

} // namespace pult::shell

QTEST_GUILESS_MAIN(pult::shell::TestOptions)
#include "tst_options.moc"
