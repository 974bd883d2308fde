// SPDX-License-Identifier: Apache-2.0
#include "models/topology/layout.h"
#include "models/topology/placement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace meshdraft::topology {

namespace {

constexpr std::size_t prefixSize = 8;
constexpr double largestNode = 1e5; ///< pixels; a card with thousands of subsets stays below
constexpr std::uint64_t largestMessage = std::uint64_t{512} << 20U;

/// Numbers as 8 bytes, least significant first; strings with their size in front; the message's own size before all.
class Writer {
public:
    /// `expected` is about how many bytes there will be.
    explicit Writer(std::size_t expected = 0)
    {
        m_bytes.reserve(expected);
        m_bytes.resize(prefixSize);
    }

    void number(std::uint64_t value)
    {
        std::array<char, 8> bytes{};
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>((value >> (8 * i)) & 0xFFU);
        m_bytes.append(bytes.data(), bytes.size());
    }
    void small(std::uint8_t value) { m_bytes.push_back(static_cast<char>(value)); }
    void integer(std::int64_t value) { number(static_cast<std::uint64_t>(value)); }
    void real(double value)
    {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        number(bits);
    }
    void text(const std::string& value)
    {
        number(value.size());
        m_bytes += value;
    }
    void rect(const Rect& value)
    {
        real(value.x);
        real(value.y);
        real(value.width);
        real(value.height);
    }

    std::string finish()
    {
        std::uint64_t size = m_bytes.size() - prefixSize;
        for (std::size_t i = 0; i < prefixSize; ++i, size >>= 8U)
            m_bytes[i] = static_cast<char>(size & 0xFFU);
        return std::move(m_bytes);
    }

private:
    std::string m_bytes;
};

/// Reads what Writer wrote; after anything impossible every answer is 0 and isGood() is false.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    bool isGood() const { return m_good; }
    bool isAtEnd() const { return m_rest.empty(); }
    std::uint64_t number()
    {
        const std::string_view bytes = take(8);
        std::uint64_t value = 0;
        for (std::size_t i = bytes.size(); i-- > 0;)
            value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
        return value;
    }
    std::uint8_t small()
    {
        const std::string_view byte = take(1);
        return byte.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(byte.front());
    }
    std::int64_t integer() { return static_cast<std::int64_t>(number()); }
    double real()
    {
        const std::uint64_t bits = number();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value))
            m_good = false;
        return std::isfinite(value) ? value : 0;
    }
    std::string text() { return std::string(take(number())); }
    Rect rect()
    {
        Rect value;
        value.x = real();
        value.y = real();
        value.width = real();
        value.height = real();
        return value;
    }
    /// A number of elements of which each takes at least `least` bytes.
    std::size_t count(std::size_t least)
    {
        const std::uint64_t value = number();
        if (value > m_rest.size() / least)
            m_good = false;
        return m_good ? static_cast<std::size_t>(value) : 0;
    }
    void require(bool condition) { m_good = m_good && condition; }

private:
    std::string_view take(std::uint64_t size)
    {
        if (!m_good || size > m_rest.size()) {
            m_good = false;
            return {};
        }
        const std::string_view bytes = m_rest.substr(0, static_cast<std::size_t>(size));
        m_rest.remove_prefix(static_cast<std::size_t>(size));
        return bytes;
    }

    std::string_view m_rest;
    bool m_good = true;
};

std::string_view bodyOf(std::string_view message)
{
    const auto size = messageSize(message);
    return size && *size && **size <= message.size() ? message.substr(prefixSize, **size - prefixSize)
                                                     : std::string_view();
}

struct Request {
    Topology topology;
    std::vector<Rect> sizes;
};

Node readNode(Reader& reader)
{
    Node node;
    node.type = static_cast<NodeType>(reader.small());
    node.group = static_cast<std::int32_t>(reader.integer());
    node.missingReason = reader.text();
    const std::size_t rows = reader.count(1);
    for (std::size_t row = 0; row < rows; ++row) {
        SubsetRow subset;
        subset.missing = reader.small() != 0;
        node.subsets.push_back(std::move(subset));
    }
    if (reader.small() != 0) {
        auto closed = std::make_shared<ClosedGroup>();
        closed->isNamespace = reader.small() != 0;
        node.closed = std::move(closed);
    }
    reader.require(node.type <= NodeType::Policy && node.group >= 0);
    return node;
}

Expected<Request> decodeRequest(const std::string& bytes)
{
    Reader reader(bodyOf(bytes));
    Request request;
    request.topology.overview = reader.small() != 0;
    const std::size_t groups = reader.count(11);
    for (std::size_t i = 0; i < groups; ++i) {
        Group group;
        group.title = reader.text();
        group.mtls = static_cast<mesh::MtlsMode>(reader.small());
        reader.require(group.mtls <= mesh::MtlsMode::Strict);
        group.outside = reader.small() != 0;
        group.closed = reader.small() != 0;
        request.topology.groups.push_back(std::move(group));
    }
    const std::size_t nodes = reader.count(42);
    request.topology.nodes.reserve(nodes);
    request.sizes.reserve(nodes);
    for (std::size_t i = 0; i < nodes; ++i) {
        request.topology.nodes.push_back(readNode(reader));
        request.sizes.push_back({0, 0, reader.real(), reader.real()});
        const Rect& size = request.sizes.back();
        reader.require(size.width > 0 && size.width <= largestNode && size.height > 0 && size.height <= largestNode);
        reader.require(static_cast<std::size_t>(request.topology.nodes.back().group) < groups);
    }
    const std::size_t edges = reader.count(33);
    request.topology.edges.reserve(edges);
    for (std::size_t i = 0; i < edges; ++i) {
        Edge edge;
        edge.from = static_cast<std::uint32_t>(reader.number());
        edge.to = static_cast<std::uint32_t>(reader.number());
        edge.fromRow = static_cast<std::int32_t>(reader.integer());
        edge.toRow = static_cast<std::int32_t>(reader.integer());
        edge.type = static_cast<EdgeType>(reader.small());
        reader.require(edge.from < nodes && edge.to < nodes && edge.type <= EdgeType::Applies);
        request.topology.edges.push_back(std::move(edge));
    }
    if (!reader.isGood() || !reader.isAtEnd())
        return std::unexpected(Error{"layout.protocol", {}, {}});
    return request;
}

} // namespace

Expected<std::optional<std::size_t>> messageSize(std::string_view bytes)
{
    if (bytes.size() < prefixSize)
        return std::nullopt;
    std::uint64_t size = 0;
    for (std::size_t i = prefixSize; i-- > 0;)
        size = (size << 8U) | static_cast<unsigned char>(bytes[i]);
    if (size > largestMessage)
        return std::unexpected(Error{"layout.protocol", {}, {}});
    return static_cast<std::size_t>(size) + prefixSize;
}

std::string encodeRequest(const Topology& topology, const std::vector<Rect>& sizes)
{
    constexpr std::size_t aboutNode = 48;
    constexpr std::size_t edgeSize = 33;
    Writer writer((topology.groups.size() * aboutNode) + (topology.nodes.size() * aboutNode)
                  + (topology.edges.size() * edgeSize));
    writer.small(topology.overview ? 1 : 0);
    writer.number(topology.groups.size());
    for (const Group& group : topology.groups) {
        writer.text(group.title);
        writer.small(static_cast<std::uint8_t>(group.mtls));
        writer.small(group.outside ? 1 : 0);
        writer.small(group.closed ? 1 : 0);
    }
    writer.number(topology.nodes.size());
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        const Node& node = topology.nodes[i];
        writer.small(static_cast<std::uint8_t>(node.type));
        writer.integer(node.group);
        writer.text(node.missingReason);
        writer.number(node.subsets.size());
        for (const SubsetRow& row : node.subsets)
            writer.small(row.missing ? 1 : 0);
        writer.small(node.closed ? 1 : 0);
        if (node.closed)
            writer.small(node.closed->isNamespace ? 1 : 0);
        writer.real(sizes[i].width);
        writer.real(sizes[i].height);
    }
    writer.number(static_cast<std::uint64_t>(std::ranges::count_if(topology.edges, placesNodes)));
    for (const Edge& edge : topology.edges) {
        if (!placesNodes(edge))
            continue;
        writer.number(edge.from);
        writer.number(edge.to);
        writer.integer(edge.fromRow);
        writer.integer(edge.toRow);
        writer.small(static_cast<std::uint8_t>(edge.type));
    }
    return writer.finish();
}

std::string encodeLayout(const Expected<Layout>& layout)
{
    Writer writer(layout ? 64 + (32 * (layout->nodes.size() + layout->groups.size())) : 0);
    writer.small(layout ? 1 : 0);
    if (layout) {
        for (const std::vector<Rect>* rects : {&layout->nodes, &layout->groups}) {
            writer.number(rects->size());
            for (const Rect& rect : *rects)
                writer.rect(rect);
        }
        writer.rect(layout->bounds);
    } else {
        writer.text(layout.error().code);
        writer.number(layout.error().args.size());
        for (const std::string& arg : layout.error().args)
            writer.text(arg);
    }
    return writer.finish();
}

Expected<Layout> decodeLayout(const std::string& bytes)
{
    Reader reader(bodyOf(bytes));
    if (reader.small() != 0) {
        Layout layout;
        for (std::vector<Rect>* rects : {&layout.nodes, &layout.groups}) {
            const std::size_t count = reader.count(32);
            rects->reserve(count);
            for (std::size_t i = 0; i < count; ++i)
                rects->push_back(reader.rect());
        }
        layout.bounds = reader.rect();
        if (reader.isGood() && reader.isAtEnd())
            return layout;
        return std::unexpected(Error{"layout.protocol", {}, {}});
    }
    Error error{reader.text(), {}, {}};
    const std::size_t args = reader.count(8);
    for (std::size_t i = 0; i < args; ++i)
        error.args.push_back(reader.text());
    if (!reader.isGood() || error.code.empty())
        return std::unexpected(Error{"layout.protocol", {}, {}});
    return std::unexpected(std::move(error));
}

std::string answerRequest(const std::string& request)
{
    const Expected<Request> decoded = decodeRequest(request);
    if (!decoded)
        return encodeLayout(std::unexpected(decoded.error()));
    return encodeLayout(layoutWithGraphviz(decoded->topology, decoded->sizes));
}

} // namespace meshdraft::topology
