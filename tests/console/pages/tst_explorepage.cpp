// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/explorepage.h"

#include "console/pages/banner.h"
#include "support/pagesamples.h"
#include "support/widgets.h"

namespace pult::pages {

using test::findWidget;

class ExplorePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seriesBeyondTheLimitsAreSaidAsLongAsThereAreSome()
    {
        test::FakeService service;
        test::prepare(service);
        const SystemClock clock;
        settings::PinBoard pins;
        ExplorePage page(clock, pins);
        page.setService(&service);
        test::showPage(page);
        const auto *banner = findWidget<Banner>(page, "leftOutBanner");
        QVERIFY(!banner->isVisible());
        service.changeState([](live::ServiceState &state) { state.leftOut = 1234; });
        QVERIFY(banner->isVisible());
        QVERIFY(banner->text().startsWith(QLocale().toString(1234)));
        service.changeState([](live::ServiceState &state) { state.leftOut = 0; });
        QVERIFY(!banner->isVisible());
    }
};

} // namespace pult::pages

QTEST_MAIN(pult::pages::ExplorePageTest)
#include "tst_explorepage.moc"
