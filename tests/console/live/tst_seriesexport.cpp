// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/seriesexport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace pult::live {

using std::chrono::seconds;

class SeriesExportTest : public QObject {
    Q_OBJECT

    static constexpr WallTime kStart{seconds(1'800'000'000)};
    static constexpr int kSeries = 300;
    static constexpr int kScrapes = 600; ///< An export of all is more than one piece.

    static std::string metrics(int scrape)
    {
        std::string text = "# TYPE store_bytes gauge\n";
        for (int i = 0; i < kSeries; ++i)
            text += "store_bytes{shard=\"" + std::to_string(i) + "\"} "
                + std::to_string(scrape * kSeries + i) + '\n';
        return text;
    }

    static void fill(History &history)
    {
        for (int i = 0; i < kScrapes; ++i)
            QVERIFY(history.ingest(kStart + seconds(i), metrics(i)));
    }

    QTemporaryDir m_directory;
    std::vector<Result<ExportProgress>> m_replies;
    std::filesystem::path m_folder;
    std::filesystem::path m_file;

    [[nodiscard]] QStringList exported() const
    {
        return QDir(QString::fromStdString(m_file.parent_path().string())).entryList(QDir::Files);
    }

private Q_SLOTS:
    void init()
    {
        m_replies.clear();
        m_folder = m_directory.filePath(QLatin1String(QTest::currentTestFunction())).toStdString();
        m_file = m_folder / "out" / "history.txt";
        std::filesystem::create_directories(m_file.parent_path());
    }

    void allThatIsKeptIsWrittenPieceByPiece()
    {
        const auto history = std::make_shared<History>(Seconds(3));
        fill(*history);
        Background background;
        QObject dialog;
        runExport(background, history, {m_file}, &dialog,
            [this](const auto &progress) { m_replies.push_back(progress); });
        QTRY_VERIFY(!m_replies.empty() && (!m_replies.back() || m_replies.back()->isDone));
        QVERIFY(m_replies.size() > 1);
        QVERIFY(m_replies.back());
        QCOMPARE(m_replies.back()->share, 1.0);
        QCOMPARE(m_replies.back()->samples, std::size_t(kSeries) * kScrapes);
        QFile file(QString::fromStdString(m_file.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().endsWith("# EOF\n"));
    }

    void itEndsWhenTheHistoryIsTakenOver()
    {
        History other(Seconds(3));
        QVERIFY(!other.open(m_folder / "history", {}).problem);
        const auto history = std::make_shared<History>(Seconds(3));
        QVERIFY(history->open(m_folder / "history", {}).problem);
        fill(*history);
        Background background;
        QObject dialog;
        runExport(background, history, {m_file}, &dialog, [&](const auto &progress) {
            m_replies.push_back(progress);
            if (m_replies.size() == 1)
                background.post([&other, history] {
                    other.close();
                    (void)history->ingest(kStart + seconds(kScrapes), metrics(kScrapes));
                });
        });
        QTRY_COMPARE(m_replies.size(), 2U);
        QVERIFY(m_replies.front());
        QVERIFY(!m_replies.back());
        QVERIFY(m_replies.back().error().code == ErrorCode::unavailable);
        QVERIFY(exported().isEmpty());
    }

    void nothingIsLeftOfOneWhoseDialogIsClosed()
    {
        const auto history = std::make_shared<History>(Seconds(3));
        fill(*history);
        Background background;
        auto dialog = std::make_unique<QObject>();
        runExport(background, history, {m_file}, dialog.get(), [&](const auto &progress) {
            m_replies.push_back(progress);
            QCOMPARE(exported().size(), 1);
            dialog.reset();
        });
        QTRY_COMPARE(m_replies.size(), 1U);
        QVERIFY(!dialog);
        QTRY_VERIFY(exported().isEmpty());
    }
};

} // namespace pult::live

QTEST_GUILESS_MAIN(pult::live::SeriesExportTest)
#include "tst_seriesexport.moc"
