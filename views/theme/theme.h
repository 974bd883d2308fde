// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"

#include <QColor>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPixmap>

namespace meshdraft::views {

/// Colours and icons for the current system scheme. Owned by the application, passed to every view; emits changed()
/// when light turns dark or back. GUI thread.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    const topology::Palette& palette() const;
    /// A colour by its token ("muted", "addbg").
    QColor color(const char* token) const { return palette().color(token); }
    /// An icon of resources/icons, painted in a token's colour; disabled = "ctl"; cached.
    QIcon icon(const QString& name, const char* token = "text") const;
    /// The same as a pixmap for own-painted views. `ground` is what the sign of a filled state glyph is knocked out in.
    QPixmap pixmap(const QString& name, int size, const char* token, qreal devicePixelRatio,
                   const char* ground = "base") const;
    /// Follows the system scheme unless it is forced (tests, screenshots, View > Theme).
    enum class Scheme { System, Light, Dark, HighContrast };
    void setScheme(Scheme scheme);
    Scheme scheme() const { return m_scheme; }
    /// True where no desktop style is active: then style and palette are ours (Fusion with the tokens).
    bool isOwnStyle() const { return m_ownStyle; }
    /// A colour of the tokens as "#rrggbb", for rich text.
    QString html(const char* token) const { return color(token).name(); }

Q_SIGNALS:
    void changed();

private:
    void refresh();
    QByteArray source(const QString& name) const;

    Scheme m_scheme = Scheme::System;
    bool m_dark = false;
    bool m_ownStyle = false;
    mutable QHash<QString, QByteArray> m_sources;
    mutable QHash<QString, QPixmap> m_pixmaps;
};

} // namespace meshdraft::views
