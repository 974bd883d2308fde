// SPDX-License-Identifier: Apache-2.0
#include "views/window/followers.h"

#include <QtTest>

using namespace meshdraft;
using namespace meshdraft::views;
using namespace Qt::StringLiterals;

namespace {

/// A mesh of so many Services.
workspace::SnapshotPtr meshOf(int services)
{
    std::string text;
    for (int i = 0; i < services; ++i) {
        text += "---\napiVersion: v1\nkind: Service\nmetadata: {name: s" + std::to_string(i)
            + ", namespace: shop}\nspec: {ports: [{port: 80}]}\n";
    }
    mesh::Environment environment;
    environment.name = ".";
    environment.files = {"services.yaml"};
    auto snapshot = std::make_shared<workspace::Snapshot>();
    snapshot->current = mesh::FileSet().with("services.yaml", source::parseText(text));
    snapshot->graph = mesh::buildGraph(snapshot->current, environment);
    return snapshot;
}

} // namespace

class TestFollowers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void allFollowAtOnce_data();
    void allFollowAtOnce();
    void whileALargeMeshIsDraggedTheRestWaits();
    void aDragThatRestsIsFollowed();
    void aSnapshotInBetweenStartsAnew();

private:
    workspace::SnapshotPtr m_small;
    workspace::SnapshotPtr m_large;
    workspace::SnapshotPtr m_larger;
    std::unique_ptr<Followers> m_followers;
    workspace::SnapshotPtr m_quick; ///< what the one that follows each step has
    std::vector<workspace::SnapshotPtr> m_others; ///< what the two others have
};

void TestFollowers::initTestCase()
{
    m_small = meshOf(10);
    m_large = meshOf(1000);
    m_larger = meshOf(1001);
    QCOMPARE(m_large->graph->resources().size(), std::size_t{1000});
}

void TestFollowers::init()
{
    m_followers = std::make_unique<Followers>();
    m_quick.reset();
    m_others.assign(2, nullptr);
    m_followers->add(Followers::Pace::AtRest, [this](const auto& snapshot) { m_others[0] = snapshot; });
    m_followers->add(Followers::Pace::EachStep, [this](const auto& snapshot) {
        m_quick = snapshot;
        QVERIFY2(m_others[0] != snapshot, "the quick ones come first");
    });
    m_followers->add(Followers::Pace::AtRest, [this](const auto& snapshot) { m_others[1] = snapshot; });
}

void TestFollowers::allFollowAtOnce_data()
{
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<bool>("isDragged");
    QTest::newRow("small") << false << false;
    QTest::newRow("small, dragged") << false << true;
    QTest::newRow("large") << true << false;
}

void TestFollowers::allFollowAtOnce()
{
    QFETCH(bool, isLarge);
    QFETCH(bool, isDragged);
    const auto& snapshot = isLarge ? m_large : m_small;
    m_followers->setDragging(isDragged);
    m_followers->setSnapshot(snapshot);
    QCOMPARE(m_quick, snapshot);
    QCOMPARE(m_others, (std::vector{snapshot, snapshot}));
}

void TestFollowers::whileALargeMeshIsDraggedTheRestWaits()
{
    m_followers->setDragging(true);
    m_followers->setSnapshot(m_large);
    m_followers->setSnapshot(m_larger);
    QCOMPARE(m_quick, m_larger);
    QCOMPARE(m_others, (std::vector<workspace::SnapshotPtr>(2)));
    m_followers->setDragging(false);
    // each in a turn of its own
    QVERIFY(QTest::qWaitFor([this] { return m_others[0] != nullptr; }));
    QVERIFY(QTest::qWaitFor([this] { return m_others[1] != nullptr; }));
    QCOMPARE(m_others, (std::vector{m_larger, m_larger}));
}

void TestFollowers::aDragThatRestsIsFollowed()
{
    m_followers->setDragging(true);
    m_followers->setSnapshot(m_large);
    QVERIFY(QTest::qWaitFor([this] { return m_others == std::vector{m_large, m_large}; }));
}

void TestFollowers::aSnapshotInBetweenStartsAnew()
{
    m_followers->setDragging(true);
    m_followers->setSnapshot(m_large);
    m_followers->setDragging(false);
    QVERIFY(QTest::qWaitFor([this] { return m_others[0] != nullptr; }));
    m_followers->setSnapshot(m_larger);
    QCOMPARE(m_others, (std::vector{m_larger, m_larger}));
    // closing is followed at once, too
    m_followers->setDragging(true);
    m_followers->setSnapshot(nullptr);
    QCOMPARE(m_quick, nullptr);
    QCOMPARE(m_others, (std::vector<workspace::SnapshotPtr>(2)));
}

QTEST_GUILESS_MAIN(TestFollowers)
#include "tst_followers.moc"
