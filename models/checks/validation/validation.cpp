// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/validation/kindrules.h"
#include "models/mesh/givenmeshconfig.h"
#include "models/mesh/nestedyaml.h"

#include <algorithm>
#include <array>
#include <map>

namespace meshdraft::checks {

using mesh::KindSchema;
using mesh::SchemaViolation;
using source::NodeRef;
using validation::Rules;

namespace {

using KindRules = void (*)(Rules&);

/// A kind that is validated.
struct Validated {
    const KindSchema* schema = nullptr;
    KindRules rules = nullptr; ///< null: the structure is all
};

KindRules rulesOf(const KindSchema& kind)
{
    static const std::map<std::string_view, KindRules> all{
        {"AuthorizationPolicy", validation::checkAuthorizationPolicy},
        {"DestinationRule", validation::checkDestinationRule},
        {"EnvoyFilter", validation::checkEnvoyFilter},
        {"Gateway", validation::checkGateway},
        {"PeerAuthentication", validation::checkPeerAuthentication},
        {"ProxyConfig", validation::checkProxyConfig},
        {"RequestAuthentication", validation::checkRequestAuthentication},
        {"ServiceEntry", validation::checkServiceEntry},
        {"Sidecar", validation::checkSidecar},
        {"Telemetry", validation::checkTelemetry},
        {"TrafficExtension", validation::checkTrafficExtension},
        {"VirtualService", validation::checkVirtualService},
        {"WasmPlugin", validation::checkWasmPlugin},
        {"WorkloadEntry", validation::checkWorkloadEntry},
        {"WorkloadGroup", validation::checkWorkloadGroup},
    };
    const auto found = all.find(kind.kind);
    return kind.group.ends_with(".istio.io") && found != all.end() ? found->second : nullptr;
}

/// The validated kinds by group and kind.
const Validated* validatedKind(const mesh::ResourceKey& key)
{
    if (mesh::isGivenMeshConfig(key)) {
        static const Validated config{mesh::Schema::builtIn().find("mesh.istio.io", {}, "MeshConfig"),
                                      validation::checkMeshConfig};
        return &config;
    }
    if (!key.group.ends_with(".istio.io") && key.group != "gateway.networking.k8s.io")
        return nullptr;
    using Key = std::pair<std::string_view, std::string_view>;
    static const std::map<Key, Validated> kinds = [] {
        std::map<Key, Validated> all;
        for (const KindSchema& kind : mesh::Schema::builtIn().kinds()) {
            if (kind.group != "mesh.istio.io")
                all.emplace(Key{kind.group, kind.kind}, Validated{&kind, rulesOf(kind)});
        }
        return all;
    }();
    const auto found = kinds.find(Key{key.group, key.kind});
    return found == kinds.end() ? nullptr : &found->second;
}

/// A directive of a strategic merge patch: the resource is a fragment of one.
bool isPatchDirective(const SchemaViolation& violation)
{
    return violation.code == "schema.unknownField" && violation.args.front().starts_with('$');
}

/// What sops adds to a document that it encrypts.
bool isSopsEntry(const SchemaViolation& violation, NodeRef root)
{
    return violation.code == "schema.unknownField" && violation.args.front() == "sops"
        && NodeRef(root.document(), violation.node).parent() == root;
}

/// Where a finding on a node is shown: a list or mapping at its key, or at its first line.
NodeRef shownAt(NodeRef node)
{
    const bool isText = node.resolved().isScalar() && !Rules::isNull(node);
    const NodeRef key = isText || !node.parent().isMapping() ? NodeRef() : node.key();
    return key.isValid() ? key : node;
}

Finding findingOf(const mesh::Resource& resource, const Rules::Found& found)
{
    const NodeRef node = shownAt(resource.node(found.node));
    Finding finding = findingAt(resource, node.id(), found.code, found.severity, found.message, found.args);
    if (!node.isScalar() && finding.range.size() > 0 && !resource.sourceMap) {
        const std::string_view text = *resource.text->text;
        const auto end = text.find_first_of("\r\n", finding.range.begin);
        finding.range.end = static_cast<std::uint32_t>(std::min<std::size_t>(finding.range.end, end));
    }
    return finding;
}

/// What the schema table says against a resource, each once; nothing of what is not known.
void addStructure(std::vector<Rules::Found>& into, NodeRef root, std::span<const SchemaViolation> structure)
{
    for (const SchemaViolation& violation : structure) {
        if (validation::isUnknown(NodeRef(root.document(), violation.node).value()) || isSopsEntry(violation, root))
            continue;
        Rules::Found found{.node = violation.node,
                           .code = "IST0106",
                           .severity = Severity::Error,
                           .message = std::string(violation.code),
                           .args = violation.args};
        // A part of the file that aliases repeat is walked more than once; the same node stands together.
        const auto same = std::ranges::find_if(into.rbegin(), into.rend(), [&](const Rules::Found& other) {
            return other.node != found.node || other == found;
        });
        if (same == into.rend() || !(*same == found))
            into.push_back(std::move(found));
    }
}

/// A finding in YAML that stands in a string of the resource.
Finding nestedFinding(const mesh::Resource& resource, const source::NestedText& nested, NodeRef root,
                      const Rules::Found& found)
{
    Finding finding = findingAt(resource, nested.scalar().id(), found.code, found.severity, found.message, found.args);
    if (resource.sourceMap)
        return finding;
    const source::ByteRange range = shownAt({root.document(), found.node}).range();
    finding.where = nested.locate(range.begin);
    finding.where.path = resource.source.path;
    finding.range = nested.outerRange(range);
    return finding;
}

/// The part of the mesh config's table that is about proxies.
const KindSchema& proxySchema()
{
    static const KindSchema schema = [] {
        KindSchema part = *mesh::Schema::builtIn().find("mesh.istio.io", {}, "MeshConfig");
        part.root = part.root->field("defaultConfig")->value.object;
        return part;
    }();
    return schema;
}

/// The table and the rules for YAML in a string.
Validated nestedKind(const mesh::Resource& resource, const source::NestedText& nested)
{
    if (!mesh::isMeshConfigMap(resource.key))
        return {&proxySchema(), validation::checkProxyAnnotation};
    const bool isNetworks = Rules::fieldName(nested.scalar()) == "meshNetworks";
    return {mesh::Schema::builtIn().find("mesh.istio.io", {}, isNetworks ? "MeshNetworks" : "MeshConfig"),
            isNetworks ? validation::checkMeshNetworks : validation::checkMeshConfig};
}

void checkNested(const mesh::Resource& resource, const source::NestedText& nested, Report& report)
{
    const source::ParsedText& inner = *nested.inner();
    if (inner.kind != source::TextKind::Yaml || inner.documents.empty() || !inner.documents.front())
        return;
    const NodeRef root = inner.documents.front()->root();
    if (!root.isMapping())
        return;
    const Validated kind = nestedKind(resource, nested);
    const std::vector<SchemaViolation> structure =
        kind.schema != nullptr ? mesh::validate(*kind.schema, root) : std::vector<SchemaViolation>();
    std::vector<Rules::Found> all;
    addStructure(all, root, structure);
    Rules rules(resource, root, structure);
    kind.rules(rules);
    std::ranges::move(rules.take(), std::back_inserter(all));
    for (const Rules::Found& found : all)
        report.add(nestedFinding(resource, nested, root, found));
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    for (const source::NestedTextPtr& nested : resource.nestedTexts)
        checkNested(resource, *nested, report);
    const Validated* kind = validatedKind(resource.key);
    if (kind == nullptr)
        return;
    const std::string_view apiVersion = resource.apiVersion;
    if (!kind->schema->serves(apiVersion.substr(apiVersion.find('/') + 1)))
        return;
    const NodeRef root = resource.rootNode();
    const std::vector<SchemaViolation> structure = mesh::validate(*kind->schema, root);
    if (std::ranges::any_of(structure, isPatchDirective))
        return;
    std::vector<Rules::Found> all;
    addStructure(all, root, structure);
    if (kind->rules != nullptr) {
        Rules rules(resource, root, structure);
        checkMetadata(rules);
        kind->rules(rules);
        std::ranges::move(rules.take(), std::back_inserter(all));
    }
    for (const Rules::Found& found : all)
        report.add(findingOf(resource, found));
}

} // namespace

/// A resource against its schema table and against the rules that Istio has beyond it (Istio's analyzers
/// schema.ValidationAnalyzer.KIND); also mesh config, which any workload may
/// have a piece of in an annotation.
Check schemaValidation()
{
    return {{"schema-validation", {"*"}, {"IST0106", "IST0130", "IST0131", "IST0133"}}, check};
}

} // namespace meshdraft::checks
