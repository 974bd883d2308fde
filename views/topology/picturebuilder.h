// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"
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
    workspace::SnapshotPtr snapshot;
    std::size_t hidden = 0;
};

/// Makes pictures of snapshots without holding up the window: topology, view and scene on a worker thread, the layout
/// in the worker process. Requests that come faster than pictures are made skip to the newest; the next picture
/// continues the last one's layout. Facts of large meshes follow in a second picture. GUI thread.
class PictureBuilder : public QObject {
    Q_OBJECT
public:
    struct Request {
        workspace::SnapshotPtr snapshot;
        std::optional<topology::ViewSpec> view; ///< nothing: what the mesh opens on
        topology::EdgeLabels labels = topology::EdgeLabels::Weights;
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

    topology::LayoutClient* m_layouts;
    workspace::JobRunner* m_prepare;
    workspace::JobRunner* m_finish;
    workspace::JobRunner* m_facts;
    Request m_request; ///< the last one that was begun
    std::optional<Request> m_wanted; ///< one that waits
    std::shared_ptr<const Placed> m_last; ///< what the next layout is aligned to
    topology::FactsPtr m_known;
    mesh::MeshGraphPtr m_factsOf; ///< the graph that m_known is of
    bool m_preparing = false;
    bool m_layingOut = false;
    bool m_finishing = false;
};

} // namespace meshdraft::views
