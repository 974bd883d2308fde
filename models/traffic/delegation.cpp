// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/delegation.h"

#include "models/mesh/effective/visibility.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace meshdraft::traffic {

namespace {

using Kind = TextMatch::Kind;

bool isText(const std::optional<TextMatch>& match)
{
    return match && match->kind() != Kind::Present;
}

/// True if no text can meet both, or istiod does not try to find out (a regular expression beside anything).
bool contradict(const std::optional<TextMatch>& root, const std::optional<TextMatch>& leaf)
{
    if (!isText(root) || !isText(leaf))
        return false;
    if (root->kind() == Kind::Regex || leaf->kind() == Kind::Regex)
        return true;
    if (root->kind() == Kind::Exact)
        return leaf->kind() != Kind::Exact || root->value() != leaf->value();
    return !leaf->value().starts_with(root->value());
}

bool contradict(const std::vector<NamedMatch>& root, const std::vector<NamedMatch>& leaf)
{
    return std::ranges::any_of(root, [&](const NamedMatch& one) {
        return std::ranges::any_of(leaf, [&](const NamedMatch& other) {
            return one.name == other.name && one.isInverted == other.isInverted && contradict(one.text, other.text);
        });
    });
}

bool contradict(const RouteMatch& root, const RouteMatch& leaf)
{
    const bool labelsDiffer = std::ranges::any_of(root.sourceLabels, [&](const auto& label) {
        const auto other = leaf.sourceLabels.find(label.first);
        return other != leaf.sourceLabels.end() && other->second != label.second;
    });
    return contradict(root.path, leaf.path) || contradict(root.scheme, leaf.scheme)
        || contradict(root.method, leaf.method) || contradict(root.authority, leaf.authority)
        || contradict(root.headers, leaf.headers) || contradict(root.query, leaf.query)
        || root.ignoresCase != leaf.ignoresCase || (root.port != 0 && leaf.port != 0 && root.port != leaf.port)
        || (!root.sourceNamespace.empty() && !leaf.sourceNamespace.empty()
            && root.sourceNamespace != leaf.sourceNamespace)
        || labelsDiffer;
}

void addMissing(std::vector<NamedMatch>& into, const std::vector<NamedMatch>& from)
{
    for (const NamedMatch& match : from) {
        const bool isKnown = std::ranges::any_of(into, [&](const NamedMatch& known) {
            return known.name == match.name && known.isInverted == match.isInverted;
        });
        if (!isKnown)
            into.push_back(match);
    }
}

RouteMatch combine(const RouteMatch& root, RouteMatch leaf)
{
    const auto fill = [](std::optional<TextMatch>& own, const std::optional<TextMatch>& inherited) {
        if (!own)
            own = inherited;
    };
    fill(leaf.path, root.path);
    fill(leaf.scheme, root.scheme);
    fill(leaf.method, root.method);
    fill(leaf.authority, root.authority);
    addMissing(leaf.headers, root.headers);
    addMissing(leaf.query, root.query);
    leaf.sourceLabels.insert(root.sourceLabels.begin(), root.sourceLabels.end());
    if (leaf.sourceNamespace.empty())
        leaf.sourceNamespace = root.sourceNamespace;
    if (leaf.port == 0)
        leaf.port = root.port;
    // gateways of a delegate are not looked at
    leaf.gateways = root.gateways;
    if (!root.name.empty())
        leaf.name = leaf.name.empty() ? root.name : root.name + "-" + leaf.name;
    return leaf;
}

/// Nothing: every pair contradicts.
std::optional<std::vector<RouteMatch>> combine(const std::vector<RouteMatch>& root, const std::vector<RouteMatch>& leaf)
{
    if (leaf.empty())
        return root;
    if (root.empty())
        return leaf;
    std::vector<RouteMatch> combined;
    for (const RouteMatch& one : root) {
        for (const RouteMatch& other : leaf) {
            if (!contradict(one, other))
                combined.push_back(combine(one, other));
        }
    }
    return combined.empty() ? std::nullopt : std::optional(std::move(combined));
}

void inherit(RouteRule& leaf, const RouteRule& root)
{
    if (!root.name.empty())
        leaf.name = leaf.name.empty() ? root.name : root.name + "-" + leaf.name;
    RouteAction& action = leaf.action;
    if (action.rewritePlace.resource == mesh::noResource) {
        action.rewritePlace = root.action.rewritePlace;
        action.rewritePath = root.action.rewritePath;
        action.rewriteHost = root.action.rewriteHost;
        action.rewritesWholePath = root.action.rewritesWholePath;
        action.rewriteRegex = root.action.rewriteRegex;
    }
    if (action.abortPlace.resource == mesh::noResource && action.delayPlace.resource == mesh::noResource) {
        action.abortPlace = root.action.abortPlace;
        action.abortPercent = root.action.abortPercent;
        action.abortStatus = root.action.abortStatus;
        action.delayPlace = root.action.delayPlace;
        action.delayPercent = root.action.delayPercent;
        action.delay = root.action.delay;
    }
    if (action.headersPlace.resource == mesh::noResource)
        action.headersPlace = root.action.headersPlace;
    if (action.corsPlace.resource == mesh::noResource)
        action.corsPlace = root.action.corsPlace;
    if (leaf.timeoutPlace.resource == mesh::noResource) {
        leaf.timeout = root.timeout;
        leaf.timeoutPlace = root.timeoutPlace;
    }
    if (leaf.retriesPlace.resource == mesh::noResource) {
        leaf.attempts = root.attempts;
        leaf.perTryTimeout = root.perTryTimeout;
        leaf.retryOn = root.retryOn;
        leaf.retriesPlace = root.retriesPlace;
    }
    if (leaf.mirrors.empty())
        leaf.mirrors = root.mirrors;
}

} // namespace

mesh::ResourceIndex findDelegate(const mesh::effective::MeshView& view, mesh::ResourceIndex root,
                                 std::string_view delegate)
{
    const auto slash = delegate.find('/');
    if (slash == std::string_view::npos)
        return mesh::noResource;
    const std::string_view ns = delegate.substr(0, slash);
    for (const mesh::ResourceIndex index : view.of<mesh::RouteTable>(ns)) {
        const mesh::Resource& resource = view.at(index);
        if (resource.key.kind == "VirtualService" && resource.key.name == delegate.substr(slash + 1)
            && std::get<mesh::RouteTable>(resource.body).hosts.empty() && isVisible(view, index, view.at(root).key.ns))
            return index;
    }
    return mesh::noResource;
}

std::vector<RouteRule> mergeDelegate(const RouteRule& root, std::vector<RouteRule> delegated)
{
    std::vector<RouteRule> merged;
    for (RouteRule& leaf : delegated) {
        if (leaf.protocol != mesh::Protocol::Http)
            continue;
        auto matches = combine(root.matches, leaf.matches);
        if (!matches)
            continue;
        leaf.matches = std::move(*matches);
        inherit(leaf, root);
        merged.push_back(std::move(leaf));
    }
    return merged;
}

} // namespace meshdraft::traffic
