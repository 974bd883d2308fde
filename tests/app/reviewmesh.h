// SPDX-License-Identifier: Apache-2.0
// A small mesh for the tests of reviews.
#pragma once

#include "tests/app/commandrun.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace meshdraft::test {

/// Routes of reviews: requests with a header go to a subset, the others to v1.
inline QByteArray reviewsMesh(const QByteArray& header, const QByteArray& subset)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n    - match: [{headers: {"
        + header + ": {exact: \"yes\"}}}]\n      route: [{destination: {host: reviews, subset: " + subset
        + "}}]\n    - route: [{destination: {host: reviews, subset: v1}}]\n---\n"
          "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: shop}\n"
          "spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: v3, labels: {version: "
          "v3}}]}\n---\n"
          "apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n"
          "spec: {selector: {app: reviews}, ports: [{port: 80, name: http}]}\n";
}

inline QByteArray deployment(const QByteArray& name, const QByteArray& labels)
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name
        + ", namespace: shop}\nspec: {template: {metadata: {labels: {" + labels + "}}, spec: {}}}\n";
}

inline QByteArray reviewsWorkloads()
{
    return "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n"
        + deployment("web", "app: web") + deployment("reviews-v1", "app: reviews, version: v1")
        + deployment("reviews-v3", "app: reviews, version: v3");
}

inline void gitOk(const QStringList& arguments, const QString& directory)
{
    const Output output = git(arguments, directory);
    QVERIFY2(output.code == 0, output.err.constData());
}

inline void commitFile(const QString& directory, const QString& file, const QByteArray& text, const QString& message)
{
    writeFile(directory + u'/' + file, text);
    gitOk({QStringLiteral("add"), QStringLiteral("-A")}, directory);
    gitOk({QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("-m"), message}, directory);
}

inline Output review(const QStringList& arguments, const QString& directory)
{
    return cli(QStringList{QStringLiteral("review")} + arguments, directory);
}

inline QJsonObject reviewJson(const QStringList& arguments, const QString& directory)
{
    const Output output =
        review(arguments + QStringList{QStringLiteral("--format"), QStringLiteral("json")}, directory);
    return QJsonDocument::fromJson(output.out).object();
}

} // namespace meshdraft::test
