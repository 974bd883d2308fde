// SPDX-License-Identifier: Apache-2.0
// What holds for every mesh and request: shares sum to 100, and formatting changes nothing.
#include "tests/changes/randommesh.h"
#include "tests/traffic/rows.h"

#include <QRandomGenerator>
#include <QtTest/QTest>

#include <cmath>

using namespace meshdraft;
using namespace meshdraft::traffic;
using namespace meshdraft::test;

namespace {

using Words = std::initializer_list<const char*>;

std::string pick(QRandomGenerator& random, Words words)
{
    return words.begin()[random.bounded(static_cast<int>(words.size()))];
}

bool chance(QRandomGenerator& random, int outOf)
{
    return random.bounded(outOf) == 0;
}

std::string allTexts(const RandomMesh& mesh)
{
    std::string text;
    for (int file = 0; file < RandomMesh::fileCount; ++file)
        text += mesh.textOf(file);
    return text;
}

Request randomRequest(QRandomGenerator& random)
{
    Request request;
    switch (random.bounded(5)) {
    case 0:
        request.from = {Origin::Kind::Outside, {}, {}, {}};
        break;
    case 1:
        request.from = {Origin::Kind::Gateway, pick(random, {"n", "o", "shop"}), pick(random, {"g", "edge"}), {}};
        break;
    case 2:
        request.from = {Origin::Kind::Workload,
                        pick(random, {"shop", "other", "legacy", "n"}),
                        pick(random, {"web", "client", "jobs", "a"}),
                        {}};
        break;
    default:
        request.from = {Origin::Kind::Namespace, pick(random, {"n", "m", "shop", "other"}), {}, {}};
    }
    request.host = pick(random,
                        {"a", "b", "a.n", "b.m.svc", "a.n.svc.cluster.local", "api.example.com", "x.example.org",
                         "reviews", "reviews.shop", "ratings.shop", "db.shop", "10.0.0.1", "${HOST}"});
    request.port = static_cast<std::uint32_t>(random.bounded(4) == 0 ? 0 : random.bounded(2) == 0 ? 80 : 90);
    request.protocol = static_cast<Protocol>(random.bounded(4));
    request.tls = static_cast<CallerTls>(chance(random, 4) ? random.bounded(1, 3) : 0);
    request.method = pick(random, {"GET", "POST"});
    request.path = pick(random, {"/", "/a", "/a/b", "/ab", "/other"});
    if (chance(random, 3))
        request.headers.emplace("x-a", pick(random, {"1", "2"}));
    if (chance(random, 4)) {
        request.token.emplace();
        request.token->issuer = pick(random, {"one", "two"});
        request.token->subject = "ann";
    }
    return request;
}

/// Rules with random matches, weights, faults and mirrors for reviews, and policies that may refuse.
std::string randomRules(QRandomGenerator& random)
{
    const auto destination = [&] {
        std::string text =
            "{destination: {host: " + pick(random, {"reviews", "ratings", "nobody", "payments.other.svc.cluster.local"})
            + pick(random, {"", ", subset: v1", ", subset: v2", ", subset: v3", ", subset: v9"})
            + pick(random, {"", ", port: {number: 9080}"}) + "}";
        return text + pick(random, {"", ", weight: 0", ", weight: 1", ", weight: 33", ", weight: 90"}) + "}";
    };
    std::string rules;
    for (int i = random.bounded(1, 4); i > 0; --i) {
        std::string rule =
            pick(random,
                 {"", "match: [{uri: {prefix: /a}}], ", "match: [{uri: {exact: /a}, method: {exact: GET}}], ",
                  "match: [{headers: {x-a: {exact: \"1\"}}}, {uri: {regex: \"/o.*\"}}], "});
        if (chance(random, 3)) {
            rule += "fault: {abort: {httpStatus: 500, percentage: {value: "
                + pick(random, {"0", "0.1", "33.3", "100", "150"}) + "}}}, ";
        }
        if (chance(random, 4))
            rule += "mirror: {host: reviews, subset: v2}, ";
        if (chance(random, 6)) {
            rule += "redirect: {uri: /x}";
        } else {
            rule += "route: [" + destination();
            for (int more = random.bounded(4); more > 0; --more)
                rule += ", " + destination();
            rule += "]";
        }
        rules += (rules.empty() ? "{" : ", {") + rule + "}";
    }
    std::string yaml = virtualService("r" + std::to_string(random.bounded(2)),
                                      "hosts: [" + pick(random, {"reviews", "\"*\"", "x.example.org"})
                                          + "], gateways: [mesh, shop/edge], http: [" + rules + "]");
    if (chance(random, 3))
        yaml += gateway("edge",
                        "selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, "
                        "hosts: [\"*\"]}]");
    if (chance(random, 3))
        yaml +=
            peerAuthentication("shop", "p", "mtls: {mode: " + pick(random, {"STRICT", "DISABLE", "PERMISSIVE"}) + "}");
    if (chance(random, 3)) {
        yaml += authorization("a",
                              "selector: {matchLabels: {" + pick(random, {"app: reviews", "version: v2"})
                                  + "}}, action: " + pick(random, {"ALLOW", "DENY", "CUSTOM"})
                                  + ", rules: [{to: [{operation: {methods: [GET]}}]}]");
    }
    if (chance(random, 3))
        yaml += requestAuthentication("j", "jwtRules: [{issuer: one}]");
    return yaml;
}

std::string meshOf(quint32 seed)
{
    QRandomGenerator random(seed);
    std::string text = baseMesh() + allTexts(RandomMesh(seed));
    for (int i = random.bounded(1, 4); i > 0; --i)
        text += randomRules(random);
    return text;
}

Evaluator evaluatorOf(const std::string& text)
{
    return Evaluator(std::make_shared<const mesh::effective::MeshView>(graphOf(text)));
}

/// Writes a document anew: keys in another order, other quotes, flow or block style, comments.
class Reformatter {
public:
    explicit Reformatter(quint32 seed)
        : m_random(seed)
    {
    }

    std::string document(source::NodeRef root) { return "---\n" + block(root, 0); }

private:
    std::string scalar(source::NodeRef node)
    {
        const std::string value(node.value());
        const std::string_view written = node.resolved().text();
        const bool isQuoted = written.starts_with('"') || written.starts_with('\'');
        const bool isText = !node.toInt() && !node.toDouble() && !node.toBool() && !node.isNull();
        if (!isQuoted && (!isText || chance(m_random, 2)))
            return std::string(written);
        std::string text = "\"";
        for (const char c : value) {
            if (c == '\n') {
                text += "\\n";
            } else if (c == '"' || c == '\\') {
                text += std::string("\\") + c;
            } else {
                text += c;
            }
        }
        return text + "\"";
    }

    std::vector<source::NodeRef::Entry> shuffled(source::NodeRef mapping)
    {
        std::vector<source::NodeRef::Entry> entries;
        for (const auto& entry : mapping.entries())
            entries.push_back(entry);
        for (std::size_t i = entries.size(); i > 1; --i)
            std::swap(entries[i - 1], entries[static_cast<std::size_t>(m_random.bounded(static_cast<int>(i)))]);
        return entries;
    }

    std::string flow(source::NodeRef node)
    {
        node = node.resolved();
        std::string text;
        if (node.isMapping()) {
            for (const auto& [key, value] : shuffled(node))
                text += (text.empty() ? "" : ", ") + scalar(key) + ": " + flow(value);
            return "{" + text + "}";
        }
        if (node.isSequence()) {
            for (const source::NodeRef item : node.items())
                text += (text.empty() ? "" : ", ") + flow(item);
            return "[" + text + "]";
        }
        // in flow style a plain text may not hold what ends it
        const std::string written = scalar(node);
        return !written.starts_with('"') && written.find_first_of("{}[],:#") != std::string::npos ? quoted(written)
                                                                                                  : written;
    }

    static std::string quoted(const std::string& text) { return text.starts_with('\'') ? text : "'" + text + "'"; }

    std::string comment() { return chance(m_random, 5) ? "  # note: [x]" : ""; }

    std::string block(source::NodeRef node, int depth)
    {
        node = node.resolved();
        const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
        std::string text;
        const auto below = [&](source::NodeRef value) {
            const source::NodeRef target = value.resolved();
            const bool isBlock =
                (target.isMapping() || target.isSequence()) && target.size() > 0 && !chance(m_random, 4);
            if (isBlock)
                return comment() + "\n" + block(target, depth + 1);
            return " " + (target.isMapping() || target.isSequence() ? flow(target) : scalar(value)) + comment() + "\n";
        };
        if (node.isMapping()) {
            for (const auto& [key, value] : shuffled(node))
                text += indent + scalar(key) + ":" + below(value);
            return text;
        }
        for (const source::NodeRef item : node.items())
            text += indent + "-" + below(item);
        return text;
    }

    QRandomGenerator m_random;
};

std::string reformatted(const std::string& text, quint32 seed)
{
    Reformatter reformatter(seed);
    std::string result;
    const source::ParsedTextPtr parsed = source::parseText(text);
    for (const auto& document : parsed->documents)
        result += reformatter.document(document->root());
    return result;
}

} // namespace

namespace {

/// The answer without the positions of documents in their file, which an empty document more or less changes.
Answer withoutPositions(Answer answer)
{
    const auto forget = [](mesh::ElementRef& element) { element.document = 0; };
    for (Step& step : answer.steps)
        forget(step.element);
    for (Share& share : answer.shares) {
        forget(share.element);
        forget(share.because);
        for (Server& server : share.servers)
            forget(server.because);
    }
    for (Mirror& mirror : answer.mirrors)
        forget(mirror.element);
    for (mesh::ElementRef* element : {&answer.routeElement, &answer.effort.timeoutElement, &answer.effort.retryElement})
        forget(*element);
    for (mesh::ElementRef& element : answer.tied)
        forget(element);
    for (Answer& other : answer.otherwise)
        other = withoutPositions(std::move(other));
    return answer;
}

/// The first thing in which two answers differ.
std::string difference(const Answer& one, const Answer& other)
{
    for (std::size_t i = 0; i < std::min(one.steps.size(), other.steps.size()); ++i) {
        const Step& left = one.steps[i];
        const Step& right = other.steps[i];
        if (left != right)
            return left.code + " " + test::printed(left.element) + " / " + right.code + " "
                + test::printed(right.element);
    }
    return one.steps.size() == other.steps.size() ? "shares" : "number of steps";
}

} // namespace

class TestTrafficProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesSumToHundred();
    void isUnchangedByFormatting();
};

void TestTrafficProperties::sharesSumToHundred()
{
    std::map<Verdict, int> seen;
    for (quint32 seed = 1; seed <= 120; ++seed) {
        const Evaluator evaluator = evaluatorOf(meshOf(seed));
        QRandomGenerator random(seed * 7);
        for (int i = 0; i < 25; ++i) {
            const Request request = randomRequest(random);
            const Answer answer = evaluator.evaluate(request);
            const QByteArray where = "seed " + QByteArray::number(seed) + ": " + printed(answer).toUtf8();
            std::vector<const Answer*> all{&answer};
            for (const Answer& other : answer.otherwise)
                all.push_back(&other);
            for (const Answer* one : all) {
                double sum = 0;
                for (const Share& share : one->shares) {
                    QVERIFY2(share.percent > 0 && share.percent <= 100, where.constData());
                    sum += share.percent;
                }
                QVERIFY2(std::abs(sum - 100) < 1e-9, where.constData());
                QVERIFY2(one == &answer || one->otherwise.empty(), where.constData());
            }
            ++seen[answer.verdict];
            QVERIFY2(answer == evaluator.evaluate(request), where.constData());
        }
    }
    // the meshes are no trivial ones
    for (const Verdict verdict : {Verdict::Routed, Verdict::Mixed, Verdict::NoRoute, Verdict::NoSubset, Verdict::Denied,
                                  Verdict::Aborted, Verdict::Passthrough, Verdict::Redirected, Verdict::NoCluster})
        QVERIFY2(seen[verdict] > 0, std::string(verdictName(verdict)).c_str());
}

void TestTrafficProperties::isUnchangedByFormatting()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        const std::string text = meshOf(seed);
        const std::string again = reformatted(text, seed);
        QVERIFY(text != again);
        const Evaluator before = evaluatorOf(text);
        const Evaluator after = evaluatorOf(again);
        QCOMPARE(after.view().graph().order().size(), before.view().graph().order().size());
        QRandomGenerator random(seed * 11);
        for (int i = 0; i < 25; ++i) {
            const Request request = randomRequest(random);
            const Answer answer = withoutPositions(before.evaluate(request));
            const Answer other = withoutPositions(after.evaluate(request));
            const QByteArray where = "seed " + QByteArray::number(seed) + ": " + printed(answer).toUtf8() + " / "
                + printed(other).toUtf8() + " " + QByteArray::fromStdString(difference(answer, other));
            QVERIFY2(answer == other, where.constData());
        }
    }
}

QTEST_APPLESS_MAIN(TestTrafficProperties)
#include "tst_trafficproperties.moc"
