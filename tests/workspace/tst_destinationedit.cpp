// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/destinationedit.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include "models/changes/textdiff.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

const mesh::Labels third{{"version", "v3"}};

changes::DestinationSpec reviews(const std::string& subset)
{
    return {.host = "reviews", .subset = subset, .port = {}, .ns = {}};
}

} // namespace

class TestDestinationEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void addsAnExistingSubset();
    void addsASubsetWithItsRule();
    void addsASubsetWithoutAnyRule();
    void newRuleStandsBesideTheService();
    void newRuleIsListedInAKustomization();
    void refuses_data();
    void refuses();
    void removesAndMirrorsAndPreviews();
    void offersWhatThereIs();
    void offersServicesToGatewayRoutes();
    void readsLabels_data();
    void readsLabels();
    void proposesASubset_data();
    void proposesASubset();

private:
    void open();
    mesh::ElementRef route(const char* kind = "VirtualService", std::size_t index = 1) const;
    /// The lines that differ from the saved text of a file.
    QString diff(const char* path) const;
    std::string problem(const Expected<MeshEdit>& edit) const { return edit ? "" : edit.error().code; }

    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestDestinationEdit::init()
{
    m_repository = std::make_unique<MeshRepository>();
    m_workspace = std::make_unique<Workspace>();
}

void TestDestinationEdit::cleanup()
{
    m_workspace.reset();
    m_repository.reset();
}

void TestDestinationEdit::open()
{
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
}

mesh::ElementRef TestDestinationEdit::route(const char* kind, std::size_t index) const
{
    const auto& graph = *m_workspace->snapshot()->graph;
    const auto& resource = graph.at(graph.ofKind(kind).front());
    return resource.element(std::get<mesh::RouteTable>(resource.body).routes[index].node);
}

QString TestDestinationEdit::diff(const char* path) const
{
    const auto* saved = m_workspace->snapshot()->saved.find(path);
    const auto* now = m_workspace->snapshot()->current.find(path);
    if (now == nullptr)
        return u"(none)"_s;
    QStringList lines;
    const auto text =
        changes::unifiedDiff(path, saved == nullptr ? std::string() : *saved->text->text, *now->text->text);
    for (const auto& line : QString::fromStdString(text).split(u'\n')) {
        if ((line.startsWith(u'+') || line.startsWith(u'-')) && !line.startsWith(u"+++"_s)
            && !line.startsWith(u"---"_s))
            lines << line;
    }
    return lines.join(u'\n');
}

void TestDestinationEdit::addsAnExistingSubset()
{
    open();
    QVERIFY(m_workspace->apply(*planDestinationRemoval(*m_workspace->snapshot(), route(), 1), u"Remove"_s));
    const auto edit = planDestination(*m_workspace->snapshot(), route(), {reviews("v2"), 10, {}});
    QVERIFY(edit);
    QVERIFY(edit->additions.empty());
    QCOMPARE(edit->changes.size(), 1U);
    QVERIFY(m_workspace->apply(*edit, u"Add"_s));
    QCOMPARE(diff("shop/reviews.yaml"), QString());
}

void TestDestinationEdit::addsASubsetWithItsRule()
{
    open();
    const auto edit = planDestination(*m_workspace->snapshot(), route(), {reviews("v3"), 10, third});
    QVERIFY2(edit, problem(edit).c_str());
    QVERIFY(m_workspace->apply(*edit, u"Add v3"_s));
    QCOMPARE(m_workspace->undoStack().count(), 1);
    QCOMPARE(diff("shop/reviews.yaml"),
             u"-      weight: 90 # stable\n+      weight: 80 # stable\n"
             "+    - destination:\n+        host: reviews\n+        subset: v3\n+      weight: 10\n"
             "+  - name: v3\n+    labels:\n+      version: v3"_s);
    m_workspace->undoStack().undo();
    QCOMPARE(diff("shop/reviews.yaml"), QString());
}

void TestDestinationEdit::addsASubsetWithoutAnyRule()
{
    auto text = reviewsFile();
    text.truncate(text.indexOf("---\n"));
    m_repository->write(u"shop/reviews.yaml"_s,
                        text.replace(", subset: v2", "")
                            .replace("subset: v", "port: {number: 908")
                            .replace("9081", "9080}")
                            .replace("9082", "9081}"));
    m_repository->commitAll();
    open();
    const auto edit = planDestination(*m_workspace->snapshot(), route(), {reviews("v3"), 0, third});
    QVERIFY2(edit, problem(edit).c_str());
    QVERIFY(m_workspace->apply(*edit, u"Add v3"_s));
    QCOMPARE(diff("shop/reviews-destinationrule.yaml"),
             u"+apiVersion: networking.istio.io/v1\n+kind: DestinationRule\n+metadata:\n+  name: reviews\n"
             "+  namespace: shop\n+spec:\n+  host: reviews\n+  subsets:\n+  - name: v3\n+    labels:\n"
             "+      version: v3"_s);
    const auto& graph = *m_workspace->snapshot()->graph;
    QCOMPARE(graph.ofKind("DestinationRule").size(), 1U);
    m_workspace->undoStack().undo();
    QVERIFY(m_workspace->snapshot()->changedFiles().empty());
}

void TestDestinationEdit::newRuleStandsBesideTheService()
{
    m_repository->write(
        u"edge/routes-vs.yaml"_s,
        "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a, namespace: edge}\n"
        "spec:\n  http:\n  - route:\n    - destination: {host: cart.shop.svc.cluster.local}\n");
    m_repository->write(u"shop/cart.yaml"_s,
                        "apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\nspec: {ports: [{port: "
                        "80}]}\n");
    m_repository->commitAll();
    open();
    changes::DestinationSpec spec = reviews("v3");
    spec.host = "cart.shop.svc.cluster.local";
    const auto edit = planDestination(*m_workspace->snapshot(), route("VirtualService", 0), {spec, 0, third});
    QVERIFY2(edit, problem(edit).c_str());
    QVERIFY(m_workspace->apply(*edit, u"Add"_s));
    const QString rule = diff("edge/cart-dr.yaml");
    QVERIFY2(rule.contains(u"+  namespace: shop\n"_s), qPrintable(rule));
    QVERIFY2(rule.contains(u"+  host: cart.shop.svc.cluster.local\n"_s), qPrintable(rule));
}

void TestDestinationEdit::newRuleIsListedInAKustomization()
{
    m_repository->write(u"kustomization.yaml"_s,
                        "resources:\n  - shop/reviews-vs.yaml # routes\n  - shop/workloads.yaml\n");
    auto text = reviewsFile();
    text.truncate(text.indexOf("---\n"));
    m_repository->git({u"rm"_s, u"-q"_s, u"shop/reviews.yaml"_s});
    m_repository->write(u"shop/reviews-vs.yaml"_s, text.replace("  namespace: shop\n", ""));
    m_repository->commitAll();
    open();
    const auto edit = planDestination(*m_workspace->snapshot(), route(), {reviews("v3"), 0, third});
    QVERIFY2(edit, problem(edit).c_str());
    QVERIFY(m_workspace->apply(*edit, u"Add"_s));
    QCOMPARE(diff("kustomization.yaml"), u"+  - shop/reviews-dr.yaml"_s);
    // the route has no namespace of its own, so that its rule has none
    const QString rule = diff("shop/reviews-dr.yaml");
    QVERIFY2(rule.contains(u"+  name: reviews\n"_s) && !rule.contains(u"namespace"_s), qPrintable(rule));
}

void TestDestinationEdit::refuses_data()
{
    QTest::addColumn<std::string>("subset");
    QTest::addColumn<bool>("labelled");
    QTest::addColumn<std::string>("code");
    QTest::newRow("it is there") << std::string("v2") << true << std::string("routing.sameDestination");
    QTest::newRow("the rule has it") << std::string("v4") << true << std::string("subset.exists");
    QTest::newRow("no labels") << std::string("v3") << false << std::string("subset.labels");
    QTest::newRow("no name") << std::string("V 3") << true << std::string("subset.name");
}

void TestDestinationEdit::refuses()
{
    QFETCH(const std::string, subset);
    QFETCH(const bool, labelled);
    QFETCH(const std::string, code);
    m_repository->write(u"shop/reviews.yaml"_s, reviewsFile() + "  - name: v4\n    labels: {version: v4}\n");
    m_repository->commitAll();
    open();
    const auto edit =
        planDestination(*m_workspace->snapshot(), route(), {reviews(subset), 0, labelled ? third : mesh::Labels()});
    QCOMPARE(problem(edit), code);
    // a rule for more hosts than this one would be hidden by a new one
    m_repository->write(u"shop/reviews.yaml"_s, reviewsFile().replace("  host: reviews", "  host: \"*.local\""));
    m_repository->commitAll();
    open();
    QCOMPARE(problem(planDestination(*m_workspace->snapshot(), route(), {reviews("v3"), 0, third})),
             std::string("subset.wildcardRule"));
}

void TestDestinationEdit::removesAndMirrorsAndPreviews()
{
    open();
    const auto mirrored = planMirror(*m_workspace->snapshot(), route(), changes::MirrorSpec{reviews("v2"), 5});
    QVERIFY(mirrored);
    QVERIFY(m_workspace->apply(*mirrored, u"Mirror"_s));
    changes::PreviewSpec preview;
    preview.route = "beta";
    preview.by = changes::PreviewSpec::By::Cookie;
    preview.name = "beta";
    preview.value = "1";
    preview.destination = reviews("v2");
    const auto added = planPreview(*m_workspace->snapshot(), route(), preview);
    QVERIFY2(added, problem(added).c_str());
    QVERIFY(m_workspace->apply(*added, u"Preview"_s));
    const auto removed = planDestinationRemoval(*m_workspace->snapshot(), route("VirtualService", 2), 0);
    QVERIFY(removed);
    QVERIFY(m_workspace->apply(*removed, u"Remove"_s));
    QCOMPARE(m_workspace->undoStack().count(), 3);
    const auto& table = std::get<mesh::RouteTable>(
        m_workspace->snapshot()->graph->at(m_workspace->snapshot()->graph->find(route())).body);
    QCOMPARE(table.routes[1].name.value, std::string("beta"));
    QCOMPARE(table.routes[2].destinations.size(), 1U);
    QCOMPARE(table.routes[2].mirrors.size(), 1U);
    for (int i = 0; i < 3; ++i)
        m_workspace->undoStack().undo();
    QCOMPARE(diff("shop/reviews.yaml"), QString());
    auto gone = route();
    gone.field = mesh::FieldPath("spec.http[9]");
    QCOMPARE(problem(planMirror(*m_workspace->snapshot(), gone, {})), std::string("edit.noRoute"));
}

void TestDestinationEdit::offersWhatThereIs()
{
    m_repository->write(u"shop/more.yaml"_s, R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v3, namespace: shop}
spec:
  template:
    metadata: {labels: {app: reviews, version: v3}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80}, {port: 90}]}
---
apiVersion: v1
kind: Service
metadata: {name: elsewhere, namespace: other}
spec: {ports: [{port: 80}]}
)");
    m_repository->commitAll();
    open();
    const auto& graph = *m_workspace->snapshot()->graph;
    const auto at = routeIn(graph, route());
    QStringList offered;
    for (const auto& choice : destinationChoices(graph, *at.resource, *at.route)) {
        offered << QString::fromStdString(choice.destination.host + '/' + choice.destination.subset)
                + (choice.destination.port ? u':' + QString::number(*choice.destination.port) : QString())
                + (choice.isNewSubset ? u" new"_s : QString()) + (choice.isInRoute ? u" there"_s : QString()) + u' '
                + QString::number(choice.workloads);
    }
    QCOMPARE(offered.join(u", "_s), u"reviews/v1 there 1, reviews/v2 there 1, reviews/v3 new 1, cart/:80 0"_s);
}

void TestDestinationEdit::offersServicesToGatewayRoutes()
{
    m_repository->write(u"shop/route.yaml"_s, R"(apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: a, namespace: shop}
spec:
  rules:
  - backendRefs: [{name: cart, port: 80}]
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80}]}
)");
    m_repository->commitAll();
    open();
    const auto& graph = *m_workspace->snapshot()->graph;
    const auto at = routeIn(graph, route("HTTPRoute", 0));
    const auto choices = destinationChoices(graph, *at.resource, *at.route);
    QCOMPARE(choices.size(), 2U);
    QVERIFY(choices[0].isInRoute);
    QCOMPARE(choices[1].destination.host, std::string("reviews"));
    QCOMPARE(choices[1].destination.port, std::optional<std::uint32_t>(9080));
    QCOMPARE(problem(planDestination(*m_workspace->snapshot(), route("HTTPRoute", 0), {reviews("v3"), 0, third})),
             std::string("subset.protocol"));
}

void TestDestinationEdit::readsLabels_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("count"); // -1: none
    QTest::newRow("one") << std::string("version=v3") << 1;
    QTest::newRow("two with blanks") << std::string(" app.kubernetes.io/version = v3 , track=canary ") << 2;
    QTest::newRow("empty value") << std::string("track=") << 1;
    QTest::newRow("nothing") << std::string() << -1;
    QTest::newRow("no value") << std::string("version") << -1;
    QTest::newRow("twice") << std::string("a=1,a=2") << -1;
    QTest::newRow("bad value") << std::string("a=b c") << -1;
    QTest::newRow("bad key") << std::string("-a=b") << -1;
    QTest::newRow("two slashes") << std::string("a/b/c=d") << -1;
}

void TestDestinationEdit::readsLabels()
{
    QFETCH(const std::string, text);
    QFETCH(const int, count);
    const auto labels = parseLabels(text);
    QCOMPARE(labels ? static_cast<int>(labels->size()) : -1, count);
}

void TestDestinationEdit::proposesASubset_data()
{
    QTest::addColumn<QStringList>("subsets");
    QTest::addColumn<QString>("proposed");
    QTest::newRow("behind the highest") << QStringList{u"v3"_s, u"v1"_s} << u"v4"_s;
    QTest::newRow("more than one digit") << QStringList{u"v9"_s, u"v10"_s} << u"v11"_s;
    QTest::newRow("another word") << QStringList{u"release-2"_s} << u"release-3"_s;
    QTest::newRow("without numbers") << QStringList{u"stable"_s} << u"canary"_s;
    QTest::newRow("taken") << QStringList{u"stable"_s, u"canary"_s} << u"canary2"_s;
    QTest::newRow("a date is no version") << QStringList{u"r20260401"_s} << u"canary"_s;
    QTest::newRow("only digits are no name") << QStringList{u"7"_s} << u"canary"_s;
    QTest::newRow("none") << QStringList{} << u"canary"_s;
}

void TestDestinationEdit::proposesASubset()
{
    QFETCH(const QStringList, subsets);
    std::vector<DestinationChoice> choices;
    for (const QString& subset : subsets) {
        DestinationChoice choice;
        choice.destination.host = "reviews";
        choice.destination.subset = subset.toStdString();
        choices.push_back(choice);
    }
    DestinationChoice other; // of another host
    other.destination.host = "ratings";
    other.destination.subset = "v99";
    choices.push_back(other);
    QTEST(QString::fromStdString(proposedSubset(choices, "reviews")), "proposed");
}

QTEST_GUILESS_MAIN(TestDestinationEdit)
#include "tst_destinationedit.moc"
