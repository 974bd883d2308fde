// SPDX-License-Identifier: Apache-2.0
#include "tests/views/shophistory.h"

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

QByteArray shopText()
{
    QByteArray text = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n";
    for (const QByteArray name : {"web", "jobs", "cart"}) {
        text += "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name
            + ", namespace: shop}\nspec: {template: {metadata: {labels: {app: " + name
            + "}}, spec: {serviceAccountName: " + name + "}}}\n";
    }
    return text
        + "---\napiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\n"
          "spec: {selector: {app: cart}, ports: [{port: 80, name: http}]}\n";
}

QByteArray policyText()
{
    return "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n"
           "metadata: {name: cart-callers, namespace: shop}\n"
           "spec: {selector: {matchLabels: {app: cart}}, rules: [{from: [{source: {principals: "
           "[cluster.local/ns/shop/sa/web]}}]}]}\n";
}

void commit(const ViewFixture& fixture, const QString& path, const QByteArray& text, const QString& message)
{
    fixture.write(path, text);
    fixture.git({u"add"_s, u"-A"_s});
    fixture.git({u"commit"_s, u"-qm"_s, message});
}

} // namespace

QByteArray cartRoute(const QByteArray& timeout)
{
    return "# the cart\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: cart\n"
           "  namespace: shop\nspec:\n  hosts: [cart]\n  http:\n    - name: main\n      timeout: "
        + timeout + " # of the whole\n      route:\n        - destination: {host: cart}\n";
}

bool openShop(ViewFixture& fixture)
{
    const QByteArray flux = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n"
                            "metadata: {name: shop, namespace: flux-system}\n"
                            "spec: {path: ./mesh, sourceRef: {kind: GitRepository, name: shop}, interval: 5m}\n";
    if (!fixture.openFiles({{u"mesh/shop.yaml"_s, shopText()},
                            {u"mesh/cart-vs.yaml"_s, cartRoute("3s")},
                            {u"flux/shop.yaml"_s, flux}})) {
        return false;
    }
    commit(fixture, u"mesh/policy.yaml"_s, policyText(), u"Lock the cart"_s);
    commit(fixture, u"mesh/cart-vs.yaml"_s, cartRoute("5s"), u"Slower"_s);
    commit(fixture, u"mesh/cart-vs.yaml"_s, cartRoute("7s"), u"Slower still"_s);
    QSignalSpy changed(&fixture.workspace, &workspace::Workspace::snapshotChanged);
    fixture.workspace.open(fixture.directory());
    return QTest::qWaitFor(
        [&] {
            return !changed.isEmpty() && !fixture.workspace.isOpening()
                && fixture.workspace.snapshot()->head.commit == fixture.git({u"rev-parse"_s, u"HEAD"_s});
        },
        20000);
}

} // namespace meshdraft::views
