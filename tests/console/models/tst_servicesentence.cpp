// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/servicesentence.h"

#include <QTranslator>
#include <QtTest>

#include "console/models/labels.h"
#include "contract/params.h"
#include "service/config/basesettings.h"
#include "service/config/contradictions.h"
#include "service/config/mergepatch.h"
#include "service/config/presets.h"

/// A static library's resources are linked only when asked for, and outside of any namespace.
static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace pult::models {

/// In Russian nobody has to read English to learn what went wrong.
class ServiceSentenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadTranslations();
        QVERIFY(m_russian.load(QStringLiteral(":/i18n/pult_ru.qm")));
    }

    void englishStaysWordForWord()
    {
        for (const char *sentence : {"Must be from 0 to 9",
                 "Over the limit \"image\" of 10 in 60 s: "
                 "try again in 5 s",
                 "Some day all this will be known", ""})
            QCOMPARE(serviceSentence(std::string(sentence)), QString::fromUtf8(sentence));
    }

    void valuesMoveIntoTheTranslation()
    {
        QVERIFY(QCoreApplication::installTranslator(&m_russian));
        QCOMPARE(serviceSentence(QStringLiteral("Must be from 0 to 9")),
            QStringLiteral("Допустимо от 0 до 9"));
        QCOMPARE(serviceSentence(QStringLiteral("all 20 image slots are busy, 3 jobs before it")),
            QStringLiteral("заняты все слоты image (20), заданий перед ним: 3"));
        QCOMPARE(serviceSentence(QStringLiteral("No secure connection to %1: a%2b")),
            QStringLiteral("Нет защищённого соединения с %1: a%2b"));
        QCoreApplication::removeTranslator(&m_russian);
    }

    void everyRefusalOfAFieldIsKnown()
    {
        QVERIFY(QCoreApplication::installTranslator(&m_russian));
        contract::GenerateRequest request;
        request.prompt = "";
        request.priority = 70;
        request.timeout_s = Seconds(1e6);
        request.kind = contract::Kind::text;
        request.params.width = 1;
        request.params.words = 3;
        expectKnown(contract::validate(contract::Kind::image, request, Seconds(180)));
        expectKnown(service::applyMergePatch({},
            {{"workers", {{"image", -1}, {"text", "x"}, {"nothing", 1}}}, {"log", {{"level", "x"}}},
                {"nothing", 1}, {"http", 3}, {"rate_limits", {{"enabled", 1}}}}));
        expectKnown(contract::decodeText<contract::GenerateRequest>(
            R"({"prompt": 1, "kind": "x", "params": 3, "more": 1, "timeout_s": "x"})",
            contract::UnknownMembers::refuse));
        QCoreApplication::removeTranslator(&m_russian);
    }

    void contradictionsAreKnown()
    {
        QVERIFY(QCoreApplication::installTranslator(&m_russian));
        service::BaseSettings base;
        base.settings.timeouts.image_s = Seconds(1);
        base.settings.rate_limits.submit_per_s = 30;
        base.settings.rate_limits.video_per_minute = 5000;
        base.settings.rate_limits.submit_burst = 100;
        const auto found = service::contradictionsIn(base.settings, service::originsOf(base, {}));
        QCOMPARE(found.size(), 4U);
        const QString both = serviceSentence(found[0] + "; " + found[2]);
        QVERIFY2(both.contains(QStringLiteral("(по умолчанию) больше, чем rate_limits.general")),
            qPrintable(both));
        QVERIFY2(both.endsWith(QStringLiteral("у заданий этого вида выйдет время, если их делает "
                                              "синтетический провайдер")),
            qPrintable(both));
        QVERIFY2(!both.contains(QStringLiteral("is above")), qPrintable(both));
        for (const std::string &sentence : found)
            QVERIFY(isKnown(sentence));
        QCoreApplication::removeTranslator(&m_russian);
    }

    void adviceIsKnown()
    {
        QVERIFY(QCoreApplication::installTranslator(&m_russian));
        for (const int users : {5, 500})
            QVERIFY(isKnown(service::configAdvice(users).text));
        QCoreApplication::removeTranslator(&m_russian);
    }

    void aProblemSaysWhatWhyAndWhenToTryAgain()
    {
        Error limited{ErrorCode::limited, "There is no such job", {}};
        limited.retryAfter = Seconds(16.2);
        QCOMPARE(problemText(limited),
            QStringLiteral(
                "The rate limit is reached. There is no such job. Try again in 17\u00a0s."));
        QCOMPARE(problemText({ErrorCode::unavailable, "The service is shutting down", {}}),
            QStringLiteral("The service is not available now. The service is shutting down"));
        QCOMPARE(problemText({ErrorCode::cancelled, {}, {}}), QStringLiteral("It was cancelled."));
    }

private:
    static bool isKnown(const std::string &sentence)
    {
        return serviceSentence(sentence) != QString::fromStdString(sentence);
    }
    template <class T>
    static void expectKnown(const Result<T> &refused)
    {
        QVERIFY(!refused);
        QVERIFY(isKnown(refused.error().detail));
        for (const FieldError &field : refused.error().fields)
            QVERIFY2(isKnown(field.detail), field.detail.c_str());
    }

    QTranslator m_russian;
};

} // namespace pult::models

QTEST_GUILESS_MAIN(pult::models::ServiceSentenceTest)
#include "tst_servicesentence.moc"
