// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/appearance.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPalette>

#include "console/widgets/theme.h"

static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace pult::shell {
namespace {

QString supported(const std::string &wanted)
{
    const QString language =
        wanted.empty() ? QLocale::system().name().left(2) : QString::fromStdString(wanted);
    return language == QLatin1String("ru") ? language : QStringLiteral("en");
}

} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_isDesktopDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
    loadTranslations();
}

Appearance::~Appearance()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Appearance::setTheme(settings::ThemeChoice choice)
{
    const bool isDark = choice == settings::ThemeChoice::system
        ? m_isDesktopDark
        : choice == settings::ThemeChoice::dark;
    widgets::wearTheme(isDark ? widgets::ThemeKind::dark : widgets::ThemeKind::light);
}

void Appearance::setLanguage(const std::string &wanted)
{
    const QString language = supported(wanted);
    m_language = language.toStdString();
    QLocale::setDefault(QLocale(language));
    // Removing and installing make Qt send LanguageChange: numbers are right by then.
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    if (m_qt.load(QStringLiteral("qtbase_") + language,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/pult_") + language))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace pult::shell
