// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/meshhistory.h"

#include <QAbstractListModel>

namespace meshdraft::views {

/// Commits that change a meaning, the newest first; more of them come while they are looked for.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        AboutRole = Qt::UserRole + 1, ///< "Ann, 3 h ago, 1a2b3c4d5"
        LinesRole, ///< QStringList: what it means
        TierRole, ///< changes::Tier as int
        CommitRole, ///< object id
    };
    explicit HistoryModel(QObject* parent = nullptr);

    void clear();
    void append(const std::vector<workspace::MeaningfulCommit>& commits);
    /// Null where there is no such row; valid until the next change.
    const workspace::MeaningfulCommit* at(int row) const;

    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;

private:
    struct Row {
        workspace::MeaningfulCommit commit;
        QStringList meaning; ///< as far as it is shown
        std::size_t lines = 0; ///< of all of it
    };
    static QStringList firstLines(const Row& row, qsizetype count);
    static Row rowOf(const workspace::MeaningfulCommit& commit);
    std::vector<Row> m_commits;
};

} // namespace meshdraft::views
