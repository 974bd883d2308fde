// SPDX-License-Identifier: Apache-2.0
#include "randomedits.h"

#include "models/source/entryextent.h"
#include "models/source/scalar.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

using Strings = std::vector<std::string>;

/// A scalar with what YAML 1.1 takes it for.
std::string scalarText(std::string_view value, bool isPlain)
{
    return (isPlain && readsAsOtherThanString(value) ? "!" : "") + std::string(value);
}

std::string textOf(const NewValue& value)
{
    std::string out;
    if (value.kind == NodeKind::Scalar)
        return scalarText(value.text, !value.asString);
    for (const NewEntry& entry : value.entries)
        out += scalarText(entry.key, false) + ": " + textOf(entry.value) + ", ";
    for (const NewValue& item : value.items)
        out += textOf(item) + ", ";
    return (value.kind == NodeKind::Mapping ? "{" : "[") + out + (value.kind == NodeKind::Mapping ? "}" : "]");
}

/// The tree as text, with one change made on the way.
class TreeText {
public:
    explicit TreeText(const Change* change)
        : m_change(change)
    {
    }

    std::string of(NodeRef node) const
    {
        const std::string properties =
            (node.node().hasTag ? "<tag>" : "") + std::string(node.node().hasAnchor ? "&" : "");
        if (const auto* replaced = as<ValueReplacement>(); replaced && replaced->node == node.id())
            return properties + textOf(replaced->value);
        if (const auto* scalar = as<ScalarChange>(); scalar && scalar->node == node.id())
            return properties + scalarText(scalar->value, node.node().style == NodeStyle::Plain && !scalar->asString);
        if (const auto* rename = as<KeyRename>(); rename && rename->key == node.id())
            return properties + scalarText(rename->name, false);
        switch (node.kind()) {
        case NodeKind::Empty:
            return properties + "_";
        case NodeKind::Alias:
            return std::string(node.text());
        case NodeKind::Scalar:
            return properties + scalarText(node.value(), node.node().style == NodeStyle::Plain);
        default:
            return properties + collection(node);
        }
    }

private:
    template <typename Kind> const Kind* as() const { return m_change ? std::get_if<Kind>(m_change) : nullptr; }

    std::string collection(NodeRef node) const
    {
        std::vector<std::pair<NodeId, std::string>> parts;
        const bool isMapping = node.isMapping();
        if (isMapping) {
            for (const NodeRef::Entry& entry : node.entries())
                parts.emplace_back(entry.key.id(), of(entry.key) + ": " + of(entry.value));
        } else {
            for (const NodeRef& item : node.items())
                parts.emplace_back(item.id(), of(item));
        }
        const auto at = [&](NodeId before) {
            return before == noNode ? parts.end()
                                    : std::ranges::find(parts, before, &std::pair<NodeId, std::string>::first);
        };
        if (const auto* removal = as<Removal>())
            std::erase_if(parts, [&](const auto& part) { return part.first == removal->node; });
        if (const auto* entry = as<EntryInsertion>(); entry && entry->mapping == node.id())
            parts.insert(at(entry->before), {noNode, scalarText(entry->key, false) + ": " + textOf(entry->value)});
        if (const auto* item = as<ItemInsertion>(); item && item->sequence == node.id())
            parts.insert(at(item->before), {noNode, textOf(item->value)});
        if (const auto* move = as<Move>()) {
            const auto found = std::ranges::find(parts, move->node, &std::pair<NodeId, std::string>::first);
            if (found != parts.end()) {
                const auto part = *found;
                parts.erase(found);
                parts.insert(at(move->before), part);
            }
        }
        std::string out;
        for (const auto& part : parts)
            out += part.second + ", ";
        return (isMapping ? "{" : "[") + out + (isMapping ? "}" : "]");
    }

    const Change* m_change;
};

Strings treesOf(const ParsedText& text, std::uint32_t document, const Change* change)
{
    Strings trees;
    for (const auto& each : text.documents) {
        const NodeRef root = each->root();
        trees.push_back(root ? TreeText(each->index == document ? change : nullptr).of(root) : "");
    }
    return trees;
}

/// Comments of a text, in no order: from each '#' that stands behind a blank and outside of scalars.
Strings commentsOf(const ParsedText& text, ByteRange except = {})
{
    Strings comments;
    std::string masked = *text.text;
    for (const auto& document : text.documents) {
        for (const Node& node : document->nodes) {
            if (node.kind == NodeKind::Scalar || node.kind == NodeKind::Alias)
                std::fill(masked.begin() + node.range.begin, masked.begin() + node.range.end, 'x');
        }
    }
    std::fill(masked.begin() + except.begin, masked.begin() + except.end, '\n');
    const std::size_t first = masked.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::size_t at = first; at < masked.size(); ++at) {
        if (masked[at] != '#' || (at > first && !std::string_view(" \t\n\r").contains((*text.text)[at - 1])))
            continue;
        std::size_t end = masked.find('\n', at);
        end = end == std::string::npos ? masked.size() : end;
        std::string comment = text.text->substr(at, end - at);
        while (!comment.empty() && std::string_view(" \t\r").contains(comment.back()))
            comment.pop_back();
        comments.push_back(std::move(comment));
        at = end;
    }
    std::ranges::sort(comments);
    return comments;
}

class Driver {
public:
    Driver(const std::string& text, std::uint32_t seed)
        : m_random(seed)
        , m_parsed(parseText(text))
    {
    }

    RandomEditTally run(int count, QString* violation)
    {
        RandomEditTally tally;
        if (m_parsed->documents.empty())
            return tally;
        m_comments = commentsOf(*m_parsed);
        for (int i = 0; i < count; ++i) {
            m_document = m_parsed->documents[below(m_parsed->documents.size())].get();
            if (m_document->nodes.empty())
                continue;
            const std::optional<Change> change = randomChange();
            if (!change)
                continue;
            const std::array changes{*change};
            const auto splices = planChanges(*m_parsed, m_document->index, changes);
            if (!splices) {
                ++tally.refused[splices.error().code];
                if (splices.error().code == "edit.proof" && qEnvironmentVariableIsSet("SHOW_REFUSALS"))
                    qInfo("%s", qPrintable(describe(*change)));
                continue;
            }
            const QString wrong = violationOf(*change, *splices);
            if (!wrong.isEmpty()) {
                *violation = wrong + u"\n"_s + describe(*change) + u"\n--- after\n"_s
                    + QString::fromStdString(applySplices(*m_parsed->text, *splices).value_or(""));
                return tally;
            }
            ++tally.done[std::string(names[change->index()])];
        }
        return tally;
    }

private:
    static constexpr std::array<std::string_view, 7> names{"set",    "replace", "insert entry", "insert item",
                                                           "remove", "rename",  "move"};

    std::size_t below(std::size_t bound) { return m_random() % bound; }
    bool chance(std::size_t percent) { return below(100) < percent; }

    std::string randomText()
    {
        static constexpr auto texts = std::to_array<std::string_view>(
            {"plain", "37",   "on",    "0x1f", "12:30", "",   "two words", "a: b",    "# no comment", "- x",
             "größe", "it's", "\"q\"", "null", "[x",    "*a", "1e3",       " blank ", "tab\there",    "back\\slash"});
        return std::string(texts[below(texts.size())]);
    }

    NewValue randomValue(int depth = 0)
    {
        const std::size_t kind = below(depth < 3 ? 6 : 3);
        if (kind < 3)
            return NewValue::scalar(kind == 0 ? std::to_string(below(200)) : randomText(), kind != 0);
        const std::size_t count = below(4);
        if (kind == 3) {
            std::vector<NewValue> items;
            for (std::size_t i = 0; i < count; ++i)
                items.push_back(randomValue(depth + 1));
            return NewValue::sequence(std::move(items));
        }
        std::vector<NewEntry> entries;
        for (std::size_t i = 0; i < count; ++i)
            entries.push_back({"new" + std::to_string(i), randomValue(depth + 1)});
        return NewValue::mapping(std::move(entries));
    }

    /// A random node for which `fits` holds, looked for from a random place on.
    template <typename Fits> NodeId nodeFor(Fits fits)
    {
        const auto count = m_document->nodes.size();
        const std::size_t start = below(count);
        for (std::size_t i = 0; i < std::min<std::size_t>(count, 60); ++i) {
            const auto id = static_cast<NodeId>((start + i) % count);
            if (fits(NodeRef(m_document, id)))
                return id;
        }
        return noNode;
    }

    /// A key of a mapping or an item of a sequence.
    NodeId elementNode()
    {
        return nodeFor(
            [](NodeRef node) { return node.parent().isSequence() || (node.parent().isMapping() && !node.key()); });
    }

    NodeId siblingOf(NodeId element)
    {
        const NodeRef parent = NodeRef(m_document, element).parent();
        std::vector<NodeId> others{noNode};
        for (const NodeRef& item : parent.items())
            others.push_back(item.id());
        for (const NodeRef::Entry& entry : parent.entries())
            others.push_back(entry.key.id());
        std::erase(others, element);
        return others[below(others.size())];
    }

    NodeId elementOf(NodeId collection)
    {
        const NodeRef node(m_document, collection);
        if (node.size() == 0 || chance(50))
            return noNode;
        const std::size_t index = below(node.size());
        return node.isMapping() ? node.entries()[index].key.id() : node.item(index).id();
    }

    std::optional<Change> randomChange()
    {
        const auto made = [](NodeId node, auto change) {
            return node == noNode ? std::nullopt : std::optional<Change>(change);
        };
        switch (below(7)) {
        case 0: {
            const NodeId node = nodeFor([](NodeRef ref) {
                const bool isKey = ref.parent().isMapping() && !ref.key();
                return !isKey && (ref.isScalar() || ref.kind() == NodeKind::Empty);
            });
            const std::string value = randomText();
            const bool isBlock = node != noNode
                && (m_document->nodes[node].style == NodeStyle::Literal
                    || m_document->nodes[node].style == NodeStyle::Folded);
            return made(node, ScalarChange{node, value, chance(60) || isBlock || !canBePlain(value, {true, true})});
        }
        case 1: {
            const NodeId node = nodeFor([](NodeRef ref) { return !ref.parent().isMapping() || ref.key(); });
            return made(node, ValueReplacement{node, randomValue()});
        }
        case 2: {
            const NodeId node = nodeFor([](NodeRef ref) { return ref.isMapping(); });
            return made(node, EntryInsertion{node, "added", randomValue(), node == noNode ? noNode : elementOf(node)});
        }
        case 3: {
            const NodeId node = nodeFor([](NodeRef ref) { return ref.isSequence(); });
            return made(node, ItemInsertion{node, randomValue(), node == noNode ? noNode : elementOf(node)});
        }
        case 4: {
            const NodeId node = elementNode();
            return made(node, Removal{node});
        }
        case 5: {
            const NodeId node =
                nodeFor([](NodeRef ref) { return ref.parent().isMapping() && !ref.key() && ref.isScalar(); });
            return made(node, KeyRename{node, chance(80) ? "renamed" : randomText()});
        }
        default: {
            const NodeId node = elementNode();
            return made(node, Move{node, node == noNode ? noNode : siblingOf(node)});
        }
        }
    }

    QString violationOf(const Change& change, const std::vector<Splice>& splices)
    {
        const std::string& before = *m_parsed->text;
        const auto after = applySplices(before, splices);
        if (!after)
            return u"splices cannot be put in"_s;
        if (applySplices(*after, invertSplices(before, splices)) != before)
            return u"not undone"_s;
        if (const QString wrong = bytesViolation(change, splices); !wrong.isEmpty())
            return wrong;
        const ParsedTextPtr parsed = parseText(*after);
        if (parsed->errors.size() > m_parsed->errors.size())
            return u"new errors"_s;
        if (treesOf(*parsed, 0, nullptr) != treesOf(*m_parsed, m_document->index, &change))
            return u"other values"_s;
        return commentsViolation(change, *parsed);
    }

    /// What kinds of splices a change may have.
    QString bytesViolation(const Change& change, const std::vector<Splice>& splices) const
    {
        const auto isInsertion = [](const Splice& splice) { return splice.length == 0; };
        const auto isRemoval = [](const Splice& splice) { return splice.text.empty(); };
        const bool inserts =
            std::holds_alternative<EntryInsertion>(change) || std::holds_alternative<ItemInsertion>(change);
        if (inserts && !std::ranges::all_of(splices, isInsertion))
            return u"an insertion that replaces"_s;
        const auto* removal = std::get_if<Removal>(&change);
        if (removal && NodeRef(m_document, removal->node).parent().size() > 1
            && !std::ranges::all_of(splices, isRemoval))
            return u"a removal that writes"_s;
        NodeId node = noNode;
        if (const auto* scalar = std::get_if<ScalarChange>(&change))
            node = scalar->node;
        if (const auto* rename = std::get_if<KeyRename>(&change))
            node = rename->key;
        const bool isWithin = node == noNode || std::ranges::all_of(splices, [&](const Splice& splice) {
                                  const ByteRange range = m_document->nodes[node].range;
                                  return splice.offset >= range.begin && splice.offset + splice.length <= range.end;
                              });
        return isWithin ? QString() : u"bytes outside of the scalar"_s;
    }

    /// A removed or replaced value takes its own comments along; every other comment stays.
    QString commentsViolation(const Change& change, const ParsedText& after) const
    {
        Strings expected = m_comments;
        if (const auto* removal = std::get_if<Removal>(&change))
            expected = commentsOf(*m_parsed, extentOf(NodeRef(m_document, removal->node))->whole);
        if (std::holds_alternative<ValueReplacement>(change)) {
            const Strings left = commentsOf(after);
            return std::ranges::includes(m_comments, left) ? QString() : u"new comments"_s;
        }
        const Strings found = commentsOf(after);
        if (found == expected)
            return {};
        const auto joined = [](const Strings& comments) {
            QStringList lines;
            for (const std::string& comment : comments)
                lines += QString::fromStdString(comment);
            return lines.join(u'\n');
        };
        return u"other comments\n%1\n--- instead of\n%2"_s.arg(joined(found), joined(expected));
    }

    QString describe(const Change& change) const
    {
        const auto name = [&](NodeId id) {
            return id == noNode
                ? u"-"_s
                : QString::number(id) + u" "_s + QString::fromUtf8(NodeRef(m_document, id).text().substr(0, 40));
        };
        QString text = QLatin1StringView(names[change.index()]) + u": "_s;
        std::visit(
            [&](const auto& each) {
                using Kind = std::decay_t<decltype(each)>;
                if constexpr (std::is_same_v<Kind, ScalarChange>)
                    text += name(each.node) + u" := "_s + QString::fromStdString(each.value);
                else if constexpr (std::is_same_v<Kind, ValueReplacement>)
                    text += name(each.node) + u" := "_s + QString::fromStdString(textOf(each.value));
                else if constexpr (std::is_same_v<Kind, EntryInsertion>)
                    text += name(each.mapping) + u" += "_s + QString::fromStdString(textOf(each.value)) + u" before "_s
                        + name(each.before);
                else if constexpr (std::is_same_v<Kind, ItemInsertion>)
                    text += name(each.sequence) + u" += "_s + QString::fromStdString(textOf(each.value)) + u" before "_s
                        + name(each.before);
                else if constexpr (std::is_same_v<Kind, KeyRename>)
                    text += name(each.key) + u" := "_s + QString::fromStdString(each.name);
                else if constexpr (std::is_same_v<Kind, Move>)
                    text += name(each.node) + u" before "_s + name(each.before);
                else
                    text += name(each.node);
            },
            change);
        const auto chunk = m_document->chunk;
        return text + u"\n--- before\n"_s + QString::fromStdString(m_parsed->text->substr(chunk.begin, chunk.size()));
    }

    std::minstd_rand m_random;
    ParsedTextPtr m_parsed;
    const Document* m_document = nullptr;
    Strings m_comments;
};

} // namespace

int RandomEditTally::doneInAll() const
{
    int sum = 0;
    for (const auto& [kind, count] : done)
        sum += count;
    return sum;
}

int RandomEditTally::refusedInAll() const
{
    int sum = 0;
    for (const auto& [code, count] : refused)
        sum += count;
    return sum;
}

void RandomEditTally::add(const RandomEditTally& other)
{
    for (const auto& [kind, count] : other.done)
        done[kind] += count;
    for (const auto& [code, count] : other.refused)
        refused[code] += count;
}

RandomEditTally runRandomEdits(const std::string& text, std::uint32_t seed, int count, QString* violation)
{
    return Driver(text, seed).run(count, violation);
}

} // namespace meshdraft::source
