// SPDX-License-Identifier: Apache-2.0
#include "models/topology/dot.h"

#include <cmath>
#include <cstdio>

namespace meshdraft::topology {

namespace {

/// A double-quoted string; control characters become spaces.
std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result + '"';
}

std::string nodeName(std::size_t index)
{
    return "n" + std::to_string(index);
}

std::string_view shapeOf(NodeType type)
{
    switch (type) {
    case NodeType::Gateway:
        return "cds";
    case NodeType::Service:
        return "component";
    case NodeType::Workload:
        return "circle";
    case NodeType::ServiceEntry:
        return "trapezium";
    case NodeType::Closed:
        return "box3d";
    case NodeType::Policy:
        return "note";
    case NodeType::RouteTable:
    case NodeType::Route:
    case NodeType::Missing:
        break;
    }
    return "box";
}

std::string labelOf(const Node& node)
{
    std::string label = node.type == NodeType::Route ? node.subtitle + " " + node.title : node.title;
    if (node.type != NodeType::Route && !node.subtitle.empty())
        label += "\n" + node.subtitle;
    for (const SubsetRow& row : node.subsets)
        label += "\n" + row.name + (row.missing ? " (missing)" : "");
    if (node.closed)
        label += "\n" + std::to_string(node.closed->tally.nodes);
    return label;
}

std::string percent(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%g %%", std::round(share * 1000) / 10);
    return text;
}

/// quoted() turns line breaks into spaces: in labels they are written as Graphviz wants them.
std::string quotedLabel(const std::string& label)
{
    std::string result = "\"";
    std::size_t start = 0;
    while (true) {
        const std::size_t end = label.find('\n', start);
        const std::string part = quoted(label.substr(start, end == std::string::npos ? end : end - start));
        result += part.substr(1, part.size() - 2);
        if (end == std::string::npos)
            return result + '"';
        result += "\\n";
        start = end + 1;
    }
}

void addNode(std::string& text, const Node& node, std::size_t index)
{
    text += "    " + nodeName(index) + " [label=" + quotedLabel(labelOf(node)) + " shape=";
    text += shapeOf(node.type);
    if (node.type == NodeType::Route)
        text += " style=rounded";
    if (node.type == NodeType::Missing)
        text += " style=dashed color=red";
    text += " id=" + quoted(node.id) + "];\n";
}

void addEdge(std::string& text, const Edge& edge)
{
    text += "  " + nodeName(edge.from) + " -> " + nodeName(edge.to) + " [";
    std::string label;
    if (edge.type == EdgeType::Routes && edge.share)
        label = percent(*edge.share);
    if (edge.type == EdgeType::Mirrors)
        label = "mirror " + percent(edge.share.value_or(1));
    if (edge.type == EdgeType::Aggregate && edge.count > 1)
        label = std::to_string(edge.count);
    if (!label.empty())
        text += "label=" + quoted(label) + " ";
    if (edge.dangling) {
        text += "style=dashed color=red ";
    } else if (edge.type == EdgeType::Mirrors) {
        text += "style=dashed ";
    } else if (edge.type == EdgeType::Calls || edge.type == EdgeType::Applies) {
        text += "style=dotted constraint=false ";
    }
    text += "id=" + quoted(edge.id) + "];\n";
}

} // namespace

std::string toDot(const Topology& topology)
{
    std::string text = "digraph mesh {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n";
    for (std::size_t group = 0; group < topology.groups.size(); ++group) {
        text += "  subgraph cluster_" + std::to_string(group) + " {\n";
        text += "    label=" + quoted(topology.groups[group].title) + ";\n";
        if (topology.groups[group].outside)
            text += "    style=dashed;\n";
        for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
            if (topology.nodes[i].group == static_cast<std::int32_t>(group))
                addNode(text, topology.nodes[i], i);
        }
        text += "  }\n";
    }
    for (const Edge& edge : topology.edges)
        addEdge(text, edge);
    return text + "}\n";
}

} // namespace meshdraft::topology
