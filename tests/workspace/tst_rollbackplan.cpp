// SPDX-License-Identifier: Apache-2.0
// Rollbacks on real histories: the bytes of each file afterwards, and that nothing else moves.
#include "models/kustomize/kubectl.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/rollbackplan.h"
#include "models/workspace/words.h"
#include "tests/git/testrepository.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

/// Content by path; a null one: no such file.
using Files = QMap<QString, QByteArray>;
using States = QList<Files>;

const QByteArray noFile;

QByteArray service(const char* name, int port = 80)
{
    return "apiVersion: v1\nkind: Service\nmetadata: {name: " + QByteArray(name)
        + ", namespace: shop}\nspec: {ports: [{name: http, port: " + QByteArray::number(port) + "}]}\n";
}

QByteArray routes(int v1, const char* timeout, const char* header = "x-new")
{
    return "# Routes of the shop.\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, "
           "namespace: shop}\nspec:\n  hosts: [reviews]\n  http:\n  - name: preview\n    match: [{headers: {"
        + QByteArray(header) + ": {exact: \"1\"}}}]\n    route: [{destination: {host: reviews, subset: v2}}]\n"
        + "  - name: main\n    timeout: " + timeout
        + "   # of the whole\n    route:\n    - destination: {host: reviews, subset: v1}\n      weight: "
        + QByteArray::number(v1)
        + "\n    - destination: {host: reviews, subset: v2}\n      weight: " + QByteArray::number(100 - v1) + "\n";
}

RollbackScope resource(const char* kind, const char* name)
{
    return {.kind = RollbackScope::Kind::Resources, .resourceKind = kind, .ns = "shop", .name = name, .route = {}};
}

RollbackScope route(const char* name)
{
    return {.kind = RollbackScope::Kind::Route,
            .resourceKind = "VirtualService",
            .ns = "shop",
            .name = "reviews",
            .route = name};
}

QByteArray wide(QByteArray text)
{
    return text.replace("\n", "\r\n");
}

} // namespace

Q_DECLARE_METATYPE(meshdraft::workspace::RollbackScope)

class TestRollbackPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_repository = std::make_unique<git::TestRepository>(git::TestRepository::Start::Empty); }
    void restores_data();
    void restores();
    void conflictsHaveTheirPlace_data();
    void conflictsHaveTheirPlace();
    void conflictsCanBeDecided();
    void modesComeBack();
    void filtersDoNotTouchOldBytes();
    void mergeCommits();
    void judges();
    void judgesAnEnvironmentOfOneSide();
    void judgesByHead();
    void judgesNothingThatDoesNotRender();
    void refuses_data();
    void refuses();
    void failureLeavesEverythingAsItWas_data();
    void failureLeavesEverythingAsItWas();

private:
    void makeHistory(const States& states) const;
    Expected<RollbackPlan> plan(const QString& what, const RollbackScope& scope = {},
                                const changes::MergeChoice& choice = {}) const;

    git::GitSandbox m_sandbox;
    std::unique_ptr<git::TestRepository> m_repository;
};

/// One commit a state, each holding exactly these files.
void TestRollbackPlan::makeHistory(const States& states) const
{
    for (const Files& files : states) {
        for (const auto& [path, text] : files.asKeyValueRange()) {
            if (text.isNull())
                QFile::remove(m_repository->path(path));
            else
                m_repository->write(path, text);
        }
        m_repository->git({u"add"_s, u"-A"_s});
        m_repository->git({u"commit"_s, u"-qm"_s, u"Change"_s});
    }
}

Expected<RollbackPlan> TestRollbackPlan::plan(const QString& what, const RollbackScope& scope,
                                              const changes::MergeChoice& choice) const
{
    const auto repository = m_repository->open();
    const auto request =
        what.startsWith(u"to "_s) ? rollbackTo(repository, what.sliced(3), scope) : rollbackOf(repository, what, scope);
    if (!request)
        return std::unexpected(request.error());
    ParseCache cache;
    return planRollback(repository, *request, cache, choice);
}

void TestRollbackPlan::restores_data()
{
    QTest::addColumn<States>("states");
    QTest::addColumn<QString>("what");
    QTest::addColumn<RollbackScope>("scope");
    QTest::addColumn<Files>("expected");
    const auto row = [](const char* name, const States& states, const char* what, const RollbackScope& scope,
                        const Files& expected) {
        QTest::newRow(name) << states << QString::fromLatin1(what) << scope << expected;
    };
    const QString a = u"a.yaml"_s;
    const QString b = u"dir/b.yaml"_s;
    const QString c = u"c.yaml"_s;
    const QString text = u"notes.txt"_s;
    const RollbackScope all;
    const RollbackScope mesh{RollbackScope::Kind::MeshFiles, {}, {}, {}, {}};

    row("the last commit", {{{a, routes(90, "2s")}}, {{a, routes(50, "2s")}}}, "HEAD", all, {{a, routes(90, "2s")}});
    row("CRLF and no line end at the end", {{{a, wide(routes(90, "2s")).trimmed()}}, {{a, wide(routes(50, "9s"))}}},
        "HEAD", all, {{a, wide(routes(90, "2s")).trimmed()}});
    row("mixed line ends and a byte order mark", {{{a, "\xEF\xBB\xBF# a\r\nb: 1\nc: 2\r\n"}}, {{a, "b: 2\n"}}}, "HEAD",
        all, {{a, "\xEF\xBB\xBF# a\r\nb: 1\nc: 2\r\n"}});
    row("text that is no YAML",
        {{{a, "a: [1\n\tb: {\n"}, {text, QByteArray("\0\1\2", 3)}}, {{a, "a: 1\n"}, {text, "x"}}}, "HEAD", all,
        {{a, "a: [1\n\tb: {\n"}, {text, QByteArray("\0\1\2", 3)}});
    row("a file that came", {{{a, service("a")}}, {{b, service("b")}}}, "HEAD", all, {{a, service("a")}, {b, noFile}});
    row("the first commit", {{{a, service("a")}}, {{b, service("b")}}}, "HEAD~1", all,
        {{a, noFile}, {b, service("b")}});
    row("a file that went", {{{a, service("a")}, {b, service("b")}}, {{b, noFile}}}, "HEAD", all,
        {{a, service("a")}, {b, service("b")}});
    row("a file that was renamed and changed", {{{a, routes(90, "2s")}}, {{a, noFile}, {b, routes(50, "2s")}}}, "HEAD",
        all, {{a, routes(90, "2s")}, {b, noFile}});
    row("only the mesh files", {{{a, service("a")}, {text, "1\n"}}, {{a, service("a", 81)}, {text, "2\n"}}}, "HEAD",
        mesh, {{a, service("a")}, {text, "2\n"}});
    row("a range", {{{a, service("a")}}, {{a, service("a", 81)}}, {{b, service("b")}}, {{c, service("c")}}},
        "HEAD~3..HEAD~1", all, {{a, service("a")}, {b, noFile}, {c, service("c")}});
    row("to a good commit", {{{a, service("a")}}, {{a, service("a", 81)}}, {{a, service("a", 82)}, {b, service("b")}}},
        "to HEAD~2", all, {{a, service("a")}, {b, noFile}});
    row("a neighbour was changed later",
        {{{a, routes(90, "2s") + "---\n" + service("a")}},
         {{a, routes(50, "2s") + "---\n" + service("a")}},
         {{a, routes(50, "2s") + "---\n" + service("a", 81)}}},
        "HEAD~1", all, {{a, routes(90, "2s") + "---\n" + service("a", 81)}});
    row("a field of the same resource was changed later",
        {{{a, routes(90, "2s")}}, {{a, routes(50, "2s")}}, {{a, routes(50, "9s", "x-other")}}}, "HEAD~1", all,
        {{a, routes(90, "9s", "x-other")}});
    row("CRLF with a later change",
        {{{a, wide(routes(90, "2s"))}}, {{a, wide(routes(50, "2s"))}}, {{a, wide(routes(50, "9s"))}}}, "HEAD~1", all,
        {{a, wide(routes(90, "9s"))}});
    row("a document was added later to a file that came",
        {{{a, service("a")}}, {{b, service("b")}}, {{b, service("b") + "---\n" + service("c")}}}, "HEAD~1", all,
        {{a, service("a")}, {b, "---\n" + service("c")}});
    row("the file was renamed later",
        {{{a, routes(90, "2s")}}, {{a, routes(50, "2s")}}, {{a, noFile}, {b, routes(50, "2s")}}}, "HEAD~1", all,
        {{a, noFile}, {b, routes(90, "2s")}});
    row("lines of another file were changed later",
        {{{text, "1\n2\n3\n4\n5\n"}, {a, service("a")}},
         {{text, "one\n2\n3\n4\n5\n"}},
         {{text, "one\n2\n3\n4\nfive\n"}}},
        "HEAD~1", all, {{text, "1\n2\n3\n4\nfive\n"}});
    row("one resource of two in one file",
        {{{a, service("a") + "---\n# b\n" + service("b")}}, {{a, service("a", 81) + "---\n# b\n" + service("b", 81)}}},
        "HEAD", resource("Service", "b"), {{a, service("a", 81) + "---\n# b\n" + service("b")}});
    row("one resource that went with its file",
        {{{a, service("a") + "---\n" + service("b")}, {c, service("c")}}, {{a, noFile}}}, "HEAD",
        resource("Service", "b"), {{a, service("b")}, {c, service("c")}});
    row("one resource that came beside another",
        {{{a, service("a")}}, {{a, service("a", 81) + "---\n" + service("b")}}}, "HEAD", resource("Service", "b"),
        {{a, service("a", 81)}});
    row("one resource that came with its file", {{{a, service("a")}}, {{a, service("a", 81)}, {b, service("b")}}},
        "HEAD", resource("Service", "b"), {{a, service("a", 81)}, {b, noFile}});
    row("one resource that went from between others",
        {{{a, service("a") + "---\n# b\n" + service("b") + "---\n" + service("c")}},
         {{a, service("a", 81) + "---\n" + service("c", 81)}}},
        "HEAD", resource("Service", "b"),
        {{a, service("a", 81) + "---\n# b\n" + service("b") + "---\n" + service("c", 81)}});
    row("the first resource went", {{{a, service("a") + "---\n" + service("b")}}, {{a, service("b", 81)}}}, "HEAD",
        resource("Service", "a"), {{a, service("a") + "---\n" + service("b", 81)}});
    row("an item of a List",
        {{{a,
           "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: a, namespace: "
           "shop}, spec: {type: A}}\n- {apiVersion: v1, kind: Service, metadata: {name: b, namespace: shop}, spec: "
           "{type: A}}\n"}},
         {{a,
           "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: a, namespace: "
           "shop}, spec: {type: B}}\n- {apiVersion: v1, kind: Service, metadata: {name: b, namespace: shop}, spec: "
           "{type: B}}\n"}}},
        "HEAD", resource("Service", "b"),
        {{a,
          "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: a, namespace: shop}, "
          "spec: {type: B}}\n- {apiVersion: v1, kind: Service, metadata: {name: b, namespace: shop}, spec: {type: "
          "A}}\n"}});
    row("a namespace", {{{a, service("a")}, {b, service("b")}}, {{a, service("a", 81)}, {b, service("b", 81)}}}, "HEAD",
        {.kind = RollbackScope::Kind::Resources, .resourceKind = {}, .ns = "shop", .name = {}, .route = {}},
        {{a, service("a")}, {b, service("b")}});
    row("one route", {{{a, routes(90, "2s")}}, {{a, routes(50, "9s", "x-other")}}}, "HEAD", route("main"),
        {{a, routes(90, "2s", "x-other")}});
    row("one route by its place", {{{a, routes(90, "2s")}}, {{a, routes(50, "9s", "x-other")}}}, "HEAD",
        route("http[0]"), {{a, routes(50, "9s")}});
    row("one route with a later change",
        {{{a, routes(90, "2s")}}, {{a, routes(50, "2s", "x-other")}}, {{a, routes(50, "9s", "x-other")}}}, "HEAD~1",
        route("main"), {{a, routes(90, "9s", "x-other")}});
}

void TestRollbackPlan::restores()
{
    QFETCH(const States, states);
    QFETCH(const QString, what);
    QFETCH(const RollbackScope, scope);
    QFETCH(const Files, expected);
    makeHistory(states);
    const auto before = m_repository->everything();
    const auto planned = plan(what, scope);
    QVERIFY2(planned, planned ? "" : qPrintable(errorText(planned.error())));
    QVERIFY2(planned->isDecided(),
             planned->conflicts.empty() ? "" : qPrintable(errorText(planned->conflicts.front().what)));
    const auto repository = m_repository->open();
    const auto made = writeRollback(repository, *planned, u"back"_s, u"Take it back"_s);
    QVERIFY2(made, made ? "" : qPrintable(errorText(made.error())));
    for (const auto& [path, text] : expected.asKeyValueRange()) {
        const auto bytes = repository.readRevisionFile(u"back"_s, path.toStdString());
        QVERIFY(bytes);
        QCOMPARE(bytes->has_value(), !text.isNull());
        if (*bytes)
            QCOMPARE(**bytes, text);
    }
    // the tree that was judged is the one that was committed
    const auto tree = treeOf(repository, *planned);
    QVERIFY(tree);
    QCOMPARE(QString::fromUtf8(m_repository->git({u"rev-parse"_s, u"back^{tree}"_s})), *tree);
    auto after = m_repository->everything();
    after.removeIf([](const auto& entry) { return entry.key().endsWith(u"heads/back"_s); });
    QCOMPARE(after, before);
}

void TestRollbackPlan::conflictsHaveTheirPlace_data()
{
    QTest::addColumn<States>("states");
    QTest::addColumn<QString>("expected");
    const QString a = u"a.yaml"_s;
    QTest::newRow("the same field") << States{{{a, service("a") + "---\n" + routes(90, "2s")}},
                                              {{a, service("a") + "---\n" + routes(50, "2s")}},
                                              {{a, service("a") + "---\n" + routes(20, "2s")}}}
                                    << u"rollback.overlap a.yaml:20"_s;
    QTest::newRow("the file is gone") << States{{{a, service("a")}, {u"b.yaml"_s, service("b")}},
                                                {{a, service("a", 81)}},
                                                {{a, noFile}}}
                                      << u"rollback.gone a.yaml:0"_s;
    QTest::newRow("lines") << States{{{u"n.txt"_s, "1\n"}}, {{u"n.txt"_s, "2\n"}}, {{u"n.txt"_s, "3\n"}}}
                           << u"rollback.lines n.txt:0"_s;
    QTest::newRow("binary") << States{{{u"n"_s, QByteArray("\0a", 2)}}, {{u"n"_s, "b"}}, {{u"n"_s, "c"}}}
                            << u"rollback.binary n:0"_s;
    QTest::newRow("another file in its place")
        << States{{{u"n.txt"_s, "1\n"}, {a, "a: 1\n"}}, {{u"n.txt"_s, noFile}}, {{u"n.txt"_s, "3\n"}}}
        << u"rollback.exists n.txt:0"_s;
}

void TestRollbackPlan::conflictsHaveTheirPlace()
{
    QFETCH(const States, states);
    QFETCH(const QString, expected);
    makeHistory(states);
    const auto before = m_repository->everything();
    const auto planned = plan(u"HEAD~1"_s);
    QVERIFY2(planned, planned ? "" : qPrintable(errorText(planned.error())));
    QVERIFY(!planned->conflicts.empty());
    const auto& what = planned->conflicts.front().what;
    QCOMPARE(QString::fromStdString(what.code + ' ' + what.where.path + ':' + std::to_string(what.where.line)),
             expected);
    QVERIFY(hasSentence(what.code));
    const auto made = writeRollback(m_repository->open(), *planned, u"back"_s, u"Take it back"_s);
    QVERIFY(!made);
    QCOMPARE(made.error().code, "rollback.undecided");
    QCOMPARE(m_repository->everything(), before);
}

void TestRollbackPlan::conflictsCanBeDecided()
{
    const QString a = u"a.yaml"_s;
    makeHistory({{{a, routes(90, "2s")}}, {{a, routes(50, "3s")}}, {{a, routes(20, "3s")}}});
    for (const auto& [side, expected] :
         {std::pair(changes::MergeSide::Mine, routes(90, "2s")), {changes::MergeSide::Theirs, routes(20, "2s")}}) {
        const auto planned = plan(u"HEAD~1"_s, {}, [side](const auto&) { return std::optional(side); });
        QVERIFY(planned);
        QVERIFY(planned->isDecided());
        QVERIFY(!planned->conflicts.empty());
        QCOMPARE(planned->files.front().after.value_or(QByteArray()), expected);
    }
}

void TestRollbackPlan::modesComeBack()
{
    makeHistory({{{u"run.yaml"_s, "a: 1\n"}, {u"gone.yaml"_s, "g: 1\n"}}});
    m_repository->git({u"update-index"_s, u"--chmod=+x"_s, u"run.yaml"_s, u"gone.yaml"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"Executable"_s});
    m_repository->git({u"reset"_s, u"-q"_s, u"--hard"_s});
    m_repository->git({u"rm"_s, u"-q"_s, u"gone.yaml"_s});
    m_repository->git({u"update-index"_s, u"--chmod=-x"_s, u"run.yaml"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"Not any more"_s});
    const auto planned = plan(u"HEAD"_s);
    QVERIFY(planned);
    QVERIFY(writeRollback(m_repository->open(), *planned, u"back"_s, u"Back"_s));
    QCOMPARE(m_repository->git({u"rev-parse"_s, u"back^{tree}"_s}),
             m_repository->git({u"rev-parse"_s, u"HEAD~1^{tree}"_s}));
}

void TestRollbackPlan::filtersDoNotTouchOldBytes()
{
    makeHistory(
        {{{u"a.yaml"_s, "a: 1\r\n"}}, {{u"a.yaml"_s, "a: 2\n"}}, {{u".gitattributes"_s, "*.yaml text=auto\n"}}});
    const auto planned = plan(u"HEAD~1"_s);
    QVERIFY(planned);
    QVERIFY(writeRollback(m_repository->open(), *planned, u"back"_s, u"Back"_s));
    QCOMPARE(m_repository->git({u"rev-parse"_s, u"back:a.yaml"_s}),
             m_repository->git({u"rev-parse"_s, u"HEAD~2:a.yaml"_s}));
}

void TestRollbackPlan::mergeCommits()
{
    makeHistory({{{u"a.yaml"_s, service("a")}}});
    m_repository->git({u"checkout"_s, u"-qb"_s, u"side"_s});
    makeHistory({{{u"b.yaml"_s, service("b")}}, {{u"a.yaml"_s, service("a", 81)}}});
    m_repository->git({u"checkout"_s, u"-q"_s, u"main"_s});
    makeHistory({{{u"c.yaml"_s, service("c")}}});
    const auto before = m_repository->git({u"rev-parse"_s, u"HEAD^{tree}"_s});
    m_repository->git({u"merge"_s, u"-q"_s, u"--no-ff"_s, u"-m"_s, u"Merge"_s, u"side"_s});
    const auto planned = plan(u"HEAD"_s);
    QVERIFY(planned);
    QCOMPARE(planned->commits.size(), 3U);
    const auto tree = treeOf(m_repository->open(), *planned);
    QVERIFY(tree);
    QCOMPARE(tree->toUtf8(), before);
}

void TestRollbackPlan::judges()
{
    const QString a = u"a.yaml"_s;
    const auto subsets = [](const QByteArray& names) {
        return "---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: "
               "shop}\nspec: {host: reviews, subsets: ["
            + names + "]}\n---\n" + service("reviews");
    };
    const QByteArray both = subsets("{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}");
    const QByteArray other = subsets("{name: v1, labels: {version: v1}}");
    makeHistory({{{a, routes(90, "2s") + both}}, {{a, routes(50, "2s") + other}}});
    const auto planned = plan(u"HEAD"_s);
    QVERIFY(planned);
    const auto judged = judgeRollback(m_repository->open(), *planned, {}, std::make_shared<ParseCache>());
    QVERIFY2(judged, judged ? "" : qPrintable(errorText(judged.error())));
    QCOMPARE(judged->change().resources.size(), 2U);
    QVERIFY(judged->tier > changes::Tier::None);
    QVERIFY(!judged->findings.mended.empty());
    QVERIFY(!judged->requests.changes.empty());
    QCOMPARE(judged->order().size(), 2U); // the subset before the route
    const auto diff = diffOf(m_repository->open(), *planned);
    QVERIFY(diff);
    QVERIFY2(diff->contains("+      weight: 90\n"), diff->constData());
}

void TestRollbackPlan::judgesAnEnvironmentOfOneSide()
{
    makeHistory({{{u"a.yaml"_s, service("a")}}, {{u"other/b.yaml"_s, service("b")}}});
    const auto planned = plan(u"HEAD"_s);
    QVERIFY(planned);
    const auto judged = judgeRollback(m_repository->open(), *planned, "other", std::make_shared<ParseCache>());
    QVERIFY2(judged, judged ? "" : qPrintable(errorText(judged.error())));
    QCOMPARE(judged->change().resources.size(), 1U);
    QCOMPARE(judged->change().resources.front().operation, changes::Operation::Removed);
}

/// What comes back with the rollback does not decide what its findings are worth.
void TestRollbackPlan::judgesByHead()
{
    const QByteArray open = "---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: far, "
                            "namespace: shop}\nspec: {hosts: [a], http: [{route: [{destination: {host: "
                            "a.example.com}}]}]}\n";
    makeHistory({{{u".meshdraft.yaml"_s, "complete: true\n"}, {u"a.yaml"_s, service("a") + open}},
                 {{u".meshdraft.yaml"_s, noFile}, {u"a.yaml"_s, service("a", 81) + open}}});
    const auto planned = plan(u"HEAD"_s);
    QVERIFY(planned);
    const auto judged = judgeRollback(m_repository->open(), *planned, {}, std::make_shared<ParseCache>());
    QVERIFY2(judged, judged ? "" : qPrintable(errorText(judged.error())));
    QVERIFY(std::ranges::contains(judged->mesh->findings, "IST0101", &checks::Finding::code));
    QVERIFY(judged->findings.introduced.empty());
    QVERIFY(judged->changesJudgement);
    QCOMPARE(judged->tier, changes::Tier::High);
}

void TestRollbackPlan::judgesNothingThatDoesNotRender()
{
    if (kustomize::findKubectl().empty())
        QSKIP("kubectl is not there");
    const QString a = u"base/a.yaml"_s;
    const QByteArray prod = "commonLabels: {stage: prod}\nresources: [../../base";
    makeHistory({{{a, service("a")},
                  {u"base/kustomization.yaml"_s, "resources: [a.yaml]\n"},
                  {u"overlays/prod/kustomization.yaml"_s, prod + "]\n"}},
                 {{u"overlays/prod/kustomization.yaml"_s, prod + ", gone.yaml]\n"}},
                 {{a, service("a", 81)}}});
    const auto planned = plan(u"HEAD"_s);
    QVERIFY(planned);
    const auto judged = judgeRollback(m_repository->open(), *planned, "overlays/prod", std::make_shared<ParseCache>());
    QVERIFY(!judged);
    QVERIFY(hasSentence(judged.error().code));
}

void TestRollbackPlan::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<RollbackScope>("scope");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* what, const RollbackScope& scope, const char* code) {
        QTest::newRow(name) << QString::fromLatin1(what) << scope << QByteArray(code);
    };
    row("no commit", "nowhere", {}, "git.noRevision");
    row("a commit of another branch", "side", {}, "rollback.notInHistory");
    row("an empty range", "HEAD..HEAD", {}, "rollback.nothing");
    row("to HEAD", "to HEAD", {}, "rollback.nothing");
    row("taken back already", "HEAD~1", {}, "rollback.nothing");
    row("a resource that it does not change", "HEAD", resource("Service", "z"), "rollback.noResource");
    row("a route that it does not change", "HEAD", route("main"), "rollback.noRoute");
}

void TestRollbackPlan::refuses()
{
    QFETCH(const QString, what);
    QFETCH(const RollbackScope, scope);
    QFETCH(const QByteArray, code);
    const QString a = u"a.yaml"_s;
    makeHistory({{{a, service("a")}}});
    m_repository->git({u"checkout"_s, u"-qb"_s, u"side"_s});
    makeHistory({{{u"b.yaml"_s, service("b")}}});
    m_repository->git({u"checkout"_s, u"-q"_s, u"main"_s});
    makeHistory({{{a, service("a", 81)}}, {{a, service("a")}}});
    const auto planned = plan(what, scope);
    QVERIFY(!planned);
    QCOMPARE(QByteArray::fromStdString(planned.error().code), code);
    QVERIFY(hasSentence(planned.error().code));
}

void TestRollbackPlan::failureLeavesEverythingAsItWas_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("a hook refuses") << u"hook"_s << QByteArray("commit.hook");
    QTest::newRow("the branch is there") << u"main"_s << QByteArray("commit.branchExists");
    QTest::newRow("HEAD has moved") << u"moved"_s << QByteArray("stack.moved");
    QTest::newRow("no message") << u"message"_s << QByteArray("commit.emptyMessage");
}

void TestRollbackPlan::failureLeavesEverythingAsItWas()
{
    QFETCH(const QString, how);
    QFETCH(const QByteArray, code);
    const QString a = u"a.yaml"_s;
    makeHistory({{{a, service("a")}}, {{a, service("a", 81)}}});
    if (how == u"hook"_s)
        m_repository->writeHook(u"pre-commit"_s, "#!/bin/sh\nexit 1\n");
    const auto planned = plan(u"HEAD"_s);
    QVERIFY(planned);
    if (how == u"moved"_s)
        makeHistory({{{a, service("a", 82)}}});
    m_repository->write(a, "mine: 1\n"); // work of the user's own
    m_repository->write(u"staged.yaml"_s, "s: 1\n");
    m_repository->git({u"add"_s, u"staged.yaml"_s});
    const auto before = m_repository->everything();
    const auto made = writeRollback(m_repository->open(), *planned, how == u"main"_s ? how : u"back/x"_s,
                                    how == u"message"_s ? QString() : u"Back"_s);
    QVERIFY(!made);
    QCOMPARE(QByteArray::fromStdString(made.error().code), code);
    QCOMPARE(m_repository->everything(), before);
}

QTEST_GUILESS_MAIN(TestRollbackPlan)
#include "tst_rollbackplan.moc"
