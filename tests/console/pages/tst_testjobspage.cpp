// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/testjobspage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>

#include "contract/base64.h"
#include "support/pagesamples.h"
#include "support/widgets.h"

namespace pult::pages {

using contract::JobState;
using contract::Kind;
using test::click;
using test::findWidget;

class TestJobsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<test::FakeService>();
        test::prepare(*m_service);
        m_service->submissions.computes([this](const test::Submission &submission) {
            contract::Job job =
                test::makeJob(submission.kind, JobState::queued, submission.request.prompt);
            job.params = submission.request.params;
            job.params.tgs.reset(); // No service sends it back.
            m_accepted.push_back(job);
            return Result<contract::Job>(job);
        });
        m_accepted.clear();
        m_page = std::make_unique<TestJobsPage>();
        m_page->setService(m_service.get());
        test::showPage(*m_page);
    }
    void cleanup()
    {
        m_page.reset();
        m_service.reset();
    }

    void withoutAPromptNothingCanBeSubmitted()
    {
        QVERIFY(!button("submit").isEnabled());
        type("a fox");
        QVERIFY(button("submit").isEnabled());
    }

    void aPromptThatIsTooLongIsExplained()
    {
        prompt().setPlainText(QString(8001, QLatin1Char('x')));
        QVERIFY(!button("submit").isEnabled());
        QVERIFY(findWidget<QLabel>(*m_page, "promptProblem")->isVisible());
    }

    void thePictureComesBack()
    {
        type("a fox");
        QTest::keyClick(&prompt(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(table().model()->rowCount(), 1);
        contract::Job done = test::succeededJob(m_accepted.front(), Seconds(1), Seconds(2));
        Q_EMIT m_service->jobChanged(done);
        QTRY_VERIFY(!findWidget<QLabel>(*m_page, "picture")->pixmap(Qt::ReturnByValue).isNull());
        QVERIFY(findWidget<QLabel>(*m_page, "about")->text().contains(QStringLiteral("64 × 64")));
    }

    void aStickerFileNeedsNoPrompt()
    {
        QVERIFY(!findWidget<QWidget>(*m_page, "stickerFile")->isVisible());
        chooseKind(Kind::sticker);
        QVERIFY(!button("submit").isEnabled());
        chooseStickerFile("\x1f\x8b a sticker");
        QTRY_VERIFY(button("submit").isEnabled());
        QCOMPARE(button("chooseSticker").text(), QStringLiteral("fox.tgs"));
        QVERIFY(!findWidget<QWidget>(*m_page, "params")->isVisible());
        auto *format = findWidget<QComboBox>(*m_page, "stickerFormat");
        format->setCurrentIndex(format->findData(static_cast<int>(contract::StickerFormat::apng)));
        click(*m_page, "submit");
        QTRY_COMPARE(m_accepted.size(), std::size_t{1});
        const contract::JobParams params = m_service->submissions.last().request.params;
        QCOMPARE(contract::fromBase64(*params.tgs).value(), std::string("\x1f\x8b a sticker"));
        QCOMPARE(params.format, contract::StickerFormat::apng);
        QVERIFY(!params.seed && !params.frames);
        click(*m_page, "dropSticker");
        QVERIFY(!button("submit").isEnabled());
        QVERIFY(findWidget<QWidget>(*m_page, "params")->isVisible());
    }

    void aStickerFileCanBeSentAgain()
    {
        chooseKind(Kind::sticker);
        chooseStickerFile("\x1f\x8b a sticker");
        QTRY_VERIFY(button("submit").isEnabled());
        click(*m_page, "submit");
        QTRY_COMPARE(table().model()->rowCount(), 1);
        const contract::JobParams sent = m_service->submissions.last().request.params;
        Q_EMIT m_service->jobChanged(
            test::succeededJob(m_accepted.front(), Seconds(1), Seconds(2)));
        click(*m_page, "dropSticker");
        QVERIFY(!button("vary").isEnabled());
        click(*m_page, "copyCurl");
        QVERIFY(QGuiApplication::clipboard()->text().contains(QString::fromStdString(*sent.tgs)));
        click(*m_page, "again");
        QTRY_COMPARE(m_accepted.size(), std::size_t{2});
        QCOMPARE(m_service->submissions.last().kind, Kind::sticker);
        QCOMPARE(m_service->submissions.last().request.params.tgs, sent.tgs);
        QCOMPARE(m_service->submissions.last().request.params.format, sent.format);
        QVERIFY(findWidget<QWidget>(*m_page, "dropSticker")->isVisible());
    }

    void whatIsNoStickerFileIsNotTaken()
    {
        chooseKind(Kind::sticker);
        chooseStickerFile("PNG");
        QTRY_VERIFY(findWidget<QLabel>(*m_page, "stickerProblem")->isVisible());
        QVERIFY(!button("submit").isEnabled());
    }

    void textComesBackAsText()
    {
        m_service->results.answers(live::ResultBytes{"Once upon a time", "text/plain"});
        type("a fox");
        click(*m_page, "submit");
        QTRY_COMPARE(table().model()->rowCount(), 1);
        contract::Job done = test::succeededJob(m_accepted.front(), Seconds(1), Seconds(2));
        done.result->media_type = "text/plain";
        Q_EMIT m_service->jobChanged(done);
        QTRY_COMPARE(findWidget<QPlainTextEdit>(*m_page, "text")->toPlainText(),
            QStringLiteral("Once upon a time"));
    }

    void eachKindHasItsOwnParameters()
    {
        auto *kind = findWidget<QComboBox>(*m_page, "kind");
        kind->setCurrentIndex(kind->findData(static_cast<int>(Kind::text)));
        type("a fox");
        findWidget<QDoubleSpinBox>(form("params_text"), "words")->setValue(300);
        click(*m_page, "submit");
        QCOMPARE(m_service->submissions.last().kind, Kind::text);
        QCOMPARE(
            m_service->submissions.last().request.params.words, std::optional<std::int64_t>(300));
        QVERIFY(!m_service->submissions.last().request.params.width);
    }

    void severalGoOutAtAPaceWithSeedsOfTheirOwn()
    {
        submitMany(3, 50);
        QTRY_COMPARE(table().model()->rowCount(), 3);
        QVERIFY(m_accepted[0].params.seed != m_accepted[1].params.seed);
        QTRY_COMPARE(
            findWidget<QLabel>(*m_page, "progress")->text(), QStringLiteral("3 of 3 submitted"));
    }

    void aGivenSeedIsKept()
    {
        QWidget &image = form("params_image");
        findWidget<QCheckBox>(image, "randomSeed")->setChecked(false);
        findWidget<QDoubleSpinBox>(image, "seed")->setValue(4'294'967'295.0);
        type("a fox");
        click(*m_page, "submit");
        QCOMPARE(m_service->submissions.last().request.params.seed,
            std::optional<std::int64_t>(4'294'967'295));
    }

    void theRestCanBeStopped()
    {
        submitMany(200, 1);
        QTRY_COMPARE(table().model()->rowCount(), 1);
        click(*m_page, "stop");
        QTRY_VERIFY(!button("stop").isVisible());
        QCOMPARE(m_service->submissions.asked().size(), 1U);
    }

    void aRateLimitCountsDownAndResubmitsNothing()
    {
        Error limited{ErrorCode::limited, "Too many", {}};
        limited.retryAfter = Seconds(1);
        m_service->submissions.answers(tl::unexpected(limited));
        submitMany(5, 50);
        QTRY_COMPARE(
            problem(), QStringLiteral("The rate limit is reached. Try again in 1\u00a0s."));
        QVERIFY(!button("submit").isEnabled());
        const auto asked = m_service->submissions.asked().size();
        QTRY_VERIFY(problem().contains(QStringLiteral("you can submit now")));
        QVERIFY(button("submit").isEnabled());
        QCOMPARE(m_service->submissions.asked().size(), asked);
    }

    void aRefusedFieldSaysSoItself()
    {
        m_service->submissions.answers(
            fail({{"/params/width", "Must be a multiple of 64"}, {"/prompt", "Not this one"}}));
        type("a fox");
        click(*m_page, "submit");
        QWidget &image = form("params_image");
        QTRY_VERIFY(findWidget<QLabel>(image, "widthProblem")->isVisible());
        QVERIFY(findWidget<QDoubleSpinBox>(image, "width")->property("wrong").toBool());
        QCOMPARE(
            findWidget<QLabel>(*m_page, "promptProblem")->text(), QStringLiteral("Not this one"));
    }

    void againAndVaryDifferInTheSeedAlone()
    {
        type("a fox");
        click(*m_page, "submit");
        QTRY_COMPARE(table().model()->rowCount(), 1);
        click(*m_page, "again");
        QTRY_COMPARE(table().model()->rowCount(), 2);
        QCOMPARE(m_accepted[1].params, m_accepted[0].params);
        click(*m_page, "vary");
        QTRY_COMPARE(table().model()->rowCount(), 3);
        QVERIFY(m_accepted[2].params.seed != m_accepted[0].params.seed);
        QCOMPARE(m_accepted[2].prompt, "a fox");
    }

    void theCommandIsCopiedWithoutTheToken()
    {
        m_service->setAddress({"id", "name", QUrl(QStringLiteral("http://host")), "s3cret"});
        type("a fox");
        click(*m_page, "submit");
        QTRY_COMPARE(table().model()->rowCount(), 1);
        click(*m_page, "copyCurl");
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QStringLiteral("curl ")));
        QVERIFY(!copied.contains(QStringLiteral("s3cret")));
    }

    void lostEventsAreMadeUpFor()
    {
        type("a fox");
        click(*m_page, "submit");
        QTRY_COMPARE(table().model()->rowCount(), 1);
        m_service->jobLookups.answers(
            test::succeededJob(m_accepted.front(), Seconds(1), Seconds(2)));
        Q_EMIT m_service->jobsMissed();
        QTRY_COMPARE(table().model()->index(0, models::JobModel::state).data().toString(),
            QStringLiteral("Succeeded"));
    }

    void jobsOfOthersStayOut()
    {
        Q_EMIT m_service->jobChanged(test::makeJob());
        QCOMPARE(table().model()->rowCount(), 0);
    }

private:
    QTableView &table() { return *findWidget<QTableView>(*m_page, "testJobTable"); }
    QPlainTextEdit &prompt() { return *findWidget<QPlainTextEdit>(*m_page, "prompt"); }
    QString problem() { return findWidget<QLabel>(*m_page, "problem")->text(); }
    QWidget &form(const char *name) { return *findWidget<QWidget>(*m_page, name); }
    QAbstractButton &button(const char *name)
    {
        return *findWidget<QAbstractButton>(*m_page, name);
    }
    void chooseKind(Kind wanted)
    {
        auto *kind = findWidget<QComboBox>(*m_page, "kind");
        kind->setCurrentIndex(kind->findData(static_cast<int>(wanted)));
    }
    void chooseStickerFile(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("fox.tgs")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        click(*m_page, "chooseSticker");
        QTRY_VERIFY(findWidget<QLineEdit>(*m_page, "fileNameEdit"));
        findWidget<QLineEdit>(*m_page, "fileNameEdit")->setText(file.fileName());
        QTest::mouseClick(findWidget<QWidget>(*m_page, "stickerDialog")
                              ->findChild<QDialogButtonBox *>()
                              ->button(QDialogButtonBox::Open),
            Qt::LeftButton);
    }
    void type(const char *text) { QTest::keyClicks(&prompt(), QLatin1String(text)); }
    void submitMany(int count, double pace)
    {
        type("a fox");
        findWidget<QSpinBox>(*m_page, "count")->setValue(count);
        findWidget<QDoubleSpinBox>(*m_page, "pace")->setValue(pace);
        click(*m_page, "submit");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::FakeService> m_service;
    std::unique_ptr<TestJobsPage> m_page;
    std::vector<contract::Job> m_accepted;
};

} // namespace pult::pages

QTEST_MAIN(pult::pages::TestJobsPageTest)
#include "tst_testjobspage.moc"
