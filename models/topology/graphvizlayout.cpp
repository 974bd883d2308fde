// SPDX-License-Identifier: Apache-2.0
#include "models/topology/graphvizcontext.h"
#include "models/topology/placement.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace meshdraft::topology {

namespace {

constexpr double pointsPerInch = 72.0;

/// cgraph takes `char*` for names and values that it only reads and copies.
char* readOnly(const char* text)
{
    return const_cast<char*>(text);
}

std::string inches(double pixels)
{
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.4f", pixels / pointsPerInch);
    return buffer.data();
}

/// A graph of cgraph with, once laid out, what Graphviz attached to it.
class Graph {
public:
    explicit Graph(GVC_t* context)
        : m_context(context)
        , m_graph(agopen(readOnly("g"), Agdirected, nullptr))
    {
    }
    ~Graph()
    {
        if (m_isLaidOut)
            gvFreeLayout(m_context, m_graph);
        agclose(m_graph);
    }
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    Agraph_t* get() const { return m_graph; }
    bool layOut()
    {
        m_isLaidOut = gvLayout(m_context, m_graph, "dot") == 0;
        return m_isLaidOut;
    }

private:
    GVC_t* m_context;
    Agraph_t* m_graph;
    bool m_isLaidOut = false;
};

void setAttribute(void* object, const char* name, const std::string& value)
{
    agsafeset(object, readOnly(name), readOnly(value.c_str()), readOnly(""));
}

/// A service card becomes a record: a field for the title and one a row, so that crossings count by row. With
/// rankdir=LR the fields stand below each other.
std::string recordLabel(int rows)
{
    std::string label = "<t>";
    for (int row = 0; row < rows; ++row)
        label += "|<r" + std::to_string(row) + ">";
    return label;
}

std::string portName(int row)
{
    return "r" + std::to_string(row);
}

} // namespace

struct GraphvizContext::Handle {
    GVC_t* context = nullptr;
};

GraphvizContext::GraphvizContext()
    : m_handle(std::make_unique<Handle>())
{
    agseterr(AGERR);
    m_handle->context = gvContext();
}

GraphvizContext::~GraphvizContext()
{
    gvFreeContext(m_handle->context);
}

Expected<ColumnOrder> orderWithGraphviz(const GraphvizContext& context, const Component& component)
{
    Graph graph(context.handle().context);
    Agraph_t* g = graph.get();
    setAttribute(g, "rankdir", "LR");
    setAttribute(g, "splines", "none");
    setAttribute(g, "nodesep", inches(16));
    setAttribute(g, "ranksep", inches(48));
    agattr(g, AGNODE, readOnly("fixedsize"), readOnly("true"));
    agattr(g, AGNODE, readOnly("label"), readOnly(""));
    agattr(g, AGNODE, readOnly("shape"), readOnly("box"));

    std::array<Agraph_t*, ColumnCount> columns{};
    std::vector<Agnode_t*> nodes;
    for (std::size_t i = 0; i < component.items.size(); ++i) {
        const Component::Item& item = component.items[i];
        Agnode_t* node = agnode(g, readOnly(std::to_string(i).c_str()), 1);
        setAttribute(node, "width", inches(item.width));
        setAttribute(node, "height", inches(item.height));
        if (item.rows > 0) {
            setAttribute(node, "shape", "record");
            setAttribute(node, "label", recordLabel(item.rows));
        }
        Agraph_t*& column = columns[item.column];
        if (column == nullptr) {
            column = agsubg(g, readOnly(("c" + std::to_string(item.column)).c_str()), 1);
            setAttribute(column, "rank", "same");
        }
        agsubnode(column, node, 1);
        nodes.push_back(node);
    }
    for (const Component::Link& link : component.links) {
        Agedge_t* edge = agedge(g, nodes[link.from], nodes[link.to], nullptr, 1);
        if (link.sideways)
            setAttribute(edge, "constraint", "false");
        if (link.fromRow >= 0 && link.fromRow < component.items[link.from].rows)
            setAttribute(edge, "tailport", portName(link.fromRow));
        if (link.toRow >= 0 && link.toRow < component.items[link.to].rows)
            setAttribute(edge, "headport", portName(link.toRow));
    }
    if (!graph.layOut())
        return std::unexpected(Error{"layout.graphviz", {}, {}});

    ColumnOrder order(ColumnCount);
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
        order[component.items[i].column].push_back(i);
    for (auto& column : order) {
        std::ranges::stable_sort(column, [&](std::uint32_t left, std::uint32_t right) {
            return ND_coord(nodes[left]).y > ND_coord(nodes[right]).y; // Graphviz counts upwards
        });
    }
    return order;
}

} // namespace meshdraft::topology
