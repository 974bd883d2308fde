// SPDX-License-Identifier: Apache-2.0
// What is typed into a text: gathered, worked out, undone; half-typed text keeps the last good picture.
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

const std::string reviews = "shop/reviews.yaml";

std::uint32_t offsetIn(const Workspace& workspace, std::string_view what)
{
    return static_cast<std::uint32_t>(workspace.typedText(reviews).find(what));
}

bool hasRoute(const Snapshot& snapshot)
{
    return std::ranges::any_of(snapshot.graph->ofKind("VirtualService"),
                               [&](auto index) { return snapshot.graph->at(index).key.name == "reviews"; });
}

const checks::Finding* syntaxFinding(const Snapshot& snapshot)
{
    const auto found = std::ranges::find(snapshot.findings, std::string("MD001"), &checks::Finding::code);
    return found == snapshot.findings.end() ? nullptr : &*found;
}

} // namespace

class TestTyping : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keystrokesInARowAreOneStep();
    void undoComesAfterWhatWasTyped();
    void otherEditsComeAfterWhatWasTyped();
    void savesWhatWasTyped();
    void largeFilesAreWorkedOutInTheBackground();
    void halfTypedTextKeepsTheLastGoodGraph_data();
    void halfTypedTextKeepsTheLastGoodGraph();
    void aBrokenTextThatIsSavedIsStillShownAsItWas();
    void editsOfABrokenFileAreRefused();

private:
    void type(std::uint32_t offset, std::uint32_t length, const std::string& text, int mergeId = 0)
    {
        const auto typed =
            m_workspace->type(reviews, {.offset = offset, .length = length, .text = text}, u"Type"_s, mergeId);
        QVERIFY2(typed.has_value(), typed ? "" : typed.error().code.c_str());
    }

    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestTyping::init()
{
    m_workspace.reset();
    m_repository = std::make_unique<MeshRepository>();
    m_workspace = std::make_unique<Workspace>();
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
}

void TestTyping::keystrokesInARowAreOneStep()
{
    const std::string before = m_workspace->typedText(reviews);
    const auto at = offsetIn(*m_workspace, "90 # stable");
    type(at, 2, "8", 1000);
    type(at + 1, 0, "0", 1000);
    QCOMPARE(*m_workspace->snapshot()->current.find(reviews)->text->text, before);
    QVERIFY(m_workspace->hasPendingChanges());
    WAIT_FOR(m_workspace->undoStack().count() == 1);
    type(at + 2, 0, "1", 1000);
    WAIT_FOR(m_workspace->snapshot()->current.find(reviews)->text->text->contains("801 # stable"));
    QCOMPARE(m_workspace->undoStack().count(), 1);
    type(at + 2, 1, "", 1001);
    WAIT_FOR(m_workspace->undoStack().count() == 2);
    m_workspace->undo();
    m_workspace->undo();
    QCOMPARE(m_workspace->typedText(reviews), before);
    QVERIFY(!m_workspace->hasPendingChanges());
}

void TestTyping::undoComesAfterWhatWasTyped()
{
    const std::string before = m_workspace->typedText(reviews);
    type(0, 0, "# more\n", 1000);
    m_workspace->undo();
    QCOMPARE(m_workspace->typedText(reviews), before);
    QVERIFY(m_workspace->undoStack().canRedo());
    m_workspace->redo();
    QVERIFY(m_workspace->typedText(reviews).starts_with("# more\n"));
}

void TestTyping::otherEditsComeAfterWhatWasTyped()
{
    type(0, 0, "# more\n", 1000);
    const auto& graph = *m_workspace->snapshot()->graph;
    const auto& resource = graph.at(graph.ofKind("VirtualService").front());
    const auto route = resource.element(std::get<mesh::RouteTable>(resource.body).routes.back().node);
    QVERIFY(m_workspace->setWeights(route, {80, 20}));
    QVERIFY(m_workspace->typedText(reviews).starts_with("# more\n"));
    QVERIFY(m_workspace->typedText(reviews).contains("weight: 80"));
    QCOMPARE(m_workspace->undoStack().count(), 2);
}

void TestTyping::savesWhatWasTyped()
{
    type(0, 0, "# more\n", 1000);
    QVERIFY(m_workspace->save());
    QVERIFY(m_repository->read(QString::fromStdString(reviews)).startsWith("# more\n"));
    QVERIFY(!m_workspace->hasPendingChanges());
}

void TestTyping::largeFilesAreWorkedOutInTheBackground()
{
    std::string lines;
    for (int i = 0; i < 3000; ++i)
        lines += "# line " + std::to_string(i) + " of a file that is large\n";
    type(0, 0, lines, 1000);
    m_workspace->flushTyping();
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    type(0, 0, "#a", 1001);
    type(2, 0, "b", 1001);
    QCoreApplication::processEvents();
    type(3, 0, "c\n", 1001);
    QVERIFY(m_workspace->typedText(reviews).starts_with("#abc\n# line 0"));
    WAIT_FOR(m_workspace->snapshot()->current.find(reviews)->text->text->starts_with("#abc\n# line 0"));
    QCOMPARE(m_workspace->undoStack().count(), 2);
    m_workspace->undo();
    QVERIFY(m_workspace->typedText(reviews).starts_with("# line 0"));
    // Asked for in the middle of the work
    type(0, 0, "#d\n", 1002);
    QCoreApplication::processEvents();
    m_workspace->undo();
    QVERIFY(m_workspace->typedText(reviews).starts_with("# line 0"));
}

void TestTyping::halfTypedTextKeepsTheLastGoodGraph_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("a key without its colon") << u"  http:\n"_s << u"  http:\n  mirr\n"_s;
    QTest::newRow("an open bracket") << u"hosts: [reviews]"_s << u"hosts: [reviews"_s;
    QTest::newRow("an open quote") << u"exact: \"yes\""_s << u"exact: \"yes"_s;
    QTest::newRow("a template action") << u"name: default"_s << u"name: {{ x"_s;
    QTest::newRow("a control character") << u"name: default"_s << u"name: \u001Bdefault"_s;
}

void TestTyping::halfTypedTextKeepsTheLastGoodGraph()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const auto good = m_workspace->snapshot()->graph;
    const std::string text = m_workspace->typedText(reviews);
    const auto at = offsetIn(*m_workspace, before.toStdString());
    QVERIFY(at < text.size());
    type(at, static_cast<std::uint32_t>(before.size()), after.toStdString());
    m_workspace->flushTyping();
    const auto broken = m_workspace->snapshot();
    QVERIFY(broken->lastGood.contains(reviews));
    QCOMPARE(broken->lastGood.at(reviews), broken->saved.find(reviews)->text);
    QVERIFY(hasRoute(*broken));
    QCOMPARE(broken->graph->order().size(), good->order().size());
    QVERIFY(broken->change.resources.empty());
    if (broken->current.find(reviews)->text->kind == source::TextKind::Yaml) {
        QVERIFY(syntaxFinding(*broken) != nullptr);
        QVERIFY(syntaxFinding(*broken)->where.line > 1);
    }
    // typing goes on, and back
    type(at, 0, " ");
    m_workspace->flushTyping();
    QVERIFY(m_workspace->snapshot()->lastGood.contains(reviews));
    type(0, static_cast<std::uint32_t>(m_workspace->typedText(reviews).size()), text);
    m_workspace->flushTyping();
    QVERIFY(m_workspace->snapshot()->lastGood.empty());
    QVERIFY(syntaxFinding(*m_workspace->snapshot()) == nullptr);
    QCOMPARE(m_workspace->snapshot()->graph, m_workspace->snapshot()->savedGraph);
}

void TestTyping::aBrokenTextThatIsSavedIsStillShownAsItWas()
{
    type(offsetIn(*m_workspace, "hosts: ["), 8, "hosts: [[");
    QVERIFY(m_workspace->save());
    QVERIFY(hasRoute(*m_workspace->snapshot()));
    QVERIFY(m_workspace->snapshot()->change.resources.empty());
    QVERIFY(syntaxFinding(*m_workspace->snapshot()) != nullptr);
    // mended and changed: the change is told from what was last good
    const auto at = offsetIn(*m_workspace, "hosts: [[reviews");
    type(at, 16, "hosts: [reviews, more");
    m_workspace->flushTyping();
    QVERIFY(m_workspace->snapshot()->lastGood.empty());
    QCOMPARE(m_workspace->snapshot()->change.resources.size(), std::size_t(1));
    QCOMPARE(m_workspace->snapshot()->change.resources.front().operation, changes::Operation::Modified);
    // opened anew there is nothing good to keep
    m_workspace->undo();
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
    QVERIFY(!hasRoute(*m_workspace->snapshot()));
}

void TestTyping::editsOfABrokenFileAreRefused()
{
    const auto& graph = *m_workspace->snapshot()->graph;
    const auto& resource = graph.at(graph.ofKind("VirtualService").front());
    const auto route = resource.element(std::get<mesh::RouteTable>(resource.body).routes.back().node);
    type(offsetIn(*m_workspace, "hosts: ["), 8, "hosts: [[");
    const auto refused = m_workspace->setWeights(route, {80, 20});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("edit.broken"));
    QVERIFY(m_workspace->revertAll());
    QVERIFY(m_workspace->setWeights(route, {80, 20}));
}

QTEST_GUILESS_MAIN(TestTyping)
#include "tst_typing.moc"
