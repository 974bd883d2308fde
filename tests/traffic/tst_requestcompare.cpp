// SPDX-License-Identifier: Apache-2.0
// The derived requests find every change of fate, and no change where nothing changed.
#include "models/traffic/requestcompare.h"

#include "tests/traffic/richmesh.h"

#include <QtTest/QTest>

#include <algorithm>
#include <set>
#include <stop_token>

using namespace meshdraft;
using namespace meshdraft::traffic;
using test::Mutation;

namespace {

QString printed(const Answer& answer)
{
    QString text = QString::fromUtf8(verdictName(answer.verdict));
    for (const Share& share : answer.shares) {
        text += QStringLiteral(" %1:%2/%3=%4 %5 %6")
                    .arg(QString::fromStdString(share.host))
                    .arg(share.port)
                    .arg(QString::fromStdString(share.subset))
                    .arg(share.percent)
                    .arg(QString::fromUtf8(verdictName(share.verdict)), QString::fromUtf8(wireName(share.wire)));
        for (const Server& server : share.servers)
            text += QLatin1Char('+') + QString::fromStdString(server.key.name);
    }
    text += QStringLiteral(" mirrors=%1 timeout=%2 retries=%3 %4")
                .arg(answer.mirrors.size())
                .arg(QString::fromStdString(answer.effort.timeout))
                .arg(answer.effort.retries)
                .arg(QString::fromStdString(answer.effort.retryOn));
    return text + (answer.isUncertain() ? QStringLiteral(" uncertain") : QString());
}

QString printed(const Request& request)
{
    QString text =
        QString::fromStdString(request.method + " " + request.path + " " + request.from.ns + "/" + request.from.name
                               + " to " + request.host + ":" + std::to_string(request.port));
    for (const auto& [name, value] : request.headers)
        text += QString::fromStdString(" " + name + "=" + value);
    for (const auto& [name, value] : request.query)
        text += QString::fromStdString(" ?" + name + "=" + value);
    if (request.token)
        text += QString::fromStdString(" token " + request.token->issuer);
    return text;
}

/// A caller counts as found where it is asked itself or stands among those alike.
bool isFor(const ChangedFate& change, const Origin& caller)
{
    const auto isCaller = [&](const Origin& origin) {
        return origin.kind == caller.kind && origin.ns == caller.ns && origin.name == caller.name;
    };
    return isCaller(change.request.from) || std::ranges::any_of(change.alike, isCaller);
}

/// Requests thick and fast, made without looking at the routes: every caller, host and port with common paths, methods,
/// headers and tokens.
std::vector<Request> denseGrid()
{
    std::vector<Origin> callers;
    for (const auto& [ns, name] :
         {std::pair("shop", "web"), std::pair("shop", "cart"), std::pair("shop", "reviews-v1"),
          std::pair("pay", "payments"), std::pair("jobs", "batch"), std::pair("legacy", "old")})
        callers.push_back({Origin::Kind::Workload, ns, name, "Deployment"});
    callers.push_back({Origin::Kind::Gateway, "edge", "public", {}});
    callers.push_back({Origin::Kind::Gateway, "edge", "k8s", {}});
    callers.push_back({Origin::Kind::Outside, {}, {}, {}});
    std::vector<Request> shapes;
    for (const char* path : {"/", "/api/v2", "/api/v2/x", "/de", "/legacy", "/front/x", "/items", "/items/new", "/slow",
                             "/cart", "/v2", "/pay", "/pay/internal/x", "/health", "/batch/x", "/admin"}) {
        for (const char* method : {"GET", "POST"}) {
            Request shape;
            shape.path = path;
            shape.method = method;
            shapes.push_back(shape);
        }
    }
    for (const auto& [name, value] :
         {std::pair("x-preview", "yes"), std::pair("x-user", "beta-ab"), std::pair("x-shop", "eu1"),
          std::pair("x-admin", "root"), std::pair("x-canary", "on"), std::pair("x-a", "1")}) {
        for (const char* path : {"/", "/cart", "/v2", "/api/v2"}) {
            Request shape;
            shape.path = path;
            shape.headers.emplace(name, value);
            shapes.push_back(shape);
        }
    }
    for (const char* issuer : {"https://one.example.com", "https://two.example.com", "https://three.example.com"}) {
        for (const char* group : {"admin", "clerk", "guest"}) {
            Request shape;
            shape.path = "/pay";
            shape.token.emplace();
            shape.token->issuer = issuer;
            shape.token->subject = "someone";
            shape.token->audiences = {"pay"};
            shape.token->claims["group"] = {group};
            shapes.push_back(shape);
        }
    }
    Request german;
    german.query.emplace("lang", "de");
    shapes.push_back(german);

    std::vector<Request> grid;
    for (const Origin& caller : callers) {
        for (const auto& [host, port] :
             {std::pair("reviews.shop.svc.cluster.local", 80), std::pair("cart.shop.svc.cluster.local", 8080),
              std::pair("web.shop.svc.cluster.local", 80), std::pair("payments.pay.svc.cluster.local", 80),
              std::pair("payments.pay.svc.cluster.local", 9000), std::pair("ledger.pay.svc.cluster.local", 7000),
              std::pair("old.legacy.svc.cluster.local", 80), std::pair("api.partner.com", 80),
              std::pair("shop.example.com", 80), std::pair("a.preview.example.com", 80),
              std::pair("secure.example.com", 443), std::pair("app.gw.example.com", 80)}) {
            for (Request request : shapes) {
                request.from = caller;
                request.host = host;
                request.port = static_cast<std::uint32_t>(port);
                if (port == 443)
                    request.tls = CallerTls::Tls;
                if (port == 7000)
                    request.protocol = Protocol::Tcp;
                grid.push_back(std::move(request));
                if (port == 7000)
                    break;
            }
        }
    }
    return grid;
}

} // namespace

class TestRequestCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatChanges_data();
    void findsWhatChanges();
    void findsNothingElse_data();
    void findsNothingElse();
    void tablesAreLongEnough();
    void everyKindOfCallIsCounted();
    void stopsWhenAsked();
    void twoThreadsFindWhatOneDoes();

private:
    static void addRows(const std::vector<Mutation>& mutations)
    {
        QTest::addColumn<int>("position");
        for (std::size_t i = 0; i < mutations.size(); ++i)
            QTest::newRow(mutations[i].name.c_str()) << static_cast<int>(i);
    }

    std::shared_ptr<const Evaluator> m_base;
    std::vector<Mutation> m_changing;
    std::vector<Mutation> m_neutral;
    std::vector<Request> m_grid;
    std::vector<Answer> m_answers; ///< of the base, by position in the grid
};

void TestRequestCompare::initTestCase()
{
    m_base = test::evaluatorOf(test::richMesh());
    m_changing = test::changingMutations();
    m_neutral = test::neutralMutations();
    m_grid = denseGrid();
    std::set<Verdict> verdicts;
    for (const Request& request : m_grid) {
        m_answers.push_back(m_base->evaluate(request));
        verdicts.insert(m_answers.back().verdict);
    }
    // a grid on which everything ends alike would prove nothing
    QVERIFY(verdicts.size() >= 8);
}

void TestRequestCompare::findsWhatChanges_data()
{
    addRows(m_changing);
}

void TestRequestCompare::findsWhatChanges()
{
    QFETCH(int, position);
    const Mutation& mutation = m_changing[static_cast<std::size_t>(position)];
    const auto head = test::evaluatorOf(mutation.texts);
    const Answer before = m_base->evaluate(mutation.witness);
    const Answer after = head->evaluate(mutation.witness);
    QVERIFY2(!sameFate(before, after), qPrintable(QStringLiteral("no change: ") + printed(before)));

    const RequestComparison found = changedRequests(*m_base, *head);
    const bool isFound = std::ranges::any_of(found.changes, [&](const ChangedFate& change) {
        return sameFate(change.before, before) && sameFate(change.after, after) && isFor(change, mutation.witness.from);
    });
    if (isFound)
        return;
    QString text =
        QStringLiteral("missed %1: %2 -> %3").arg(printed(mutation.witness), printed(before), printed(after));
    for (const ChangedFate& change : found.changes)
        text += QStringLiteral("\n  %1: %2 -> %3")
                    .arg(printed(change.request), printed(change.before), printed(change.after));
    QFAIL(qPrintable(text));
}

void TestRequestCompare::findsNothingElse_data()
{
    addRows(m_neutral);
}

void TestRequestCompare::findsNothingElse()
{
    QFETCH(int, position);
    const Mutation& mutation = m_neutral[static_cast<std::size_t>(position)];
    const auto head = test::evaluatorOf(mutation.texts);
    // each mutation meets another part of the grid
    constexpr std::size_t parts = 8;
    for (std::size_t i = static_cast<std::size_t>(position) % parts; i < m_grid.size(); i += parts) {
        const Answer now = head->evaluate(m_grid[i]);
        QVERIFY2(sameFate(m_answers[i], now),
                 qPrintable(QStringLiteral("not neutral: %1: %2 -> %3")
                                .arg(printed(m_grid[i]), printed(m_answers[i]), printed(now))));
    }
    const RequestComparison found = changedRequests(*m_base, *head);
    for (const ChangedFate& change : found.changes)
        QFAIL(qPrintable(QStringLiteral("%1: %2 -> %3")
                             .arg(printed(change.request), printed(change.before), printed(change.after))));
}

void TestRequestCompare::tablesAreLongEnough()
{
    QVERIFY2(m_changing.size() >= 200, qPrintable(QString::number(m_changing.size())));
    QVERIFY2(m_neutral.size() >= 200, qPrintable(QString::number(m_neutral.size())));
    for (const std::vector<Mutation>* list : {&m_changing, &m_neutral}) {
        for (const Mutation& mutation : *list)
            QVERIFY2(mutation.texts != test::richMesh(), mutation.name.c_str());
    }
}

void TestRequestCompare::everyKindOfCallIsCounted()
{
    test::MeshTexts texts = test::richMesh();
    texts["zz-deny"] =
        "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n"
        "metadata: {name: deny-jobs, namespace: shop}\nspec:\n  selector: {matchLabels: {app: reviews}}\n"
        "  action: DENY\n  rules: [{from: [{source: {namespaces: [jobs]}}]}]\n";
    const RequestComparison found = changedRequests(*m_base, *test::evaluatorOf(texts));
    QVERIFY(!found.changes.empty());
    for (const ChangedFate& change : found.changes) {
        QCOMPARE(QString::fromStdString(change.request.from.name), QStringLiteral("batch"));
        QVERIFY2(isDelivered(change.before.verdict), qPrintable(printed(change.before)));
        QVERIFY2(!isDelivered(change.after.verdict), qPrintable(printed(change.after)));
    }
    QVERIFY(found.evaluated > 10);
    QVERIFY(!found.wasStopped);
}

void TestRequestCompare::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    test::MeshTexts texts = test::richMesh();
    test::replace(texts, "vs-reviews", "timeout: 3s", "timeout: 4s");
    const RequestComparison found = changedRequests(*m_base, *test::evaluatorOf(texts), stop.get_token());
    QVERIFY(found.wasStopped);
    QVERIFY(found.changes.empty());
}

/// Of many resources the hosts are asked about on two threads.
void TestRequestCompare::twoThreadsFindWhatOneDoes()
{
    test::MeshTexts base = test::richMesh();
    test::MeshTexts head = base;
    head["zz-strict"] = "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\n"
                        "metadata: {name: default, namespace: istio-system}\nspec: {mtls: {mode: STRICT}}\n"
                        "---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n"
                        "metadata: {name: nobody, namespace: shop}\nspec: {}\n";
    const auto linesOf = [](const RequestComparison& found) {
        QStringList lines;
        for (const ChangedFate& change : found.changes) {
            lines << printed(change.request) + QStringLiteral(": ") + printed(change.before) + QStringLiteral(" -> ")
                    + printed(change.after)
                    + QStringLiteral(" %1 %2 %3").arg(change.alike.size()).arg(change.others).arg(change.isAny);
        }
        return lines;
    };
    const RequestComparison one = changedRequests(*test::evaluatorOf(base), *test::evaluatorOf(head));
    std::set<std::string> hosts;
    for (const ChangedFate& change : one.changes)
        hosts.insert(change.request.host);
    QVERIFY2(hosts.size() > 2, qPrintable(QString::number(hosts.size())));

    std::string many;
    for (int i = 0; i < 300; ++i)
        many +=
            "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: many-" + std::to_string(i) + ", namespace: shop}\n";
    base["zz-many"] = many;
    head["zz-many"] = many;
    const auto large = test::evaluatorOf(head);
    QVERIFY(large->view().graph().slotCount() > 300);
    const RequestComparison two = changedRequests(*test::evaluatorOf(base), *large);
    QCOMPARE(linesOf(two), linesOf(one));
    QCOMPARE(two.evaluated, one.evaluated);
}

QTEST_GUILESS_MAIN(TestRequestCompare)
#include "tst_requestcompare.moc"
