// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/branchstack.h"
#include "models/workspace/canarywords.h"
#include "models/workspace/destinationedit.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

class TestBranchStack : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void writesABranchAStep();
    void subsetComesFirst();
    void newRuleComesFirst();
    void otherPendingChangesStayOut();
    void ownChangesInTheFileStayOut();
    void existingBranchesAreRefused();
    void aHookThatSaysNoLeavesNothing();
    void refusesWhatIsNoPlan();
    void messagesSayTheOrder();
    void prefixIsFree();

private:
    void open();
    mesh::ElementRef route(std::size_t index = 1) const;
    changes::CanaryPlan plan(std::size_t target) const;
    void addThird(std::int64_t weight = 0);
    QByteArray branchDiff(const QString& from, const QString& to) const
    {
        QByteArray lines;
        for (const auto& line : m_repository->git({u"diff"_s, u"-U0"_s, from, to}).split('\n')) {
            if ((line.startsWith('+') || line.startsWith('-')) && !line.startsWith("+++") && !line.startsWith("---"))
                lines += line + '\n';
        }
        return lines;
    }

    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestBranchStack::init()
{
    m_repository = std::make_unique<MeshRepository>();
    m_workspace = std::make_unique<Workspace>();
}

void TestBranchStack::cleanup()
{
    m_workspace.reset();
    m_repository.reset();
}

void TestBranchStack::open()
{
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
}

mesh::ElementRef TestBranchStack::route(std::size_t index) const
{
    const auto& graph = *m_workspace->snapshot()->graph;
    const auto& resource = graph.at(graph.ofKind("VirtualService").front());
    return resource.element(std::get<mesh::RouteTable>(resource.body).routes[index].node);
}

changes::CanaryPlan TestBranchStack::plan(std::size_t target) const
{
    return changes::planCanary(*routeIn(*m_workspace->snapshot()->graph, route()).route, target, changes::usualShares(),
                               30);
}

void TestBranchStack::addThird(std::int64_t weight)
{
    const auto edit = planDestination(
        *m_workspace->snapshot(), route(),
        {{.host = "reviews", .subset = "v3", .port = {}, .ns = {}}, weight, mesh::Labels{{"version", "v3"}}});
    QVERIFY(edit);
    QVERIFY(m_workspace->apply(*edit, u"Add v3"_s));
}

void TestBranchStack::writesABranchAStep()
{
    open();
    const auto before = m_repository->everything();
    const auto stack = planStack(*m_workspace->snapshot(), route(), plan(1), u"canary/x"_s);
    QVERIFY2(stack, stack ? "" : stack.error().code.c_str());
    QCOMPARE(stack->branches.size(), 3U);
    QCOMPARE(m_repository->everything(), before);
    const auto made = writeStack(*m_workspace->snapshot(), *stack);
    QVERIFY2(made, made ? "" : made.error().code.c_str());
    QCOMPARE(branchDiff(u"main"_s, u"canary/x-1-25"_s),
             "-      weight: 90 # stable\n+      weight: 75 # stable\n-      weight: 10\n+      weight: 25\n");
    QCOMPARE(branchDiff(u"canary/x-1-25"_s, u"canary/x-2-50"_s),
             "-      weight: 75 # stable\n+      weight: 50 # stable\n-      weight: 25\n+      weight: 50\n");
    QCOMPARE(branchDiff(u"canary/x-2-50"_s, u"canary/x-3-100"_s),
             "-      weight: 50 # stable\n+      weight: 0 # stable\n-      weight: 50\n+      weight: 100\n");
    for (const auto& branch : stack->branches) {
        QVERIFY(branch.change.tier != changes::Tier::None);
        QCOMPARE(branch.change.resources.size(), 1U);
        QVERIFY(!branch.change.resources.front().reasons.empty());
    }
}

void TestBranchStack::subsetComesFirst()
{
    open();
    addThird(5);
    const auto stack = planStack(*m_workspace->snapshot(), route(), plan(2), u"canary/x"_s);
    QVERIFY2(stack, stack ? "" : stack.error().code.c_str());
    QStringList names;
    for (const auto& branch : stack->branches)
        names << branch.branch;
    QCOMPARE(names.join(u' '), u"canary/x-1-subset canary/x-2-10 canary/x-3-25 canary/x-4-50 canary/x-5-100"_s);
    QVERIFY(!stack->branches[0].step);
    QCOMPARE(stack->branches[1].step, std::optional<std::size_t>(0));
    const auto pending = *m_workspace->snapshot()->current.find("shop/reviews.yaml")->text->text;
    QVERIFY(writeStack(*m_workspace->snapshot(), *stack));
    // the pending edits stay
    QCOMPARE(*m_workspace->snapshot()->current.find("shop/reviews.yaml")->text->text, pending);
    QCOMPARE(branchDiff(u"main"_s, u"canary/x-1-subset"_s), "+  - name: v3\n+    labels:\n+      version: v3\n");
    QCOMPARE(branchDiff(u"canary/x-1-subset"_s, u"canary/x-2-10"_s),
             "-      weight: 90 # stable\n+      weight: 80 # stable\n+    - destination:\n+        host: reviews\n"
             "+        subset: v3\n+      weight: 10\n");
    QCOMPARE(branchDiff(u"canary/x-2-10"_s, u"canary/x-3-25"_s),
             "-      weight: 80 # stable\n+      weight: 65 # stable\n-      weight: 10\n+      weight: 25\n");
}

void TestBranchStack::newRuleComesFirst()
{
    auto text = reviewsFile();
    m_repository->write(u"shop/reviews.yaml"_s,
                        text.left(text.indexOf("---\n"))
                            .replace("subset: v1", "port: {number: 1}")
                            .replace("        subset: v2", "        port: {number: 2}")
                            .replace(", subset: v2", ""));
    m_repository->commitAll();
    open();
    addThird();
    const auto stack = planStack(*m_workspace->snapshot(), route(), plan(2), u"canary/x"_s);
    QVERIFY2(stack, stack ? "" : stack.error().code.c_str());
    QCOMPARE(stack->branches.size(), 5U);
    QVERIFY(writeStack(*m_workspace->snapshot(), *stack));
    QCOMPARE(m_repository->git({u"diff"_s, u"--name-status"_s, u"main"_s, u"canary/x-1-subset"_s}),
             "A\tshop/reviews-destinationrule.yaml");
    QCOMPARE(m_repository->git({u"diff"_s, u"--name-status"_s, u"canary/x-1-subset"_s, u"canary/x-5-100"_s}),
             "M\tshop/reviews.yaml");
}

void TestBranchStack::otherPendingChangesStayOut()
{
    open();
    addThird();
    const auto& graph = *m_workspace->snapshot()->graph;
    const auto& gateway = graph.at(graph.ofKind("Gateway").front());
    const auto hosts = gateway.rootNode()["spec"]["servers"].item(0)["hosts"].item(0);
    MeshEdit edit;
    edit.changes.push_back({gateway.element(), {source::ScalarChange{hosts.id(), "shop.example.com", true}}});
    QVERIFY(m_workspace->apply(edit, u"Host"_s));
    const auto stack = planStack(*m_workspace->snapshot(), route(), plan(2), u"canary/x"_s);
    QVERIFY2(stack, stack ? "" : stack.error().code.c_str());
    QCOMPARE(stack->leftOut, std::vector<std::string>{"Gateway edge/shop-gw"});
    for (const auto& branch : stack->branches) {
        for (const auto& file : branch.files)
            QCOMPARE(file.path, std::string("shop/reviews.yaml"));
    }
    // one that goes with its file stays out, too
    MeshEdit removal;
    removal.removals.push_back(
        m_workspace->snapshot()->graph->at(m_workspace->snapshot()->graph->ofKind("Gateway").front()).element());
    QVERIFY(m_workspace->apply(removal, u"Remove"_s));
    const auto without = planStack(*m_workspace->snapshot(), route(), plan(2), u"canary/x"_s);
    QVERIFY2(without, without ? "" : without.error().code.c_str());
    QCOMPARE(without->leftOut, std::vector<std::string>{"Gateway edge/shop-gw"});
    for (const auto& branch : without->branches) {
        for (const auto& file : branch.files)
            QCOMPARE(file.path, std::string("shop/reviews.yaml"));
    }
}

void TestBranchStack::ownChangesInTheFileStayOut()
{
    m_repository->write(u"shop/reviews.yaml"_s, reviewsFile().replace("# The reviews", "# My reviews"));
    open();
    const auto before = m_repository->everything();
    const auto stack = planStack(*m_workspace->snapshot(), route(), plan(1), u"canary/x"_s);
    QVERIFY2(stack, stack ? "" : stack.error().code.c_str());
    QVERIFY(writeStack(*m_workspace->snapshot(), *stack));
    QVERIFY(!m_repository->git({u"show"_s, u"canary/x-3-100:shop/reviews.yaml"_s}).contains("My reviews"));
    auto after = m_repository->everything();
    after.removeIf([](const auto& entry) { return entry.key().contains(u"canary"_s); });
    QCOMPARE(after, before);
}

void TestBranchStack::existingBranchesAreRefused()
{
    m_repository->git({u"branch"_s, u"canary/x-2-50"_s});
    open();
    const auto before = m_repository->everything();
    const auto stack = planStack(*m_workspace->snapshot(), route(), plan(1), u"canary/x"_s);
    QVERIFY(stack);
    const auto made = writeStack(*m_workspace->snapshot(), *stack);
    QVERIFY(!made);
    QCOMPARE(made.error().code, std::string("commit.branchExists"));
    QCOMPARE(m_repository->everything(), before);
}

void TestBranchStack::aHookThatSaysNoLeavesNothing()
{
    m_repository->writeHook(u"pre-commit"_s, "! grep -q 'weight: 100' shop/reviews.yaml\n");
    open();
    addThird();
    const auto before = m_repository->everything();
    const auto stack = planStack(*m_workspace->snapshot(), route(), plan(2), u"canary/x"_s);
    QVERIFY(stack);
    const auto made = writeStack(*m_workspace->snapshot(), *stack);
    QVERIFY(!made);
    QCOMPARE(made.error().code, std::string("commit.hook"));
    QCOMPARE(m_repository->everything(), before);
}

void TestBranchStack::refusesWhatIsNoPlan()
{
    open();
    const auto codeOf = [&](const changes::CanaryPlan& wanted) {
        const auto stack = planStack(*m_workspace->snapshot(), route(), wanted, u"canary/x"_s);
        return stack ? std::string() : stack.error().code;
    };
    auto wanted = plan(1);
    wanted.steps.clear();
    QCOMPARE(codeOf(wanted), std::string("canary.empty"));
    wanted = plan(1);
    wanted.parts.pop_back();
    QCOMPARE(codeOf(wanted), std::string("canary.stale"));
    wanted = plan(1);
    wanted.steps[1] = wanted.steps[0];
    QCOMPARE(codeOf(wanted), std::string("canary.sameStep"));
    wanted = plan(1);
    wanted.steps[0].weights = {90, 10};
    QCOMPARE(codeOf(wanted), std::string("canary.sameStep"));
}

void TestBranchStack::messagesSayTheOrder()
{
    open();
    auto wanted = plan(1);
    wanted.steps[0].note = "watch 5xx";
    const auto stack = planStack(*m_workspace->snapshot(), route(), wanted, u"canary/x"_s);
    QVERIFY(stack);
    const QString first = stack->branches[0].message;
    QVERIFY2(first.contains(u"Branch 1 of 3 of a canary."_s), qPrintable(first));
    QVERIFY2(first.contains(u"Then let it stand for 30 min."_s), qPrintable(first));
    QVERIFY2(first.contains(u"Note: watch 5xx"_s), qPrintable(first));
    QVERIFY(!first.contains(u"Merge after"_s));
    QVERIFY(stack->branches[1].message.contains(u"Merge after canary/x-1-25, when that has been synced."_s));
    QVERIFY(!stack->branches[2].message.contains(u"let it stand"_s));
    QCOMPARE(planSummary(wanted), u"3 steps, 30 min pause"_s);
    QCOMPARE(pauseText(90), u"1 h 30 min"_s);
}

void TestBranchStack::prefixIsFree()
{
    open();
    QCOMPARE(proposedPrefix(*m_workspace->snapshot(), route(), plan(1)), u"canary/reviews-v2"_s);
    m_repository->git({u"branch"_s, u"canary/reviews-v2-1-25"_s});
    QCOMPARE(proposedPrefix(*m_workspace->snapshot(), route(), plan(1)), u"canary/reviews-v2-2"_s);
}

QTEST_GUILESS_MAIN(TestBranchStack)
#include "tst_branchstack.moc"
