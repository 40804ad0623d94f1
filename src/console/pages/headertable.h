// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace pult::pages {

/// HTTP headers to send, a row each, and always an empty one below. Values are secrets: they are
/// shown as dots. GUI thread.
class HeaderTable final : public QTableWidget {
    Q_OBJECT
public:
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    explicit HeaderTable(QWidget *parent = nullptr);

    void setHeaders(const Headers &headers);
    /// Those that have a name, without blanks around.
    [[nodiscard]] Headers headers() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void appendRow(const QString &name, const QString &value);
    void keepEmptyRow();
    void retranslate();
    [[nodiscard]] QString textAt(int row, int column) const;
};

} // namespace pult::pages
