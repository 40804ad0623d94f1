// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace pult::pages {

/// Edits a number of bytes as people write it: "512 KiB", "1.5 GiB". GUI thread.
class BytesBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit BytesBox(QWidget *parent = nullptr);

    /// To the next power of two: a step of one byte would be of no use.
    void stepBy(int steps) override;

protected:
    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
};

} // namespace pult::pages
