// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/kubectl.h"
#include "models/workspace/comparison.h"
#include "models/workspace/review.h"
#include "models/workspace/words.h"
#include "tests/workspace/meshrepository.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

using Files = QMap<QString, QByteArray>;

QByteArray route(const QByteArray& ns, const QByteArray& timeout)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web, namespace: " + ns
        + "}\nspec:\n  hosts: [web]\n  http:\n    - timeout: " + timeout
        + "\n      route: [{destination: {host: web}}]\n";
}

/// Resources with their text, in the order of the graph.
QStringList contents(const mesh::MeshGraph& graph)
{
    QStringList list;
    for (const auto& resource : graph.resources()) {
        list << QString::fromStdString(resource->key.kind + ' ' + resource->key.ns + '/' + resource->key.name + ' '
                                       + resource->source.path + ' ' + std::string(*resource->text->text));
    }
    return list;
}

QStringList said(const checks::Findings& findings)
{
    QStringList list;
    for (const auto& finding : findings)
        list << QString::fromStdString(finding.code) + u' ' + findingText(finding) + u' '
                + QString::number(finding.where.line);
    return list;
}

QStringList operations(const changes::MeshChange& change)
{
    QStringList list;
    for (const auto& each : change.resources) {
        const auto& key = (each.after ? each.after : each.before)->key;
        list << QString::fromStdString(std::string(changes::operationName(each.operation)) + ' ' + key.kind + ' '
                                       + key.ns + '/' + key.name);
    }
    list.sort();
    return list;
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsRanges_data();
    void readsRanges();
    void isBothStates_data();
    void isBothStates();
    void anyTwoStates();
    void anotherHead();
    void environmentOfOneSide();
    void listOfAnEnvironment_data();
    void listOfAnEnvironment();
    void renderedEnvironment();
    void unknownEnvironment();
    void cannotBeEdited();
    void changeOfWhatJudges();
};

void TestComparison::readsRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("head");
    QTest::newRow("two dots") << u"main..feature"_s << u"main"_s << u"feature"_s;
    QTest::newRow("to HEAD") << u"main.."_s << u"main"_s << u"HEAD"_s;
    QTest::newRow("from HEAD") << u"..feature"_s << u"HEAD"_s << u"feature"_s;
    QTest::newRow("where they part") << u"main...feature"_s << u"fork"_s << u"feature"_s;
    QTest::newRow("working tree") << u"HEAD..:worktree"_s << u"HEAD"_s << QString();
    QTest::newRow("index") << u":index..:worktree"_s << u":index"_s << QString();
    QTest::newRow("working tree, where it parted") << u"main...:worktree"_s << u"fork"_s << QString();
}

void TestComparison::readsRanges()
{
    QFETCH(QString, text);
    QFETCH(QString, base);
    QFETCH(QString, head);
    const MeshRepository repository;
    const QString fork = QString::fromUtf8(repository.git({u"rev-parse"_s, u"HEAD"_s}));
    repository.write(u"a.yaml"_s, "a: 1\n");
    repository.commitAll();
    repository.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"feature"_s, fork});
    repository.write(u"b.yaml"_s, "b: 1\n");
    repository.commitAll();
    const auto range = readRange(repository.open(), text);
    QVERIFY(range && *range);
    QCOMPARE((*range)->base, base == "fork"_L1 ? fork : base);
    QCOMPARE((*range)->head, head);
    QVERIFY(!readRange(repository.open(), u"main"_s));
    const auto unknown = readRange(repository.open(), u"main...nowhere"_s);
    QVERIFY(unknown && !*unknown);
    QCOMPARE((*unknown).error().code, "git.noRevision");
}

void TestComparison::isBothStates_data()
{
    QTest::addColumn<Files>("files"); // an empty text: removed
    QTest::addColumn<QStringList>("expected");
    QByteArray weights = reviewsFile();
    weights.replace("weight: 90", "weight: 80").replace("weight: 10", "weight: 20");
    QTest::newRow("nothing") << Files{{u"README.md"_s, "words\n"}} << QStringList();
    QTest::newRow("weights") << Files{{u"shop/reviews.yaml"_s, weights}}
                             << QStringList{u"modified VirtualService shop/reviews"_s};
    QTest::newRow("a new file") << Files{{u"shop/web.yaml"_s, route("shop", "3s")}}
                                << QStringList{u"added VirtualService shop/web"_s};
    QTest::newRow("a file less") << Files{{u"shop/reviews.yaml"_s, {}}}
                                 << QStringList{u"removed DestinationRule shop/reviews"_s,
                                                u"removed VirtualService shop/reviews"_s};
    QTest::newRow("a broken file") << Files{{u"shop/reviews.yaml"_s, "kind: [\n"}}
                                   << QStringList{u"removed DestinationRule shop/reviews"_s,
                                                  u"removed VirtualService shop/reviews"_s};
    QTest::newRow("comments") << Files{{u"shop/reviews.yaml"_s, "# more\n" + reviewsFile()}}
                              << QStringList{u"modified VirtualService shop/reviews"_s};
}

/// What follows from the base by an edit is what opening the head gives.
void TestComparison::isBothStates()
{
    QFETCH(Files, files);
    QFETCH(QStringList, expected);
    const MeshRepository repository;
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (file->isEmpty())
            QVERIFY(QFile::remove(repository.path(file.key())));
        else
            repository.write(file.key(), *file);
    }
    repository.commitAll();
    const auto comparison = openComparison(repository.path(), {.base = u"HEAD~1"_s, .head = u"HEAD"_s}, {});
    QVERIFY(comparison.has_value());
    for (const bool isHead : {false, true}) {
        const auto alone =
            openSnapshot(repository.path(), isHead ? u"HEAD"_s : u"HEAD~1"_s, (*comparison)->environment.name);
        QVERIFY(alone.has_value());
        const auto& graph = isHead ? (*comparison)->graph : (*comparison)->savedGraph;
        QCOMPARE(contents(*graph), contents(*(*alone)->graph));
        QCOMPARE(said(isHead ? (*comparison)->findings : (*comparison)->savedFindings), said((*alone)->findings));
    }
    const auto& change = (*comparison)->change;
    QCOMPARE(operations(change), expected);
}

void TestComparison::anyTwoStates()
{
    const MeshRepository repository;
    const auto write = [&](const char* weight) {
        QByteArray text = reviewsFile();
        text.replace("weight: 90", QByteArray(QByteArray("weight: ") + weight));
        repository.write(u"shop/reviews.yaml"_s, text);
    };
    write("71");
    repository.git({u"stash"_s});
    write("72");
    repository.git({u"add"_s, u"-A"_s});
    write("73");
    const auto weights = [&](const QString& base, const QString& head) {
        const auto comparison = openComparison(repository.path(), {.base = base, .head = head}, {});
        if (!comparison)
            return QString::fromStdString(comparison.error().code);
        QStringList values;
        for (const auto& each : (*comparison)->change.resources) {
            for (const auto& field : each.fields)
                values << QString::fromStdString(field.oldValue + " " + field.newValue);
        }
        return values.join(u", ");
    };
    QCOMPARE(weights(u"HEAD"_s, {}), u"90 73"_s);
    QCOMPARE(weights(u"HEAD"_s, u":index"_s), u"90 72"_s);
    QCOMPARE(weights(u":index"_s, {}), u"72 73"_s);
    QCOMPARE(weights(u"stash@{0}"_s, {}), u"71 73"_s);
    QCOMPARE(weights(u"HEAD"_s, u"stash@{0}"_s), u"90 71"_s);
    QCOMPARE(weights(u"HEAD^{tree}"_s, u"HEAD"_s), QString());
    QCOMPARE(weights(u"nowhere"_s, {}), u"git.noRevision"_s);
}

/// Says the same as a comparison that is opened anew, also where the list of files is another one; the base is kept.
void TestComparison::anotherHead()
{
    const MeshRepository repository;
    const QString base = QString::fromUtf8(repository.git({u"rev-parse"_s, u"HEAD"_s}));
    repository.write(u"other/web.yaml"_s, route("other", "1s"));
    repository.commitAll();
    repository.write(u"other/web.yaml"_s, route("other", "2s"));
    repository.write(u".meshdraft.yaml"_s, "complete: true\n");
    repository.commitAll();
    auto kept = openComparison(repository.path(), {.base = base, .head = base}, ".");
    QVERIFY(kept.has_value());
    for (const QString& head : {u"HEAD~1"_s, u"HEAD"_s, base, u"HEAD"_s}) {
        const auto fresh = openComparison(repository.path(), {.base = base, .head = head}, ".");
        QVERIFY(fresh.has_value());
        const auto next = withComparedHead(**kept, head);
        QVERIFY(next.has_value());
        QVERIFY((*next)->savedGraph == (*kept)->savedGraph);
        QCOMPARE((*next)->revision, head);
        QCOMPARE(contents(*(*next)->graph), contents(*(*fresh)->graph));
        QCOMPARE(operations((*next)->change), operations((*fresh)->change));
        QCOMPARE(said((*next)->savedFindings), said((*fresh)->savedFindings));
        QCOMPARE(said((*next)->findings), said((*fresh)->findings));
        kept = next;
    }
}

void TestComparison::environmentOfOneSide()
{
    const MeshRepository repository;
    repository.write(u"other/web.yaml"_s, route("other", "1s"));
    repository.commitAll();
    const auto added = openComparison(repository.path(), {.base = u"HEAD~1"_s, .head = u"HEAD"_s}, "other");
    QVERIFY(added.has_value());
    QCOMPARE(operations((*added)->change), QStringList{u"added VirtualService other/web"_s});
    const auto removed = openComparison(repository.path(), {.base = u"HEAD"_s, .head = u"HEAD~1"_s}, "other");
    QVERIFY(removed.has_value());
    QCOMPARE(operations((*removed)->change), QStringList{u"removed VirtualService other/web"_s});
    QVERIFY(std::ranges::contains((*removed)->environments, "other", &mesh::Environment::name));
}

void TestComparison::listOfAnEnvironment_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("expected");
    const QByteArray one = "resources: [web.yaml]\n";
    const QByteArray two = "resources: [web.yaml, other.yaml]\n";
    QTest::newRow("listed no more") << two << one << QStringList{u"removed VirtualService b/web"_s};
    QTest::newRow("listed now") << one << two << QStringList{u"added VirtualService b/web"_s};
    QTest::newRow("another order") << two << QByteArray("resources: [other.yaml, web.yaml]\n") << QStringList();
}

/// The file itself stays as it is: only a kustomization says whether it belongs to the mesh.
void TestComparison::listOfAnEnvironment()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, expected);
    const git::TestRepository repository(git::TestRepository::Start::Empty);
    repository.write(u"base/web.yaml"_s, route("a", "3s"));
    repository.write(u"base/other.yaml"_s, route("b", "3s"));
    repository.write(u"base/kustomization.yaml"_s, before);
    repository.git({u"add"_s, u"-A"_s});
    repository.git({u"commit"_s, u"-q"_s, u"-m"_s, u"before"_s});
    repository.write(u"base/kustomization.yaml"_s, after);
    repository.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-am"_s, u"after"_s});
    const auto comparison = openComparison(repository.path(), {.base = u"HEAD~1"_s, .head = u"HEAD"_s}, "base");
    QVERIFY(comparison.has_value());
    QCOMPARE(operations((*comparison)->change), expected);
}

/// An edit of the base, seen in the overlay: rendered on both sides; and an overlay that was not there before.
void TestComparison::renderedEnvironment()
{
    if (kustomize::findKubectl().empty())
        QSKIP("kubectl is not there");
    const git::TestRepository repository(git::TestRepository::Start::Empty);
    repository.write(u"base/web.yaml"_s, route("shop", "3s"));
    repository.write(u"base/kustomization.yaml"_s, "resources: [web.yaml]\n");
    repository.git({u"add"_s, u"-A"_s});
    repository.git({u"commit"_s, u"-q"_s, u"-m"_s, u"base"_s});
    repository.write(u"overlays/staging/kustomization.yaml"_s,
                     "resources: [../../base]\ncommonLabels: {stage: staging}\n");
    repository.git({u"add"_s, u"-A"_s});
    repository.git({u"commit"_s, u"-q"_s, u"-m"_s, u"overlay"_s});
    repository.write(u"base/web.yaml"_s, route("shop", "5s"));
    repository.git({u"commit"_s, u"-qam"_s, u"timeout"_s});

    const auto edited = openComparison(repository.path(), {.base = u"HEAD~1"_s, .head = u"HEAD"_s}, "overlays/staging");
    QVERIFY(edited.has_value());
    QCOMPARE(operations((*edited)->change), QStringList{u"modified VirtualService shop/web"_s});
    QCOMPARE((*edited)->change.resources.front().fields.size(), std::size_t(1));
    QCOMPARE((*edited)->change.resources.front().fields.front().newValue, "5s");
    const auto made = openComparison(repository.path(), {.base = u"HEAD~2"_s, .head = u"HEAD"_s}, "overlays/staging");
    QVERIFY(made.has_value());
    QCOMPARE(operations((*made)->change), QStringList{u"added VirtualService shop/web"_s});
    const auto same = openComparison(repository.path(), {.base = u"HEAD"_s, .head = u"HEAD"_s}, "overlays/staging");
    QVERIFY(same.has_value());
    QVERIFY((*same)->graph == (*same)->savedGraph);
}

void TestComparison::unknownEnvironment()
{
    const MeshRepository repository;
    const auto none = openComparison(repository.path(), {.base = u"HEAD"_s, .head = {}}, "nowhere");
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().code, "environment.unknown");
}

void TestComparison::cannotBeEdited()
{
    const MeshRepository repository;
    const auto comparison = openComparison(repository.path(), {.base = u"HEAD"_s, .head = {}}, {});
    QVERIFY(comparison.has_value());
    QVERIFY((*comparison)->isReadOnly());
}

/// The policy of the base decides, and that the head has another one is a risk by itself.
void TestComparison::changeOfWhatJudges()
{
    const MeshRepository repository;
    repository.write(u".meshdraft.yaml"_s,
                     "risk: {without: [route-timeout]}\nsuppress: [{code: '*', path: '**', reason: hush}]\n");
    repository.commitAll();
    const auto comparison = openComparison(repository.path(), {.base = u"HEAD~1"_s, .head = u"HEAD"_s}, {});
    QVERIFY(comparison.has_value());
    const auto review = reviewOf(*comparison, QDateTime::currentDateTime());
    QVERIFY(review.changesJudgement);
    QVERIFY(review.differs());
    QCOMPARE(review.tier, changes::Tier::High);
    QCOMPARE(review.hiddenByHead.size(), (*comparison)->findings.size());
    QVERIFY(!reviewOf(*openComparison(repository.path(), {.base = u"HEAD"_s, .head = u"HEAD"_s}, {}),
                      QDateTime::currentDateTime())
                 .differs());
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
