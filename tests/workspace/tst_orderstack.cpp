// SPDX-License-Identifier: Apache-2.0
// Any pending changes as stacked branches: what each branch's tree holds, and that every difference is minimal.
#include "models/workspace/branchstack.h"
#include "models/workspace/comparison.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

QByteArray rule(const char* name, const QByteArray& subsets)
{
    return "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: " + QByteArray(name)
        + "\n  namespace: shop\nspec:\n  host: " + name + "\n  subsets:\n" + subsets;
}

QByteArray routes(const char* name, const char* destination)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: " + QByteArray(name)
        + "\n  namespace: shop\nspec:\n  hosts: [" + name + "]\n  http:\n  - route:\n    - destination:\n        "
        + destination + "\n";
}

QByteArray service(const char* name)
{
    return "apiVersion: v1\nkind: Service\nmetadata:\n  name: " + QByteArray(name)
        + "\n  namespace: shop\nspec:\n  ports: [{name: http, port: 80}]\n";
}

QByteArray list(const QByteArrayList& resources)
{
    QByteArray text = "# All of it.\napiVersion: v1\nkind: List\nitems:\n";
    for (const QByteArray& resource : resources)
        text += "- " + QByteArray(resource).trimmed().replace("\n", "\n  ") + "\n";
    return text;
}

const QByteArray v1 = "  - name: v1 # old\n    labels: {version: v1}\n";
const QByteArray v2 = "  - name: v2\n    labels: {version: v2}\n";
const char* toV1 = "{host: a, subset: v1}";
const char* toV2 = "{host: a, subset: v2}";

using Files = QMap<QString, QByteArray>;
/// Name, and the lines that `git diff -U0` shows for the branch, with the names of the files.
using Steps = QList<std::pair<QString, QByteArray>>;

} // namespace

Q_DECLARE_METATYPE(Steps)

class TestOrderStack : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void writesABranchAStep_data();
    void writesABranchAStep();
    void splitsWhatIsReviewed_data() { writesABranchAStep_data(); }
    void splitsWhatIsReviewed();
    void refusesToSplitWhatIsNoCommit_data();
    void refusesToSplitWhatIsNoCommit();
    void messagesAndPullRequestsSayTheOrder();
    void namesFollowThePrefix();
    void ownChangesStayOut();
    void undoneIsAsBefore();
    void refuses_data();
    void refuses();

private:
    void prepare(const Files& before, const Files& after);
    QByteArray difference(const QString& from, const QString& to) const;

    std::unique_ptr<git::TestRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestOrderStack::init()
{
    m_repository = std::make_unique<git::TestRepository>(git::TestRepository::Start::Empty);
    m_workspace = std::make_unique<Workspace>();
}

void TestOrderStack::cleanup()
{
    m_workspace.reset();
    m_repository.reset();
}

/// Opens a repository with `before` committed, and makes the difference to `after` pending. Empty: no such file.
void TestOrderStack::prepare(const Files& before, const Files& after)
{
    m_repository->write(u"README.md"_s, "read me\n");
    for (const auto& [path, text] : before.asKeyValueRange()) {
        if (!text.isEmpty())
            m_repository->write(path, text);
    }
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"Start"_s});
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
    source::Edit edit;
    for (const auto& [path, text] : after.asKeyValueRange()) {
        const QByteArray old = before.value(path);
        if (old != text) {
            edit.files.push_back({path.toStdString(),
                                  source::contentIdOf(old.toStdString()),
                                  {{0, static_cast<std::uint32_t>(old.size()), text.toStdString()}}});
        }
    }
    const auto applied = m_workspace->apply(edit, u"Edit"_s);
    QVERIFY2(applied, applied ? "" : applied.error().code.c_str());
}

QByteArray TestOrderStack::difference(const QString& from, const QString& to) const
{
    QByteArray lines;
    for (const auto& line : m_repository->git({u"diff"_s, u"-U0"_s, u"--no-renames"_s, from, to}).split('\n')) {
        if (line.startsWith("diff --git"))
            lines += line.mid(line.lastIndexOf(" b/") + 3) + '\n';
        else if ((line.startsWith('+') || line.startsWith('-')) && !line.startsWith("+++") && !line.startsWith("---"))
            lines += line + '\n';
    }
    return lines;
}

namespace {

Files rulesBefore()
{
    return {{u"mesh.yaml"_s, service("a") + "---\n" + rule("a", v1) + "---\n" + routes("a", toV1)}};
}

Files rulesAfter()
{
    return {{u"mesh.yaml"_s, service("a") + "---\n" + rule("a", v2) + "---\n" + routes("a", toV2)}};
}

} // namespace

void TestOrderStack::writesABranchAStep_data()
{
    QTest::addColumn<Files>("before");
    QTest::addColumn<Files>("after");
    QTest::addColumn<Steps>("expected");
    const auto row = [](const char* name, const Files& before, const Files& after, const Steps& expected) {
        QTest::newRow(name) << before << after << expected;
    };
    const QString mesh = u"mesh.yaml"_s;
    const QByteArray plus2 = "+  - name: v2\n+    labels: {version: v2}\n";
    const QByteArray minus1 = "-  - name: v1 # old\n-    labels: {version: v1}\n";
    const QByteArray use2 = "-        {host: a, subset: v1}\n+        {host: a, subset: v2}\n";

    row("a subset and its route in two files",
        {{u"dr.yaml"_s, rule("a", v1)}, {u"vs.yaml"_s, routes("a", toV1)}, {u"s.yaml"_s, service("a")}},
        {{u"dr.yaml"_s, rule("a", v1 + v2)}, {u"vs.yaml"_s, routes("a", toV2)}},
        {{u"add"_s, "dr.yaml\n" + plus2}, {u"use"_s, "vs.yaml\n" + use2}});
    row("a subset and its route in one file",
        {{mesh, "# top\n" + routes("a", toV1) + "---\n" + service("a") + "---\n# rule\n" + rule("a", v1)}},
        {{mesh, "# top\n" + routes("a", toV2) + "---\n" + service("a") + "---\n# rule\n" + rule("a", v1 + v2)}},
        {{u"add"_s, "mesh.yaml\n" + plus2}, {u"use"_s, "mesh.yaml\n" + use2}});
    row("a subset after its route", {{mesh, service("a") + "---\n" + rule("a", v1 + v2) + "---\n" + routes("a", toV1)}},
        {{mesh, service("a") + "---\n" + rule("a", v2) + "---\n" + routes("a", toV2)}},
        {{u"use"_s, "mesh.yaml\n" + use2}, {u"remove"_s, "mesh.yaml\n" + minus1}});
    row("another subset in the place of one",
        {{mesh, service("a") + "---\n" + rule("a", v1) + "---\n" + routes("a", toV1)}},
        {{mesh, service("a") + "---\n" + rule("a", v2) + "---\n" + routes("a", toV2)}},
        {{u"add"_s, "mesh.yaml\n" + plus2}, {u"use"_s, "mesh.yaml\n" + use2}, {u"remove"_s, "mesh.yaml\n" + minus1}});
    row("a subset renamed in two files",
        {{u"dr.yaml"_s, rule("a", v1 + v2)}, {u"vs.yaml"_s, routes("a", toV1)}, {u"s.yaml"_s, service("a")}},
        {{u"dr.yaml"_s, rule("a", "  - name: v3 # old\n    labels: {version: v1}\n" + v2)},
         {u"vs.yaml"_s, routes("a", "{host: a, subset: v3}")}},
        {{u"add"_s, "dr.yaml\n+  - name: v3 # old\n+    labels: {version: v1}\n"},
         {u"use"_s, "vs.yaml\n-        {host: a, subset: v1}\n+        {host: a, subset: v3}\n"},
         {u"remove"_s, "dr.yaml\n" + minus1}});
    row("a new file on the list of its kustomization",
        {{u"k/kustomization.yaml"_s, "resources:\n- s.yaml\n- vs.yaml\n"},
         {u"k/s.yaml"_s, service("a")},
         {u"k/vs.yaml"_s, routes("a", "{host: a}")},
         {u"k/dr.yaml"_s, {}}},
        {{u"k/kustomization.yaml"_s, "resources:\n- s.yaml\n- dr.yaml\n- vs.yaml\n"},
         {u"k/vs.yaml"_s, routes("a", toV2)},
         {u"k/dr.yaml"_s, rule("a", v2)}},
        {{u"add"_s,
          "k/dr.yaml\n+" + rule("a", v2).trimmed().replace("\n", "\n+") + "\nk/kustomization.yaml\n+- dr.yaml\n"},
         {u"use"_s, "k/vs.yaml\n-        {host: a}\n+        {host: a, subset: v2}\n"}});
    row("a Service that goes with its file, and one that comes",
        {{u"k/kustomization.yaml"_s, "resources:\n- b.yaml\n- vs.yaml\n"},
         {u"k/b.yaml"_s, service("b")},
         {u"k/vs.yaml"_s, routes("a", "{host: b}")},
         {u"k/c.yaml"_s, {}}},
        {{u"k/kustomization.yaml"_s, "resources:\n- c.yaml\n- vs.yaml\n"},
         {u"k/b.yaml"_s, {}},
         {u"k/vs.yaml"_s, routes("a", "{host: c}")},
         {u"k/c.yaml"_s, service("c")}},
        {{u"add"_s,
          "k/c.yaml\n+" + service("c").trimmed().replace("\n", "\n+") + "\nk/kustomization.yaml\n+- c.yaml\n"},
         {u"use"_s, "k/vs.yaml\n-        {host: b}\n+        {host: c}\n"},
         {u"remove"_s,
          "k/b.yaml\n-" + service("b").trimmed().replace("\n", "\n-") + "\nk/kustomization.yaml\n-- b.yaml\n"}});
    row("a new document for its route", {{mesh, service("a") + "---\n" + routes("a", "{host: a}")}},
        {{mesh, service("a") + "---\n" + routes("a", toV2) + "---\n" + rule("a", v2)}},
        {{u"add"_s, "mesh.yaml\n+---\n+" + rule("a", v2).trimmed().replace("\n", "\n+") + "\n"},
         {u"use"_s, "mesh.yaml\n-        {host: a}\n+        {host: a, subset: v2}\n"}});
    row("a document that goes, the first one",
        {{mesh, "# top\n\n" + service("b") + "---\n" + service("a") + "---\n" + routes("a", "{host: b}")}},
        {{mesh, "# top\n\n" + service("a") + "---\n" + routes("a", "{host: a}")}},
        {{u"use"_s, "mesh.yaml\n-        {host: b}\n+        {host: a}\n"},
         {u"remove"_s, "mesh.yaml\n-" + service("b").trimmed().replace("\n", "\n-") + "\n"}});
    row("items of a List", {{mesh, list({service("a"), rule("a", v1), routes("a", toV1)})}},
        {{mesh, list({service("a"), rule("a", v1 + v2), routes("a", toV2)})}},
        {{u"add"_s, "mesh.yaml\n+    - name: v2\n+      labels: {version: v2}\n"},
         {u"use"_s, "mesh.yaml\n-          {host: a, subset: v1}\n+          {host: a, subset: v2}\n"}});
    row("what has no order, and no resource, goes with the middle",
        {{mesh, rule("a", v1) + "---\n" + routes("a", toV1)},
         {u"s.yaml"_s, service("a")},
         {u"other.yaml"_s, rule("z", v1)},
         {u"chart/values.yaml"_s, "a: 1\n"}},
        {{mesh, rule("a", v1 + v2) + "---\n" + routes("a", toV2)},
         {u"other.yaml"_s, rule("z", v1 + v2)},
         {u"chart/values.yaml"_s, "a: 2\n"}},
        {{u"add"_s, "mesh.yaml\n" + plus2},
         {u"use"_s, "chart/values.yaml\n-a: 1\n+a: 2\nmesh.yaml\n" + use2 + "other.yaml\n" + plus2}});
    row("a route that moves to another file",
        {{mesh, service("a") + "---\n" + rule("a", v1) + "---\n" + routes("a", toV1)}, {u"vs.yaml"_s, {}}},
        {{mesh, service("a") + "---\n" + rule("a", v1 + v2)}, {u"vs.yaml"_s, routes("a", toV2)}},
        {{u"add"_s, "mesh.yaml\n" + plus2},
         {u"use"_s,
          "mesh.yaml\n-" + routes("a", toV1).trimmed().replace("\n", "\n-") + "\nvs.yaml\n+"
              + routes("a", toV2).trimmed().replace("\n", "\n+") + "\n"}});
    row("CRLF and no line end at the end",
        {{mesh,
          QByteArray(service("a") + "---\n" + rule("a", v1) + "---\n" + routes("a", toV1))
              .trimmed()
              .replace("\n", "\r\n")}},
        {{mesh,
          QByteArray(service("a") + "---\n" + rule("a", v1 + v2) + "---\n" + routes("a", toV2))
              .trimmed()
              .replace("\n", "\r\n")}},
        {{u"add"_s, "mesh.yaml\n" + QByteArray(plus2).replace("\n", "\r\n")},
         {u"use"_s, "mesh.yaml\n-        {host: a, subset: v1}\n+        {host: a, subset: v2}\n"}});
}

void TestOrderStack::writesABranchAStep()
{
    QFETCH(const Files, before);
    QFETCH(const Files, after);
    QFETCH(const Steps, expected);
    prepare(before, after);
    const auto& snapshot = *m_workspace->snapshot();
    QVERIFY(needsOrder(snapshot));
    const auto stack = planStack(snapshot, u"step/x"_s);
    QVERIFY2(stack, stack ? "" : (stack.error().code + ' ' + stack.error().args.front()).c_str());
    const auto untouched = m_repository->everything();
    const auto made = writeStack(snapshot, *stack);
    QVERIFY2(made, made ? "" : made.error().code.c_str());
    QString below = u"main"_s;
    QStringList names;
    for (const auto& [name, lines] : expected) {
        names << u"step/x-%1-%2"_s.arg(names.size() + 1).arg(name);
        QCOMPARE(difference(below, names.back()), lines);
        below = names.back();
    }
    QCOMPARE(stack->branches.size(), static_cast<std::size_t>(names.size()));
    for (std::size_t i = 0; i < stack->branches.size(); ++i)
        QCOMPARE(stack->branches[i].branch, names[static_cast<qsizetype>(i)]);
    // the last one holds all that is pending
    for (const auto& [path, text] : after.asKeyValueRange()) {
        const auto tree = m_repository->git({u"ls-tree"_s, u"-r"_s, u"--name-only"_s, below}).split('\n');
        QCOMPARE(tree.contains(path.toUtf8()), !text.isEmpty());
        if (!text.isEmpty())
            QCOMPARE(m_repository->git({u"show"_s, below + u':' + path}).trimmed(), text.trimmed());
    }
    auto now = m_repository->everything();
    now.removeIf([](const auto& entry) { return entry.key().contains(u"step"_s); });
    QCOMPARE(now, untouched);
    QVERIFY(m_workspace->hasPendingChanges());
}

/// The same out of a branch that somebody has made, while another one is checked out.
void TestOrderStack::splitsWhatIsReviewed()
{
    QFETCH(const Files, before);
    QFETCH(const Files, after);
    QFETCH(const Steps, expected);
    prepare(before, {});
    m_workspace.reset();
    m_repository->git({u"checkout"_s, u"-qb"_s, u"feature"_s});
    for (const auto& [path, text] : after.asKeyValueRange()) {
        if (text.isEmpty())
            m_repository->git({u"rm"_s, u"-q"_s, path});
        else
            m_repository->write(path, text);
    }
    m_repository->write(u"README.md"_s, "read it again\n");
    m_repository->write(u"empty.yaml"_s, "");
    m_repository->write(u"tools/check.sh"_s, "#!/bin/sh\n");
    QFile::setPermissions(m_repository->path() + u"/tools/check.sh"_s,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"All at once"_s});
    m_repository->git({u"checkout"_s, u"-q"_s, u"main"_s});
    m_repository->write(u"later.txt"_s, "main goes on\n");
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"Later"_s});

    const auto repository = git::Repository::open(m_repository->path());
    QVERIFY(repository);
    const auto range = readRange(*repository, u"main...feature"_s);
    QVERIFY(range && *range);
    const auto comparison = openComparison(m_repository->path(), **range, {});
    QVERIFY2(comparison, comparison ? "" : comparison.error().code.c_str());
    QVERIFY(needsOrder(**comparison));
    const auto stack = planReviewedStack(**comparison, u"step/x"_s);
    QVERIFY2(stack, stack ? "" : stack.error().code.c_str());
    const auto untouched = m_repository->everything();
    const auto made = writeStack(**comparison, *stack);
    QVERIFY2(made, made ? "" : made.error().code.c_str());
    QCOMPARE(made->size(), static_cast<std::size_t>(expected.size()));
    QString below = u"main~1"_s;
    for (std::size_t i = 0; i < made->size(); ++i) {
        const auto& [name, lines] = expected[static_cast<qsizetype>(i)];
        QCOMPARE((*made)[i].branch, u"step/x-%1-%2"_s.arg(i + 1).arg(name));
        auto difference = this->difference(below, (*made)[i].branch);
        if (i + 1 == made->size()) {
            // what is no resource of the mesh comes at the end
            for (const QByteArray other :
                 {"README.md\n-read me\n+read it again\n", "empty.yaml\n", "tools/check.sh\n+#!/bin/sh\n"}) {
                QVERIFY2(difference.contains(other), difference);
                difference.replace(other, "");
            }
        }
        QCOMPARE(difference, lines);
        below = (*made)[i].branch;
    }
    // bytes, modes and files of other kinds
    QCOMPARE(m_repository->git({u"rev-parse"_s, below + u"^{tree}"_s}),
             m_repository->git({u"rev-parse"_s, u"feature^{tree}"_s}));
    auto now = m_repository->everything();
    now.removeIf([](const auto& entry) { return entry.key().contains(u"step"_s); });
    QCOMPARE(now, untouched);
}

void TestOrderStack::refusesToSplitWhatIsNoCommit_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("the working tree") << u"HEAD..:worktree"_s << QByteArray("stack.noCommits");
    QTest::newRow("the index") << u"HEAD..:index"_s << QByteArray("stack.noCommits");
    QTest::newRow("nothing to order") << u"HEAD~1..HEAD"_s << QByteArray("stack.noOrder");
    QTest::newRow("a symlink") << u"HEAD~1..linked"_s << QByteArray("stack.special");
}

void TestOrderStack::refusesToSplitWhatIsNoCommit()
{
    QFETCH(const QString, range);
    QFETCH(const QByteArray, code);
    prepare(rulesBefore(), {});
    m_workspace.reset();
    m_repository->write(u"notes.txt"_s, "notes\n");
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"Notes"_s});
    m_repository->git({u"checkout"_s, u"-qb"_s, u"linked"_s});
    const auto after = rulesAfter();
    for (const auto& [path, text] : after.asKeyValueRange())
        m_repository->write(path, text);
    QVERIFY(QFile::link(u"README.md"_s, m_repository->path() + u"/link"_s));
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"With a link"_s});
    m_repository->git({u"checkout"_s, u"-q"_s, u"main"_s});
    const auto repository = git::Repository::open(m_repository->path());
    const auto ends = readRange(*repository, range);
    QVERIFY(ends && *ends);
    const auto comparison = openComparison(m_repository->path(), **ends, {});
    QVERIFY2(comparison, comparison ? "" : comparison.error().code.c_str());
    const auto stack = planReviewedStack(**comparison, u"step/x"_s);
    QVERIFY(!stack);
    QCOMPARE(stack.error().code, code.toStdString());
}

void TestOrderStack::messagesAndPullRequestsSayTheOrder()
{
    prepare(rulesBefore(), rulesAfter());
    const auto stack = planStack(*m_workspace->snapshot(), u"step/x"_s);
    QVERIFY(stack);
    QCOMPARE(stack->branches.size(), 3U);
    QVERIFY2(stack->branches[0].message.contains(u"Branch 1 of 3: what the next one needs."_s),
             qPrintable(stack->branches[0].message));
    QVERIFY(!stack->branches[0].message.contains(u"Merge after"_s));
    QVERIFY(stack->branches[1].message.contains(u"Merge after step/x-1-add, when that has been synced."_s));
    QVERIFY(stack->branches[2].message.contains(u"Branch 3 of 3: takes out what nothing needs any more."_s));
    for (const auto& branch : stack->branches)
        QCOMPARE(branch.change.resources.size(), 1U);
    const QString text = pullRequestMarkdown(*stack, 1);
    QVERIFY2(text.startsWith(u"## "_s), qPrintable(text));
    QVERIFY2(text.contains(u"### Stack\n\n1. `step/x-1-add`\n2. `step/x-2-use` (this one)\n3. `step/x-3-remove`\n"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"merge, wait for the sync, then merge the next"_s));
    QVERIFY(text.contains(u"Merge this one after `step/x-1-add`."_s));
    QVERIFY(text.contains(u"+        {host: a, subset: v2}"_s));
    QVERIFY2(!text.contains(u"+  - name: v2"_s), "only its own difference");
    // a subset that nothing uses yet is worth a word and breaks nothing, one that is gone too early would
    QByteArrayList introduced;
    for (const auto& branch : stack->branches) {
        for (const checks::Finding& finding : branch.findings.introduced)
            introduced << QByteArray::fromStdString(finding.code + " " + std::string(severityName(finding.severity)));
    }
    QCOMPARE(introduced.join(", "), QByteArray("IST0173 unknown, MD104 info, MD104 info"));
}

void TestOrderStack::namesFollowThePrefix()
{
    prepare(rulesBefore(), rulesAfter());
    auto stack = planStack(*m_workspace->snapshot(), u"step/x"_s);
    QVERIFY(stack);
    nameStack(*stack, u"other"_s);
    QCOMPARE(stack->branches[2].branch, u"other-3-remove"_s);
    QVERIFY(stack->branches[2].message.contains(u"Merge after other-2-use"_s));
    const QString prefix = proposedPrefix(*m_workspace->snapshot());
    QVERIFY(prefix.startsWith(u"mesh/"_s));
    m_repository->git({u"branch"_s, prefix + u"-1-add"_s});
    QCOMPARE(proposedPrefix(*m_workspace->snapshot()), prefix + u"-2"_s);
}

void TestOrderStack::ownChangesStayOut()
{
    prepare(rulesBefore(), {});
    const auto text = rulesBefore()[u"mesh.yaml"_s];
    m_repository->write(u"mesh.yaml"_s, QByteArray(text).replace("port: 80", "port: 81"));
    m_workspace = std::make_unique<Workspace>();
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
    const std::string mine = QByteArray(text).replace("port: 80", "port: 81").toStdString();
    const std::string edited = rulesAfter()[u"mesh.yaml"_s].replace("port: 80", "port: 81").toStdString();
    QVERIFY(m_workspace->apply(
        source::Edit{
            {{"mesh.yaml", source::contentIdOf(mine), {{0, static_cast<std::uint32_t>(mine.size()), edited}}}}},
        u"Edit"_s));
    const auto stack = planStack(*m_workspace->snapshot(), u"step/x"_s);
    QVERIFY2(stack, stack ? "" : stack.error().code.c_str());
    QVERIFY(writeStack(*m_workspace->snapshot(), *stack));
    QCOMPARE(difference(u"main"_s, u"step/x-1-add"_s), "mesh.yaml\n+  - name: v2\n+    labels: {version: v2}\n");
    QVERIFY(!m_repository->git({u"show"_s, u"step/x-3-remove:mesh.yaml"_s}).contains("port: 81"));
    QVERIFY(m_repository->read(u"mesh.yaml"_s).contains("port: 81"));
}

void TestOrderStack::undoneIsAsBefore()
{
    prepare(rulesBefore(), rulesAfter());
    const auto before = m_repository->everything();
    const auto stack = planStack(*m_workspace->snapshot(), u"step/x"_s);
    QVERIFY(stack);
    const auto made = writeStack(*m_workspace->snapshot(), *stack);
    QVERIFY(made);
    QVERIFY(m_repository->everything() != before);
    const auto undone = m_workspace->undoStack(*made);
    QVERIFY2(undone, undone ? "" : undone.error().code.c_str());
    QCOMPARE(m_repository->everything(), before);
    QVERIFY(m_workspace->hasPendingChanges());
    const auto again = m_workspace->undoStack(*made);
    QVERIFY(!again);
    QCOMPARE(again.error().code, std::string("undo.moved"));
}

void TestOrderStack::refuses_data()
{
    QTest::addColumn<Files>("before");
    QTest::addColumn<Files>("after");
    QTest::addColumn<QByteArray>("code");
    const QString mesh = u"mesh.yaml"_s;
    QTest::newRow("no order") << Files{{mesh, service("a") + "---\n" + routes("a", "{host: a}")}}
                              << Files{{mesh, service("a") + "---\n" + routes("a", "{host: a, port: {number: 80}}")}}
                              << QByteArray("stack.noOrder");
    QTest::newRow("items of a List on one line")
        << Files{{mesh,
                  "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Service, metadata: {name: a}}, "
                  "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: r}, spec: {hosts: [a], "
                  "http: [{route: [{destination: {host: a}}]}]}}]\n"}}
        << Files{{mesh,
                  "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Service, metadata: {name: a}}, "
                  "{apiVersion: v1, kind: Service, metadata: {name: b}}, "
                  "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: r}, spec: {hosts: [a], "
                  "http: [{route: [{destination: {host: b}}]}]}}]\n"}}
        << QByteArray("stack.entangled");
    QTest::newRow("another order of documents")
        << Files{{mesh, service("a") + "---\n" + rule("a", v1) + "---\n" + routes("a", toV1)}}
        << Files{{mesh, routes("a", toV2) + "---\n" + rule("a", v1 + v2) + "---\n" + service("a")}}
        << QByteArray("stack.entangled");
}

void TestOrderStack::refuses()
{
    QFETCH(const Files, before);
    QFETCH(const Files, after);
    QFETCH(const QByteArray, code);
    prepare(before, after);
    const auto untouched = m_repository->everything();
    const auto stack = planStack(*m_workspace->snapshot(), u"step/x"_s);
    QVERIFY(!stack);
    QCOMPARE(QByteArray::fromStdString(stack.error().code), code);
    QCOMPARE(m_repository->everything(), untouched);
}

QTEST_GUILESS_MAIN(TestOrderStack)
#include "tst_orderstack.moc"
