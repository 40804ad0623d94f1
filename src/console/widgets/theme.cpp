// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QStyleFactory>

/// A static library's resources are linked only when asked for, and outside of any namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(theme);
}

namespace pult::widgets {
namespace {

const Theme kDark{ThemeKind::dark, QColor(0x14171c), QColor(0x1c2026), QColor(0x363d47),
    QColor(0xe6e9ee), QColor(0x9da7b5), QColor(0x6aa6ff), QColor(0x4cc38a), QColor(0xf0b429),
    QColor(0xff7b72),
    {QColor(0x56b4e9), QColor(0xe69f00), QColor(0x2fc296), QColor(0xe58bb8), QColor(0xf0e442),
        QColor(0xe8784a), QColor(0xa9b4ff), QColor(0xb8bec8)}};

const Theme kLight{ThemeKind::light, QColor(0xf3f4f6), QColor(0xffffff), QColor(0xd0d5dd),
    QColor(0x1b1f24), QColor(0x57606e), QColor(0x1a5fd0), QColor(0x17703f), QColor(0x8a5a00),
    QColor(0xba2a25),
    {QColor(0x0072b2), QColor(0xc46b00), QColor(0x00795a), QColor(0xa8477d), QColor(0x877800),
        QColor(0xb83f00), QColor(0x5261c9), QColor(0x5a6472)}};

/// Names that several pages show, so that each keeps a colour of its own.
constexpr std::pair<const char *, std::size_t> kKnownTraces[] = {{"text", 0}, {"image", 1},
    {"video", 2}, {"sticker", 3}, {"p50", 0}, {"p95", 1}, {"p99", 5}, {"depth", 1}, {"running", 0},
    {"workers.text", 0}, {"workers.image", 1}, {"workers.video", 2}, {"workers.sticker", 3},
    {"store", 6}, {"store.readers", 6}, {"database", 6}, {"cpu", 5}, {"upstream", 4}, {"http", 7}};

ThemeKind g_worn = ThemeKind::dark;

double linear(float channel)
{
    return channel <= 0.03928F ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette(theme.text, theme.surface, theme.border.lighter(120), theme.border.darker(140),
        theme.border, theme.text, theme.text, theme.surface, theme.window);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.surface);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.mutedText);
    return palette;
}

QString mixed(const QColor &one, const QColor &other, double share)
{
    const auto channel = [share](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * share));
    };
    return QColor(channel(one.red(), other.red()), channel(one.green(), other.green()),
        channel(one.blue(), other.blue()))
        .name();
}

/// Fills the sheet's placeholders, written @so@.
QString styleSheetOf(const Theme &theme)
{
    QFile file(QStringLiteral(":/pult/theme/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1String, QString> values[] = {
        {QLatin1String("@window@"), theme.window.name()},
        {QLatin1String("@surface@"), theme.surface.name()},
        {QLatin1String("@hover@"), mixed(theme.surface, theme.text, 0.06)},
        {QLatin1String("@pressed@"), mixed(theme.surface, theme.text, 0.12)},
        {QLatin1String("@selected@"), mixed(theme.surface, theme.accent, 0.18)},
        {QLatin1String("@border@"), theme.border.name()},
        {QLatin1String("@text@"), theme.text.name()},
        {QLatin1String("@muted@"), theme.mutedText.name()},
        {QLatin1String("@accent@"), theme.accent.name()},
        {QLatin1String("@good@"), theme.good.name()},
        {QLatin1String("@warning@"), theme.warning.name()},
        {QLatin1String("@bad@"), theme.bad.name()},
        {QLatin1String("@kind@"),
            theme.kind == ThemeKind::dark ? QStringLiteral("dark") : QStringLiteral("light")}};
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

bool hasTabularFigures(const QFont &font)
{
    const QFontMetrics metrics(font);
    const QString digits = QStringLiteral("0123456789");
    const int width = metrics.horizontalAdvance(digits.front());
    return std::all_of(digits.begin(), digits.end(),
        [&](QChar digit) { return metrics.horizontalAdvance(digit) == width; });
}

/// The desktop's font, unless its figures would dance as values change.
QFont figuresFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const bool isPlaceholder = font.family().startsWith(QLatin1String("Sans"))
        || font.family().startsWith(QLatin1String("DejaVu"));
    if ((isPlaceholder || !hasTabularFigures(font))
        && QFontDatabase::hasFamily(QStringLiteral("Noto Sans")))
        font.setFamily(QStringLiteral("Noto Sans"));
    font.setPointSizeF(std::max(font.pointSizeF(), 10.0));
    return font;
}

} // namespace

const Theme &themeFor(ThemeKind kind)
{
    return kind == ThemeKind::dark ? kDark : kLight;
}

const Theme &currentTheme()
{
    return themeFor(g_worn);
}

void wearTheme(ThemeKind kind)
{
    loadResources();
    g_worn = kind;
    const Theme &theme = themeFor(kind);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(figuresFont());
    QApplication::setPalette(paletteOf(theme));
    qApp->setStyleSheet(styleSheetOf(theme));
}

std::size_t tracePlace(const QString &name)
{
    const auto *known = std::find_if(std::begin(kKnownTraces), std::end(kKnownTraces),
        [&](const auto &entry) { return name == QLatin1String(entry.first); });
    if (known != std::end(kKnownTraces))
        return known->second;
    const std::size_t sum = std::accumulate(name.begin(), name.end(), std::size_t{0},
        [](std::size_t total, QChar letter) { return total + letter.unicode(); });
    return sum % kDark.data.size();
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace pult::widgets
