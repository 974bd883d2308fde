// SPDX-License-Identifier: Apache-2.0
// Short YAML of the kinds that effective values are made of, and how elements are printed.
#pragma once

#include "models/mesh/effective/meshview.h"
#include "tests/mesh/meshtexts.h"

#include <string>
#include <vector>

namespace meshdraft::test {

/// A document of a kind: `rest` stands below its metadata, flow style.
inline std::string document(const std::string& apiVersion, const std::string& kind, const std::string& ns,
                            const std::string& name, const std::string& metadata, const std::string& spec)
{
    std::string text = "---\napiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: " + name;
    if (!ns.empty())
        text += ", namespace: " + ns;
    if (!metadata.empty())
        text += ", " + metadata;
    text += "}\n";
    return spec.empty() ? text : text + "spec: {" + spec + "}\n";
}

/// A Service on port 80 that is exported to `to` (empty: no annotation).
inline std::string exportedService(const std::string& ns, const std::string& name, const std::string& to = {},
                                   const std::string& spec = "ports: [{port: 80, name: http}]")
{
    return document("v1", "Service", ns, name,
                    to.empty() ? "" : "annotations: {networking.istio.io/exportTo: \"" + to + "\"}", spec);
}

inline std::string serviceEntry(const std::string& ns, const std::string& name, const std::string& spec)
{
    return document("networking.istio.io/v1", "ServiceEntry", ns, name, {}, spec);
}

inline std::string sidecar(const std::string& ns, const std::string& name, const std::string& spec)
{
    return document("networking.istio.io/v1", "Sidecar", ns, name, {}, spec);
}

inline std::string destinationRule(const std::string& ns, const std::string& name, const std::string& spec)
{
    return document("networking.istio.io/v1", "DestinationRule", ns, name, {}, spec);
}

inline std::string peerAuthentication(const std::string& ns, const std::string& name, const std::string& spec)
{
    return document("security.istio.io/v1", "PeerAuthentication", ns, name, {}, spec);
}

/// A Namespace with labels, in flow style without braces.
inline std::string namespaceObject(const std::string& name, const std::string& labels = {})
{
    return document("v1", "Namespace", {}, name, labels.empty() ? "" : "labels: {" + labels + "}", {});
}

/// A Deployment with the label `app: NAME` on its pods; `labels`, `annotations` and `podSpec` are added there.
inline std::string deployment(const std::string& ns, const std::string& name, const std::string& labels = {},
                              const std::string& annotations = {}, const std::string& podSpec = {})
{
    return document("apps/v1", "Deployment", ns, name, {},
                    "template: {metadata: {labels: {app: " + name + (labels.empty() ? "" : ", " + labels)
                        + "}, annotations: {" + annotations + "}}, spec: {" + podSpec + "}}");
}

/// The mesh config of the root namespace, as YAML lines.
inline std::string meshConfig(const std::string& lines)
{
    std::string text = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\n"
                       "data:\n  mesh: |\n";
    std::string_view rest = lines;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        text.append("    ").append(rest.substr(0, end)).append("\n");
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return text;
}

/// "Kind/namespace/name", and " field" where an element is a field.
inline std::string printed(const mesh::ElementRef& element)
{
    if (element.isNull())
        return "default";
    std::string text = element.key.kind + "/" + element.key.ns + "/" + element.key.name;
    return element.field.isEmpty() ? text : text + " " + element.field.text();
}

inline std::string printed(const std::vector<mesh::ElementRef>& elements)
{
    std::string text;
    for (const mesh::ElementRef& element : elements)
        text += (text.empty() ? "" : ", ") + printed(element);
    return text;
}

} // namespace meshdraft::test
