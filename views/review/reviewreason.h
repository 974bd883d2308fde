// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <QWidget>

class QLabel;

namespace meshdraft::views {

class Theme;
class TierBadge;

/// Why a change has its tier: the badge and the highest reason; the others are in its tool tip.
class ReviewReason : public QWidget {
    Q_OBJECT
public:
    explicit ReviewReason(const Theme& theme, QWidget* parent = nullptr);

    /// Null: nothing is selected.
    void setChange(const changes::ResourceChange* change);

private:
    TierBadge* m_tier;
    QLabel* m_text;
};

} // namespace meshdraft::views
