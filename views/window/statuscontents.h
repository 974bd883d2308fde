// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace meshdraft::views {

class SeverityCounts;
class Theme;
class TierBadge;

/// The status bar: branch and unsaved files, environment and the Istio it is for, size of the mesh, findings, tier,
/// cluster.
class StatusContents : public QWidget {
    Q_OBJECT
public:
    explicit StatusContents(const Theme& theme, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// What is counted.
    void setFindings(const checks::Findings& findings);
    /// Where the caret of the editor is; empty: there is none.
    void setPlace(const QString& text);
    /// Says something for some seconds, in place of it.
    void say(const QString& text);
    /// Does not hold the window wide: what is needed least leaves first.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void environmentChosen(const QString& name);
    void findingsClicked();
    void tierClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle();
    void fit();
    void fillEnvironments();
    void showTarget();
    QWidget* separator();

    const Theme& m_theme;
    workspace::SnapshotPtr m_snapshot;
    mesh::MeshGraphPtr m_targetGraph; ///< that m_target is of
    source::ParsedTextPtr m_targetProject;
    QLabel* m_branchIcon;
    QLabel* m_branch;
    QToolButton* m_environment;
    QLabel* m_target;
    QLabel* m_size;
    QLabel* m_place;
    QWidget* m_placeSeparator = nullptr;
    QString m_placeText;
    QTimer m_sayTimer;
    SeverityCounts* m_findings;
    TierBadge* m_tier;
    QLabel* m_clusterIcon;
    QLabel* m_cluster;
    QList<QWidget*> m_separators;
};

} // namespace meshdraft::views
