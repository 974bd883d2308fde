// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/keptedits.h"

#include <QWidget>

class QVBoxLayout;

namespace meshdraft::views {

class Theme;

/// Edits that sessions left behind which ended unexpectedly, one row each; hidden when there are none.
class KeptList : public QWidget {
    Q_OBJECT
public:
    explicit KeptList(const Theme& theme, QWidget* parent = nullptr);

    void setKept(const std::vector<workspace::KeptEdits>& all);

Q_SIGNALS:
    void restoreRequested(const meshdraft::workspace::KeptEdits& kept);
    void discardRequested(const meshdraft::workspace::KeptEdits& kept);
    void exportRequested(const meshdraft::workspace::KeptEdits& kept);

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
};

} // namespace meshdraft::views
