// SPDX-License-Identifier: Apache-2.0
// Who sets weights at run time (docs.flagger.app, "How it works"; argo-rollouts.readthedocs.io, "Istio").
#include "models/mesh/effective/weightowner.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::mesh;

namespace {

const std::string routes = R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  http:
  - name: preview
    route: [{destination: {host: reviews}}]
  - name: default
    route:
    - {destination: {host: reviews, subset: stable}, weight: 100}
    - {destination: {host: reviews, subset: next}, weight: 0}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: reviews, namespace: shop}
spec:
  rules:
  - backendRefs: [{name: reviews, port: 1}]
)";

std::string canary(const std::string& ns, const std::string& spec)
{
    return "---\napiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: c, namespace: " + ns + "}\nspec: {"
        + spec + "}\n";
}

std::string rollout(const std::string& ns, const std::string& strategy)
{
    return "---\napiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: r, namespace: " + ns
        + "}\nspec: {template: {metadata: {labels: {app: r}}}, strategy: {canary: {" + strategy + "}}}\n";
}

/// "controller stable canary: 10 pause 5m": the owner and its steps.
QString printed(const std::optional<effective::WeightOwner>& owner)
{
    if (!owner)
        return u"nobody"_s;
    QStringList steps;
    for (const CanaryStep& step : owner->steps) {
        steps << (step.weight ? QString::number(*step.weight)
                      : step.isPause
                      ? (u"pause "_s + (step.pause.empty() ? u"ever"_s : QString::fromStdString(step.pause)))
                      : u"?"_s);
    }
    return (owner->controller == effective::WeightOwner::Controller::Flagger ? u"Flagger "_s : u"Rollouts "_s)
        + QString::fromStdString(owner->stable + ' ' + owner->canary) + u": "_s + steps.join(u' ');
}

} // namespace

class TestWeightOwner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void owners_data();
    void owners();
};

void TestWeightOwner::owners_data()
{
    QTest::addColumn<std::string>("delivery");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("route");
    QTest::addColumn<QString>("expected");

    const QString vs = u"VirtualService"_s;
    const QString hr = u"HTTPRoute"_s;
    QTest::newRow("nobody") << std::string() << vs << 1 << u"nobody"_s;
    const std::string target = "targetRef: {kind: Deployment, name: reviews}, ";
    QTest::newRow("Flagger, by the target's name")
        << canary("shop", target + "analysis: {stepWeight: 20, maxWeight: 50}") << vs << 1
        << u"Flagger reviews-primary reviews-canary: 20 40 50"_s;
    QTest::newRow("Flagger, steps") << canary("shop", target + "analysis: {stepWeights: [1, 10, 50]}") << vs << 0
                                    << u"Flagger reviews-primary reviews-canary: 1 10 50"_s;
    QTest::newRow("Flagger, to the end") << canary("shop", target + "analysis: {stepWeight: 50}") << hr << 0
                                         << u"Flagger reviews-primary reviews-canary: 50 100"_s;
    QTest::newRow("Flagger, no step") << canary("shop", target + "analysis: {stepWeight: 0}") << hr << 0
                                      << u"Flagger reviews-primary reviews-canary: "_s;
    QTest::newRow("Flagger, another name")
        << canary("shop", target + "service: {name: other}") << vs << 1 << u"nobody"_s;
    QTest::newRow("Flagger, another namespace")
        << canary("cart", target + "analysis: {stepWeight: 20}") << vs << 1 << u"nobody"_s;

    const std::string steps = "steps: [{setWeight: 10}, {pause: {duration: 5m}}, {pause: {}}, {analysis: {}}]";
    const auto istio = [&](const std::string& service) {
        return "trafficRouting: {istio: {virtualService: " + service
            + ", destinationRule: {name: d, stableSubsetName: stable, canarySubsetName: next}}}, " + steps;
    };
    QTest::newRow("Rollout, the only route")
        << rollout("shop", istio("{name: reviews}")) << vs << 1 << u"Rollouts stable next: 10 pause 5m pause ever ?"_s;
    QTest::newRow("Rollout, a named route") << rollout("shop", istio("{name: reviews, routes: [default]}")) << vs << 1
                                            << u"Rollouts stable next: 10 pause 5m pause ever ?"_s;
    QTest::newRow("Rollout, not this route")
        << rollout("shop", istio("{name: reviews, routes: [default]}")) << vs << 0 << u"nobody"_s;
    QTest::newRow("Rollout, name.namespace") << rollout("cart", istio("{name: reviews.shop}")) << vs << 1
                                             << u"Rollouts stable next: 10 pause 5m pause ever ?"_s;
    QTest::newRow("Rollout, not an HTTPRoute") << rollout("shop", istio("{name: reviews}")) << hr << 0 << u"nobody"_s;
    const auto plugin = [&](const std::string& route) {
        return "stableService: a, canaryService: b, trafficRouting: {plugins: {argoproj-labs/gatewayAPI: {" + route
            + "}}}, " + steps;
    };
    QTest::newRow("Rollout, Gateway API")
        << rollout("shop", plugin("httpRoute: reviews")) << hr << 0 << u"Rollouts a b: 10 pause 5m pause ever ?"_s;
    QTest::newRow("Rollout, several routes, another namespace")
        << rollout("cart", plugin("namespace: shop, httpRoutes: [{name: x}, {name: reviews}]")) << hr << 0
        << u"Rollouts a b: 10 pause 5m pause ever ?"_s;
    QTest::newRow("Rollout, another kind") << rollout("shop", plugin("grpcRoute: reviews")) << hr << 0 << u"nobody"_s;
}

void TestWeightOwner::owners()
{
    QFETCH(const std::string, delivery);
    QFETCH(const QString, kind);
    QFETCH(const int, route);
    QFETCH(const QString, expected);
    const auto graph =
        MeshGraph::build("test", readResources("test", "mesh.yaml", source::parseText(routes + delivery), "default"));
    const Resource& resource = graph->at(graph->ofKind(kind.toStdString()).front());
    const auto& table = std::get<RouteTable>(resource.body);
    QCOMPARE(printed(effective::weightOwnerOf(*graph, resource, table.routes[static_cast<std::size_t>(route)])),
             expected);
}

QTEST_APPLESS_MAIN(TestWeightOwner)
#include "tst_weightowner.moc"
