// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::topology {

/// Pixels at 100 %, y downwards.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// Widths of texts in pixels at 100 %; the core knows no fonts (views and rendering implement it).
class TextMeasure {
public:
    enum class Role : std::uint8_t { NodeTitle, NodeDetail, EdgeLabel, GroupTitle };
    virtual ~TextMeasure() = default;
    virtual double width(const std::string& text, Role role) const = 0;
};

/// Positions for one topology. Node and group rectangles are in the order of Topology::nodes and ::groups.
struct Layout {
    std::vector<Rect> nodes;
    std::vector<Rect> groups;
    Rect bounds;
};

/// Sizes of the nodes (design: 4 px grid, widths in steps of 8 up to 200 px).
std::vector<Rect> measureNodes(const Topology& topology, const TextMeasure& measure);

/// Rectangles of the subset rows in a service card at `card`; empty for other nodes.
std::vector<Rect> subsetRows(const Node& node, const Rect& card);

/// Height at which edges end at a node placed at `rect`: the middle of a row; for the card of rows itself, its title;
/// else the middle.
double edgeHeight(const Node& node, const Rect& rect, int row);

/// Hash of what a layout depends on: nodes, sizes, edges and groups, not weights, findings or states.
std::string layoutHash(const Topology& topology, const std::vector<Rect>& sizes);

/// The same of an encoded request.
std::string hashOf(const std::string& request);

/// Lays out with Graphviz `dot`, one connected component a call, components packed below each other by namespace, in
/// this process. Only the layout worker calls this: gvLayout cannot be interrupted and is not thread-safe.
/// Errors: "layout.graphviz".
Expected<Layout> layoutWithGraphviz(const Topology& topology, const std::vector<Rect>& sizes);

/// One request or answer between the program and its layout worker, as bytes (length-prefixed JSON or binary).
std::string encodeRequest(const Topology& topology, const std::vector<Rect>& sizes);
std::string encodeLayout(const Expected<Layout>& layout);
Expected<Layout> decodeLayout(const std::string& bytes);
/// Size in bytes of the message that `bytes` starts with, its length prefix included; nothing while the prefix is not
/// complete. Errors: "layout.protocol" (a length beyond 512 MB).
Expected<std::optional<std::size_t>> messageSize(std::string_view bytes);
/// What the worker does with one request: decodes, lays out, encodes. Errors travel inside the answer.
std::string answerRequest(const std::string& request);

/// Main loop of the worker process: reads requests from standard input, writes layouts to standard output, ends at the
/// end of the input. Returns the exit code.
int runLayoutWorker();

} // namespace meshdraft::topology
