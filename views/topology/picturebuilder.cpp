// SPDX-License-Identifier: Apache-2.0
#include "views/topology/picturebuilder.h"

#include "models/topology/align.h"
#include "models/topology/render/layoutclient.h"
#include "models/workspace/effectivefacts.h"
#include "models/workspace/flowpicture.h"
#include "models/workspace/jobrunner.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace meshdraft::views {

namespace {

/// Facts of a mesh of this size take no time that anybody would see: they come with the first picture.
constexpr std::size_t nodesWithFacts = 600;

using WholePtr = std::shared_ptr<const topology::Topology>;

/// Policies are no part of the topology that tells both states apart: what differs of them is marked here.
WholePtr withPolicyStates(const WholePtr& whole, const changes::MeshChange& change)
{
    std::map<mesh::ResourceKey, topology::State> states;
    for (const changes::ResourceChange& each : change.resources) {
        if (each.after && (each.operation != changes::Operation::Modified || !each.fields.empty()))
            states.emplace(each.after->key, each.before ? topology::State::Changed : topology::State::Added);
    }
    const auto isChanged = [&](const topology::Node& node) {
        return node.type == topology::NodeType::Policy && states.contains(node.element.key);
    };
    if (std::ranges::none_of(whole->nodes, isChanged))
        return whole;
    auto marked = std::make_shared<topology::Topology>(*whole);
    for (topology::Node& node : marked->nodes) {
        if (isChanged(node))
            node.state = states.at(node.element.key);
    }
    return marked;
}

} // namespace

/// Everything but the places of the nodes.
struct PictureBuilder::Prepared {
    Request request;
    BuiltPicture picture; ///< without scene
    topology::Topology shown;
    topology::LayoutRequest layout;
    std::optional<topology::OrderedRequest> ordered; ///< where a last picture gives the order
    bool isEmpty = false;
};

/// What the last picture showed, and where.
struct PictureBuilder::Placed {
    topology::GraphScenePtr scene;
    topology::Layout layout;

    const topology::Topology& topology() const { return scene->topology(); }
};

PictureBuilder::PictureBuilder(QObject* parent)
    : QObject(parent)
    , m_layouts(new topology::LayoutClient(QCoreApplication::applicationFilePath(), this))
    , m_prepare(new workspace::JobRunner(this))
    , m_finish(new workspace::JobRunner(this))
    , m_facts(new workspace::JobRunner(this))
    , m_flows(new workspace::JobRunner(this))
{
}

PictureBuilder::~PictureBuilder() = default;

void PictureBuilder::cancel()
{
    m_prepare->cancel();
    m_finish->cancel();
    m_facts->cancel();
    m_flows->cancel();
    m_soughtFlows = {};
    m_layouts->cancel();
    m_wanted.reset();
    m_preparing = m_layingOut = m_finishing = false;
}

void PictureBuilder::build(Request request)
{
    m_facts->cancel();
    // Another look at the same mesh does not begin them anew.
    const bool wantsFlows = topology::showsFlow(request.labels);
    if (m_soughtFlows.graph && (!wantsFlows || !m_soughtFlows.isFor(request.snapshot->graph, kindOf(request)))) {
        m_flows->cancel();
        m_soughtFlows = {};
    }
    m_wanted = std::move(request);
    if (!m_preparing && !m_finishing)
        start();
}

void PictureBuilder::start()
{
    m_request = std::move(*m_wanted);
    m_wanted.reset();
    m_preparing = true;
    const bool isAligned = !m_request.isFresh && m_last;
    // Those of the mesh before the last edit stay until the new ones are there; those of other requests do not.
    const bool hasFlows = topology::showsFlow(m_request.labels) && m_knownFlows.kind == kindOf(m_request);
    m_drawnFlows = hasFlows ? m_knownFlows.flows : nullptr;
    auto job = [asked = m_request, last = isAligned ? m_last : nullptr, known = m_known, factsOf = m_factsOf,
                flows = m_drawnFlows](const std::stop_token& stop) -> std::shared_ptr<Prepared> {
        auto prepared = std::make_shared<Prepared>();
        prepared->request = asked;
        BuiltPicture& picture = prepared->picture;
        picture.snapshot = asked.snapshot;
        const topology::Topology& whole = asked.snapshot->topology();
        picture.view = asked.view ? *asked.view : topology::firstView(whole);
        prepared->isEmpty = whole.nodes.empty();
        if (prepared->isEmpty || stop.stop_requested())
            return prepared;
        const bool isKnown = factsOf == asked.snapshot->graph;
        picture.facts = isKnown || whole.nodes.size() > nodesWithFacts
            ? known
            : topology::findFacts(asked.snapshot->graph, whole, stop);
        // Without layers of facts it is the snapshot's own, which is not copied.
        const bool hasLayers = (picture.view.layers & (topology::PolicyLayer | topology::CallLayer)) != 0;
        picture.whole = picture.facts && hasLayers ? std::make_shared<const topology::Topology>(topology::withFacts(
                                                         whole, *picture.facts, picture.view.layers))
                                                   : std::shared_ptr<const topology::Topology>(asked.snapshot, &whole);
        if ((picture.view.layers & topology::PolicyLayer) != 0)
            picture.whole = withPolicyStates(picture.whole, asked.snapshot->change);
        topology::Shown shown = topology::applyView(*picture.whole, picture.view);
        picture.hidden = shown.hidden;
        picture.flows = topology::withJoinedFlows(flows, *picture.whole, shown.topology);
        prepared->shown = std::move(shown.topology);
        prepared->isEmpty = prepared->shown.nodes.empty();
        if (prepared->isEmpty || stop.stop_requested())
            return prepared;
        // Fonts are made on the thread that measures with them: those of the window are in use there.
        const std::vector<topology::Rect> sizes = topology::measureNodes(prepared->shown, topology::FontMeasure());
        if (last && last->topology().overview == prepared->shown.overview) {
            prepared->ordered = topology::inLastOrder(prepared->shown, sizes, last->topology(), last->layout);
            prepared->layout = topology::makeLayoutRequest(prepared->ordered->topology, prepared->ordered->sizes);
        } else {
            prepared->layout = topology::makeLayoutRequest(prepared->shown, sizes);
        }
        return prepared;
    };
    m_prepare->run<std::shared_ptr<Prepared>>(std::move(job),
                                              [this](std::shared_ptr<Prepared> prepared) { lay(std::move(prepared)); });
}

void PictureBuilder::lay(std::shared_ptr<Prepared> prepared)
{
    m_preparing = false;
    if (prepared->picture.facts && prepared->picture.facts != m_known) {
        m_known = prepared->picture.facts;
        m_factsOf = prepared->request.snapshot->graph;
    }
    if (prepared->isEmpty) {
        m_layouts->cancel();
        m_layingOut = false;
        m_last.reset();
        if (m_wanted)
            start();
        Q_EMIT built(prepared->picture);
        return;
    }
    m_layingOut = true;
    m_layouts->request(prepared->layout, [this, prepared](Expected<topology::Layout> layout) {
        m_layingOut = false;
        if (!layout) {
            Q_EMIT failed(layout.error());
            return;
        }
        finish(prepared, std::move(*layout));
    });
    if (m_wanted && !m_finishing)
        start();
}

void PictureBuilder::finish(const std::shared_ptr<Prepared>& prepared, topology::Layout layout)
{
    m_finishing = true;
    struct Done {
        topology::GraphScenePtr scene;
        std::shared_ptr<const Placed> placed;
    };
    auto job = [prepared, layout = std::move(layout),
                last = prepared->ordered ? m_last : nullptr](const std::stop_token& /*stop*/) -> Done {
        auto placed = std::make_shared<Placed>();
        placed->layout = last
            ? topology::alignTo(prepared->shown, prepared->ordered->restore(layout), last->topology(), last->layout)
            : layout;
        topology::SceneOptions options;
        options.labels = prepared->request.labels;
        options.layers = prepared->picture.view.layers;
        options.facts = prepared->picture.facts;
        options.flows = prepared->picture.flows;
        placed->scene =
            topology::GraphScene::build(std::move(prepared->shown), placed->layout, topology::FontMeasure(), options);
        return {placed->scene, placed};
    };
    m_finish->run<Done>(std::move(job), [this, prepared](Done done) {
        m_finishing = false;
        m_last = done.placed;
        BuiltPicture picture = prepared->picture;
        picture.scene = done.scene;
        // What a mesh opens on stays when its facts come.
        if (!m_request.view && m_request.snapshot == picture.snapshot)
            m_request.view = picture.view;
        if (m_wanted && !m_preparing)
            start();
        Q_EMIT built(picture);
        if (!isRunning())
            lookForFacts();
    });
}

/// Facts that were not worth waiting for: when they are there, the same picture is made with them.
void PictureBuilder::lookForFacts()
{
    const workspace::SnapshotPtr snapshot = m_request.snapshot;
    if (m_factsOf == snapshot->graph) {
        lookForFlows();
        return;
    }
    m_facts->run<topology::FactsPtr>(
        [snapshot](const std::stop_token& stop) {
            return topology::findFacts(snapshot->graph, snapshot->topology(), stop);
        },
        [this, snapshot](topology::FactsPtr facts) {
            m_known = std::move(facts);
            m_factsOf = snapshot->graph;
            Request again = m_request;
            again.isFresh = false;
            build(std::move(again));
        });
}

std::optional<traffic::Request> PictureBuilder::kindOf(const Request& request) const
{
    return request.labels == topology::EdgeLabels::KindFlow ? request.kind : std::nullopt;
}

/// Flows take one evaluation for each caller and host: they are found when their labels are asked for, behind the
/// facts, which know the declared callers on the picture.
void PictureBuilder::lookForFlows()
{
    if (!topology::showsFlow(m_request.labels))
        return;
    const auto again = [this] {
        Request request = m_request;
        request.isFresh = false;
        build(std::move(request));
    };
    const workspace::SnapshotPtr snapshot = m_request.snapshot;
    const auto kind = kindOf(m_request);
    if (m_knownFlows.isFor(snapshot->graph, kind)) {
        if (m_drawnFlows != m_knownFlows.flows)
            again();
        return;
    }
    if (m_soughtFlows.isFor(snapshot->graph, kind))
        return;
    m_soughtFlows = {snapshot->graph, kind, nullptr};
    m_flows->run<topology::FlowFactsPtr>(
        [snapshot, kind, facts = m_known](const std::stop_token& stop) {
            traffic::FlowQuery query;
            query.kind = kind;
            const auto flows = traffic::flowsOf(snapshot->effective->evaluator(), query, stop);
            const topology::Topology whole = topology::withFacts(snapshot->topology(), *facts, topology::CallLayer);
            return workspace::flowFactsOf(*snapshot->graph, whole, flows, kind.has_value());
        },
        [this, snapshot, kind, again](topology::FlowFactsPtr flows) {
            m_soughtFlows = {};
            m_knownFlows = {snapshot->graph, kind, std::move(flows)};
            // A picture that is being made looks again when it is done.
            if (!isRunning())
                again();
        });
}

} // namespace meshdraft::views
