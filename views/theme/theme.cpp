// SPDX-License-Identifier: Apache-2.0
#include "views/theme/theme.h"

#include "views/theme/flatstyle.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleHints>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

QPalette paletteOf(const topology::Palette& tokens)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const char* token) { palette.setColor(role, tokens.color(token)); };
    set(QPalette::Window, "window");
    set(QPalette::WindowText, "text");
    set(QPalette::Text, "text");
    set(QPalette::ButtonText, "text");
    set(QPalette::Base, "base");
    set(QPalette::AlternateBase, "alt");
    set(QPalette::Button, "button");
    set(QPalette::PlaceholderText, "faint");
    set(QPalette::BrightText, "err");
    set(QPalette::Highlight, "hl");
    set(QPalette::HighlightedText, "hltext");
    set(QPalette::Accent, "hl");
    set(QPalette::Link, "link");
    set(QPalette::LinkVisited, "link");
    set(QPalette::ToolTipBase, "tip");
    set(QPalette::ToolTipText, "tiptext");
    set(QPalette::Mid, "border");
    set(QPalette::Dark, "ctl");
    set(QPalette::Light, "base");
    set(QPalette::Midlight, "border2");
    set(QPalette::Shadow, "border");
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        // lines are ink in high contrast, what cannot be used is not
        palette.setColor(QPalette::Disabled, role, tokens.color(tokens.isHighContrast() ? "s2" : "ctl"));
    }
    return palette;
}

bool systemIsDark()
{
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    return scheme == Qt::ColorScheme::Dark;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
{
    const QStyle* style = QApplication::style();
    m_ownStyle =
        style->name().compare("fusion"_L1, Qt::CaseInsensitive) == 0 || style->inherits("meshdraft::views::FlatStyle");
    if (m_ownStyle && !style->inherits("meshdraft::views::FlatStyle")) {
        QApplication::setStyle(new FlatStyle);
    }
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { refresh(); });
    m_dark = systemIsDark();
    refresh();
}

Theme::~Theme() = default;

const topology::Palette& Theme::palette() const
{
    if (m_scheme == Scheme::HighContrast) {
        return topology::Palette::highContrast(m_dark);
    }
    return m_dark ? topology::Palette::dark() : topology::Palette::light();
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme) {
        return;
    }
    m_scheme = scheme;
    QStyleHints* hints = QGuiApplication::styleHints();
    switch (scheme) {
    case Scheme::System:
    case Scheme::HighContrast: // light or dark as the system is
        hints->unsetColorScheme();
        break;
    case Scheme::Light:
        hints->setColorScheme(Qt::ColorScheme::Light);
        break;
    case Scheme::Dark:
        hints->setColorScheme(Qt::ColorScheme::Dark);
        break;
    }
    refresh();
}

void Theme::refresh()
{
    if (m_ownStyle) {
        const bool asSystem = m_scheme == Scheme::System || m_scheme == Scheme::HighContrast;
        m_dark = m_scheme == Scheme::Dark || (asSystem && systemIsDark());
        QApplication::setPalette(paletteOf(palette()));
    } else {
        m_dark = QApplication::palette().color(QPalette::Base).lightnessF() < 0.5F;
    }
    m_pixmaps.clear();
    Q_EMIT changed();
}

QByteArray Theme::source(const QString& name) const
{
    auto found = m_sources.constFind(name);
    if (found == m_sources.constEnd()) {
        QFile file(u":/icons/"_s + name + u".svg"_s);
        QByteArray bytes;
        if (file.open(QIODevice::ReadOnly)) {
            bytes = file.readAll();
        }
        found = m_sources.insert(name, bytes);
    }
    return *found;
}

QPixmap Theme::pixmap(const QString& name, int size, const char* token, qreal devicePixelRatio,
                      const char* ground) const
{
    const QString key = name + u'|' + QString::number(size) + u'|' + QLatin1StringView(token) + u'|'
        + QString::number(devicePixelRatio) + u'|' + QLatin1StringView(ground);
    if (const auto found = m_pixmaps.constFind(key); found != m_pixmaps.constEnd()) {
        return *found;
    }
    QByteArray svg = source(name);
    const QByteArray background = color(ground).name().toLatin1();
    svg.replace("#FFFFFF", background).replace("#ffffff", background);
    const QByteArray ink = color(token).name().toLatin1();
    // The program's own icon has a colour, for where nobody paints it.
    svg.replace("currentColor", ink).replace("#1F66C1", ink);
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    if (!svg.isEmpty()) {
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    m_pixmaps.insert(key, pixmap);
    return pixmap;
}

QIcon Theme::icon(const QString& name, const char* token) const
{
    QIcon icon;
    for (const int size : {14, 16, 18, 21}) {
        for (const qreal ratio : {1.0, 2.0}) {
            icon.addPixmap(pixmap(name, size, token, ratio), QIcon::Normal);
            icon.addPixmap(pixmap(name, size, "ctl", ratio), QIcon::Disabled);
        }
    }
    return icon;
}

} // namespace meshdraft::views
