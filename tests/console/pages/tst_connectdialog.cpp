// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/connectdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QtTest>

#include "base/clock.h"
#include "console/live/makeservicelist.h"
#include "console/settings/replylater.h"
#include "support/widgets.h"

namespace pult::pages {

using test::findWidget;

/// A desktop without a secret service.
class NoSecretStore final : public settings::SecretStore {
public:
    void read(const std::string &, QObject *context, Reply<QByteArray> reply) override
    {
        settings::replyLater<QByteArray>(context, std::move(reply), absent());
    }
    void write(
        const std::string &, const QByteArray &, QObject *context, Reply<void> reply) override
    {
        settings::replyLater<void>(context, std::move(reply), absent());
    }
    void remove(const std::string &, QObject *context, Reply<void> reply) override
    {
        settings::replyLater<void>(context, std::move(reply), absent());
    }

private:
    static tl::unexpected<Error> absent() { return fail(ErrorCode::unavailable, "None answers"); }
};

class ConnectDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNoteThatComesLateSqueezesNoField()
    {
        const SystemClock clock;
        const auto services = live::makeServiceList(clock, {});
        NoSecretStore keychain;
        ConnectDialog dialog(*services, keychain);
        dialog.setMaximumWidth(420); // The note takes several lines.
        dialog.open();
        QTRY_VERIFY(findWidget<QLabel>(dialog, "placeNote")->isVisible());
        const auto *url = findWidget<QLineEdit>(dialog, "url");
        QTRY_COMPARE(url->height(), url->sizeHint().height());
        QVERIFY(url->hasFocus() || !dialog.isActiveWindow());
    }
};

} // namespace pult::pages

QTEST_MAIN(pult::pages::ConnectDialogTest)
#include "tst_connectdialog.moc"
