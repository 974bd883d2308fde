// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/resourcekey.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <ranges>

namespace meshdraft::mesh {

namespace {

bool isPlainWord(std::string_view key)
{
    return !key.empty() && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

void appendKey(std::string& text, std::string_view key)
{
    if (isPlainWord(key)) {
        if (!text.empty())
            text += '.';
        text += key;
        return;
    }
    text += "[\"";
    for (const char c : key) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    text += "\"]";
}

void appendIndex(std::string& text, std::size_t index)
{
    text += '[';
    text += std::to_string(index);
    text += ']';
}

using Step = FieldPath::Step;

/// Takes the next step off `rest`; nothing when the text is not a path.
std::optional<Step> takeStep(std::string_view& rest)
{
    Step step;
    if (rest.starts_with("[\"")) {
        std::size_t at = 2;
        for (; at < rest.size() && rest[at] != '"'; ++at) {
            if (rest[at] == '\\' && at + 1 < rest.size())
                ++at;
            step.key += rest[at];
        }
        if (!rest.substr(std::min(at, rest.size())).starts_with("\"]"))
            return std::nullopt;
        rest.remove_prefix(at + 2);
        return step;
    }
    if (rest.starts_with('[')) {
        const auto close = rest.find(']');
        if (close == std::string_view::npos)
            return std::nullopt;
        const char* end = rest.data() + close;
        const auto parsed = std::from_chars(rest.data() + 1, end, step.index);
        if (parsed.ec != std::errc() || parsed.ptr != end)
            return std::nullopt;
        step.isIndex = true;
        rest.remove_prefix(close + 1);
        return step;
    }
    if (rest.starts_with('.'))
        rest.remove_prefix(1);
    const auto end = std::min(rest.find_first_of(".["), rest.size());
    if (end == 0)
        return std::nullopt;
    step.key = rest.substr(0, end);
    rest.remove_prefix(end);
    return step;
}

/// The key above a node in a mapping: of a value its key, of a key itself.
source::NodeRef keyAbove(source::NodeRef mapping, source::NodeRef child)
{
    const source::Document& document = *mapping.document();
    source::NodeId key = source::noNode;
    for (source::NodeId id = mapping.node().firstChild; id != source::noNode; id = document.nodes[id].nextSibling) {
        if (key == source::noNode) {
            key = id;
            if (id == child.id())
                return child;
        } else {
            if (id == child.id())
                return {&document, key};
            key = source::noNode;
        }
    }
    return {};
}

} // namespace

FieldPath FieldPath::of(source::NodeRef root, source::NodeRef node)
{
    std::vector<source::NodeRef> above;
    above.reserve(8);
    for (source::NodeRef at = node; at.isValid() && !(at == root); at = at.parent())
        above.push_back(at);
    FieldPath path;
    for (const source::NodeRef at : std::views::reverse(above)) {
        const source::NodeRef parent = at.parent();
        if (!parent.isValid())
            return {};
        if (parent.isSequence()) {
            appendIndex(path.m_text, at.indexInParent().value_or(0));
        } else {
            appendKey(path.m_text, keyAbove(parent, at).value());
        }
    }
    return path;
}

std::optional<std::vector<FieldPath::Step>> FieldPath::steps() const
{
    std::vector<Step> result;
    for (std::string_view rest = m_text; !rest.empty();) {
        auto step = takeStep(rest);
        if (!step)
            return std::nullopt;
        result.push_back(std::move(*step));
    }
    return result;
}

FieldPath FieldPath::child(std::string_view key) const
{
    FieldPath path = *this;
    appendKey(path.m_text, key);
    return path;
}

FieldPath FieldPath::child(std::size_t index) const
{
    FieldPath path = *this;
    appendIndex(path.m_text, index);
    return path;
}

bool FieldPath::isWithin(const FieldPath& other) const
{
    if (!m_text.starts_with(other.m_text))
        return false;
    if (other.m_text.empty() || m_text.size() == other.m_text.size())
        return true;
    const char next = m_text[other.m_text.size()];
    return next == '.' || next == '[';
}

source::NodeRef FieldPath::resolve(source::NodeRef root) const
{
    source::NodeRef node = root;
    std::string_view rest = m_text;
    while (!rest.empty() && node.isValid()) {
        const auto step = takeStep(rest);
        if (!step)
            return {};
        node = node.resolved();
        node = step->isIndex ? node.item(step->index) : node[step->key];
    }
    return node;
}

} // namespace meshdraft::mesh
