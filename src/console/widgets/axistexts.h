// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QCache>
#include <QFont>
#include <QStaticText>

namespace pult::widgets {

/// The labels of axes, ready to be drawn. Shaping a text costs more than drawing it, and charts
/// side by side show the same times. GUI thread.
class AxisTexts {
public:
    /// Those of all axes that there are.
    [[nodiscard]] static std::shared_ptr<AxisTexts> shared();

    [[nodiscard]] QStaticText textOf(const QString &label, const QFont &font);

private:
    static constexpr int kMost = 256;
    QCache<std::pair<QString, QFont>, QStaticText> m_texts{kMost};
};

} // namespace pult::widgets
