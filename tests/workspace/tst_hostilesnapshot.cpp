// SPDX-License-Identifier: Apache-2.0
// Opening a repository that sets everything that git can be told to run, and working in it: none of it runs.
#include "models/git/history.h"
#include "models/workspace/commitfiles.h"
#include "models/workspace/workspace.h"

#include "meshrepository.h"
#include "tests/git/hostilerepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

class TestHostileSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openingRunsNothing_data();
    void openingRunsNothing();
    void editingAndSavingRunsNothing();

private:
    git::GitSandbox m_sandbox;
};

void TestHostileSnapshot::openingRunsNothing_data()
{
    QTest::addColumn<QString>("revision");
    for (const QString& revision :
         {QString(), u"HEAD"_s, u"HEAD~1"_s, u"side"_s, u"stash@{0}"_s, git::indexRevision.toString()})
        QTest::newRow(revision.isEmpty() ? "working tree" : qPrintable(revision)) << revision;
}

void TestHostileSnapshot::openingRunsNothing()
{
    QFETCH(QString, revision);
    git::HostileRepository hostile({{u"shop/reviews.yaml"_s, reviewsFile()}});
    hostile.setEnvironment();
    const auto snapshot = openSnapshot(hostile.repo().path(), revision, {});
    QVERIFY2(snapshot, snapshot ? "" : snapshot.error().code.c_str());
    if (!revision.contains(u"~"_s) && revision != u"side"_s)
        QVERIFY((*snapshot)->saved.find("shop/reviews.yaml") != nullptr);
    QCOMPARE(hostile.markers(), QStringList());
}

void TestHostileSnapshot::editingAndSavingRunsNothing()
{
    git::HostileRepository hostile({{u"shop/reviews.yaml"_s, reviewsFile()}});
    hostile.setEnvironment();
    Workspace workspace;
    QSignalSpy snapshots(&workspace, &Workspace::snapshotChanged);
    workspace.open(hostile.repo().path());
    WAIT_FOR(!snapshots.isEmpty());
    const auto before = workspace.snapshot()->saved.find("shop/reviews.yaml")->text;
    const auto at = before->text->find("90");
    QVERIFY(at != std::string::npos);
    const source::Edit edit{
        .files = {{.path = "shop/reviews.yaml",
                   .base = before->id,
                   .splices = {{.offset = static_cast<std::uint32_t>(at), .length = 2, .text = "80"}}}}};
    QVERIFY(workspace.apply(edit, u"x"_s).has_value());
    QVERIFY(workspace.filesWithForeignChanges().empty());
    QVERIFY(!workspace.summaryMarkdown().isEmpty());
    QVERIFY(workspace.save().has_value());
    // Another program's change is read again, and noticed.
    snapshots.clear();
    hostile.repo().write(u"a.yaml"_s, "a: again\n");
    WAIT_FOR(!snapshots.isEmpty());
    QCOMPARE(hostile.markers(), QStringList());
}

} // namespace meshdraft::workspace

QTEST_GUILESS_MAIN(meshdraft::workspace::TestHostileSnapshot)
#include "tst_hostilesnapshot.moc"
