// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/curlcommand.h"

#include <QtTest>

#include "support/pagesamples.h"

namespace pult::models {

class CurlCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTokenIsNeverInIt()
    {
        const QString command = commandFor("a fox");
        QVERIFY(!command.contains(QStringLiteral("s3cret")));
        QVERIFY(command.contains(QStringLiteral("$PULT_TOKEN")));
        QVERIFY(command.contains(QStringLiteral("'https://host/base/api/generate/image'")));
    }

    void quotesCannotEndTheWord()
    {
        QVERIFY(commandFor("it's; rm").contains(QStringLiteral("it'\\''s; rm")));
    }

private:
    static QString commandFor(std::string prompt)
    {
        const live::ServiceAddress address{
            "id", "name", QUrl(QStringLiteral("https://u:s3cret@host/base/")), "s3cret"};
        return curlCommand(address, test::makeJob(contract::Kind::image, {}, std::move(prompt)));
    }
};

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::CurlCommandTest)
#include "tst_curlcommand.moc"
