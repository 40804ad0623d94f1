// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/pickedline.h"

#include "console/models/seriestext.h"

namespace pult::pages {

using telemetry::LineFold;
using telemetry::LineForm;
using telemetry::SeriesLine;

namespace {

const std::string kBound = "le";

} // namespace

PickedLine pickSeries(const telemetry::SeriesName &name, const telemetry::MetricInfo &info)
{
    PickedLine picked;
    picked.info = info;
    picked.line.metric = name.metric;
    for (const auto &[label, value] : name.labels) {
        picked.labels.push_back({label, value});
        picked.labelNames.insert(label);
    }
    picked.line =
        lineOf(picked, models::usualForm(name.metric, info), picked.line.part, LineFold::none, {});
    return picked;
}

PickedLine pickMetric(
    const std::string &metric, const telemetry::MetricInfo &info, std::set<std::string> labelNames)
{
    PickedLine picked;
    picked.info = info;
    picked.isWhole = true;
    picked.labelNames = std::move(labelNames);
    picked.line.metric = metric;
    const std::string by = picked.labelNames.size() == 1 ? *picked.labelNames.begin() : "";
    picked.line = lineOf(picked, models::usualForm(metric, info), picked.line.part, LineFold::sum,
        by == kBound ? "" : by);
    return picked;
}

SeriesLine lineOf(
    const PickedLine &picked, LineForm form, double part, LineFold fold, const std::string &by)
{
    SeriesLine line;
    line.metric = picked.line.metric;
    line.form = form;
    if (form == LineForm::quantile)
        line.part = part;
    line.fold = fold;
    line.by = by;
    if (fold == LineFold::none)
        line.labels = picked.labels;
    if (form == LineForm::quantile)
        std::erase_if(line.labels, [](const auto &label) { return label.name == kBound; });
    return line;
}

} // namespace pult::pages
