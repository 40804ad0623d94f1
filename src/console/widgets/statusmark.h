// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "console/widgets/theme.h"

namespace pult::widgets {

enum class Status { good, warning, bad, unknown };

[[nodiscard]] QColor statusColor(const Theme &theme, Status status);
/// Good: a disc, warning: a triangle, bad: a square, unknown: a ring. So that state is never told
/// by colour alone.
void paintStatusMark(QPainter &painter, const QRectF &rect, Status status, const Theme &theme);

/// The mark as a widget of one text height. GUI thread.
class StatusMark final : public QWidget {
    Q_OBJECT
public:
    explicit StatusMark(QWidget *parent = nullptr);

    [[nodiscard]] Status status() const { return m_status; }
    void setStatus(Status status);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status = Status::unknown;
};

} // namespace pult::widgets
