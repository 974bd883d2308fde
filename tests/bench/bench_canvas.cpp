// SPDX-License-Identifier: Apache-2.0
// Prints what a frame of the topology costs: 10,000 nodes (or argv[1]) on 1920 x 1080 pixels, by zoom.
#include "models/topology/render/graphscene.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTextStream>

#include <algorithm>

using namespace meshdraft::topology;

namespace {

void addEdge(Topology& topology, std::size_t from, std::size_t to, EdgeType type, int fromRow, int toRow, double share)
{
    Edge edge;
    edge.id = std::to_string(topology.edges.size());
    edge.from = static_cast<std::uint32_t>(from);
    edge.to = static_cast<std::uint32_t>(to);
    edge.type = type;
    edge.fromRow = fromRow;
    edge.toRow = toRow;
    if (type == EdgeType::Routes)
        edge.share = share;
    topology.edges.push_back(std::move(edge));
}

std::size_t addNode(Topology& topology, NodeType type, const std::string& title, int group)
{
    Node node;
    node.type = type;
    node.id = std::to_string(topology.nodes.size());
    node.title = title;
    node.subtitle = type == NodeType::Route ? "1" : title + ".example.com";
    node.group = group;
    node.element.key = {"bench", "", "Kind", std::to_string(group), title + node.id};
    node.replicas = 3;
    topology.nodes.push_back(std::move(node));
    return topology.nodes.size() - 1;
}

/// A split over two subsets in each namespace part: table, two routes, service, two workloads.
Topology makeTopology(std::size_t nodes)
{
    Topology topology;
    const auto groups = static_cast<int>(std::max<std::size_t>(1, nodes / 200));
    for (int i = 0; i < groups; ++i) {
        Group group;
        group.id = group.title = "namespace-" + std::to_string(i);
        group.mtls = meshdraft::mesh::MtlsMode::Strict;
        topology.groups.push_back(group);
    }
    for (int i = 0; topology.nodes.size() < nodes; ++i) {
        const int group = i % groups;
        const std::string name = "service-" + std::to_string(i);
        const std::size_t table = addNode(topology, NodeType::RouteTable, name, group);
        const std::size_t preview = addNode(topology, NodeType::Route, "preview", group);
        const std::size_t route = addNode(topology, NodeType::Route, "default", group);
        const std::size_t card = addNode(topology, NodeType::Service, name, group);
        topology.nodes[route].badges = {Badge::Timeout, Badge::Retry};
        for (const char* row : {"v1", "v2"}) {
            SubsetRow subset;
            subset.name = row;
            topology.nodes[card].subsets.push_back(subset);
        }
        addEdge(topology, table, preview, EdgeType::Contains, -1, -1, 0);
        addEdge(topology, table, route, EdgeType::Contains, -1, -1, 0);
        addEdge(topology, preview, card, EdgeType::Routes, -1, 1, 1);
        addEdge(topology, route, card, EdgeType::Routes, -1, 0, 0.9);
        addEdge(topology, route, card, EdgeType::Routes, -1, 1, 0.1);
        for (int row = 0; row < 2; ++row) {
            const std::size_t workload =
                addNode(topology, NodeType::Workload, name + "-v" + std::to_string(row), group);
            addEdge(topology, card, workload, EdgeType::Selects, row, -1, 0);
        }
        if (i % 40 == 0)
            topology.nodes[table].state = State::Changed;
    }
    return topology;
}

double milliseconds(QElapsedTimer& timer)
{
    const double value = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    return value;
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    QTextStream out(stdout);
    const std::size_t nodes = argc > 1 ? QByteArray(argv[1]).toULongLong() : 10000;
    QElapsedTimer timer;
    timer.start();
    Topology topology = makeTopology(nodes);
    milliseconds(timer);
    const FontMeasure measure;
    const std::vector<Rect> sizes = measureNodes(topology, measure);
    const double measured = milliseconds(timer);
    Layout layout = layoutWithGraphviz(topology, sizes).value();
    const double laidOut = milliseconds(timer);
    const auto scene = GraphScene::build(std::move(topology), std::move(layout), measure);
    const double built = milliseconds(timer);
    out << scene->nodes().size() << " nodes, " << scene->edges().size() << " edges: measure " << measured
        << " ms, layout " << laidOut << " ms, scene " << built << " ms\n";

    const QSize size(1920, 1080);
    QImage image(size, QImage::Format_RGB32);
    const QRectF all = scene->bounds();
    const double fit = std::max(0.05, std::min(size.width() / all.width(), size.height() / all.height()));
    for (const double zoom : {fit, 0.15, 0.32, 0.34, 0.45, 0.57, 0.6, 0.8, 0.85, 1.0, 2.0}) {
        std::vector<double> frames;
        std::size_t shown = 0;
        constexpr int count = 60;
        for (int frame = 0; frame < count; ++frame) {
            // A pan across the picture.
            const QSizeF view = QSizeF(size) / zoom;
            const double way = static_cast<double>(frame) / count;
            Viewport viewport;
            viewport.zoom = zoom;
            viewport.visible = QRectF(QPointF(std::max(0.0, all.width() - view.width()) * way,
                                              std::max(0.0, all.height() - view.height()) * way),
                                      view);
            timer.restart();
            image.fill(Palette::light().color("canvas"));
            QPainter painter(&image);
            painter.scale(zoom, zoom);
            painter.translate(-viewport.visible.topLeft());
            paintScene(painter, *scene, viewport, Palette::light());
            painter.end();
            frames.push_back(milliseconds(timer));
            shown = std::max(shown, scene->nodesIn(viewport.visible).size());
        }
        std::ranges::sort(frames);
        out << QString::asprintf("zoom %4.2f: up to %5zu nodes, median %5.1f ms, p95 %5.1f ms, worst %5.1f ms\n", zoom,
                                 shown, frames[count / 2], frames[count * 95 / 100], frames.back());
    }
    return 0;
}
