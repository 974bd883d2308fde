// SPDX-License-Identifier: Apache-2.0
#include "sourcetest.h"

#include <QStringList>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else
            out += c;
    }
    return out;
}

using Show = std::function<std::string(NodeRef)>;

std::string show(NodeRef node, const Show& scalar)
{
    if (!node)
        return "-";
    std::string out;
    if (node.node().hasAnchor)
        out += '&';
    if (node.node().hasTag)
        out += '!';
    switch (node.kind()) {
    case NodeKind::Empty:
        return out + '_';
    case NodeKind::Alias:
        return out + '*';
    case NodeKind::Scalar:
        return out + scalar(node);
    case NodeKind::Sequence:
        out += '[';
        for (const NodeRef& item : node.items())
            out += (out.ends_with('[') ? "" : ", ") + show(item, scalar);
        return out + ']';
    case NodeKind::Mapping:
        out += '{';
        for (const NodeRef::Entry& entry : node.entries())
            out += (out.ends_with('{') ? "" : ", ") + show(entry.key, scalar) + ": " + show(entry.value, scalar);
        return out + '}';
    }
    return out;
}

std::uint32_t columnOf(const Document& document, std::uint32_t offset)
{
    const std::size_t lineBreak = offset == 0 ? std::string::npos : document.text->rfind('\n', offset - 1);
    std::uint32_t start = lineBreak == std::string::npos ? 0 : static_cast<std::uint32_t>(lineBreak) + 1;
    if (start == 0 && document.text->starts_with("\xEF\xBB\xBF"))
        start = 3;
    return offset - start;
}

QString complaint(const Document& document, NodeId id, const QString& what)
{
    const ByteRange range = document.nodes[id].range;
    return u"node %1 at [%2,%3): %4"_s.arg(id).arg(range.begin).arg(range.end).arg(what);
}

QString wrongLink(const Document& document, NodeId id)
{
    const Node& node = document.nodes[id];
    if (node.range.begin > node.range.end || node.range.begin < document.range.begin
        || node.range.end > document.range.end)
        return complaint(document, id, u"outside the document"_s);
    std::uint32_t count = 0;
    std::uint32_t from = node.range.begin;
    NodeId before = id;
    for (NodeId child = node.firstChild; child != noNode; child = document.nodes[child].nextSibling, ++count) {
        const Node& inner = document.nodes[child];
        if (inner.parent != id || child <= before)
            return complaint(document, child, u"wrongly linked"_s);
        if (inner.range.begin < from || inner.range.end > node.range.end)
            return complaint(document, child, u"not in order within its parent"_s);
        from = inner.range.end;
        before = child;
    }
    return count == node.children ? QString() : complaint(document, id, u"wrong number of children"_s);
}

bool isInFlow(const NodeRef& node)
{
    return node.parent() && node.parent().node().style == NodeStyle::Flow;
}

bool isKey(const NodeRef& node)
{
    return node.parent().isMapping() && !node.key();
}

bool isBlockScalar(const NodeRef& scalar)
{
    return scalar.node().style == NodeStyle::Literal || scalar.node().style == NodeStyle::Folded;
}

bool isOnOneLine(const NodeRef& scalar)
{
    return !isBlockScalar(scalar) && scalar.text().find('\n') == std::string_view::npos;
}

/// A text of its own in which the scalar stands as it does in its document.
std::string isolated(const NodeRef& scalar)
{
    const std::string text(scalar.text());
    const bool oneLine = isOnOneLine(scalar);
    if (isInFlow(scalar))
        return isKey(scalar) ? (oneLine ? "- {" : "- {? ") + text + ": v}\n" : "- [" + text + "]\n";
    if (oneLine)
        return "- " + text + (isKey(scalar) ? ": v\n" : "\n");
    const NodeRef around = scalar.parent();
    const std::string end = isBlockScalar(scalar) ? "" : "\n";
    if (!around)
        return "--- " + text + end;
    return std::string(columnOf(*scalar.document(), around.range().begin), ' ') + "isolated: " + text + end;
}

/// The scalar that isolated() wrote: the value of its key, or the first scalar within.
NodeRef isolatedScalar(NodeRef node)
{
    while (node && !node.isScalar()) {
        const NodeRef value = node["isolated"];
        node = node.isSequence() ? node.item(0) : value ? value : node.entries().front().key;
    }
    return node;
}

/// yaml-cpp reads a last line of blanks only, without a line break, as another line of the scalar; it is no part of its
/// text (JEF9-02 of the YAML test suite).
bool isBeforeLastBlanks(const NodeRef& scalar)
{
    const std::string_view rest = std::string_view(*scalar.document()->text)
                                      .substr(scalar.range().end, scalar.document()->range.end - scalar.range().end);
    return isBlockScalar(scalar) && !rest.empty() && rest.find_first_not_of(' ') == std::string_view::npos;
}

QString wrongScalar(const NodeRef& scalar)
{
    if (isBeforeLastBlanks(scalar))
        return {};
    const ParsedTextPtr alone = parseText(isolated(scalar));
    if (alone->documents.size() != 1)
        return complaint(*scalar.document(), scalar.id(), u"its text does not parse: "_s + errorsOf(*alone));
    const NodeRef again = isolatedScalar(alone->documents.front()->root());
    if (again.value() != scalar.value() || again.node().style != scalar.node().style)
        return complaint(*scalar.document(), scalar.id(), u"its text has another value"_s);
    return {};
}

/// One-line scalars are read back as the items of one sequence.
QString wrongShortScalar(const Document& document, const std::vector<NodeRef>& scalars)
{
    std::string text;
    for (const NodeRef& scalar : scalars)
        text += isolated(scalar);
    const ParsedTextPtr alone = parseText(text);
    if (alone->documents.size() != 1)
        return u"scalars do not parse by themselves: "_s + errorsOf(*alone);
    const std::vector<NodeRef> items = alone->documents.front()->root().items();
    if (items.size() != scalars.size())
        return u"scalars do not parse one by one"_s;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const NodeRef again = isolatedScalar(items[i]);
        if (again.value() != scalars[i].value() || again.node().style != scalars[i].node().style)
            return complaint(document, scalars[i].id(), u"its text has another value"_s);
    }
    return {};
}

void appendLeaves(NodeRef node, const std::string& path, std::vector<std::string>& leaves)
{
    if (node.node().children == 0) {
        const bool quoted = node.node().style != NodeStyle::Plain;
        leaves.push_back(path + (quoted ? " = '" : " = ") + valuesOf(node));
    } else if (node.isMapping()) {
        for (const NodeRef::Entry& entry : node.entries())
            appendLeaves(entry.value, path + '/' + std::string(entry.key.value()), leaves);
    } else {
        std::size_t index = 0;
        for (const NodeRef& item : node.items())
            appendLeaves(item, path + '/' + std::to_string(index++), leaves);
    }
}

bool isEqual(const Node& a, const Node& b)
{
    return a.kind == b.kind && a.style == b.style && a.hasTag == b.hasTag && a.hasAnchor == b.hasAnchor
        && a.range == b.range && a.parent == b.parent && a.firstChild == b.firstChild && a.nextSibling == b.nextSibling
        && a.children == b.children && a.value == b.value && a.target == b.target;
}

} // namespace

std::string valuesOf(NodeRef node)
{
    return show(node, [](NodeRef scalar) { return escaped(scalar.value()); });
}

std::string textsOf(NodeRef node)
{
    return show(node, [](NodeRef scalar) { return escaped(scalar.text()); });
}

QString documentsOf(const ParsedText& text)
{
    QStringList lines;
    for (const auto& document : text.documents)
        lines += QString::number(document->index) + u' ' + QString::fromStdString(valuesOf(document->root()));
    return lines.join(u'\n');
}

QString errorText(const Error& error)
{
    QString line = QString::fromStdString(error.code);
    line += u" %1:%2"_s.arg(error.where.line).arg(error.where.column);
    for (const std::string& arg : error.args)
        line += u" '"_s + QString::fromStdString(arg) + u'\'';
    return line;
}

QString errorsOf(const ParsedText& text)
{
    QStringList lines;
    for (const Error& error : text.errors)
        lines += errorText(error);
    return lines.join(u'\n');
}

QString inconsistencyOf(const Document& document)
{
    std::vector<NodeRef> shortScalars;
    for (NodeId id = 0; id < document.nodes.size(); ++id) {
        if (const QString wrong = wrongLink(document, id); !wrong.isEmpty())
            return wrong;
        const NodeRef node(&document, id);
        if (node.kind() == NodeKind::Alias && node.text() != "*" + std::string(node.text().substr(1)))
            return complaint(document, id, u"not an alias"_s);
        if (!node.isScalar())
            continue;
        if (isOnOneLine(node)) {
            shortScalars.push_back(node);
        } else if (const QString wrong = wrongScalar(node); !wrong.isEmpty()) {
            return wrong;
        }
    }
    return shortScalars.empty() ? QString() : wrongShortScalar(document, shortScalars);
}

QString differenceBetween(const ParsedText& found, const ParsedText& expected)
{
    if (found.id != expected.id || found.kind != expected.kind || *found.text != *expected.text)
        return u"not the same text"_s;
    if (errorsOf(found) != errorsOf(expected))
        return u"errors\n%1\ninstead of\n%2"_s.arg(errorsOf(found), errorsOf(expected));
    if (found.documents.size() != expected.documents.size())
        return u"number of documents"_s;
    for (std::size_t i = 0; i < found.documents.size(); ++i) {
        const Document& a = *found.documents[i];
        const Document& b = *expected.documents[i];
        if (a.range != b.range || a.chunk != b.chunk || a.index != b.index || a.values != b.values
            || a.duplicateKeys != b.duplicateKeys || !std::ranges::equal(a.nodes, b.nodes, isEqual))
            return u"document %1"_s.arg(i);
        if (textsOf(a.root()) != textsOf(b.root()))
            return u"text of document %1"_s.arg(i);
    }
    return {};
}

std::string pathOf(NodeRef node)
{
    std::string path;
    const std::string document = std::to_string(node.document()->index);
    for (; node.parent(); node = node.parent()) {
        const std::optional<std::size_t> index = node.indexInParent();
        path = '/' + (index ? std::to_string(*index) : std::string(node.key().value())) + path;
    }
    return document + path;
}

std::vector<std::string> leavesOf(const ParsedText& text)
{
    std::vector<std::string> leaves;
    for (const auto& document : text.documents) {
        if (document->root())
            appendLeaves(document->root(), std::to_string(document->index), leaves);
    }
    return leaves;
}

std::vector<NodeRef> valuesOfKey(const Document& document, std::string_view name)
{
    std::vector<NodeRef> found;
    for (NodeId id = 0; id < document.nodes.size(); ++id) {
        if (document.nodes[id].kind != NodeKind::Mapping)
            continue;
        for (const NodeRef::Entry& entry : NodeRef(&document, id).entries()) {
            if (entry.key.value() == name)
                found.push_back(entry.value);
        }
    }
    return found;
}

Expected<std::string> changed(const ParsedText& text, std::uint32_t document, std::span<const ScalarChange> changes,
                              std::span<const EntryAddition> additions)
{
    const Expected<std::vector<Splice>> splices = planChanges(text, document, changes, additions);
    if (!splices)
        return std::unexpected(splices.error());
    return applySplices(*text.text, *splices);
}

} // namespace meshdraft::source
