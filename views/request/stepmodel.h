// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/requeststeps.h"
#include "models/workspace/snapshot.h"

#include <QAbstractListModel>

namespace meshdraft::views {

/// The steps of an answer, a row a sentence; the first row of a stage has its title, too.
class StepModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NumberRole = Qt::UserRole + 1, ///< of the stage
        TitleRole, ///< of the stage; empty in all but its first row
        TagRole, ///< "LDS", or empty
        StateRole, ///< workspace::StepState of the row as int
        StageStateRole, ///< the same of its stage
        ShareRole, ///< which shares took it: "v1, v2"; empty where all did
        PlaceRole, ///< "base/reviews.yaml:26"; empty for Istio's own doing
        ElementRole, ///< mesh::ElementRef
    };
    explicit StepModel(QObject* parent = nullptr);

    /// `graph` is the mesh of the answer.
    void setAnswer(const mesh::MeshGraphPtr& graph, const traffic::Answer& answer);
    void clear();
    const std::vector<workspace::StepRow>& rows() const { return m_rows; }
    int stageCount() const { return m_rows.empty() ? 0 : m_rows.back().number; }
    /// The row that stands for the decision: the first refused or unknown one, else that of the route; -1: no rows.
    int decisiveRow() const;

    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;

private:
    /// Asked for several times in each paint.
    struct Texts {
        QString sentence;
        QString share;
        QString place;
    };
    QString shareText(const workspace::StepRow& row) const;

    traffic::Answer m_answer;
    std::vector<workspace::StepRow> m_rows;
    std::vector<Texts> m_texts; ///< of m_rows
};

} // namespace meshdraft::views
