// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

// The sentences' arguments are the field's name, its value and what else the rule gives.

/// The same in its new spelling.
void useNewName(const FixContext& context, std::vector<Fix>& fixes)
{
    if (auto change = scalarChange(context.node, std::string(context.arg(2))); change && !context.arg(2).empty())
        fixes.push_back(fixOf(context, "fix.value.use", {std::string(context.arg(1)), std::string(context.arg(2))},
                              Certainty::Certain, {std::move(*change)}));
}

/// What has no effect.
void removeField(const FixContext& context, std::vector<Fix>& fixes)
{
    if (const NodeRef key = context.node.key(); key.isValid())
        fixes.push_back(fixOf(context, "fix.field.remove", {std::string(key.value())}, Certainty::Certain,
                              {source::Removal{key.id()}}));
}

/// An item that says what another one of its list says, too.
void removeTwin(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef list = context.node.parent();
    if (!context.node.isScalar() || !list.isSequence())
        return;
    const auto items = list.items();
    const bool isTwin = std::ranges::any_of(items, [&](NodeRef item) {
        return !(item == context.node) && item.isScalar() && item.value() == context.node.value();
    });
    if (isTwin)
        fixes.push_back(fixOf(context, "fix.item.remove", {std::string(context.node.value())}, Certainty::Certain,
                              {source::Removal{context.node.id()}}));
}

void useWord(const FixContext& context, std::span<const std::string> words, std::vector<Fix>& fixes)
{
    if (!context.node.isScalar())
        return;
    const std::string old(context.node.value());
    const auto same = std::ranges::find_if(words, [&](const auto& each) { return isSameWord(each, old); });
    if (same == words.end())
        return offerNames(context, context.node, words, "fix.value.use", fixes);
    fixes.push_back(
        fixOf(context, "fix.value.use", {old, *same}, Certainty::Certain, {*scalarChange(context.node, *same)}));
}

void useMethod(const FixContext& context, std::vector<Fix>& fixes)
{
    static const std::vector<std::string> methods{"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS",
                                                  "PATCH",   "POST",   "PUT", "TRACE"};
    useWord(context, methods, fixes);
}

void useProtocol(const FixContext& context, std::vector<Fix>& fixes)
{
    static const std::vector<std::string> protocols{"GRPC",  "GRPC-WEB", "HTTP",  "HTTP2", "HTTPS",
                                                    "MONGO", "MYSQL",    "REDIS", "TCP",   "TLS"};
    useWord(context, protocols, fixes);
}

void useTunnel(const FixContext& context, std::vector<Fix>& fixes)
{
    static const std::vector<std::string> protocols{"CONNECT", "POST"};
    useWord(context, protocols, fixes);
}

void useScheme(const FixContext& context, std::vector<Fix>& fixes)
{
    static const std::vector<std::string> schemes{"http", "https"};
    useWord(context, schemes, fixes);
}

void useBool(const FixContext& context, std::vector<Fix>& fixes)
{
    static const std::vector<std::string> values{"false", "true"};
    useWord(context, values, fixes);
}

/// `mirrorPercent: 5` is read as `mirrorPercentage: {value: 5}`. Other old fields do not mean what the new ones do.
void useNewField(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef key = context.node.key();
    const std::string now(context.arg(2));
    const bool isMirror = now == "mirrorPercentage";
    if (!key.isValid() || !context.node.isScalar() || (!isMirror && now != "consecutive5xxErrors")
        || context.node.parent()[now].isValid())
        return;
    const std::string old(key.value());
    std::vector<source::Change> changes{source::KeyRename{key.id(), now}};
    if (isMirror) {
        NewValue percentage = NewValue::mapping({{"value", NewValue::scalar(std::string(context.node.value()))}});
        percentage.style = source::NodeStyle::Flow;
        changes.emplace_back(source::ValueReplacement{context.node.id(), std::move(percentage)});
    }
    fixes.push_back(fixOf(context, "fix.field.rename", {old, now}, isMirror ? Certainty::Certain : Certainty::Choice,
                          std::move(changes)));
}

} // namespace

/// What Istio's own validation finds.
std::vector<Fixer> validationFixers()
{
    const std::vector<std::string_view> refused{"IST0106"};
    const std::vector<std::string_view> warned{"IST0133"};
    const std::vector<std::string_view> use{"fix.value.use"};
    const std::vector<std::string_view> drop{"fix.item.remove"};
    return {{"validation.cipherTwice", warned, drop, removeTwin},
            {"validation.deprecated", warned, {"fix.field.rename"}, useNewField},
            {"validation.dryRunValue", refused, use, useBool},
            {"validation.duplicate", refused, drop, removeTwin},
            {"validation.egressTwice", warned, drop, removeTwin},
            {"validation.filterOldName", warned, use, useNewName},
            {"validation.gatewayOldName", warned, use, useNewName},
            {"validation.hostTwice", refused, drop, removeTwin},
            {"validation.httpMethod", refused, use, useMethod},
            {"validation.httpScheme", refused, use, useScheme},
            {"validation.protocol", refused, use, useProtocol},
            {"validation.targetPort", refused, {"fix.field.remove"}, removeField},
            {"validation.tunnelProtocol", refused, use, useTunnel}};
}

} // namespace meshdraft::checks
