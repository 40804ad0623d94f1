// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/card.h"
#include "console/widgets/chartcanvas.h"

class QLabel;

namespace pult::widgets {

class ChartLegend;

/// A chart as a card: title with unit, legend with the values under the crosshair, plot, and a
/// context menu that copies and exports. GUI thread.
class ChartView final : public Card {
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);

    /// What it draws, by the ids of telemetry::SignalSpec.
    void setSignals(std::vector<std::string> signals) { m_signals = std::move(signals); }
    [[nodiscard]] const std::vector<std::string> &shownSignals() const { return m_signals; }
    /// And what of the series as scraped.
    void setLines(std::vector<telemetry::SeriesLine> lines);
    [[nodiscard]] const std::vector<telemetry::SeriesLine> &lines() const { return m_lines; }
    void setTitle(const QString &title);
    /// For who frames it and shows its title.
    void hideFrame();
    void setUnit(models::Unit unit);
    void setThresholds(std::vector<Threshold> thresholds);
    /// Instead of the plot while there are no data.
    void setEmptyText(const QString &text);
    /// The group must outlive the chart.
    void setGroup(ChartGroup *group);
    void setData(live::ChartData data);
    void setStale(bool isStale);
    void clear();

    [[nodiscard]] const live::ChartData &data() const { return m_canvas->data(); }
    [[nodiscard]] ChartCanvas &canvas() const { return *m_canvas; }
    [[nodiscard]] QString title() const;
    /// Pixel columns worth asking for.
    [[nodiscard]] int columns() const;

    void copyImage() const;
    void exportImage();
    void exportCsv();

Q_SIGNALS:
    void columnsChanged();
    void linesChanged();
    void dataChanged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void saveAs(const QString &caption, const QString &suffix, const QByteArray &bytes);
    void refreshLegend();

    std::vector<std::string> m_signals;
    std::vector<telemetry::SeriesLine> m_lines;
    models::Unit m_unit = models::Unit::count;
    QLabel *m_title;
    QLabel *m_notice;
    ChartLegend *m_legend;
    ChartCanvas *m_canvas;
};

} // namespace pult::widgets
