// SPDX-License-Identifier: Apache-2.0
#include "tests/changes/randommesh.h"

#include <algorithm>

namespace meshdraft::test {

namespace {

constexpr int mostDocuments = 5;

std::string head(const std::string& api, const std::string& kind, const std::string& name, const std::string& ns,
                 const std::string& more = {})
{
    return "apiVersion: " + api + "\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: " + ns + more
        + "}\n";
}

} // namespace

RandomMesh::RandomMesh(quint32 seed)
    : m_random(seed)
    , m_files(fileCount)
{
    for (int i = 0; i < 4 * fileCount; ++i)
        change();
}

std::string RandomMesh::pathOf(int file)
{
    return "d" + std::to_string(file % 2) + "/f" + std::to_string(file) + ".yaml";
}

std::string RandomMesh::textOf(int file) const
{
    std::string text;
    for (const std::string& document : m_files[static_cast<std::size_t>(file)])
        text += "---\n" + document;
    return text;
}

int RandomMesh::change()
{
    const int file = m_random.bounded(fileCount);
    std::vector<std::string>& documents = m_files[static_cast<std::size_t>(file)];
    const auto place = [&] { return m_random.bounded(static_cast<int>(documents.size())); };
    const int what = m_random.bounded(10);
    if (documents.empty() || (what < 3 && documents.size() < mostDocuments)) {
        documents.insert(documents.begin() + m_random.bounded(static_cast<int>(documents.size()) + 1), document());
    } else if (what < 5) {
        documents.erase(documents.begin() + place());
    } else if (what < 6) {
        std::swap(documents[static_cast<std::size_t>(place())], documents[static_cast<std::size_t>(place())]);
    } else if (what < 8) {
        tweak(documents[static_cast<std::size_t>(place())]);
    } else if (what < 9 && m_random.bounded(4) == 0) {
        documents.clear();
    } else {
        documents[static_cast<std::size_t>(place())] = document();
    }
    return file;
}

/// Another word, or a comment, in a document that stays.
void RandomMesh::tweak(std::string& document)
{
    const std::string from =
        pick({"80", "90", ": s", ": t", "app: a", "app: b", "exportTo: n", "[m]", "host: a", "STRICT"});
    const std::string to =
        pick({"80", "90", ": s", ": t", "app: a", "app: b", "exportTo: \".\"", "[n]", "host: b", "UNSET"});
    const auto place = document.find(from);
    if (place == std::string::npos)
        document.insert(0, "# note\n");
    else if (from.substr(0, 2) == to.substr(0, 2) || from.size() == 2)
        document.replace(place, from.size(), to);
}

std::string RandomMesh::pick(std::initializer_list<const char*> words)
{
    return words.begin()[m_random.bounded(static_cast<int>(words.size()))];
}

std::string RandomMesh::host()
{
    return pick({"a", "b", "a.n.svc.cluster.local", "b.m.svc.cluster.local", "a.n", "b.m.svc", "api.example.com",
                 "x.example.org", "\"${HOST}\"", "*.example.org"});
}

std::string RandomMesh::exportTo()
{
    return pick({"", "", ", exportTo: [\".\"]", ", exportTo: [m]", ", exportTo: [\"*\", n]"});
}

std::string RandomMesh::virtualService()
{
    std::string text = head("networking.istio.io/v1", "VirtualService", pick({"v", "w"}), pick({"n", "m"}));
    text += "spec:\n  hosts: [" + host() + "]\n  gateways: [" + pick({"mesh", "g", "n/g", "o/g"}) + "]\n"
        + pick({"", "  exportTo: [m]\n"}) + "  http:\n";
    for (int i = m_random.bounded(1, 3); i > 0; --i) {
        if (m_random.bounded(5) == 0) {
            text += "  - delegate: {name: " + pick({"v", "w"}) + ", namespace: " + pick({"n", "m", "o"}) + "}\n";
            continue;
        }
        text += "  - route:\n    - destination: {host: " + host() + pick({"", ", subset: s", ", subset: t"})
            + pick({"", ", port: {number: 80}", ", port: {number: 90}"}) + "}\n"
            + pick({"", "    mirror: {host: a, subset: s}\n"});
    }
    return text;
}

std::string RandomMesh::other(int kind)
{
    const std::string ns = pick({"n", "m"});
    switch (kind) {
    case 0:
        return head("v1", "Service", pick({"a", "b"}), ns,
                    pick({"", ", annotations: {networking.istio.io/exportTo: \".\"}",
                          ", annotations: {networking.istio.io/exportTo: n}"}))
            + "spec: {selector: {app: " + pick({"a", "b"}) + pick({"", ", version: s"})
            + "}, ports: [{port: " + pick({"80", "90"}) + "}]}\n";
    case 1:
        return head("networking.istio.io/v1", "DestinationRule", pick({"r", "q"}), pick({"n", "m", "istio-system"}))
            + "spec: {host: " + pick({"a", "b", "\"*.example.org\"", "\"*.n.svc.cluster.local\"", "\"*\""})
            + ", subsets: [{name: " + pick({"s", "t"}) + ", labels: {version: " + pick({"s", "t"}) + "}}]" + exportTo()
            + "}\n";
    case 2:
        return head("networking.istio.io/v1", "ServiceEntry", pick({"e", "f"}), ns) + "spec: {hosts: ["
            + pick({"api.example.com", "\"*.example.org\"", "a", "\"*\""}) + "], ports: [{number: " + pick({"80", "90"})
            + ", name: http}], workloadSelector: {labels: {app: " + pick({"a", "b"}) + "}}" + exportTo() + "}\n";
    case 3:
        return head("networking.istio.io/v1", "Gateway", "g", pick({"n", "o"}))
            + "spec: {selector: {app: " + pick({"a", "gw"}) + "}}\n";
    case 4:
        return head("security.istio.io/v1", "PeerAuthentication", pick({"p", "q"}), pick({"n", "istio-system"}))
            + "spec: {" + pick({"", "selector: {matchLabels: {app: a}}, "})
            + "mtls: {mode: " + pick({"STRICT", "DISABLE", "UNSET"}) + "}}\n";
    default:
        return head("apps/v1", "Deployment", pick({"a", "b", "c"}), ns) + "spec: {template: {metadata: {labels: {app: "
            + pick({"a", "b", "gw"}) + ", version: " + pick({"s", "t"}) + "}}}}\n";
    }
}

std::string RandomMesh::document()
{
    if (m_random.bounded(40) == 0)
        return pick({"a: 1\na: 2\n", "{\n", "note: no resource\n"});
    const int kind = m_random.bounded(10);
    return kind < 3 ? virtualService() : other(kind - 4);
}

} // namespace meshdraft::test
