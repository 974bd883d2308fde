// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/reading.h"

#include "models/kustomize/jsonpatch.h"
#include "models/kustomize/kustomizationfile.h"
#include "models/kustomize/replacements.h"
#include "models/kustomize/strategicmerge.h"
#include "models/mesh/identity.h"
#include "models/mesh/kinds.h"
#include "models/mesh/paths.h"

#include <algorithm>
#include <array>
#include <map>

namespace meshdraft::kustomize {

using source::NodeRef;

/// Reads a closure, directory by directory. A component works on what the one that lists it has gathered so far.
class Reader {
public:
    Reader(const KustomizeClosure& closure, Reading& reading)
        : m_closure(closure)
        , m_reading(reading)
    {
    }

    void read() { accumulate(m_closure.root, m_reading.m_resources, 0); }

private:
    /// A kustomization file while it is read.
    struct Kustomization {
        std::string directory;
        NodeRef root;
        std::uint32_t text = 0;
        std::uint32_t document = 0;
    };

    std::uint32_t textOf(const std::string& path);
    std::optional<std::uint32_t> inlineText(const Kustomization& in, NodeRef scalar);
    std::optional<std::uint32_t> namedText(const Kustomization& in, NodeRef name);
    Origin step(const Kustomization& in, const std::string& what, NodeRef node, NodeRef sets = {});
    static Origin originOf(const Kustomization& in, NodeRef node)
    {
        return {Origin::Kind::Source, in.text, in.document, node.id()};
    }

    void accumulate(const std::string& directory, Resources& resources, int depth);
    void addResources(const Kustomization& in, Resources& resources, int depth);
    void addFile(std::uint32_t text, Resources& resources);
    void generate(const Kustomization& in, Resources& resources, std::string_view field, const char* kind);
    void applyStrategicList(const Kustomization& in, Resources& resources);
    void applyPatches(const Kustomization& in, Resources& resources, std::string_view field);
    void applyPatchText(const Kustomization& in, Resources& resources, std::uint32_t text, NodeRef target);
    void applyToOwnTarget(const Kustomization& in, Resources& resources, const Value& patch);
    void applyStrategic(const Kustomization& in, ReadResource& resource, const Value& patch, bool forOneOnly);
    void transform(const Kustomization& in, Resources& resources);
    void transformLast(const Kustomization& in, Resources& resources);

    static constexpr int deepest = 64;
    static constexpr std::size_t mostResources = 200'000;

    const KustomizeClosure& m_closure;
    Reading& m_reading;
    ValueBuilder m_builder;
    std::map<std::string, std::uint32_t, std::less<>> m_textOfPath;
};

std::uint32_t Reader::textOf(const std::string& path)
{
    const auto known = m_textOfPath.find(path);
    if (known != m_textOfPath.end())
        return known->second;
    const ClosureFile& file = m_closure.files.at(path);
    source::ParsedTextPtr text = file.text != nullptr ? file.text : source::parseText(*file.bytes);
    const auto index = static_cast<std::uint32_t>(m_reading.m_texts.size());
    m_reading.m_texts.push_back({path, std::move(text), std::nullopt});
    m_textOfPath.emplace(path, index);
    return index;
}

/// The text within a scalar of the kustomization.
std::optional<std::uint32_t> Reader::inlineText(const Kustomization& in, NodeRef scalar)
{
    if (!scalar.isScalar())
        return std::nullopt;
    const ReadText& outer = m_reading.m_texts[in.text];
    ReadText inner{outer.path, source::parseText(std::string(scalar.value())),
                   ReadText::Outer{in.text, in.document, scalar.id()}};
    m_reading.m_texts.push_back(std::move(inner));
    return static_cast<std::uint32_t>(m_reading.m_texts.size() - 1);
}

/// The file that a scalar of the kustomization names.
std::optional<std::uint32_t> Reader::namedText(const Kustomization& in, NodeRef name)
{
    const std::string path = mesh::joinPath(in.directory, name.value());
    if (!name.isScalar() || !m_closure.files.contains(path))
        return std::nullopt;
    return textOf(path);
}

Origin Reader::step(const Kustomization& in, const std::string& what, NodeRef node, NodeRef sets)
{
    const ReadText& text = m_reading.m_texts[in.text];
    ReadStep made{what, text.text->locate(node.range().begin), {}};
    made.where.path = text.path;
    if (sets.isScalar())
        made.sets.emplace_back(std::string(), sets.value());
    for (const NodeRef::Entry& entry : sets.entries())
        made.sets.emplace_back(entry.key.value(), entry.value.value());
    m_reading.m_steps.push_back(std::move(made));
    return {Origin::Kind::Step, static_cast<std::uint32_t>(m_reading.m_steps.size() - 1), 0, source::noNode};
}

void Reader::accumulate(const std::string& directory, Resources& resources, int depth)
{
    const auto file = m_closure.kustomizations.find(directory);
    if (file == m_closure.kustomizations.end() || depth > deepest || m_builder.isExhausted())
        return;
    Kustomization in{directory, {}, textOf(file->second), 0};
    const source::ParsedTextPtr text = m_reading.m_texts[in.text].text;
    if (text->documents.empty())
        return;
    in.root = text->documents.front()->root().resolved();
    in.document = text->documents.front()->index;
    addResources(in, resources, depth);
    generate(in, resources, "configmapgenerator", "ConfigMap");
    generate(in, resources, "secretgenerator", "Secret");
    for (const NodeRef component : itemsOf(fieldOf(in.root, "components")))
        accumulate(mesh::joinPath(directory, component.value()), resources, depth + 1);
    applyStrategicList(in, resources);
    applyPatches(in, resources, "patches");
    transform(in, resources);
    applyPatches(in, resources, "patchesjson6902");
    transformLast(in, resources);
}

void Reader::addResources(const Kustomization& in, Resources& resources, int depth)
{
    for (const std::string_view field : {"resources", "bases"}) {
        for (const NodeRef entry : itemsOf(fieldOf(in.root, field))) {
            if (const auto text = namedText(in, entry)) {
                addFile(*text, resources);
                continue;
            }
            Resources inner;
            accumulate(mesh::joinPath(in.directory, entry.value()), inner, depth + 1);
            if (resources.size() + inner.size() < mostResources)
                std::ranges::move(inner, std::back_inserter(resources));
        }
    }
}

namespace {

std::string versionOf(std::string_view apiVersion)
{
    return std::string(apiVersion.substr(apiVersion.rfind('/') + 1));
}

} // namespace

void Reader::addFile(std::uint32_t text, Resources& resources)
{
    const source::ParsedTextPtr parsed = m_reading.m_texts[text].text;
    for (const mesh::Identity& identity : mesh::identitiesIn(*parsed, {})) {
        ReadResource resource;
        resource.group = identity.group;
        resource.version = versionOf(identity.apiVersion);
        resource.kind = identity.kind;
        resource.name = {identity.name, std::string(identity.root["metadata"]["namespace"].value())};
        resource.names = {resource.name};
        resource.root = m_builder.build(identity.root, text, identity.document);
        resources.push_back(std::move(resource));
    }
}

namespace {

bool isSameNamespace(std::string_view a, std::string_view b)
{
    return (a.empty() ? "default" : a) == (b.empty() ? "default" : b);
}

} // namespace

void Reader::generate(const Kustomization& in, Resources& resources, std::string_view field, const char* kind)
{
    for (const NodeRef entry : itemsOf(fieldOf(in.root, field))) {
        const Origin made = step(in, field == "secretgenerator" ? "secretGenerator" : "configMapGenerator", entry);
        const ResourceName name{std::string(fieldOf(entry, "name").value()),
                                std::string(fieldOf(entry, "namespace").value())};
        const std::string_view behavior = fieldOf(entry, "behavior").value();
        if (behavior == "merge" || behavior == "replace") {
            for (ReadResource& resource : resources) {
                if (resource.kind == kind && std::ranges::contains(resource.names, name.name, &ResourceName::name))
                    resource.generatedBy = made;
            }
            continue;
        }
        ReadResource resource;
        resource.version = "v1";
        resource.kind = kind;
        resource.name = name;
        resource.names = {name};
        resource.generatedBy = made;
        resources.push_back(std::move(resource));
    }
}

void Reader::applyStrategicList(const Kustomization& in, Resources& resources)
{
    for (const NodeRef entry : itemsOf(fieldOf(in.root, "patchesstrategicmerge"))) {
        const auto text = isInline(entry.value()) ? inlineText(in, entry) : namedText(in, entry);
        if (text)
            applyPatchText(in, resources, *text, {});
    }
}

void Reader::applyPatches(const Kustomization& in, Resources& resources, std::string_view field)
{
    for (const NodeRef entry : itemsOf(fieldOf(in.root, field))) {
        const NodeRef path = fieldOf(entry, "path");
        const bool isFile = path.isScalar() && !path.value().empty();
        const auto text = isFile ? namedText(in, path) : inlineText(in, fieldOf(entry, "patch"));
        if (text)
            applyPatchText(in, resources, *text, fieldOf(entry, "target"));
    }
}

/// `target` is invalid for patches that say themselves what they are for.
void Reader::applyPatchText(const Kustomization& in, Resources& resources, std::uint32_t text, NodeRef target)
{
    const source::ParsedTextPtr parsed = m_reading.m_texts[text].text;
    const bool hasTarget = target.isMapping() && target.size() > 0;
    const Selector selector = Selector::of(target);
    for (const auto& document : parsed->documents) {
        const Value patch = m_builder.build(document->root(), text, document->index);
        if (!hasTarget) {
            applyToOwnTarget(in, resources, patch);
            continue;
        }
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < resources.size(); ++i) {
            if (selector.matches(resources[i]))
                chosen.push_back(i);
        }
        for (const std::size_t i : chosen) {
            if (!patch.isSequence()) {
                applyStrategic(in, resources[i], patch, chosen.size() == 1);
            } else if (!applyJsonPatch(resources[i].root, patch)) {
                resources[i].isUnsure = true;
            }
        }
    }
    std::erase_if(resources, [](const ReadResource& resource) { return resource.kind.empty(); });
}

void Reader::applyToOwnTarget(const Kustomization& in, Resources& resources, const Value& patch)
{
    const std::string_view apiVersion = patch.text({"apiVersion"});
    const std::string_view ns = patch.text({"metadata", "namespace"});
    const std::string_view name = patch.text({"metadata", "name"});
    for (ReadResource& resource : resources) {
        const bool isMeant = resource.kind == patch.text({"kind"}) && resource.group == mesh::groupOf(apiVersion)
            && resource.version == versionOf(apiVersion)
            && std::ranges::any_of(resource.names, [&](const ResourceName& known) {
                                 return known.name == name && isSameNamespace(known.ns, ns);
                             });
        if (!isMeant)
            continue;
        applyStrategic(in, resource, patch, true);
        break;
    }
    std::erase_if(resources, [](const ReadResource& resource) { return resource.kind.empty(); });
}

/// A resource that is deleted loses its kind.
void Reader::applyStrategic(const Kustomization& in, ReadResource& resource, const Value& patch, bool forOneOnly)
{
    // Kinds that Kustomize has a schema for are those of Kubernetes: their groups have no dot or end in k8s.io; the
    // Gateway API does, too, but is not among them.
    const std::string& group = resource.group;
    const bool hasSchema = !group.contains('.') || (group.ends_with(".k8s.io") && group != "gateway.networking.k8s.io");
    // Who a resource is stays, whatever the patch calls it.
    Value body = patch;
    body.remove("apiVersion");
    body.remove("kind");
    if (Value* metadata = body.find("metadata"); metadata != nullptr) {
        metadata->remove("name");
        metadata->remove("namespace");
        if (metadata->entries.empty())
            body.remove("metadata");
    }
    switch (mergeStrategic(resource.root, body, hasSchema)) {
    case Merged::Deleted:
        resource.kind.clear();
        return;
    case Merged::Unsure:
        resource.isUnsure = true;
        break;
    case Merged::Done:
        break;
    }
    resource.patches.push_back({in.directory, patch.origin, forOneOnly});
}

void Reader::transform(const Kustomization& in, Resources& resources)
{
    if (const NodeRef ns = fieldOf(in.root, "namespace"); ns.isScalar() && !ns.value().empty())
        setNamespace(resources, ns.value(), step(in, "namespace", ns, ns));
    if (const NodeRef prefix = fieldOf(in.root, "nameprefix"); prefix.isScalar() && !prefix.value().empty())
        addToNames(resources, prefix.value(), {}, step(in, "namePrefix", prefix));
    if (const NodeRef suffix = fieldOf(in.root, "namesuffix"); suffix.isScalar() && !suffix.value().empty())
        addToNames(resources, {}, suffix.value(), step(in, "nameSuffix", suffix));
    for (const NodeRef entry : itemsOf(fieldOf(in.root, "labels"))) {
        const NodeRef pairs = fieldOf(entry, "pairs");
        const auto isTrue = [&](std::string_view key) { return fieldOf(entry, key).toBool().value_or(false); };
        const bool everywhere =
            isTrue("includeselectors") || isTrue("includetemplates") || fieldOf(entry, "fields").isSequence();
        setLabels(resources, pairs, everywhere, step(in, "labels", entry, pairs));
    }
    if (const NodeRef pairs = fieldOf(in.root, "commonlabels"); pairs.isMapping())
        setLabels(resources, pairs, true, step(in, "commonLabels", pairs, pairs));
    if (const NodeRef pairs = fieldOf(in.root, "commonannotations"); pairs.isMapping())
        setAnnotations(resources, pairs, step(in, "commonAnnotations", pairs, pairs));
}

void Reader::transformLast(const Kustomization& in, Resources& resources)
{
    for (const NodeRef entry : itemsOf(fieldOf(in.root, "replicas"))) {
        if (const NodeRef count = fieldOf(entry, "count"); count.isScalar())
            setReplicas(resources, entry, originOf(in, count));
    }
    for (const NodeRef entry : itemsOf(fieldOf(in.root, "images")))
        setImage(resources, entry, step(in, "images", entry));
    for (const NodeRef entry : itemsOf(fieldOf(in.root, "replacements"))) {
        const NodeRef path = fieldOf(entry, "path");
        const Origin made = step(in, "replacements", entry);
        if (!path.isScalar()) {
            markReplacement(resources, entry, made);
        } else if (const auto text = namedText(in, path)) {
            for (const auto& document : m_reading.m_texts[*text].text->documents) {
                markReplacement(resources, document->root().resolved(), made);
                for (const NodeRef item : itemsOf(document->root()))
                    markReplacement(resources, item, made);
            }
        }
    }
    // What these make is seen in the render only; they are named where a value is not what we read.
    for (const auto& [field, what] : {std::pair("vars", "vars"), std::pair("transformers", "transformers"),
                                      std::pair("generators", "generators")}) {
        for (const NodeRef entry : itemsOf(fieldOf(in.root, field)))
            step(in, what, entry);
    }
}

std::shared_ptr<const Reading> Reading::of(const KustomizeClosure& closure)
{
    const auto reading = std::make_shared<Reading>();
    Reader(closure, *reading).read();
    return reading;
}

Reading::Matcher::Matcher(const Reading& reading)
    : m_reading(reading)
    , m_taken(reading.m_resources.size(), false)
{
}

std::uint32_t Reading::Matcher::match(const mesh::ResourceKey& key)
{
    // Kustomize puts a hash of ten characters behind the name of what it generates.
    constexpr std::size_t hashLength = 11;
    const auto isIt = [&](const ReadResource& resource) {
        if (resource.kind != key.kind || resource.group != key.group
            || (!key.ns.empty() && !isSameNamespace(resource.name.ns, key.ns)))
            return false;
        const bool isHashed = resource.generatedBy.kind != Origin::Kind::None
            && key.name.size() == resource.name.name.size() + hashLength
            && key.name.starts_with(resource.name.name + '-');
        return key.name == resource.name.name || isHashed;
    };
    for (std::uint32_t i = 0; i < m_taken.size(); ++i) {
        if (!m_taken[i] && isIt(m_reading.m_resources[i])) {
            m_taken[i] = true;
            return i + 1;
        }
    }
    return 0;
}

} // namespace meshdraft::kustomize
