// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/settingrow.h"

#include <algorithm>
#include <cmath>

#include "console/models/labels.h"
#include "console/models/servicesentence.h"
#include "console/models/servicetext.h"

namespace pult::models {

namespace {

std::optional<contract::VerifiedSetting> verifiedOf(
    const contract::ConfigReport &report, const std::string &path)
{
    const auto found = std::ranges::find(report.verified, path, &contract::VerifiedSetting::path);
    return found == report.verified.end() ? std::nullopt : std::optional(*found);
}

} // namespace

void SettingRow::follow(const contract::ConfigReport &report, const std::string &path)
{
    desired = valueAt(report.values, path);
    applied = valueAt(report.applied, path);
    if (applied.is_null())
        applied = desired;
    const boost::json::value from = valueAt(report.origins, path);
    origin = from.is_string() ? QString::fromUtf8(from.get_string().c_str()) : QString();
    verified = verifiedOf(report, path);
    if (edit && isSameValue(*edit, desired))
        edit.reset();
}

bool SettingRow::isInForce(const Setting &about) const
{
    return isSameValue(meaningOf(desired, about), meaningOf(applied, about));
}

QString SettingRow::inForceText(const Setting &about) const
{
    if (isInForce(about))
        return valueText(desired, about);
    return tr("%1 (%2 %3)")
        .arg(valueText(applied, about.unit), valueText(meaningOf(desired, about), about.unit),
            appliesText(about.applies));
}

QString SettingRow::verifiedText(const Setting &about) const
{
    if (!verified)
        return {};
    const QString value = valueText(verified->verified, about.unit);
    const QString reason = serviceSentence(verified->reason);
    return reason.isEmpty() ? tr("Seen at work: %1").arg(value)
                            : tr("Seen at work: %1. %2").arg(value, reason);
}

QString SettingRow::toolTip(const Setting &about) const
{
    QStringList lines{QStringLiteral("<b>%1</b>").arg(fullTitle(about).toHtmlEscaped()),
        serviceText(about.description).toHtmlEscaped(), serviceText(about.advice).toHtmlEscaped(),
        verifiedText(about).toHtmlEscaped()};
    lines.removeAll(QString());
    return lines.join(QStringLiteral("<br>"));
}

boost::json::value jsonOf(const QVariant &value, SettingType type)
{
    switch (type) {
    case SettingType::integer:
        return static_cast<std::int64_t>(std::llround(value.toDouble()));
    case SettingType::number:
        return value.toDouble();
    case SettingType::boolean:
        return value.toBool();
    case SettingType::choice:
    case SettingType::text:
        return boost::json::value(value.toString().toStdString());
    }
    return nullptr;
}

QVariant variantOf(const boost::json::value &value)
{
    if (const bool *flag = value.if_bool())
        return *flag;
    if (value.is_number())
        return value.to_number<double>();
    return valueText(value);
}

} // namespace pult::models
