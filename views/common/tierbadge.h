// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <QAbstractButton>

namespace meshdraft::views {

class Theme;

/// Bars and the word of a risk tier, always together. A button: the top bar opens the reasons with it.
class TierBadge : public QAbstractButton {
    Q_OBJECT
public:
    enum class Style { Boxed, Plain };
    TierBadge(const Theme& theme, Style style, QWidget* parent = nullptr);

    void setTier(changes::Tier tier);
    changes::Tier tier() const { return m_tier; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont badgeFont() const;

    const Theme& m_theme;
    Style m_style;
    changes::Tier m_tier = changes::Tier::None;
};

} // namespace meshdraft::views
