// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/kustomizationfile.h"

#include "models/mesh/paths.h"
#include "models/source/parsedtext.h"

#include <algorithm>
#include <array>

namespace meshdraft::kustomize {

using source::NodeRef;

std::string foldedKey(std::string_view key)
{
    std::string folded;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (key.substr(i).starts_with("\u017F")) { // long s
            folded += 's';
            i += 1;
        } else if (key.substr(i).starts_with("\u212A")) { // Kelvin sign
            folded += 'k';
            i += 2;
        } else {
            const char c = key[i];
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return folded;
}

NodeRef fieldOf(NodeRef mapping, std::string_view key)
{
    NodeRef found;
    for (const NodeRef::Entry& entry : mapping.resolved().entries()) {
        if (foldedKey(entry.key.value()) == key)
            found = entry.value.resolved();
    }
    return found.isValid() ? found : mapping.resolved()[key].resolved();
}

NodeRef fieldOf(NodeRef mapping, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        mapping = fieldOf(mapping, key);
    return mapping;
}

std::vector<NodeRef> itemsOf(NodeRef list)
{
    std::vector<NodeRef> items;
    if (!list.resolved().isSequence())
        return items;
    for (const NodeRef item : list.resolved().items())
        items.push_back(item.resolved());
    return items;
}

namespace {

class Collector {
public:
    void add(Names names, NodeRef node)
    {
        if (node.resolved().isScalar() && !node.resolved().isNull())
            m_found.push_back({names, node.resolved()});
    }

    void addItems(Names names, NodeRef list)
    {
        for (const NodeRef item : itemsOf(list))
            add(names, item);
    }

    /// A field of every mapping in a list.
    void addFields(Names names, NodeRef list, std::string_view key)
    {
        for (const NodeRef item : itemsOf(list))
            add(names, fieldOf(item, key));
    }

    void addGenerators(NodeRef list)
    {
        for (const NodeRef generator : itemsOf(list)) {
            addItems(Names::KeyedFile, fieldOf(generator, "files"));
            addItems(Names::File, fieldOf(generator, "envs"));
            add(Names::File, fieldOf(generator, "env"));
        }
    }

    std::vector<NamedPath> take() { return std::move(m_found); }

private:
    std::vector<NamedPath> m_found;
};

} // namespace

std::vector<NamedPath> namedPaths(NodeRef kustomization)
{
    Collector found;
    found.addItems(Names::FileOrDirectory, fieldOf(kustomization, "resources"));
    found.addItems(Names::FileOrDirectory, fieldOf(kustomization, "bases"));
    found.addItems(Names::Directory, fieldOf(kustomization, "components"));
    found.addItems(Names::PatchOrFile, fieldOf(kustomization, "patchesstrategicmerge"));
    found.addFields(Names::File, fieldOf(kustomization, "patches"), "path");
    found.addFields(Names::File, fieldOf(kustomization, "patchesjson6902"), "path");
    found.addItems(Names::File, fieldOf(kustomization, "configurations"));
    found.addItems(Names::File, fieldOf(kustomization, "crds"));
    found.add(Names::File, fieldOf(kustomization, {"openapi", "path"}));
    found.addFields(Names::File, fieldOf(kustomization, "replacements"), "path");
    found.addGenerators(fieldOf(kustomization, "configmapgenerator"));
    found.addGenerators(fieldOf(kustomization, "secretgenerator"));
    for (const std::string_view key : {"generators", "transformers", "validators"})
        found.addItems(Names::PluginOrFile, fieldOf(kustomization, key));
    return found.take();
}

NodeRef helmField(NodeRef kustomization)
{
    for (const std::string_view key : {"helmcharts", "helmchartinflationgenerator", "helmglobals"}) {
        const NodeRef field = fieldOf(kustomization, key);
        if (field.isValid() && (field.isSequence() || field.isMapping()) && field.size() > 0)
            return field;
    }
    return {};
}

bool isInline(std::string_view text)
{
    if (!text.contains(':'))
        return false;
    const source::ParsedTextPtr parsed = source::parseText(std::string(text));
    return !parsed->documents.empty() && parsed->documents.front()->root()["kind"].isValid();
}

bool isRemote(std::string_view text)
{
    const std::string folded = foldedKey(text);
    if (folded.contains("://") || folded.contains("git::") || folded.contains("_git/") || folded.contains("?ref="))
        return true;
    const std::string_view first = std::string_view(folded).substr(0, folded.find('/'));
    return first.contains(':') || first.contains('@') || first == "github.com";
}

std::string_view pathOfPair(std::string_view text)
{
    const auto equals = text.find('=');
    return equals == std::string_view::npos ? text : text.substr(equals + 1);
}

bool isKustomizationFile(std::string_view path)
{
    static constexpr auto names =
        std::to_array<std::string_view>({"kustomization.yaml", "kustomization.yml", "Kustomization"});
    return std::ranges::contains(names, mesh::fileName(path));
}

} // namespace meshdraft::kustomize
