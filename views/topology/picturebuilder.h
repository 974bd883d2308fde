// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"
#include "models/traffic/request.h"
#include "models/workspace/snapshot.h"

#include <QObject>

#include <optional>

namespace meshdraft::topology {
class LayoutClient;
}
namespace meshdraft::workspace {
class JobRunner;
}

namespace meshdraft::views {

/// A picture that is ready to be shown.
struct BuiltPicture {
    topology::GraphScenePtr scene; ///< null where there is nothing to draw
    topology::ViewSpec view;
    std::shared_ptr<const topology::Topology> whole; ///< what the view was taken of, declared callers included
    topology::FactsPtr facts; ///< null until they are found
    topology::FlowFactsPtr flows; ///< null until they are found, and where the labels do not show them
    workspace::SnapshotPtr snapshot;
    std::size_t hidden = 0;
};

/// Makes pictures of snapshots without holding up the window: topology, view and scene on a worker thread, the layout
/// in the worker process. Requests that come faster than pictures are made skip to the newest; the next picture
/// continues the last one's layout. Facts of large meshes and flows follow in a second picture. GUI thread.
class PictureBuilder : public QObject {
    Q_OBJECT
public:
    struct Request {
        workspace::SnapshotPtr snapshot;
        std::optional<topology::ViewSpec> view; ///< nothing: what the mesh opens on
        topology::EdgeLabels labels = topology::EdgeLabels::Weights;
        std::optional<traffic::Request> kind; ///< of which the flows are, where the labels ask for one kind
        bool isFresh = false; ///< lay out without regard to the last picture
    };

    explicit PictureBuilder(QObject* parent = nullptr);
    ~PictureBuilder() override;

    void build(Request request);
    void cancel();
    /// True until the newest request is answered.
    bool isRunning() const { return m_wanted || m_preparing || m_layingOut || m_finishing; }

Q_SIGNALS:
    void built(const meshdraft::views::BuiltPicture& picture);
    void failed(const meshdraft::Error& error);

private:
    struct Prepared;
    struct Placed;
    void start();
    void lay(std::shared_ptr<Prepared> prepared);
    void finish(const std::shared_ptr<Prepared>& prepared, topology::Layout layout);
    void lookForFacts();
    void lookForFlows();
    std::optional<traffic::Request> kindOf(const Request& request) const;

    topology::LayoutClient* m_layouts;
    workspace::JobRunner* m_prepare;
    workspace::JobRunner* m_finish;
    workspace::JobRunner* m_facts;
    workspace::JobRunner* m_flows;
    Request m_request; ///< the last one that was begun
    std::optional<Request> m_wanted; ///< one that waits
    std::shared_ptr<const Placed> m_last; ///< what the next layout is aligned to
    topology::FactsPtr m_known;
    mesh::MeshGraphPtr m_factsOf; ///< the graph that m_known is of
    /// Flows, and what they are of.
    struct FlowState {
        mesh::MeshGraphPtr graph;
        std::optional<traffic::Request> kind;
        topology::FlowFactsPtr flows;

        bool isFor(const mesh::MeshGraphPtr& other, const std::optional<traffic::Request>& asked) const
        {
            return graph == other && kind == asked;
        }
    };
    FlowState m_knownFlows;
    FlowState m_soughtFlows; ///< those that are being found, without the flows
    topology::FlowFactsPtr m_drawnFlows; ///< those of the last picture
    bool m_preparing = false;
    bool m_layingOut = false;
    bool m_finishing = false;
};

} // namespace meshdraft::views
