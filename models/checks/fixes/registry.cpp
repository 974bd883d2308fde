// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"

#include <algorithm>
#include <iterator>

namespace meshdraft::checks {

namespace {

constexpr std::string_view unknownEnding = ".unknown";

/// True for a string that holds YAML, in which the finding stands.
bool isNested(const mesh::Resource& resource, source::NodeRef node)
{
    return std::ranges::any_of(resource.nestedTexts,
                               [&](const auto& nested) { return nested->scalar().id() == node.id(); });
}

} // namespace

const std::vector<Fixer>& allFixers()
{
    static const std::vector<Fixer> fixers = [] {
        std::vector<Fixer> all;
        for (auto family :
             {annotationFixers, deprecationFixers, duplicateFixers, envoyFixers, gatewayFixers, hostFixers,
              injectionFixers, nameFixers, portFixers, portNameFixers, reachFixers, schemaFixers, selectorFixers,
              subsetFixers, telemetryFixers, validationFixers, weightFixers})
            std::ranges::copy(family(), std::back_inserter(all));
        std::ranges::sort(all, {}, &Fixer::message);
        return all;
    }();
    return fixers;
}

std::string_view FixContext::arg(std::size_t index) const
{
    return index < finding.args.size() ? std::string_view(finding.args[index]) : std::string_view();
}

std::vector<Fix> fixesFor(const Finding& finding, const mesh::MeshGraph& graph, const mesh::FileSet& files)
{
    std::string_view message = finding.message;
    const bool isUnknown = finding.severity == Severity::Unknown;
    if (isUnknown && message.ends_with(unknownEnding))
        message.remove_suffix(unknownEnding.size());
    const auto& all = allFixers();
    const auto fixer = std::ranges::lower_bound(all, message, {}, &Fixer::message);
    if (fixer == all.end() || fixer->message != message || finding.element.isNull())
        return {};
    const mesh::ResourceIndex index = graph.find(finding.element);
    if (index == mesh::noResource)
        return {};
    const mesh::Resource& resource = graph.at(index);
    const source::NodeRef root = resource.rootNode();
    const source::NodeRef node = finding.element.field.isEmpty() ? root : finding.element.field.resolve(root);
    if (!node.isValid() || isNested(resource, node))
        return {};
    std::vector<Fix> fixes;
    fixer->make({finding, graph, files, resource, node, isUnknown}, fixes);
    if (isUnknown) {
        for (Fix& fix : fixes)
            fix.certainty = Certainty::Choice;
    }
    return fixes;
}

} // namespace meshdraft::checks
