// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/selector.h"

#include "models/kustomize/kustomizationfile.h"

#include <re2/re2.h>

#include <algorithm>

namespace meshdraft::kustomize {

namespace {

/// An empty pattern asks for nothing; one that does not compile matches nothing.
bool fits(const std::string& pattern, std::string_view text)
{
    if (pattern.empty() || pattern == text)
        return true;
    const re2::RE2 expression(pattern, re2::RE2::Quiet);
    return expression.ok() && re2::RE2::FullMatch(std::string(text), expression);
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

bool isAmong(std::string_view list, std::string_view value)
{
    list = list.substr(0, list.find(')'));
    while (true) {
        const auto comma = list.find(',');
        if (trimmed(list.substr(0, comma)) == value)
            return true;
        if (comma == std::string_view::npos)
            return false;
        list.remove_prefix(comma + 1);
    }
}

/// One requirement of a label selector.
bool holds(std::string_view requirement, const Value* labels)
{
    const auto valueOf = [&](std::string_view key) -> const Value* {
        return labels == nullptr ? nullptr : labels->find(trimmed(key));
    };
    const auto is = [&](std::string_view key, std::string_view value) {
        const Value* label = valueOf(key);
        return label != nullptr && label->scalar == trimmed(value);
    };
    if (const auto at = requirement.find(" notin ("); at != std::string_view::npos) {
        const Value* label = valueOf(requirement.substr(0, at));
        return label == nullptr || !isAmong(requirement.substr(at + 8), label->scalar);
    }
    if (const auto at = requirement.find(" in ("); at != std::string_view::npos) {
        const Value* label = valueOf(requirement.substr(0, at));
        return label != nullptr && isAmong(requirement.substr(at + 5), label->scalar);
    }
    if (const auto at = requirement.find("!="); at != std::string_view::npos)
        return !is(requirement.substr(0, at), requirement.substr(at + 2));
    if (const auto at = requirement.find('='); at != std::string_view::npos) {
        const bool isDouble = requirement.substr(at).starts_with("==");
        return is(requirement.substr(0, at), requirement.substr(at + (isDouble ? 2 : 1)));
    }
    return requirement.starts_with('!') ? valueOf(requirement.substr(1)) == nullptr : valueOf(requirement) != nullptr;
}

} // namespace

bool matchesLabels(std::string_view selector, const Value* labels)
{
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i <= selector.size(); ++i) {
        if (i < selector.size() && selector[i] == '(') {
            ++depth;
        } else if (i < selector.size() && selector[i] == ')') {
            --depth;
        } else if (i == selector.size() || (selector[i] == ',' && depth == 0)) {
            const std::string_view requirement = trimmed(selector.substr(begin, i - begin));
            if (!requirement.empty() && !holds(requirement, labels))
                return false;
            begin = i + 1;
        }
    }
    return true;
}

void ReadResource::rename(ResourceName next)
{
    if (next == name)
        return;
    name = std::move(next);
    names.push_back(name);
}

Selector Selector::of(source::NodeRef mapping)
{
    const auto text = [&](std::string_view key) { return std::string(fieldOf(mapping, key).value()); };
    Selector selector;
    selector.m_group = text("group");
    selector.m_version = text("version");
    selector.m_kind = text("kind");
    selector.m_name = text("name");
    selector.m_ns = text("namespace");
    selector.m_labels = text("labelselector");
    selector.m_annotations = text("annotationselector");
    return selector;
}

bool Selector::isEmpty() const
{
    return m_group.empty() && m_version.empty() && m_kind.empty() && m_name.empty() && m_ns.empty() && m_labels.empty()
        && m_annotations.empty();
}

bool Selector::matches(const ReadResource& resource) const
{
    const auto isCalled = [&](const ResourceName& name) {
        return fits(m_name, name.name) && fits(m_ns, name.ns.empty() ? "default" : name.ns);
    };
    return fits(m_group, resource.group) && fits(m_version, resource.version) && fits(m_kind, resource.kind)
        && std::ranges::any_of(resource.names, isCalled)
        && matchesLabels(m_labels, resource.root.at({"metadata", "labels"}))
        && matchesLabels(m_annotations, resource.root.at({"metadata", "annotations"}));
}

} // namespace meshdraft::kustomize
