// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <QWidget>

class QLabel;

namespace meshdraft::views {

class SplitBar;
class Theme;

/// The split of a route that a change moves, old over new. Hidden where no route is split otherwise.
class SplitCompare : public QWidget {
    Q_OBJECT
public:
    explicit SplitCompare(const Theme& theme, QWidget* parent = nullptr);

    /// Shows the first route of the change that splits otherwise; null: none.
    void setChange(const changes::ResourceChange* change);

private:
    QLabel* m_title;
    SplitBar* m_old;
    SplitBar* m_new;
};

} // namespace meshdraft::views
