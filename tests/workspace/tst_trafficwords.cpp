// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"
#include "models/workspace/wordtable.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::traffic;
using namespace meshdraft::workspace;

namespace {

/// The codes of steps that the sources of models/traffic name.
QSet<QString> stepCodes()
{
    static const QRegularExpression literal(
        u"\"((?:caller|import|listener|server|virtualHost|route|cluster|tls|endpoints|inbound|authz|jwt|outbound|"
        "extension)\\.[A-Za-z]+)\""_s);
    QSet<QString> codes;
    QDirIterator files(QStringLiteral(MESHDRAFT_SOURCE_DIR "/models/traffic"), {u"*.cpp"_s}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto matches = literal.globalMatch(text); matches.hasNext();)
            codes.insert(matches.next().captured(1));
    }
    return codes;
}

Request request(std::string path, std::string from = "web")
{
    Request request;
    request.from = {Origin::Kind::Workload, "shop", std::move(from), "Deployment"};
    request.host = "reviews.shop.svc.cluster.local";
    request.port = 80;
    request.path = std::move(path);
    return request;
}

Answer to(std::initializer_list<std::pair<std::string, double>> subsets)
{
    Answer answer;
    answer.verdict = Verdict::Routed;
    for (const auto& [subset, percent] : subsets) {
        Share share;
        share.host = "reviews.shop.svc.cluster.local";
        share.port = 80;
        share.subset = subset;
        share.percent = percent;
        answer.shares.push_back(std::move(share));
    }
    return answer;
}

Answer denied(std::string policy)
{
    Answer answer = to({{"", 100}});
    answer.verdict = answer.shares.front().verdict = Verdict::Denied;
    answer.shares.front().because.key.kind = "AuthorizationPolicy";
    answer.shares.front().because.key.name = std::move(policy);
    return answer;
}

} // namespace

class TestTrafficWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasWords();
    void everySentenceHasACode();
    void sentencesHavePlacesForTheirArguments();
    void everyEnumeratorHasWords();
    void emptyArgumentsHaveOwnWords_data();
    void emptyArgumentsHaveOwnWords();
    void requestsAreOneLine_data();
    void requestsAreOneLine();
    void originsAreShort();
    void answersAreOneLine_data();
    void answersAreOneLine();
    void fatesAreOneLine();
    void fatesTellWhatDiffers();
    void hostileTextIsEscaped();
};

void TestTrafficWords::everyCodeHasWords()
{
    const QSet<QString> codes = stepCodes();
    QVERIFY(codes.size() > 80);
    for (const QString& code : codes)
        QVERIFY2(hasSentence(code.toStdString()), qPrintable(code));
}

void TestTrafficWords::everySentenceHasACode()
{
    const QSet<QString> codes = stepCodes();
    for (const Words& words : trafficWords()) {
        const QString code = QString::fromUtf8(words.id.data(), qsizetype(words.id.size())).section(u'.', 0, 1);
        QVERIFY2(codes.contains(code), qPrintable(code));
    }
}

void TestTrafficWords::sentencesHavePlacesForTheirArguments()
{
    for (const Words& words : trafficWords()) {
        const QString text = QString::fromUtf8(words.text);
        QVERIFY2(text.endsWith(u'.'), words.text);
        QVERIFY2(!text.contains(u"  "_s) && text.size() < 110, words.text);
    }
}

void TestTrafficWords::everyEnumeratorHasWords()
{
    QSet<QString> texts;
    for (std::size_t i = 0; i < verdictCount; ++i) {
        const QString text = verdictText(static_cast<Verdict>(i));
        QVERIFY2(!text.isEmpty() && !texts.contains(text), qPrintable(text));
        texts.insert(text);
    }
    texts.clear();
    for (std::size_t i = 0; i < stageCount; ++i) {
        const QString text = stageText(static_cast<Stage>(i));
        QVERIFY2(!text.isEmpty() && !texts.contains(text), qPrintable(text));
        texts.insert(text);
    }
    texts.clear();
    for (const Wire wire : {Wire::Unknown, Wire::Plaintext, Wire::Tls, Wire::Mutual}) {
        QVERIFY2(!wireText(wire).isEmpty() && !texts.contains(wireText(wire)), qPrintable(wireText(wire)));
        texts.insert(wireText(wire));
    }
}

void TestTrafficWords::emptyArgumentsHaveOwnWords_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QList<QByteArray>>("args");
    QTest::addColumn<QString>("expected");
    using Args = QList<QByteArray>;
    QTest::newRow("redirect") << "route.redirect"_ba << Args{"301", "https://shop/x"}
                              << u"The route redirects with 301 to https://shop/x."_s;
    QTest::newRow("redirect of the scheme")
        << "route.redirect"_ba << Args{"301", ""} << u"The route redirects with 301."_s;
    QTest::newRow("path") << "route.rewrite"_ba << Args{"/v2", ""} << u"The matched path becomes /v2."_s;
    QTest::newRow("host") << "route.rewrite"_ba << Args{"", "a.b"} << u"The host becomes a.b."_s;
    QTest::newRow("both") << "route.rewrite"_ba << Args{"/v2", "a.b"} << u"The path becomes /v2, the host a.b."_s;
    QTest::newRow("abort without HTTP status")
        << "route.abort"_ba << Args{"50", "0"} << u"50 % of the requests are aborted."_s;
    QTest::newRow("abort") << "route.abort"_ba << Args{"50", "503"} << u"50 % of the requests are aborted with 503."_s;
    QTest::newRow("subset without pods") << "endpoints.none"_ba << Args{"reviews", "v3"}
                                         << u"No workload of reviews has the labels of subset v3: 503 (UH)."_s;
    QTest::newRow("service without pods")
        << "endpoints.none"_ba << Args{"reviews", ""} << u"No workload is behind reviews: 503 (UH)."_s;
    QTest::newRow("wire") << "endpoints.workload"_ba << Args{"mtls", "mtls"} << u"mtls gets it (mutual TLS)."_s;
}

void TestTrafficWords::emptyArgumentsHaveOwnWords()
{
    QFETCH(QByteArray, code);
    QFETCH(QList<QByteArray>, args);
    Step step;
    step.code = code.toStdString();
    for (const QByteArray& arg : args)
        step.args.push_back(arg.toStdString());
    QTEST(stepText(step), "expected");
}

void TestTrafficWords::requestsAreOneLine_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("expected");
    Request one = request("/cart");
    QTest::newRow("plain") << one << u"GET /cart from web"_s;
    one.headers = {{"x-preview", "x"}};
    QTest::newRow("header present") << one << u"GET /cart with x-preview from web"_s;
    one.headers = {{"x-preview", "canary"}};
    QTest::newRow("header") << one << u"GET /cart with x-preview: canary from web"_s;
    one.headers = {{"x-preview", "x-meshdraft-other"}};
    one.query = {{"lang", "de"}};
    QTest::newRow("query and another value") << one << u"GET /cart with ?lang=de, another x-preview from web"_s;
    one = request("/meshdraft-other");
    one.method = "POST";
    QTest::newRow("another path") << one << u"POST any other path from web"_s;
    one.token.emplace();
    one.token->issuer = "https://issuer";
    one.token->isValid = false;
    one.token->claims = {{"group", {"admin"}}};
    QTest::newRow("token") << one
                           << u"POST any other path with an invalid token of https://issuer, group=admin from web"_s;
    one = request("/");
    one.protocol = Protocol::Tcp;
    one.from = {Origin::Kind::Gateway, "edge", "public", {}};
    QTest::newRow("tcp") << one << u"TCP connection from gateway edge/public"_s;
    one.tls = CallerTls::Tls;
    one.sni = "shop.example.com";
    QTest::newRow("tls") << one << u"TLS connection for shop.example.com from gateway edge/public"_s;
}

void TestTrafficWords::requestsAreOneLine()
{
    QFETCH(Request, request);
    QTEST(requestText(request), "expected");
}

void TestTrafficWords::originsAreShort()
{
    QCOMPARE(originText({Origin::Kind::Workload, "shop", "web", "Deployment"}, "shop"), u"web"_s);
    QCOMPARE(originText({Origin::Kind::Workload, "shop", "web", "Deployment"}, "pay"), u"shop/web"_s);
    QCOMPARE(originText({Origin::Kind::Namespace, "shop", {}, {}}), u"namespace shop"_s);
    QCOMPARE(originText({Origin::Kind::Outside, {}, {}, {}}), u"outside the mesh"_s);
    Request other = request("/");
    QCOMPARE(callText(other), u"GET / from web to reviews"_s);
    other.from.ns = "jobs";
    other.port = 9090;
    QCOMPARE(callText(other), u"GET / from jobs/web to reviews.shop:9090"_s);
}

void TestTrafficWords::answersAreOneLine_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("expected");
    QTest::newRow("split") << to({{"v1", 90}, {"v2", 10}}) << u"v1 90 %, v2 10 %"_s;
    QTest::newRow("thirds") << to({{"v1", 100.0 / 3}, {"v2", 200.0 / 3}}) << u"v1 33.3 %, v2 66.7 %"_s;
    QTest::newRow("whole") << to({{"", 100}}) << u"reviews 100 %"_s;
    QTest::newRow("denied") << denied("deny-all") << u"denied by AuthorizationPolicy deny-all"_s;
    Answer elsewhere = to({{"v1", 100}});
    elsewhere.shares.front().host = "ratings.other.svc.cluster.local";
    QTest::newRow("another host") << elsewhere << u"ratings.other v1 100 %"_s;
    Answer missing = to({{"v3", 50}, {"v1", 50}});
    missing.verdict = Verdict::Mixed;
    missing.shares.front().verdict = Verdict::NoSubset;
    missing.shares.front().status = 503;
    QTest::newRow("half of it fails") << missing << u"no such subset (503) 50 %, v1 50 %"_s;
    Answer tied = to({{"v1", 100}});
    tied.otherwise.push_back(to({{"v2", 100}}));
    QTest::newRow("order of creation") << tied << u"v1 100 % (depends on creation order)"_s;
}

void TestTrafficWords::answersAreOneLine()
{
    QFETCH(Answer, answer);
    QTEST(answerText(answer, request("/")), "expected");
}

void TestTrafficWords::fatesAreOneLine()
{
    Request preview = request("/cart");
    preview.headers = {{"x-preview", "x"}};
    ChangedFate change{preview, {}, 0, false, to({{"v1", 100}}), to({{"v3", 100}})};
    QCOMPARE(fateText(change), u"GET /cart with x-preview from web to reviews: v1 100 % -> v3 100 %"_s);
    QCOMPARE(alikeText(change), QString());
    change.others = 2;
    change.alike = {{Origin::Kind::Workload, "shop", "jobs", {}}, {Origin::Kind::Namespace, "pay", {}, {}}};
    QCOMPARE(alikeText(change), u"callers alike: 2 (jobs, namespace pay); further such requests: 2"_s);

    const ChangedFate any{request("/", "jobs"), {}, 4, true, to({{"", 100}}), denied("deny-all")};
    QCOMPARE(fateText(any), u"any call from jobs to reviews: allowed -> denied"_s);
    QCOMPARE(alikeText(any), QString());
    const ChangedFate one{request("/", "jobs"), {}, 0, false, to({{"", 100}}), denied("deny-all")};
    QCOMPARE(fateText(one), u"GET / from jobs to reviews: reviews 100 % -> denied by AuthorizationPolicy deny-all"_s);
}

void TestTrafficWords::fatesTellWhatDiffers()
{
    Answer slow = to({{"v1", 100}});
    slow.effort.timeout = "5s";
    slow.effort.retries = 2;
    Answer fast = slow;
    fast.effort.timeout = "1s";
    const QString timeouts = fateText({request("/"), {}, 0, false, slow, fast});
    QVERIFY2(timeouts.contains(u"timeout 5s"_s) && timeouts.contains(u"timeout 1s"_s), qPrintable(timeouts));
    Answer plain = slow;
    plain.shares.front().wire = Wire::Mutual;
    const QString wires = fateText({request("/"), {}, 0, false, slow, plain});
    QVERIFY2(wires.contains(u"plain text"_s) && wires.contains(u"mutual TLS"_s), qPrintable(wires));
}

void TestTrafficWords::hostileTextIsEscaped()
{
    Request bad = request("/\x1b[31m", "w\xe2\x80\xae");
    bad.host = "a\nb";
    bad.headers = {{"x\xe2\x80\xae", "\r%1%2"}};
    Answer answer = denied("deny\xe2\x81\xa6%1");
    Answer shares = to({{"v\x07", 100}});
    const auto isClean = [](const QString& text) {
        return std::ranges::none_of(
            text, [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    };
    const QString fate = fateText({bad, {bad.from}, 1, false, shares, answer});
    QVERIFY2(isClean(fate), qPrintable(fate));
    QVERIFY2(fate.contains(u"%1%2"_s), qPrintable(fate));
    Step step;
    step.code = "caller.sidecar";
    step.args = {"\xe2\x80\xae"};
    QVERIFY(isClean(stepText(step)));
}

QTEST_GUILESS_MAIN(TestTrafficWords)
#include "tst_trafficwords.moc"
