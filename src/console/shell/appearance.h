// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QObject>
#include <QTranslator>

#include "console/settings/consolesettings.h"

namespace pult::shell {

/// Dresses the whole application: theme, language, number formats. At most one at a time.
/// GUI thread.
class Appearance final : public QObject {
    Q_OBJECT
public:
    explicit Appearance(QObject *parent = nullptr);
    ~Appearance() override;

    void setTheme(settings::ThemeChoice choice);
    /// "en", "ru"; empty, or one there is no translation for: the desktop's, else English. Widgets
    /// hear of it as QEvent::LanguageChange.
    void setLanguage(const std::string &language);

    /// The language that is shown now: "en" or "ru".
    [[nodiscard]] const std::string &language() const { return m_language; }

private:
    bool m_isDesktopDark;
    std::string m_language;
    QTranslator m_own;
    QTranslator m_qt; ///< Qt's own dialogs and shortcuts.
};

} // namespace pult::shell
