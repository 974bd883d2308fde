// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/identity.h"

#include "models/mesh/kinds.h"
#include "models/mesh/yamlreader.h"

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

constexpr int deepestList = 8;
constexpr std::string_view kustomizeGroup = "kustomize.config.k8s.io";

class IdentityReader {
public:
    IdentityReader(const source::Document& document, std::string_view defaultNamespace, std::vector<Identity>& found)
        : m_yaml(document)
        , m_document(document.index)
        , m_defaultNamespace(defaultNamespace)
        , m_found(found)
    {
    }

    void read(NodeRef root, int depth = 0)
    {
        const Field<std::string> kind = m_yaml.string(root, "kind");
        // "List", and typed lists as kubectl prints them ("VirtualServiceList")
        if (kind.value.ends_with("List") && m_yaml.get(root, "items").resolved().isSequence()) {
            if (depth < deepestList) {
                for (const NodeRef item : m_yaml.items(m_yaml.get(root, "items")))
                    read(item, depth + 1);
            }
            return;
        }
        const std::uint32_t item = depth == 0 ? 0 : m_item++;
        const NodeRef metadata = m_yaml.get(root, "metadata");
        const Field<std::string> name = m_yaml.string(metadata, "name");
        if (name.value.empty() || kind.value.empty())
            return;
        Identity identity;
        identity.root = root.resolved();
        identity.apiVersion = m_yaml.string(root, "apiVersion").value;
        identity.group = groupOf(identity.apiVersion);
        if (identity.group == kustomizeGroup)
            return;
        identity.kind = kind.value;
        identity.name = name.value;
        identity.document = m_document;
        identity.item = item;
        if (kindInfo(identity.group, identity.kind).isNamespaced) {
            const Field<std::string> ns = m_yaml.string(metadata, "namespace");
            identity.namespaceIsWritten = !ns.value.empty();
            identity.ns = identity.namespaceIsWritten ? ns.value : std::string(m_defaultNamespace);
        }
        m_found.push_back(std::move(identity));
    }

private:
    YamlReader m_yaml;
    std::uint32_t m_document;
    std::uint32_t m_item = 0;
    std::string_view m_defaultNamespace;
    std::vector<Identity>& m_found;
};

} // namespace

std::string Identity::key() const
{
    std::string text = group;
    for (const std::string* part : {&kind, &ns, &name})
        text.append(1, '\n').append(*part);
    return text;
}

std::vector<Identity> identitiesIn(const source::ParsedText& text, std::string_view defaultNamespace)
{
    std::vector<Identity> found;
    for (const auto& document : text.documents) {
        if (document != nullptr && document->root().isValid())
            IdentityReader(*document, defaultNamespace, found).read(document->root());
    }
    return found;
}

} // namespace meshdraft::mesh
