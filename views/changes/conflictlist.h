// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/documentmerge.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;

namespace meshdraft::views {

class Theme;

/// The places that two edits of a file both changed, with a choice for each: what is on disk, or what is here. As high
/// as its rows, up to a third of the screen's usual window.
class ConflictList : public QScrollArea {
    Q_OBJECT
public:
    explicit ConflictList(const Theme& theme, QWidget* parent = nullptr);

    /// Shows these; what was chosen for one that is still among them stays chosen.
    void setConflicts(const std::vector<changes::MergeConflict>& conflicts);
    /// The answers given so far.
    changes::MergeChoice choice() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// An answer was given, for the place with these lines (0: it has none).
    void chosen(std::uint32_t mineLine, std::uint32_t theirsLine);

private:
    void rebuild();
    void addRow(int row, std::size_t index);
    void addAnswer(int row, std::size_t index, changes::MergeSide side);

    const Theme& m_theme;
    std::vector<changes::MergeConflict> m_conflicts;
    QGridLayout* m_grid = nullptr;
};

} // namespace meshdraft::views
