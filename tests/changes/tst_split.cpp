// SPDX-License-Identifier: Apache-2.0
#include "models/changes/split.h"
#include "yamlmesh.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;

namespace {

struct Part {
    std::int64_t weight;
    bool locked = false;
};

Split splitOf(const std::vector<Part>& parts)
{
    Split split;
    for (const Part& part : parts) {
        split.parts.push_back({"v" + std::to_string(split.parts.size() + 1), part.weight, part.locked});
        split.total += part.weight;
    }
    return split;
}

QString text(const std::vector<std::int64_t>& weights)
{
    QStringList list;
    for (const std::int64_t weight : weights)
        list.append(QString::number(weight));
    return list.join(u'/');
}

const std::string reviews = R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews # the shop's stars
  namespace: shop
spec:
  hosts: [reviews]
  http:
  - name: preview
    match:
    - headers:
        x-preview: { exact: "yes" }
    route:
    - destination: { host: reviews, subset: v3 }
  - name: default
    route:
    - destination:
        host: reviews
        subset: v1
      weight: 90   # most of it
    - destination:
        host: reviews
        subset: v2
      weight: 10
    - destination:
        host: reviews
        subset: v3
)";

struct Loaded {
    mesh::MeshGraphPtr graph;
    const mesh::Resource& resource() const { return graph->at(0); }
    const mesh::RouteTable& table() const { return std::get<mesh::RouteTable>(resource().body); }
};

Loaded load(const std::string& yaml)
{
    return {tests::graphOf(yaml)};
}

QByteArray afterSetting(const std::string& yaml, std::string_view route, const std::vector<std::int64_t>& weights)
{
    const Loaded loaded = load(yaml);
    const auto found = findRoute(loaded.table(), route);
    if (!found)
        return "no route: " + QByteArray::fromStdString(found.error().code);
    const auto edit = setWeights(loaded.resource(), **found, weights);
    if (!edit)
        return QByteArray::fromStdString(edit.error().code);
    const auto result = source::applySplices(yaml, edit->splices);
    return result ? QByteArray::fromStdString(*result) : QByteArray::fromStdString(result.error().code);
}

std::string routeWith(const std::string& destinations)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n  hosts: [a]\n"
           "  http:\n  - route:\n"
        + destinations;
}

} // namespace

class TestSplit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rebalances_data();
    void rebalances();
    void keepsTotalAndLocks();
    void namesItsParts();
    void totalOfAnUnweightedSplitIsAHundred();
    void changesOnlyTheDigits();
    void writesAbsentWeights_data();
    void writesAbsentWeights();
    void leavesEqualWeightsAlone();
    void refusesWhatItCannotWrite();
    void findsDestinations_data();
    void findsDestinations();
    void namesCandidatesOfAnAmbiguousDestination();
    void findsRoutes_data();
    void findsRoutes();
    void worksOnGatewayApiRoutes();
};

void TestSplit::rebalances_data()
{
    QTest::addColumn<QList<int>>("weights");
    QTest::addColumn<QString>("locks");
    QTest::addColumn<int>("part");
    QTest::addColumn<int>("weight");
    QTest::addColumn<QString>("expected");
    using List = QList<int>;
    QTest::newRow("two parts") << List{90, 10} << u""_s << 1 << 20 << u"80/20"_s;
    QTest::newRow("largest gives") << List{90, 10, 0} << u""_s << 2 << 10 << u"80/10/10"_s;
    QTest::newRow("then the next largest") << List{50, 30, 20} << u""_s << 2 << 80 << u"0/20/80"_s;
    QTest::newRow("freed weight goes to the largest") << List{60, 30, 10} << u""_s << 2 << 0 << u"70/30/0"_s;
    QTest::newRow("ties go to the first") << List{40, 40, 20} << u""_s << 2 << 30 << u"30/40/30"_s;
    QTest::newRow("locked part keeps its weight") << List{90, 10, 0} << u"0"_s << 2 << 50 << u"90/0/10"_s;
    QTest::newRow("all others locked") << List{90, 10} << u"0"_s << 1 << 50 << u"90/10"_s;
    QTest::newRow("own lock") << List{90, 10} << u"1"_s << 1 << 50 << u"90/10"_s;
    QTest::newRow("beyond the total") << List{90, 10} << u""_s << 1 << 250 << u"0/100"_s;
    QTest::newRow("below zero") << List{90, 10} << u""_s << 1 << -5 << u"100/0"_s;
    QTest::newRow("one part") << List{100} << u""_s << 0 << 50 << u"100"_s;
    QTest::newRow("total other than a hundred") << List{3, 1} << u""_s << 1 << 2 << u"2/2"_s;
    QTest::newRow("no such part") << List{90, 10} << u""_s << 7 << 50 << u"90/10"_s;
}

void TestSplit::rebalances()
{
    QFETCH(QList<int>, weights);
    QFETCH(QString, locks);
    QFETCH(int, part);
    QFETCH(int, weight);
    std::vector<Part> parts;
    for (const int each : weights)
        parts.push_back({each, locks.contains(QString::number(parts.size()))});
    QTEST(text(rebalance(splitOf(parts), std::size_t(part), weight)), "expected");
}

void TestSplit::keepsTotalAndLocks()
{
    std::mt19937 random(5);
    for (int round = 0; round < 20'000; ++round) {
        std::vector<Part> parts(1 + random() % 6);
        for (Part& part : parts)
            part = {std::int64_t(random() % 120), random() % 3 == 0};
        const Split split = splitOf(parts);
        const std::size_t part = random() % parts.size();
        const std::int64_t wanted = std::int64_t(random() % 1000) - 300;
        const auto weights = rebalance(split, part, wanted);
        QCOMPARE(weights.size(), parts.size());
        QCOMPARE(std::accumulate(weights.begin(), weights.end(), std::int64_t{0}), split.total);
        bool canMove = false;
        std::int64_t lockedOthers = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            QVERIFY(weights[i] >= 0);
            if (parts[i].locked)
                QCOMPARE(weights[i], parts[i].weight);
            canMove |= i != part && !parts[i].locked;
            lockedOthers += i != part && parts[i].locked ? parts[i].weight : 0;
        }
        if (canMove && !parts[part].locked)
            QCOMPARE(weights[part], std::clamp<std::int64_t>(wanted, 0, split.total - lockedOthers));
    }
}

void TestSplit::namesItsParts()
{
    const Loaded loaded = load(reviews);
    const Split split = Split::of(loaded.table().routes.at(1));
    QCOMPARE(split.total, 100);
    QCOMPARE(split.parts.size(), 3U);
    QCOMPARE(split.parts[0].label, std::string("v1"));
    QCOMPARE(split.parts[0].weight, 90);
    QVERIFY(split.parts[0].weightNode != source::noNode);
    QCOMPARE(split.parts[2].weightNode, source::noNode);
    const Loaded twins = load(routeWith("    - destination: {host: a, subset: v1}\n      weight: 50\n"
                                        "    - destination: {host: b, subset: v1}\n      weight: 50\n"
                                        "    - destination: {host: c, port: {number: 80}}\n"));
    const Split named = Split::of(twins.table().routes.at(0));
    QCOMPARE(named.parts[0].label, std::string("a/v1"));
    QCOMPARE(named.parts[1].label, std::string("b/v1"));
    QCOMPARE(named.parts[2].label, std::string("c:80"));
}

void TestSplit::totalOfAnUnweightedSplitIsAHundred()
{
    const Loaded loaded = load(routeWith("    - destination: {host: a}\n    - destination: {host: b}\n"));
    const Split split = Split::of(loaded.table().routes.at(0));
    QCOMPARE(split.total, 100);
    QCOMPARE(text(rebalance(split, 0, 30)), u"30/70"_s);
}

void TestSplit::changesOnlyTheDigits()
{
    const std::string expected =
        tests::replaced(tests::replaced(reviews, "weight: 90 ", "weight: 80 "), "weight: 10\n", "weight: 20\n");
    QCOMPARE(afterSetting(reviews, "default", {80, 20, 0}), QByteArray::fromStdString(expected));
}

void TestSplit::writesAbsentWeights_data()
{
    QTest::addColumn<QByteArray>("destinations");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("behind the other entries")
        << "    - destination:\n        host: a\n      weight: 100\n    - destination:\n        host: b\n"_ba
        << "    - destination:\n        host: a\n      weight: 90\n    - destination:\n        host: b\n      weight: 10\n"_ba;
    QTest::newRow("flow destination")
        << "    - {destination: {host: a}, weight: 100}\n    - {destination: {host: b}}\n"_ba
        << "    - {destination: {host: a}, weight: 90}\n    - {destination: {host: b}, weight: 10}\n"_ba;
    QTest::newRow("flow list")
        << "      [{destination: {host: a}, weight: 100}, {destination: {host: b}, weight: 0}]\n"_ba
        << "      [{destination: {host: a}, weight: 90}, {destination: {host: b}, weight: 10}]\n"_ba;
    QTest::newRow("quoted digits stay quoted")
        << "    - destination: {host: a}\n      weight: \"100\"\n    - destination: {host: b}\n      weight: '0'\n"_ba
        << "    - destination: {host: a}\n      weight: \"90\"\n    - destination: {host: b}\n      weight: '10'\n"_ba;
}

void TestSplit::writesAbsentWeights()
{
    QFETCH(QByteArray, destinations);
    QFETCH(QByteArray, expected);
    QCOMPARE(afterSetting(routeWith(destinations.toStdString()), "http[0]", {90, 10}),
             QByteArray::fromStdString(routeWith(expected.toStdString())));
}

void TestSplit::leavesEqualWeightsAlone()
{
    QCOMPARE(afterSetting(reviews, "default", {90, 10, 0}), QByteArray::fromStdString(reviews));
}

void TestSplit::refusesWhatItCannotWrite()
{
    QCOMPARE(afterSetting(reviews, "default", {90, 10}), "split.count"_ba);
    QCOMPARE(afterSetting(reviews, "default", {90, -10, 20}), "split.range"_ba);
    QCOMPARE(afterSetting(reviews, "default", {90, 1'000'001, 20}), "split.range"_ba);
    const std::string delegate =
        "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n"
        "  hosts: [a]\n  http:\n  - delegate: {name: b, namespace: shop}\n";
    QCOMPARE(afterSetting(delegate, "", {}), "split.delegate"_ba);
    const std::string alias = routeWith("    - destination: {host: a}\n      weight: &w 50\n"
                                        "    - destination: {host: b}\n      weight: *w\n");
    QCOMPARE(afterSetting(alias, "", {50, 60}), "edit.alias"_ba);

    const Loaded loaded = load(alias);
    const auto edit = setWeights(loaded.resource(), loaded.table().routes.at(0), std::vector<std::int64_t>{50, 60});
    QCOMPARE(edit.error().where.path, std::string("mesh.yaml"));
    QCOMPARE(edit.error().where.line, 11U);
}

void TestSplit::findsDestinations_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<int>("expected");
    QTest::newRow("subset") << "v1"_ba << 0;
    QTest::newRow("host and subset") << "reviews/v2"_ba << 1;
    QTest::newRow("host with everything") << "reviews.shop.svc.cluster.local:9080/v2"_ba << 1;
    QTest::newRow("name and namespace") << "reviews.shop/v2"_ba << 1;
    QTest::newRow("host alone") << "ratings"_ba << 2;
    QTest::newRow("host and port") << "ratings:80"_ba << 2;
    QTest::newRow("outside host as written") << "api.example.com"_ba << 3;
    QTest::newRow("other port") << "ratings:81"_ba << -1;
    QTest::newRow("outside host is never short") << "api"_ba << -1;
    QTest::newRow("unknown") << "v9"_ba << -1;
    QTest::newRow("empty") << ""_ba << -1;
    QTest::newRow("half a subset") << "reviews/"_ba << -1;
}

void TestSplit::findsDestinations()
{
    QFETCH(QByteArray, wanted);
    QFETCH(int, expected);
    const Loaded loaded =
        load(routeWith("    - destination: {host: reviews, subset: v1}\n"
                       "    - destination: {host: reviews.shop.svc.cluster.local, subset: v2, port: {number: 9080}}\n"
                       "    - destination: {host: ratings, port: {number: 80}}\n"
                       "    - destination: {host: api.example.com}\n"));
    const auto found = findDestination(loaded.table().routes.at(0), wanted.toStdString());
    QCOMPARE(found ? int(*found) : -1, expected);
    if (!found) {
        QCOMPARE(found.error().code, std::string("split.noDestination"));
        QCOMPARE(found.error().args.at(1),
                 std::string("reviews/v1, reviews.shop.svc.cluster.local:9080/v2, ratings:80, "
                             "api.example.com"));
    }
}

void TestSplit::namesCandidatesOfAnAmbiguousDestination()
{
    const Loaded loaded = load(reviews);
    const auto found = findDestination(loaded.table().routes.at(1), "reviews");
    QVERIFY(!found);
    QCOMPARE(found.error().code, std::string("split.ambiguousDestination"));
    QCOMPARE(found.error().args.at(1), std::string("reviews/v1, reviews/v2, reviews/v3"));
}

void TestSplit::findsRoutes_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("by name") << "preview"_ba << "preview"_ba;
    QTest::newRow("by position") << "http[1]"_ba << "default"_ba;
    QTest::newRow("the only one that splits") << ""_ba << "default"_ba;
    QTest::newRow("outside the list") << "http[2]"_ba << "split.noRoute"_ba;
    QTest::newRow("other list") << "tcp[0]"_ba << "split.noRoute"_ba;
    QTest::newRow("not a position") << "http[x]"_ba << "split.noRoute"_ba;
    QTest::newRow("rules belong to the Gateway API") << "rules[0]"_ba << "split.noRoute"_ba;
}

void TestSplit::findsRoutes()
{
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, expected);
    const Loaded loaded = load(reviews);
    const auto found = findRoute(loaded.table(), wanted.toStdString());
    QCOMPARE(QByteArray::fromStdString(found ? (*found)->name.value : found.error().code), expected);
    if (!found)
        QCOMPARE(found.error().args.at(1), std::string("preview (http[0]), default (http[1])"));
}

void TestSplit::worksOnGatewayApiRoutes()
{
    const std::string yaml =
        "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a, namespace: shop}\n"
        "spec:\n  rules:\n  - backendRefs:\n    - name: reviews-v1\n      port: 9080\n"
        "    - name: reviews-v2\n      port: 9080\n      weight: 0\n";
    const Loaded loaded = load(yaml);
    const auto route = findRoute(loaded.table(), "http[0]");
    QVERIFY(route);
    QCOMPARE(*route, *findRoute(loaded.table(), "rules[0]"));
    QCOMPARE(findDestination(**route, "reviews-v2:9080").value(), 1U);
    const Split split = Split::of(**route);
    QCOMPARE(split.total, 1);
    const std::string expected = tests::replaced(tests::replaced(yaml, "weight: 0", "weight: 10"), "port: 9080\n",
                                                 "port: 9080\n      weight: 90\n");
    QCOMPARE(afterSetting(yaml, "", {90, 10}), QByteArray::fromStdString(expected));
}

QTEST_GUILESS_MAIN(TestSplit)
#include "tst_split.moc"
