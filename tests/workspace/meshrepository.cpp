// SPDX-License-Identifier: Apache-2.0
#include "tests/workspace/meshrepository.h"

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

MeshRepository::MeshRepository()
    : git::TestRepository(Start::Empty)
{
    writeMesh();
    commitAll();
}

void MeshRepository::commitAll() const
{
    git({u"add"_s, u"-A"_s});
    git({u"commit"_s, u"-q"_s, u"-m"_s, u"Change"_s});
}

QByteArray reviewsFile()
{
    return R"(# The reviews of the shop.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
  namespace: shop
spec:
  hosts: [reviews]
  http:
  - name: preview
    match:
    - headers:
        x-preview:
          exact: "yes"
    route:
    - destination: {host: reviews, subset: v2}
  - name: default
    route:
    - destination:
        host: reviews
        subset: v1
      weight: 90 # stable
    - destination:
        host: reviews
        subset: v2
      weight: 10
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: shop
spec:
  host: reviews
  subsets:
  - name: v1
    labels: {version: v1}
  - name: v2
    labels: {version: v2}
)";
}

void MeshRepository::writeMesh() const
{
    write(u"shop/reviews.yaml"_s, reviewsFile());
    write(u"shop/workloads.yaml"_s, R"(apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec:
  selector: {app: reviews}
  ports: [{name: http, port: 9080}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v1, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: reviews, version: v1}}
  template:
    metadata: {labels: {app: reviews, version: v1}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v2, namespace: shop}
spec:
  selector: {matchLabels: {app: reviews, version: v2}}
  template:
    metadata: {labels: {app: reviews, version: v2}}
)");
    write(u"shop/gateway.yml"_s, R"(apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop-gw, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
)");
    write(u"README.md"_s, "not YAML: it is not read\n");
}

} // namespace meshdraft::workspace
