// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/git/history.h"
#include "models/workspace/rollbackjob.h"

#include <QWidget>

class QComboBox;

namespace meshdraft::views {

class SegmentedSwitch;
class Theme;

/// What is taken back, and how much of it: a commit of the log or anything that Git understands; all of it, the mesh
/// files, a namespace, a resource or a route.
class RollbackChoice : public QWidget {
    Q_OBJECT
public:
    RollbackChoice(const Theme& theme, const git::Repository& repository, QWidget* parent = nullptr);

    /// Sets the question without a signal; an empty `what` leaves the field empty.
    void setQuestion(const workspace::RollbackQuestion& question);
    workspace::RollbackQuestion question() const;
    /// What can be chosen of a change that is taken back as a whole.
    void setParts(const changes::MeshChange& change);
    /// What was asked was stopped or refused: Enter and a choice from the list ask it again.
    void forget() { m_mayRepeat = true; }
    QComboBox* field() const { return m_what; }

Q_SIGNALS:
    void changed();

private:
    void setScopes(const workspace::RollbackScope& chosen);
    void addScope(const QString& text, const workspace::RollbackScope& scope);
    void takeWhat();
    void takeAnswer();
    QString what() const;

    std::vector<git::HistoryEntry> m_log;
    SegmentedSwitch* m_mode;
    QComboBox* m_what;
    QComboBox* m_scope;
    std::vector<workspace::RollbackScope> m_scopes; ///< by the row of m_scope
    QString m_asked; ///< what was asked last
    bool m_mayRepeat = false; ///< it was stopped or refused
};

} // namespace meshdraft::views
