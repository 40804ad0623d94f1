// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/pagelist.h"

#include <QCoreApplication>

#include "console/pages/dashboardpage.h"
#include "console/pages/explorepage.h"
#include "console/pages/overviewpage.h"
#include "console/pages/queuepage.h"
#include "console/pages/testjobspage.h"
#include "console/pages/tuningpage.h"
#include "console/shell/session.h"

namespace pult::shell {
namespace {

/// A page of charts, whose range is as it was left.
template <class ChartPage>
pages::Page *withRange(const PageContext &context, ChartPage *page)
{
    widgets::ChartGroup &range = page->range();
    range.setSpan(context.session.settings().range);
    QObject::connect(
        &range, &widgets::ChartGroup::rangeChanged, page, [&range, &session = context.session] {
            session.change(
                [&](settings::ConsoleSettings &settings) { settings.range = range.span(); });
        });
    return page;
}

pages::Page *makeOverview(const PageContext &context, QWidget *parent)
{
    return withRange(context, new pages::OverviewPage(context.clock, parent));
}

template <class PinningPage>
pages::Page *makePinning(const PageContext &context, QWidget *parent)
{
    return withRange(context, new PinningPage(context.clock, context.session.pins(), parent));
}

template <class PlainPage>
pages::Page *make(const PageContext &, QWidget *parent)
{
    return new PlainPage(parent);
}

} // namespace

const std::vector<PageSpec> &pageList()
{
    static const std::vector<PageSpec> kPages{
        {QStringLiteral("overview"), QT_TRANSLATE_NOOP("PageList", "Overview"), makeOverview},
        {QStringLiteral("queue"), QT_TRANSLATE_NOOP("PageList", "Queue"), make<pages::QueuePage>,
            live::Capability::jobs},
        {QStringLiteral("test-jobs"), QT_TRANSLATE_NOOP("PageList", "Test jobs"),
            make<pages::TestJobsPage>, live::Capability::jobs},
        {QStringLiteral("tuning"), QT_TRANSLATE_NOOP("PageList", "Tuning"), make<pages::TuningPage>,
            live::Capability::settings},
        {QStringLiteral("explore"), QT_TRANSLATE_NOOP("PageList", "Explore"),
            makePinning<pages::ExplorePage>},
        {QStringLiteral("dashboard"), QT_TRANSLATE_NOOP("PageList", "Dashboard"),
            makePinning<pages::DashboardPage>},
    };
    return kPages;
}

QString titleOf(const PageSpec &spec)
{
    return QCoreApplication::translate("PageList", spec.title);
}

bool isOffered(const PageSpec &spec, const live::Service *service)
{
    return !service || !spec.needs || service->offers(*spec.needs);
}

} // namespace pult::shell
