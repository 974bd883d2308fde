// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/destinationedit.h"
#include "models/workspace/jobrunner.h"
#include "models/workspace/planstore.h"
#include "views/inspector/splitdesigner.h"

#include <QTimer>

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class CanaryPanel;
class CollapsibleSection;
class DestinationForm;
class MirrorRow;
class PreviewForm;
class RouteChooser;

/// What can be done with a route beside its weights: destinations, mirror, preview route, canary plan. Shows the mirror
/// and the plan, and puts its forms where the designer and the chooser have their buttons.
class RouteTools : public QWidget {
    Q_OBJECT
public:
    RouteTools(const Theme& theme, workspace::Workspace& workspace, SplitDesigner& designer, RouteChooser& chooser,
               QWidget* parent = nullptr);
    ~RouteTools() override;

    /// The form of a preview route; stands below the chooser.
    QWidget* previewForm() const;
    /// Keeps plans there. Without it they end with the window.
    void keepPlansIn(const QString& directory);
    /// Shows a route; without one nothing.
    void setRoute(const workspace::SnapshotPtr& snapshot, const SplitDesigner::Subject& subject);
    /// True where the row of the mirror holds all that there is to say about it.
    bool isMirrorComplete() const;

private:
    void connectDesigner(RouteChooser& chooser);
    void connectPlan();
    bool apply(const Expected<workspace::MeshEdit>& edit, const QString& text,
               const std::function<void(const QString&)>& sayError);
    void addDestination(const workspace::DestinationRequest& request);
    void startDestination();
    void startPreview();
    void showOwner();
    void showMirror();
    void showPlan();
    void makePlan(int target);
    void changePlan(const changes::CanaryPlan& plan, int step);
    void useWeights(const std::vector<std::int64_t>& weights);
    void writeStack();
    void askShares();
    mesh::ElementRef element() const;
    QString keyOfPlan() const;
    QStringList partNames() const;

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    SplitDesigner& m_designer;
    RouteChooser& m_chooser;
    workspace::SnapshotPtr m_snapshot;
    SplitDesigner::Subject m_subject;
    std::vector<workspace::DestinationChoice> m_choices;
    workspace::PlanStore m_plans;
    QString m_directory;
    QString m_planKey;
    QString m_workTree;
    changes::CanaryPlan m_plan;
    int m_step = -1; ///< the step that is shown; -1: none
    QTimer m_saving;
    /// What the shares that are shown are of.
    struct SharesOf {
        mesh::MeshGraphPtr graph;
        mesh::ElementRef route;
        std::vector<std::int64_t> weights;

        friend bool operator==(const SharesOf&, const SharesOf&) = default;
    };
    SharesOf m_sharesOf;
    workspace::JobRunner m_shares{this};
    DestinationForm* m_destination;
    PreviewForm* m_preview;
    MirrorRow* m_mirror;
    CollapsibleSection* m_section;
    CanaryPanel* m_canary;
};

} // namespace meshdraft::views
