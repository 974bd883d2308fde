// SPDX-License-Identifier: Apache-2.0
#include "models/changes/riskpolicy.h"
#include "models/checks/results.h"
#include "models/mesh/environment.h"
#include "tests/changes/randommesh.h"

#include <QtTest/QTest>

using namespace meshdraft;
using mesh::MeshGraph;
using mesh::MeshGraphPtr;
using mesh::ResourceIndex;
using test::RandomMesh;

namespace {

/// What a graph answers, without the numbers of its resources: each is named by its place in the files.
class Dump {
public:
    explicit Dump(const MeshGraph& graph)
        : m_graph(graph)
        , m_places(graph.slotCount())
    {
        std::size_t place = 0;
        for (const ResourceIndex index : graph.order())
            m_places[index] = std::to_string(place++);
        for (const ResourceIndex index : graph.order())
            addResource(index);
        for (const std::string& ns : graph.namespaces())
            addNamespace(ns);
        for (const char* kind : {"VirtualService", "Service", "DestinationRule", "Deployment", "Gateway"})
            add(kind, graph.ofKind(kind));
    }

    const std::string& text() const { return m_text; }

private:
    std::string place(ResourceIndex index) const { return index == mesh::noResource ? "-" : m_places[index]; }

    void add(const std::string& title, std::span<const ResourceIndex> resources)
    {
        m_text += title + ":";
        for (const ResourceIndex index : resources)
            m_text += " " + place(index);
        m_text += "\n";
    }

    void addReference(const mesh::Reference& reference)
    {
        m_text += "  " + std::to_string(static_cast<int>(reference.type)) + " " + place(reference.from) + " "
            + reference.target + "|" + reference.subset + " " + place(reference.to) + " "
            + std::to_string(static_cast<int>(reference.resolution)) + " "
            + std::to_string(static_cast<int>(reference.subsetResolution)) + " " + std::to_string(reference.node) + " "
            + std::to_string(reference.subsetNode) + "\n";
    }

    void addResource(ResourceIndex index)
    {
        const mesh::Resource& resource = m_graph.at(index);
        m_text += resource.source.path + " " + std::to_string(resource.source.document) + " " + resource.key.kind + " "
            + resource.key.ns + "/" + resource.key.name + " " + std::to_string(resource.locate().line) + " mtls "
            + std::to_string(static_cast<int>(m_graph.mtlsOfWorkload(index))) + "\n";
        for (const mesh::Reference& reference : m_graph.referencesFrom(index))
            addReference(reference);
        m_text += " to\n";
        for (const mesh::Reference* reference : m_graph.referencesTo(index))
            addReference(*reference);
        add(" same", m_graph.find(resource.key));
        add(" workloads", m_graph.workloadsOf(index));
    }

    void addNamespace(const std::string& ns)
    {
        m_text += ns + " mtls " + std::to_string(static_cast<int>(m_graph.mtlsOfNamespace(ns))) + "\n";
        for (const char* host : {"a", "b", "api.example.com", "x.example.org", "a.n", "*"}) {
            const mesh::HostResolution found = m_graph.resolveHost(host, ns);
            m_text += std::string(" ") + host + " " + found.fqdn + " " + place(found.resource) + " "
                + std::to_string(static_cast<int>(found.resolution)) + "\n";
            add("  rules", m_graph.destinationRulesFor(found.fqdn));
        }
    }

    const MeshGraph& m_graph;
    std::vector<std::string> m_places;
    std::string m_text;
};

std::vector<mesh::ResourcePtr> resourcesOf(const mesh::SourceFile& file)
{
    return mesh::readResources(".", file.path, file.text, "default");
}

std::string describe(const changes::MeshChange& change)
{
    std::string text(changes::tierName(change.tier));
    for (const changes::ResourceChange& each : change.resources) {
        text += "\n" + std::string(changes::tierName(each.tier));
        for (const changes::Reason& reason : each.reasons)
            text += " " + reason.rule;
    }
    return text + " " + std::to_string(change.workloads);
}

changes::MeshChange changeOf(const MeshGraph& before, const MeshGraph& after)
{
    changes::MeshChange change = changes::compareGraphs(before, after);
    changes::RiskPolicy::builtIn().classify(change, before, after);
    return change;
}

} // namespace

class TestIncremental : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void graphFindingsAndTiersEqualARebuild_data();
    void graphFindingsAndTiersEqualARebuild();
    void looksOnlyAtWhatAChangeConcerns();
};

void TestIncremental::graphFindingsAndTiersEqualARebuild_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 10; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// 1,000 changes a seed. Every hundredth graph is kept and the next changes start from an older one too: what is shared
/// between graphs must not change under them.
void TestIncremental::graphFindingsAndTiersEqualARebuild()
{
    QFETCH(const quint32, seed);
    RandomMesh random(seed, RandomMesh::Extent::Cluster);
    mesh::Environment environment;
    environment.name = ".";
    environment.defaultNamespace = "default";
    std::vector<std::string> paths;
    mesh::FileSet files;
    for (int i = 0; i < RandomMesh::fileCount; ++i) {
        paths.push_back(RandomMesh::pathOf(i));
        files.put(paths.back(), source::parseText(random.textOf(i)));
    }
    std::ranges::sort(paths);
    environment.files = paths;
    const MeshGraphPtr first = mesh::buildGraph(files, environment);
    const std::string firstDump = Dump(*first).text();
    MeshGraphPtr graph = first;
    checks::CheckResults results({*graph, files, environment.files});
    for (int i = 0; i < 1000; ++i) {
        std::vector<std::string> changed;
        std::vector<mesh::FileResources> replaced;
        for (int n = i % 10 == 9 ? 2 : 1; n > 0; --n) {
            const int file = random.change();
            const std::string path = RandomMesh::pathOf(file);
            files.put(path, source::parseText(random.textOf(file)));
            std::erase_if(replaced, [&](const mesh::FileResources& each) { return each.path == path; });
            replaced.push_back({path, resourcesOf(*files.find(path))});
            changed.push_back(path);
        }
        const mesh::GraphUpdate update = mesh::updateGraph(graph, std::move(replaced));
        const checks::CheckResults now = results.after({*update.graph, files, environment.files}, update, changed);

        const MeshGraphPtr rebuilt = mesh::buildGraph(files, environment);
        QCOMPARE(Dump(*update.graph).text(), Dump(*rebuilt).text());
        QCOMPARE(now.findings(), checks::runChecks({*rebuilt, files, environment.files}));
        if (i % 10 == 0) {
            QVERIFY(changes::compareGraphs(*update.graph, *rebuilt).resources.empty());
            QCOMPARE(describe(changeOf(*first, *update.graph)), describe(changeOf(*first, *rebuilt)));
        }
        graph = update.graph;
        results = now;
    }
    QCOMPARE(Dump(*first).text(), firstDump);
}

/// The cost of an update: what it looked at again.
void TestIncremental::looksOnlyAtWhatAChangeConcerns()
{
    mesh::FileSet files;
    mesh::Environment environment;
    environment.name = ".";
    std::vector<std::string> paths;
    for (int i = 0; i < 200; ++i) {
        const std::string n = std::to_string(i);
        paths.push_back("f" + n + ".yaml");
        files.put(paths.back(),
                  source::parseText("apiVersion: v1\nkind: Service\nmetadata: {name: s" + n
                                    + ", namespace: n}\nspec: {ports: [{port: 80}]}\n---\n"
                                      "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: v"
                                    + n + ", namespace: n}\nspec:\n  hosts: [s" + n
                                    + "]\n  http:\n  - route:\n    - destination: {host: s" + std::to_string(i / 2)
                                    + ", port: {number: 80}}\n"));
    }
    std::ranges::sort(paths);
    environment.files = paths;
    const MeshGraphPtr graph = mesh::buildGraph(files, environment);
    const auto changedBy = [&](const std::string& path, const std::string& from, const std::string& to) {
        std::string text = *files.find(path)->text->text;
        text.replace(text.find(from), from.size(), to);
        const mesh::SourceFile file{path, source::parseText(text)};
        return mesh::updateGraph(graph, {{path, resourcesOf(file)}});
    };
    // a route: itself and its neighbour in the file
    QCOMPARE(changedBy("f7.yaml", "number: 80", "number: 81").changed.size(), std::size_t(2));
    // a Service that goes: the two of the file, and the routes to it (f14, f15)
    QCOMPARE(changedBy("f7.yaml", "name: s7", "name: t7").changed.size(), std::size_t(4));
    QVERIFY(changedBy("f7.yaml", "kind: Service", "kind: Servlet")
                .graph->find(mesh::ResourceKey{".", "", "Service", "n", "s7"})
                .empty());
    // nothing at all: the same text again
    QVERIFY(changedBy("f7.yaml", "s7", "s7").answers.empty());
}

QTEST_GUILESS_MAIN(TestIncremental)
#include "tst_incremental.moc"
