// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include "console/live/service.h"

namespace pult::pages {

/// The numbers of a JSON document, to be ticked. GUI thread.
class NumberList final : public QListWidget {
    Q_OBJECT
public:
    explicit NumberList(QWidget *parent = nullptr);

    /// Ticked, without values, until the document is there.
    void setChosen(const std::vector<std::string> &pointers);
    /// Keeps the ticks; a document that is shown first is ticked whole. What it does not have any
    /// more stays as long as it is ticked.
    void show(const std::vector<telemetry::JsonNumber> &numbers);
    [[nodiscard]] std::vector<std::string> chosen() const;

protected:
    /// Without numbers it says how to come by them.
    void paintEvent(QPaintEvent *event) override;

private:
    void append(const std::string &pointer, const QString &value, Qt::CheckState state);
};

} // namespace pult::pages
