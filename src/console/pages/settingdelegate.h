// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace pult::models {
class SettingModel;
}

namespace pult::pages {

/// Edits a setting by its type, within its range and unit, and shows what is pending, refused or
/// not yet in force. Works on a SettingModel below one proxy. GUI thread.
class SettingDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// The settings outlive the delegate.
    explicit SettingDelegate(const models::SettingModel &settings, QObject *parent = nullptr);

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(
        QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const models::SettingModel &m_settings;
};

} // namespace pult::pages
