// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"
#include "models/mesh/landingorder.h"

#include <set>

namespace meshdraft::checks {

using mesh::hasWrittenWave;
using mesh::Question;
using mesh::Resource;
using mesh::writtenWave;

namespace {

/// The DestinationRule with a subset that comes first; null where the waves do not tell.
const Resource* firstRule(const mesh::MeshGraph& graph, const mesh::Reference& reference, mesh::Lookups* asked)
{
    const Resource* first = nullptr;
    for (const mesh::ResourceIndex index : rulesWithSubset(graph, reference.target, reference.subset, asked)) {
        const Resource& rule = graph.at(index);
        if (!writtenWave(rule))
            return nullptr;
        if (first == nullptr || *writtenWave(rule) < *writtenWave(*first))
            first = &rule;
    }
    return first;
}

void compare(const mesh::MeshGraph& graph, const Resource& resource, const mesh::Reference& reference,
             const Resource& rule, Report& report)
{
    const std::int64_t own = *writtenWave(resource);
    const std::int64_t needed = *writtenWave(rule);
    const source::NodeRef written = resource.rootNode()["metadata"]["annotations"].resolved()[mesh::syncWaveAnnotation];
    const source::NodeId place = written.isValid() ? written.id() : reference.subsetNode;
    if (!hasWrittenWave(resource) && !hasWrittenWave(rule)) {
        if (!graph.answers(Question::SyncWave, {}, report.asked()).empty()) {
            report.addUnknown({},
                              findingAt(resource, place, "MD102", Severity::Info, message::waveMissing,
                                        {fullName(rule), reference.subset}));
        }
    } else if (needed > own) {
        report.add(findingAt(resource, place, "MD101", Severity::Warning, message::waveLate,
                             {fullName(rule), std::to_string(needed), std::to_string(own), reference.subset}));
    } else if (needed == own) {
        report.add(findingAt(resource, place, "MD102", Severity::Info, message::waveSame,
                             {fullName(rule), std::to_string(own), reference.subset}));
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    if (istioRoutes(resource) == nullptr || !writtenWave(resource))
        return;
    std::set<const Resource*> seen;
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (reference.subset.empty() || reference.subsetResolution != mesh::Resolution::Found)
            continue;
        const Resource* rule = firstRule(graph, reference, report.asked());
        // waves order what one Application brings
        if (rule == nullptr || (rule->key.ns != resource.key.ns && !standBeside(*rule, resource)))
            continue;
        if (seen.insert(rule).second)
            compare(graph, resource, reference, *rule, report);
    }
}

} // namespace

/// A VirtualService that Argo CD applies before, or along with, the DestinationRule whose subset it uses (Argo CD, sync
/// phases and waves).
Check syncWave()
{
    return {{"sync-wave", {"DestinationRule", "VirtualService"}, {"MD101", "MD102"}}, check};
}

} // namespace meshdraft::checks
