// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <optional>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "console/settings/filesecretstore.h"
#include "console/settings/keychainsecretstore.h"
#include "console/settings/memorysecretstore.h"

namespace pult::settings {

/// One contract for every place where secrets can be.
class SecretStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString filePath() const { return m_folder.filePath(QStringLiteral("tokens.json")); }
    std::unique_ptr<SecretStore> makeStore(const QString &kind) const
    {
        if (kind == QLatin1String("file"))
            return std::make_unique<FileSecretStore>(filePath());
        return std::make_unique<MemorySecretStore>();
    }

    template <class T, class Call>
    Result<T> waitFor(Call call)
    {
        std::optional<Result<T>> outcome;
        call([&outcome](Result<T> result) { outcome = std::move(result); });
        [&outcome] { QTRY_VERIFY(outcome); }();
        return outcome.value_or(fail(ErrorCode::internal, "no reply"));
    }
    Result<QByteArray> read(SecretStore &store, const std::string &key)
    {
        return waitFor<QByteArray>([&](auto reply) { store.read(key, this, reply); });
    }
    Result<void> write(SecretStore &store, const std::string &key, const QByteArray &secret)
    {
        return waitFor<void>([&](auto reply) { store.write(key, secret, this, reply); });
    }
    Result<void> remove(SecretStore &store, const std::string &key)
    {
        return waitFor<void>([&](auto reply) { store.remove(key, this, reply); });
    }

private Q_SLOTS:
    void keepsReplacesAndForgets_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("in a file") << QStringLiteral("file");
        QTest::newRow("in memory") << QStringLiteral("memory");
    }
    void keepsReplacesAndForgets()
    {
        QFETCH(QString, kind);
        const auto store = makeStore(kind);
        QVERIFY(read(*store, "a").error().code == ErrorCode::notFound);
        QVERIFY(write(*store, "a", "one"));
        QVERIFY(write(*store, "b", "two"));
        QVERIFY(write(*store, "a", "three"));
        QVERIFY(read(*store, "a") == QByteArray("three"));
        QVERIFY(remove(*store, "a"));
        QVERIFY(remove(*store, "a"));
        QVERIFY(read(*store, "a").error().code == ErrorCode::notFound);
        QVERIFY(read(*store, "b") == QByteArray("two"));
    }

    void theFileIsItsOwnersAlone()
    {
        FileSecretStore store(filePath());
        QVERIFY(write(store, "a", "secret"));
        constexpr auto kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(filePath()).permissions() & kOthers));
        FileSecretStore later(filePath());
        QVERIFY(read(later, "a") == QByteArray("secret"));
    }

    void aDeadContextHearsNothing()
    {
        MemorySecretStore store;
        bool isHeard = false;
        {
            QObject context;
            store.write("a", "x", &context, [&isHeard](const Result<void> &) { isHeard = true; });
        }
        QVERIFY(write(store, "b", "y"));
        QVERIFY(!isHeard);
    }

    void withoutASecretServiceTheKeychainSaysSo()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        KeychainSecretStore store;
        const auto outcome = write(store, "a", "secret");
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().code == ErrorCode::unavailable, outcome.error().detail.c_str());
    }
};

} // namespace pult::settings

QTEST_GUILESS_MAIN(pult::settings::SecretStoreTest)
#include "tst_secretstore.moc"
