// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/noise.h"
#include "models/workspace/snapshot.h"

#include <QAbstractListModel>

namespace meshdraft::views {

class ReviewMarks;

/// The changes of a comparison, the riskiest first; what needs no reader is folded into the last row and can be opened
/// there.
class ReviewModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        WhereRole = Qt::UserRole + 1, ///< "VirtualService · shop"
        LinesRole, ///< QStringList: what it means
        OperationRole, ///< changes::Operation as int
        TierRole, ///< changes::Tier as int
        KindRole,
        ViewedRole, ///< bool; can be set
        FoldRole, ///< the row that opens and closes what is folded
        OpenRole, ///< of that row: it is open
    };
    /// `marks` outlives the model.
    explicit ReviewModel(ReviewMarks& marks, QObject* parent = nullptr);

    void setComparison(const workspace::SnapshotPtr& comparison);
    /// The change of a row; null for the row of the fold.
    const changes::ResourceChange* changeAt(int row) const;
    /// The row of an element's resource, opened where it is folded; -1 where it does not change.
    int rowOf(const mesh::ElementRef& element);
    void setFoldOpen(bool open);
    bool isFoldOpen() const { return m_isOpen; }
    int changeCount() const { return static_cast<int>(m_shown.size()); } ///< without those that are folded
    int viewedCount() const;
    int noiseCount() const { return static_cast<int>(m_noise.size()); }

    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) final;

private:
    QVariant foldData(int role) const;
    QVariant changeData(const changes::ResourceChange& change, int role) const;

    ReviewMarks& m_marks;
    workspace::SnapshotPtr m_comparison;
    std::vector<const changes::ResourceChange*> m_shown;
    std::vector<std::pair<const changes::ResourceChange*, changes::Noise>> m_noise;
    bool m_isOpen = false;
};

} // namespace meshdraft::views
