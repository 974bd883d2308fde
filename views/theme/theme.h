// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"

#include <QColor>
#include <QIcon>
#include <QObject>

namespace meshdraft::views {

/// Colours and icons for the current system scheme. Owned by the application, passed to every view; emits changed()
/// when light turns dark or back. GUI thread.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    const topology::Palette& palette() const;
    /// A colour by its token ("muted", "addbg").
    QColor color(const char* token) const { return palette().color(token); }
    /// An icon of resources/icons, painted in a token's colour; disabled = "ctl"; cached.
    QIcon icon(const QString& name, const char* token = "text") const;
    /// The same as a pixmap for own-painted views.
    QPixmap pixmap(const QString& name, int size, const char* token, qreal devicePixelRatio) const;
    /// Follows the system scheme unless it is forced (tests, screenshots, View > Theme).
    enum class Scheme { System, Light, Dark };
    void setScheme(Scheme scheme);
    Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private:
    Scheme m_scheme = Scheme::System;
};

} // namespace meshdraft::views
