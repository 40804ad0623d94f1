// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/tracetitles.h"

#include <algorithm>
#include <map>
#include <set>

#include <QCoreApplication>

#include "console/models/format.h"
#include "console/models/profiletext.h"
#include "console/widgets/theme.h"

namespace pult::widgets {
namespace {

using telemetry::LineFold;
using telemetry::LineForm;

struct TraceTitles {
    Q_DECLARE_TR_FUNCTIONS(pult::widgets::TraceTitles)
};

constexpr int kLongestTitle = 56;

/// Between a label's value and what is said of it.
constexpr std::string_view kBetween = " · ";

QString knownTitle(const std::string &name)
{
    static const std::map<std::string, const char *> kTitles{
        {"text", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Text")},
        {"image", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Image")},
        {"video", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Video")},
        {"sticker", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Sticker")},
        {"workers.text", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Text slots")},
        {"workers.image", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Image slots")},
        {"workers.video", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Video slots")},
        {"workers.sticker", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Sticker slots")},
        {"store", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Store")},
        {"store.readers", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Store readers")},
        {"upstream", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Upstream")},
        {"http", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "Connections")},
        {"cpu", QT_TRANSLATE_NOOP("pult::widgets::ChartLegend", "CPU processes")},
    };
    if (const auto found = kTitles.find(name); found != kTitles.end())
        return QCoreApplication::translate("pult::widgets::ChartLegend", found->second);
    const std::size_t dot = name.find(kBetween);
    if (dot == std::string::npos)
        return models::profileText(name);
    return QString::fromStdString(name.substr(0, dot + kBetween.size()))
        + models::profileText(name.substr(dot + kBetween.size()));
}

bool isMax(const live::SeriesOfTrace &series)
{
    return series.line.fold == LineFold::max;
}

/// What is not the same in all series of a chart.
struct Differences {
    bool isMetric = false;
    bool isForm = false;
    std::set<std::string> labels;
};

Differences differences(const std::vector<const live::SeriesOfTrace *> &all)
{
    Differences found;
    const live::SeriesOfTrace &first = *all.front();
    for (const live::SeriesOfTrace *each : all) {
        found.isMetric |= each->name.metric != first.name.metric;
        found.isForm |= each->line.form != first.line.form || isMax(*each) != isMax(first)
            || each->line.part != first.line.part;
        for (const live::SeriesOfTrace *other : {each, &first})
            for (const auto &[label, value] : other->name.labels)
                if (each->name.label(label) != first.name.label(label))
                    found.labels.insert(label);
    }
    return found;
}

QString labelText(const std::string &label, std::string_view value, bool isOnly)
{
    const QString shown = value.empty() ? models::formatUnknown()
                                        : QString::fromUtf8(value.data(), qsizetype(value.size()));
    return isOnly ? shown : QString::fromStdString(label) + QLatin1Char('=') + shown;
}

QString shortened(const QString &text)
{
    if (text.size() <= kLongestTitle)
        return text;
    return text.left(kLongestTitle / 2) + QChar(0x2026) + text.right(kLongestTitle / 2 - 1);
}

QString seriesTitle(const live::SeriesOfTrace &series, const Differences &differences)
{
    QStringList parts;
    if (differences.isMetric || differences.labels.empty())
        parts << QString::fromStdString(series.name.metric);
    const bool isOnly = differences.labels.size() == 1 && !differences.isMetric;
    for (const std::string &label : differences.labels)
        if (isOnly || !series.name.label(label).empty())
            parts << labelText(label, series.name.label(label), isOnly);
    if (differences.isForm) {
        parts << (isMax(series) ? TraceTitles::tr("highest") : QString()) << formTitle(series.line);
        parts.removeAll(QString());
    }
    return shortened(parts.join(QLatin1Char(' ')));
}

} // namespace

std::vector<QString> traceTitles(const live::ChartData &chart)
{
    std::vector<const live::SeriesOfTrace *> all;
    for (const live::Trace &trace : chart.traces)
        if (trace.series)
            all.push_back(&*trace.series);
    const Differences different = all.empty() ? Differences{} : differences(all);
    std::vector<QString> titles;
    for (const live::Trace &trace : chart.traces)
        titles.push_back(
            trace.series ? seriesTitle(*trace.series, different) : knownTitle(trace.name));
    return titles;
}

std::vector<std::size_t> tracePlaces(const std::vector<live::Trace> &traces)
{
    const std::size_t all = currentTheme().data.size();
    std::vector<std::size_t> places;
    std::vector<std::size_t> late; // Of traces whose own place was taken.
    std::set<std::size_t> taken;
    for (const live::Trace &trace : traces) {
        places.push_back(trace.series ? trace.series->place % all
                                      : tracePlace(QString::fromStdString(trace.name)));
        if (!taken.insert(places.back()).second)
            late.push_back(places.size() - 1);
    }
    for (const std::size_t trace : late) {
        std::size_t &place = places[trace];
        while (taken.size() < all && taken.contains(place))
            place = (place + 1) % all;
        taken.insert(place);
    }
    return places;
}

QString formTitle(const telemetry::SeriesLine &line)
{
    switch (line.form) {
    case LineForm::value:
        return {};
    case LineForm::rate:
        return TraceTitles::tr("rate");
    case LineForm::increase:
        return TraceTitles::tr("increase");
    case LineForm::quantile:
        return QStringLiteral("p%1").arg(100 * line.part);
    }
    return {};
}

} // namespace pult::widgets
