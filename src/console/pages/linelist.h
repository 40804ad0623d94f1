// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QScrollArea>

#include "console/live/chartdata.h"
#include "console/pages/pickedline.h"

class QVBoxLayout;

namespace pult::pages {

class LineRow;

/// The lines of the Explore page's chart, one below the other. GUI thread.
class LineList final : public QScrollArea {
    Q_OBJECT
public:
    explicit LineList(QWidget *parent = nullptr);

    void setPicked(const std::vector<PickedLine> &picked);
    [[nodiscard]] std::vector<PickedLine> picked() const;
    [[nodiscard]] std::vector<telemetry::SeriesLine> lines() const;
    /// Unless it is there already.
    void add(const PickedLine &picked);
    /// In the order of the lines.
    void setReports(const std::vector<live::LineReport> &reports);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void changed();

private:
    void append(const PickedLine &picked);
    void remove(LineRow *row);
    void refit();

    QWidget *m_content;
    QVBoxLayout *m_column;
    std::vector<LineRow *> m_rows;
};

} // namespace pult::pages
