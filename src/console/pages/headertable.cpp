// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/headertable.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QStyledItemDelegate>

namespace pult::pages {
namespace {

enum HeaderColumn { nameColumn, valueColumn, headerColumns };

constexpr int kShownRows = 2;

/// Shows dots, also while it is typed into.
class SecretDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &) const override
    {
        return QString(value.toString().isEmpty() ? 0 : 8, QChar(0x2022));
    }
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor))
            line->setEchoMode(QLineEdit::Password);
        return editor;
    }
};

} // namespace

HeaderTable::HeaderTable(QWidget *parent)
    : QTableWidget(0, headerColumns, parent)
{
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setItemDelegateForColumn(valueColumn, new SecretDelegate(this));
    setTabKeyNavigation(false);
    connect(this, &QTableWidget::cellChanged, this, &HeaderTable::keepEmptyRow);
    retranslate();
    setHeaders({});
    setFixedHeight(horizontalHeader()->sizeHint().height()
        + kShownRows * verticalHeader()->defaultSectionSize() + 2 * frameWidth());
}

void HeaderTable::setHeaders(const Headers &headers)
{
    setRowCount(0);
    for (const auto &[name, value] : headers)
        appendRow(QString::fromUtf8(name), QString::fromUtf8(value));
    keepEmptyRow();
}

HeaderTable::Headers HeaderTable::headers() const
{
    Headers headers;
    for (int row = 0; row < rowCount(); ++row)
        if (const QString name = textAt(row, nameColumn); !name.isEmpty())
            headers.emplace_back(name.toUtf8(), textAt(row, valueColumn).toUtf8());
    return headers;
}

void HeaderTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTableWidget::changeEvent(event);
}

void HeaderTable::appendRow(const QString &name, const QString &value)
{
    const QSignalBlocker quiet(this);
    const int row = rowCount();
    insertRow(row);
    setItem(row, nameColumn, new QTableWidgetItem(name));
    setItem(row, valueColumn, new QTableWidgetItem(value));
}

void HeaderTable::keepEmptyRow()
{
    const int last = rowCount() - 1;
    if (last < 0 || !textAt(last, nameColumn).isEmpty() || !textAt(last, valueColumn).isEmpty())
        appendRow({}, {});
}

void HeaderTable::retranslate()
{
    setHorizontalHeaderLabels({tr("Header"), tr("Value")});
}

QString HeaderTable::textAt(int row, int column) const
{
    const QTableWidgetItem *cell = item(row, column);
    return cell ? cell->text().trimmed() : QString();
}

} // namespace pult::pages
