// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/results.h"

#include "tests/mesh/meshtexts.h"

#include <QByteArrayList>
#include <QtTest/QTest>

#include <algorithm>
#include <string_view>

namespace meshdraft::test {

/// "CODE severity sentence(args) Kind/name field".
inline std::string describe(const checks::Finding& finding)
{
    std::string line =
        finding.code + " " + std::string(checks::severityName(finding.severity)) + " " + finding.message + "(";
    for (const std::string& arg : finding.args)
        line += (line.ends_with('(') ? "" : "; ") + arg;
    return line + ") " + finding.element.key.kind + "/" + finding.element.key.name + " " + finding.element.field.text();
}

/// What one check says of files, sorted, each with its place if wanted: "path:line".
inline QByteArrayList saidBy(std::string_view id, const mesh::FileSet& files, bool withPlaces)
{
    mesh::Environment environment;
    environment.name = ".";
    environment.defaultNamespace = "default";
    std::vector<std::string> paths;
    for (const mesh::SourceFile& file : files.files)
        paths.push_back(file.path);
    environment.files = paths;
    const mesh::MeshGraphPtr graph = mesh::buildGraph(files, environment);
    const auto& all = checks::allChecks();
    const auto check =
        std::ranges::find(all, id, [](const checks::Check& each) { return std::string_view(each.info.id); });
    if (check == all.end())
        return {"no such check"};
    const checks::CheckResults results({*graph, files, environment.files}, {&*check, 1});
    QByteArrayList said;
    for (const checks::Finding& finding : results.findings()) {
        if (!std::ranges::contains(check->info.codes, finding.code)
            || !std::ranges::contains(check->info.kinds, finding.element.key.kind))
            said << "not declared:";
        const std::string place = finding.where.path + ":" + std::to_string(finding.where.line) + " ";
        said << QByteArray::fromStdString((withPlaces ? place : std::string()) + describe(finding));
    }
    std::ranges::sort(said);
    return said;
}

/// What one check says of a text, sorted; `withLine`: "LINE CODE ...".
inline QByteArrayList saidBy(std::string_view id, const std::string& text, bool withLine = false)
{
    const QByteArray path("a.yaml:");
    QByteArrayList said = saidBy(id, fileSet({{"a.yaml", text}}), withLine);
    for (QByteArray& line : said) {
        if (line.startsWith(path))
            line.remove(0, path.size());
    }
    return said;
}

/// A row "CHECK: WHAT" of a table of checks with what each says of a text.
inline void addRow(const char* check, const char* what, const std::string& text, const QByteArrayList& expected = {})
{
    QTest::addRow("%s: %s", check, what) << QByteArray(check) << QByteArray::fromStdString(text) << expected;
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
