// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/results.h"

#include "tests/mesh/meshtexts.h"

#include <QByteArrayList>

#include <algorithm>
#include <string_view>

namespace meshdraft::test {

/// What one check says of a text, sorted: "CODE severity sentence(args) Kind/name field"; `withLine`: "LINE CODE ...".
inline QByteArrayList saidBy(std::string_view id, const std::string& text, bool withLine = false)
{
    const mesh::FileSet files = fileSet({{"a.yaml", text}});
    const mesh::MeshGraphPtr graph = graphOf(text);
    const mesh::SharedVector<std::string> paths{"a.yaml"};
    const auto& all = checks::allChecks();
    const auto check =
        std::ranges::find(all, id, [](const checks::Check& each) { return std::string_view(each.info.id); });
    if (check == all.end())
        return {"no such check"};
    const checks::CheckResults results({*graph, files, paths}, {&*check, 1});
    QByteArrayList said;
    for (const checks::Finding& finding : results.findings()) {
        if (!std::ranges::contains(check->info.codes, finding.code)
            || !std::ranges::contains(check->info.kinds, finding.element.key.kind))
            said << "not declared:";
        std::string line = (withLine ? std::to_string(finding.where.line) + " " : std::string()) + finding.code + " "
            + std::string(checks::severityName(finding.severity)) + " " + finding.message + "(";
        for (const std::string& arg : finding.args)
            line += (line.ends_with('(') ? "" : "; ") + arg;
        line += ") " + finding.element.key.kind + "/" + finding.element.key.name + " " + finding.element.field.text();
        said << QByteArray::fromStdString(line);
    }
    std::ranges::sort(said);
    return said;
}

/// An object as YAML: its head on one line, then what follows the metadata.
inline std::string object(const std::string& api, const std::string& kind, const std::string& name,
                          const std::string& rest, const std::string& ns = "shop")
{
    return "---\napiVersion: " + api + "\nkind: " + kind + "\nmetadata: {name: " + name
        + (ns.empty() ? "" : ", namespace: " + ns) + "}\n" + rest + "\n";
}

inline std::string istio(const std::string& kind, const std::string& name, const std::string& spec,
                         const std::string& ns = "shop")
{
    return object("networking.istio.io/v1", kind, name, "spec: " + spec, ns);
}

inline std::string security(const std::string& kind, const std::string& name, const std::string& spec,
                            const std::string& ns = "shop")
{
    return object("security.istio.io/v1", kind, name, "spec: " + spec, ns);
}

/// A Deployment whose pods have these labels; `more` goes into the spec of its pods.
inline std::string deployment(const std::string& name, const std::string& labels, const std::string& ns = "shop",
                              const std::string& more = "containers: []")
{
    return object("apps/v1", "Deployment", name,
                  "spec: {template: {metadata: {labels: {" + labels + "}}, spec: {" + more + "}}}", ns);
}

inline std::string namespaceObject(const std::string& name, const std::string& labels = {})
{
    return "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + ", labels: {" + labels + "}}\n";
}

/// The ConfigMap with the mesh config; each line of `mesh` on its own.
inline std::string meshConfig(const std::string& line)
{
    return object("v1", "ConfigMap", "istio", "data:\n  mesh: |\n    " + line, "istio-system");
}

} // namespace meshdraft::test
