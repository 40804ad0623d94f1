// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/settingdelegate.h"

#include <algorithm>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSortFilterProxyModel>

#include "console/models/servicetext.h"
#include "console/models/settingmodel.h"
#include "console/pages/bytesbox.h"
#include "console/widgets/style.h"
#include "console/widgets/theme.h"

namespace pult::pages {

namespace {

using models::Setting;
using models::SettingModel;
using models::SettingType;

constexpr int kSettingRowHeight = 30;
constexpr double kLargest = 1e15; ///< Below 2^53: every whole number is exact.

QWidget *makeBytesBox(const Setting &setting, QWidget *parent)
{
    auto *box = new BytesBox(parent);
    box->setRange(setting.minimum.value_or(0), setting.maximum.value_or(kLargest));
    return box;
}

/// What stands behind a number, or in its place, cannot be edited and refuses what is typed: who
/// clicks there gets all that can be typed over.
void keepToNumber(QDoubleSpinBox *box)
{
    auto *line = box->findChild<QLineEdit *>();
    const auto follow = [box, line] {
        const QString text = line->text();
        const bool isWords = !text.isEmpty() && text == box->specialValueText();
        const qsizetype end = isWords ? 0 : text.size() - box->suffix().size();
        const bool isBeyond = std::max(line->cursorPosition(), line->selectionEnd()) > end;
        if (isBeyond && !(isWords && line->selectedText() == text))
            box->selectAll();
    };
    QObject::connect(line, &QLineEdit::selectionChanged, box, follow);
    QObject::connect(line, &QLineEdit::cursorPositionChanged, box, follow);
}

QWidget *makeNumberBox(const Setting &setting, QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    const bool isWhole = setting.type == SettingType::integer;
    const QString unit = models::unitText(setting.unit, setting.maximum.value_or(kLargest));
    box->setDecimals(isWhole ? 0 : 3);
    box->setRange(setting.minimum.value_or(-kLargest), setting.maximum.value_or(kLargest));
    box->setSingleStep(isWhole || setting.maximum.value_or(2) > 1 ? 1 : 0.05);
    if (setting.automatic)
        box->setSpecialValueText(models::valueText(0, setting));
    box->setSuffix(unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
    keepToNumber(box);
    return box;
}

QWidget *makeChoice(const Setting &setting, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->addItems(setting.choices);
    return box;
}

QWidget *makeEditor(const Setting &setting, QWidget *parent)
{
    switch (setting.type) {
    case SettingType::integer:
    case SettingType::number:
        return setting.unit == QLatin1String(models::kBytesUnit) ? makeBytesBox(setting, parent)
                                                                 : makeNumberBox(setting, parent);
    case SettingType::choice:
        return makeChoice(setting, parent);
    case SettingType::boolean: // A check box of the view's own.
        return nullptr;
    case SettingType::text:
        return new QLineEdit(parent);
    }
    return nullptr;
}

QModelIndex sourceOf(const QModelIndex &index)
{
    return qobject_cast<const QSortFilterProxyModel *>(index.model())->mapToSource(index);
}

} // namespace

SettingDelegate::SettingDelegate(const models::SettingModel &settings, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_settings(settings)
{
}

QWidget *SettingDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Setting *setting = m_settings.settingAt(sourceOf(index));
    QWidget *editor = setting ? makeEditor(*setting, parent) : nullptr;
    if (editor) {
        editor->setObjectName(QStringLiteral("settingEditor"));
        editor->setAccessibleName(models::fullTitle(*setting));
    }
    return editor;
}

void SettingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *number = qobject_cast<QDoubleSpinBox *>(editor))
        number->setValue(value.toDouble());
    else if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentText(value.toString());
    else if (auto *text = qobject_cast<QLineEdit *>(editor))
        text->setText(value.toString());
}

void SettingDelegate::setModelData(
    QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *number = qobject_cast<QDoubleSpinBox *>(editor)) {
        number->interpretText();
        model->setData(index, number->value());
    } else if (const auto *choice = qobject_cast<QComboBox *>(editor)) {
        model->setData(index, choice->currentText());
    } else if (const auto *text = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, text->text());
    }
}

QSize SettingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), kSettingRowHeight));
    return size;
}

void SettingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const widgets::Theme &theme = widgets::currentTheme();
    const auto paintText = [option](const QColor &color) {
        option->palette.setColor(QPalette::Text, color);
        option->palette.setColor(QPalette::HighlightedText, color);
    };
    if (index.column() == SettingModel::inForce) {
        if (widgets::isStale(option->widget))
            paintText(theme.mutedText);
        else if (index.data(SettingModel::isLaggingRole).toBool())
            paintText(theme.warning);
    }
    if (index.column() != SettingModel::newValue)
        return;
    if (!index.data(SettingModel::problemRole).toString().isEmpty()) {
        paintText(theme.bad);
        option->text += QStringLiteral(" ▲ ") + index.data(SettingModel::problemRole).toString();
    } else if (index.data(SettingModel::isPendingRole).toBool()) {
        paintText(theme.accent);
        option->font.setBold(true);
    } else {
        paintText(theme.mutedText);
    }
}

} // namespace pult::pages
