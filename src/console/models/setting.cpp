// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/setting.h"

#include <cmath>

#include <QLocale>

#include "console/models/format.h"
#include "console/models/servicetext.h"
#include "console/models/translated.h"
#include "contract/jsontext.h"

namespace pult::models {

namespace {

const boost::json::object *objectAt(const boost::json::object &object, std::string_view name)
{
    const boost::json::value *found = object.if_contains(name);
    return found ? found->if_object() : nullptr;
}

QString stringAt(const boost::json::object &object, std::string_view name)
{
    const boost::json::value *found = object.if_contains(name);
    const boost::json::string *text = found ? found->if_string() : nullptr;
    return text ? QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size())) : QString();
}

std::optional<double> numberOf(const boost::json::value &value)
{
    if (!value.is_number())
        return {};
    return value.to_number<double>();
}

std::optional<double> numberAt(const boost::json::object &object, std::string_view name)
{
    const boost::json::value *found = object.if_contains(name);
    return found ? numberOf(*found) : std::nullopt;
}

QStringList choicesOf(const boost::json::object &schema)
{
    QStringList choices;
    const boost::json::value *found = schema.if_contains("enum");
    if (const boost::json::array *values = found ? found->if_array() : nullptr) {
        for (const boost::json::value &value : *values) {
            if (const boost::json::string *text = value.if_string())
                choices << QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
        }
    }
    return choices;
}

SettingType typeOf(const boost::json::object &schema)
{
    const QString type = stringAt(schema, "type");
    if (type == u"integer")
        return SettingType::integer;
    if (type == u"number")
        return SettingType::number;
    if (type == u"boolean")
        return SettingType::boolean;
    return schema.contains("enum") ? SettingType::choice : SettingType::text;
}

Setting settingOf(std::string path, const QString &group, const boost::json::object &schema)
{
    Setting setting;
    setting.path = std::move(path);
    setting.group = group;
    setting.title = stringAt(schema, "title");
    if (setting.title.isEmpty())
        setting.title = QString::fromStdString(setting.path);
    setting.description = stringAt(schema, "description");
    setting.type = typeOf(schema);
    setting.unit = stringAt(schema, "x-unit");
    setting.minimum = numberAt(schema, "minimum");
    setting.maximum = numberAt(schema, "maximum");
    if (const boost::json::value *fallback = schema.if_contains("default"))
        setting.fallback = *fallback;
    setting.automatic = numberAt(schema, "x-automatic");
    setting.advice = stringAt(schema, "x-advice");
    if (stringAt(schema, "x-applies") == u"restart")
        setting.applies = contract::Applies::restart;
    setting.choices = choicesOf(schema);
    const boost::json::value *readOnly = schema.if_contains("readOnly");
    setting.isReadOnly = readOnly && readOnly->is_bool() && readOnly->get_bool();
    return setting;
}

SettingGroup groupOf(std::string name, const boost::json::object &schema)
{
    SettingGroup group;
    group.title = stringAt(schema, "title");
    if (group.title.isEmpty())
        group.title = QString::fromStdString(name);
    if (const boost::json::object *members = objectAt(schema, "properties")) {
        for (const auto &[key, member] : *members) {
            if (const boost::json::object *described = member.if_object())
                group.settings.push_back(
                    settingOf(name + '.' + std::string(key), group.title, *described));
        }
    }
    group.name = std::move(name);
    return group;
}

QString exactText(double number)
{
    return QLocale().toString(number, 'f', QLocale::FloatingPointShortest);
}

QString numberText(double number, const QString &unit)
{
    if (unit == QLatin1String(kBytesUnit))
        return formatExactBytes(std::llround(number));
    const QString shownUnit = unitText(unit, number);
    return shownUnit.isEmpty() ? exactText(number) : exactText(number) + QChar(0x00a0) + shownUnit;
}

} // namespace

Result<std::vector<SettingGroup>> settingsOf(const boost::json::object &schema)
{
    std::vector<SettingGroup> groups;
    if (const boost::json::object *members = objectAt(schema, "properties")) {
        for (const auto &[key, member] : *members) {
            if (const boost::json::object *described = member.if_object())
                groups.push_back(groupOf(std::string(key), *described));
        }
    }
    std::erase_if(groups, [](const SettingGroup &group) { return group.settings.empty(); });
    if (groups.empty())
        return fail(ErrorCode::corrupt, "The schema describes no setting");
    return groups;
}

QString fullTitle(const Setting &setting)
{
    return tr("%1: %2").arg(serviceText(setting.group), serviceText(setting.title));
}

boost::json::value valueAt(const boost::json::object &values, std::string_view path)
{
    const std::size_t dot = path.find('.');
    const boost::json::object *group = objectAt(values, path.substr(0, dot));
    if (!group || dot == std::string_view::npos)
        return nullptr;
    const boost::json::value *found = group->if_contains(path.substr(dot + 1));
    return found ? *found : boost::json::value(nullptr);
}

void setValueAt(boost::json::object &values, std::string_view path, const boost::json::value &value)
{
    const std::size_t dot = path.find('.');
    boost::json::value &group = values[path.substr(0, dot)];
    if (!group.is_object())
        group.emplace_object();
    group.get_object()[path.substr(dot + 1)] = value;
}

std::string pathOfPointer(std::string_view pointer)
{
    std::string path(pointer.substr(pointer.starts_with('/') ? 1 : 0));
    if (const std::size_t slash = path.find('/'); slash != std::string::npos)
        path[slash] = '.';
    return path;
}

bool isSameValue(const boost::json::value &left, const boost::json::value &right)
{
    const auto a = numberOf(left);
    const auto b = numberOf(right);
    return a && b ? *a == *b : left == right;
}

QString valueText(const boost::json::value &value, const QString &unit)
{
    if (value.is_null())
        return QStringLiteral("–");
    if (const bool *flag = value.if_bool())
        return *flag ? tr("on") : tr("off");
    if (const auto number = numberOf(value))
        return numberText(*number, unit);
    if (const boost::json::string *text = value.if_string())
        return QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
    return QString::fromStdString(contract::jsonText(value));
}

QString valueText(const boost::json::value &value, const Setting &setting)
{
    const boost::json::value meaning = meaningOf(value, setting);
    const QString text = valueText(meaning, setting.unit);
    return isSameValue(meaning, value) ? text : tr("auto (%1)").arg(text);
}

boost::json::value meaningOf(const boost::json::value &value, const Setting &setting)
{
    return setting.automatic && isSameValue(value, 0) ? boost::json::value(*setting.automatic)
                                                      : value;
}

QString rangeText(const Setting &setting)
{
    const auto text = [&](double number) { return numberText(number, setting.unit); };
    const bool hasOwnUnits = setting.unit == QLatin1String(kBytesUnit);
    if (setting.minimum && setting.maximum)
        return tr("%1 to %2")
            .arg(hasOwnUnits ? text(*setting.minimum) : exactText(*setting.minimum),
                text(*setting.maximum));
    if (setting.minimum)
        return tr("at least %1").arg(text(*setting.minimum));
    if (setting.maximum)
        return tr("at most %1").arg(text(*setting.maximum));
    return {};
}

} // namespace pult::models
