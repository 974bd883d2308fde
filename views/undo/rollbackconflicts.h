// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/rollbackplan.h"

#include <QWidget>

class QVBoxLayout;

namespace meshdraft::views {

class Theme;

/// The places that later commits have changed as well, with a choice for each: as it was before the change, or as it is
/// now.
class RollbackConflicts : public QWidget {
    Q_OBJECT
public:
    explicit RollbackConflicts(const Theme& theme, QWidget* parent = nullptr);

    void setConflicts(const std::vector<workspace::RollbackConflict>& conflicts);
    /// The answers given so far.
    changes::MergeChoice choice() const;
    int undecided() const;

Q_SIGNALS:
    void chosen();
    /// A place was looked at: the file, and the line of it as it is now.
    void placeChosen(const QString& path, int line);

private:
    void rebuild();
    void addConflict(std::size_t index);

    const Theme& m_theme;
    std::vector<workspace::RollbackConflict> m_conflicts;
    QVBoxLayout* m_column;
};

} // namespace meshdraft::views
