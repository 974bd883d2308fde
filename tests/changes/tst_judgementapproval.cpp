// SPDX-License-Identifier: Apache-2.0
#include "judgementcases.h"
#include "models/changes/approval.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using namespace meshdraft::tests;

namespace {

using mesh::effective::MeshView;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// "platform team:rootNamespace; @a|@b:codeOwners"
QString approvalsText(const std::vector<Approval>& approvals)
{
    QStringList words;
    for (const Approval& approval : approvals) {
        QStringList owners;
        for (const std::string& owner : approval.owners)
            owners << text(owner);
        words << owners.join(u'|') + u':' + text(approval.message).section(u'.', 1)
                + (approval.isOptional ? u"?"_s : QString())
                + (approval.count > 1 ? u"*%1"_s.arg(approval.count) : QString());
    }
    words.sort();
    return words.join(u"; "_s);
}

mesh::FileSet project(const std::string& yaml)
{
    mesh::FileSet files;
    files.put(".meshdraft.yaml", source::parseText(yaml));
    return files;
}

} // namespace

class TestJudgementApproval : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void scope_data();
    void scope();
    void codeOwners_data();
    void codeOwners();
    void filesThatJudge();
    void projectRules_data();
    void projectRules();
    void rulesOfBothNames_data();
    void rulesOfBothNames();
    void missing_data();
    void missing();
    void errorsAreLocated_data();
    void errorsAreLocated();
};

void TestJudgementApproval::cases_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("approvals");

    const QString security = u"security team:security"_s;
    const std::map<QString, QString> expected{
        {u"strict mTLS"_s, security},
        {u"strict mTLS of the mesh"_s, u"platform team:rootNamespace; "_s + security},
        {u"authorization"_s, security},
        {u"authorization denies"_s, security},
        {u"tokens"_s, security},
        {u"gateway certificate"_s, u"platform team:gateway"_s},
        {u"envoy filter"_s, u"platform team:proxyCode"_s},
        {u"sidecar of the mesh"_s, u"platform team:rootNamespace"_s},
        {u"telemetry of the mesh"_s, u"platform team:rootNamespace"_s},
        {u"wasm version"_s, u"platform team:proxyCode"_s},
        {u"bootstrap patch"_s, u"platform team:proxyCode"_s},
        {u"telemetry leaves the root namespace"_s, u"platform team:rootNamespace"_s},
    };
    for (const JudgementCase& each : judgementCases()) {
        const auto found = expected.find(QString::fromLatin1(each.name));
        QTest::newRow(each.name) << each.before << each.after << (found != expected.end() ? found->second : QString());
    }
}

void TestJudgementApproval::cases()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, approvals);
    const JudgedCase judgedCase = judged(before, after);
    const auto asked = approvalsOf(judgedCase.change, judgedCase.viewBefore(), judgedCase.viewAfter(), {}, {});
    QCOMPARE(approvalsText(asked), approvals);
    for (const Approval& approval : asked)
        QVERIFY(!approval.changes.empty());
}

void TestJudgementApproval::scope_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("approvals");

    const auto row = [](const char* name, const std::string& before, const std::string& after, const char* approvals) {
        QTest::newRow(name) << before << after << QString::fromLatin1(approvals);
    };
    row("a rule for all hosts", "", istio("DestinationRule", "nice", "{host: '*.local'}"),
        "platform team:wildcardHost");
    row("routes for all hosts", "", istio("VirtualService", "nice", "{hosts: ['*'], http: []}"),
        "platform team:wildcardHost");
    row("... at a gateway", "", istio("VirtualService", "nice", "{hosts: ['*'], gateways: [edge], http: []}"), "");
    row("a Namespace", "", injectedNamespace("other"), "platform team:clusterScoped");
    row("mesh config", "",
        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata: {mesh: "
        "'rootNamespace: mesh'}\n",
        "platform team:meshConfig");
    row("another root namespace",
        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata: {mesh: "
        "'rootNamespace: mesh'}\n",
        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata: {mesh: "
        "'rootNamespace: mesh'}\n"
            + istio("Sidecar", "default", "{egress: [{hosts: ['./*']}]}", "mesh"),
        "platform team:rootNamespace");
    row("a label", "", istio("VirtualService", "a", "{hosts: [a]}", "shop", ", labels: {team: crew}"), "crew:label");
    row("an annotation", "",
        istio("VirtualService", "a", "{hosts: [a]}", "shop", ", annotations: {meshdraft.dev/owner: '@org/crew'}"),
        "@org/crew:label");
    row("managed-by names no owner", "",
        istio("VirtualService", "a", "{hosts: [a]}", "shop", ", labels: {app.kubernetes.io/managed-by: Helm}"), "");
    row("a label that is taken away still counts",
        istio("VirtualService", "a", "{hosts: [a]}", "shop", ", labels: {team: crew}"),
        istio("VirtualService", "a", "{hosts: [b]}"), "crew:label");
    row("another owner: both are asked", istio("VirtualService", "a", "{hosts: [a]}", "shop", ", labels: {team: crew}"),
        istio("VirtualService", "a", "{hosts: [a]}", "shop", ", labels: {team: other}"), "crew:label; other:label");
    const std::string owned =
        "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: club, labels: {owner: club-team}}\n";
    row("the owner of the Namespace", owned, owned + istio("VirtualService", "a", "{hosts: [a]}", "club"),
        "club-team:label");
    row("... unless the resource says its own", owned,
        owned + istio("VirtualService", "a", "{hosts: [a]}", "club", ", labels: {team: crew}"), "crew:label");
    row("what goes away", security("AuthorizationPolicy", "a", "{rules: [{}]}"), "", "security team:security");
}

void TestJudgementApproval::scope()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, approvals);
    const JudgedCase judgedCase = judged(before, after);
    QCOMPARE(approvalsText(approvalsOf(judgedCase.change, judgedCase.viewBefore(), judgedCase.viewAfter(), {}, {})),
             approvals);
}

void TestJudgementApproval::codeOwners_data()
{
    QTest::addColumn<QString>("owners");
    QTest::addColumn<QString>("approvals");

    QTest::newRow("nobody") << u"docs/ @docs\n"_s << u"security team:security"_s;
    QTest::newRow("the file") << u"* @all\napps/ @shop @ann\n"_s << u"@ann|@shop:codeOwners; security team:security"_s;
    QTest::newRow("two of a section") << u"[Shop][2]\napps/ @ann @bob\n"_s
                                      << u"@ann|@bob:codeOwnersSection*2; security team:security"_s;
    QTest::newRow("an optional section") << u"^[Shop]\napps/ @ann\n"_s
                                         << u"@ann:codeOwnersSection?; security team:security"_s;
}

void TestJudgementApproval::codeOwners()
{
    QFETCH(QString, owners);
    QFETCH(QString, approvals);
    const auto before = graphOf(std::vector<std::pair<std::string, std::string>>{});
    // the name of the file says nothing of what is in it
    const auto after =
        graphOf({{"apps/colours.yaml", security("AuthorizationPolicy", "a", "{action: DENY, rules: [{}]}")}});
    const MeshChange change = compareGraphs(*before, *after);
    const auto asked = approvalsOf(change, MeshView(before), MeshView(after), CodeOwners(owners.toStdString()), {});
    QCOMPARE(approvalsText(asked), approvals);
    for (const Approval& approval : asked) {
        if (approval.source == Approval::Source::CodeOwners)
            QCOMPARE(approval.paths, std::vector<std::string>{"apps/colours.yaml"});
    }
}

void TestJudgementApproval::filesThatJudge()
{
    const auto graph = graphOf(meshOfCases());
    const std::vector<std::string> files{".meshdraft.yaml", "CODEOWNERS", "README.md"};
    const auto asked = approvalsOf({}, MeshView(graph), MeshView(graph), CodeOwners("*.md @docs\n"), {}, files);
    QCOMPARE(approvalsText(asked), u"@docs:codeOwners; platform team:policyFile"_s);
}

void TestJudgementApproval::projectRules_data()
{
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<QString>("approvals");

    QTest::newRow("names for the teams") << std::string("owners:\n  security: ['@org/sec', '@ann']\n")
                                         << u"@ann|@org/sec:security"_s;
    QTest::newRow("a rule") << std::string("owners:\n  rules:\n  - {kind: Auth*, namespace: pay, owners: '@pay'}\n")
                            << u"@pay:rule; security team:security"_s;
    QTest::newRow("a rule for others") << std::string(
        "owners:\n  rules:\n  - {kind: '*', namespace: '!pay', owners: ['@shop']}\n")
                                       << u"security team:security"_s;
    QTest::newRow("without a default") << std::string("owners:\n  without: security\n") << QString();
    QTest::newRow("a label of their own")
        << std::string("owners:\n  labels: [example.com/unit]\n") << u"finance:label; security team:security"_s;
}

void TestJudgementApproval::projectRules()
{
    QFETCH(std::string, yaml);
    QFETCH(QString, approvals);
    const ProjectOwners owners = projectOwners(project(yaml));
    QVERIFY2(!owners.error, owners.error ? owners.error->code.c_str() : "");
    const JudgedCase judgedCase = judged(
        "", security("AuthorizationPolicy", "a", "{rules: [{}]}", "pay", ", labels: {example.com/unit: finance}"));
    QCOMPARE(approvalsText(
                 approvalsOf(judgedCase.change, judgedCase.viewBefore(), judgedCase.viewAfter(), {}, owners.policy)),
             approvals);
}

void TestJudgementApproval::rulesOfBothNames_data()
{
    QTest::addColumn<std::string>("rule");
    QTest::addColumn<bool>("isAsked");

    QTest::newRow("the namespace it leaves") << std::string("{namespace: payments, owners: '@pay'}") << true;
    QTest::newRow("the namespace it enters") << std::string("{namespace: shop, owners: '@pay'}") << true;
    QTest::newRow("another") << std::string("{namespace: club, owners: '@pay'}") << false;
    QTest::newRow("a namespace and a name of one key")
        << std::string("{namespace: payments, name: old, owners: '@pay'}") << true;
    QTest::newRow("of two keys") << std::string("{namespace: payments, name: new, owners: '@pay'}") << false;
}

void TestJudgementApproval::rulesOfBothNames()
{
    QFETCH(std::string, rule);
    QFETCH(bool, isAsked);
    const JudgedCase judgedCase = judged(istio("VirtualService", "old", "{hosts: [x.example]}", "payments"),
                                         istio("VirtualService", "new", "{hosts: [x.example]}"));
    QCOMPARE(judgedCase.change.resources.size(), 1U);
    const OwnerPolicy policy = projectOwners(project("owners:\n  rules:\n  - " + rule + "\n")).policy;
    QCOMPARE(approvalsText(approvalsOf(judgedCase.change, judgedCase.viewBefore(), judgedCase.viewAfter(), {}, policy)),
             isAsked ? u"@pay:rule"_s : QString());
}

void TestJudgementApproval::missing_data()
{
    QTest::addColumn<QStringList>("approvers");
    QTest::addColumn<QString>("missing");

    QTest::newRow("nobody yet") << QStringList() << u"@ann|@bob:codeOwnersSection*2 -2; @org/sec:security -1"_s;
    QTest::newRow("one of two") << QStringList{u"ann"_s} << u"@ann|@bob:codeOwnersSection*2 -1; @org/sec:security -1"_s;
    QTest::newRow("both") << QStringList{u"ann"_s, u"@Bob"_s} << u"@org/sec:security -1"_s;
    QTest::newRow("twice the same") << QStringList{u"ann"_s, u"@ann"_s}
                                    << u"@ann|@bob:codeOwnersSection*2 -1; @org/sec:security -1"_s;
    QTest::newRow("a member for the team") << QStringList{u"eve"_s} << u"@ann|@bob:codeOwnersSection*2 -2"_s;
    QTest::newRow("all") << QStringList{u"eve"_s, u"ann"_s, u"bob"_s} << QString();
    QTest::newRow("somebody else") << QStringList{u"mallory"_s}
                                   << u"@ann|@bob:codeOwnersSection*2 -2; @org/sec:security -1"_s;
}

void TestJudgementApproval::missing()
{
    QFETCH(QStringList, approvers);
    QFETCH(QString, missing);
    const OwnerPolicy policy =
        projectOwners(project("owners:\n  security: '@org/sec'\n  members: {'@org/sec': [eve]}\n")).policy;
    const auto before = graphOf(std::vector<std::pair<std::string, std::string>>{});
    const auto after = graphOf({{"apps/a.yaml", security("AuthorizationPolicy", "a", "{rules: [{}]}")}});
    const MeshChange change = compareGraphs(*before, *after);
    auto asked = approvalsOf(change, MeshView(before), MeshView(after),
                             CodeOwners("[Shop][2]\napps/ @ann @bob\n^[Docs]\napps/ @docs\n"), policy);
    QCOMPARE(asked.size(), 3U);
    std::vector<std::string> names;
    for (const QString& name : approvers)
        names.push_back(name.toStdString());
    for (const Approval& approval : asked)
        QVERIFY(!approval.missing);
    countMissing(asked, names, policy);
    QStringList open;
    for (const Approval& approval : asked) {
        QCOMPARE(approval.missing.has_value(), !approval.isOptional);
        if (approval.missing.value_or(0) > 0)
            open << approvalsText({approval}) + u" -%1"_s.arg(*approval.missing);
    }
    open.sort();
    QCOMPARE(open.join(u"; "_s), missing);
}

void TestJudgementApproval::errorsAreLocated_data()
{
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<std::string>("code");
    QTest::addColumn<QString>("place");

    const auto row = [](const char* name, const char* yaml, const char* code, const QString& place) {
        QTest::newRow(name) << std::string(yaml) << std::string(code) << place;
    };
    row("no mapping", "owners: all\n", "project.type", u".meshdraft.yaml:1:9"_s);
    row("a key", "owners:\n  team: a\n", "project.unknownField", u".meshdraft.yaml:2:3"_s);
    row("a key of a rule", "owners:\n  rules:\n  - {file: a, owners: b}\n", "project.unknownField",
        u".meshdraft.yaml:3:6"_s);
    row("no owners", "owners:\n  security: '@a'\n  rules:\n  - kind: Gateway\n", "project.missing",
        u".meshdraft.yaml:4:5"_s);
    row("no list", "owners:\n  rules: {}\n", "project.type", u".meshdraft.yaml:2:10"_s);
    row("a default", "owners:\n  without: [all]\n", "owners.unknownDefault", u".meshdraft.yaml:2:12"_s);
    row("nothing", "owners:\n  platform:\n", "project.type", u".meshdraft.yaml:2:12"_s);
}

void TestJudgementApproval::errorsAreLocated()
{
    QFETCH(std::string, yaml);
    QFETCH(std::string, code);
    QFETCH(QString, place);
    const ProjectOwners owners = projectOwners(project(yaml));
    QVERIFY(owners.error);
    QCOMPARE(owners.error->code, code);
    const Location& where = owners.error->where;
    QCOMPARE(u"%1:%2:%3"_s.arg(text(where.path)).arg(where.line).arg(where.column), place);
    // never half a policy
    QCOMPARE(owners.policy.security, OwnerPolicy().security);
    QVERIFY(owners.policy.rules.empty());
}

QTEST_GUILESS_MAIN(TestJudgementApproval)
#include "tst_judgementapproval.moc"
