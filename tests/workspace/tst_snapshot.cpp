// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/commitfiles.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"
#include "models/workspace/revert.h"
#include "models/workspace/snapshot.h"
#include "tests/workspace/meshrepository.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

SnapshotPtr opened(const git::TestRepository& repository, const std::string& environment = {},
                   const QString& revision = {})
{
    auto snapshot = openSnapshot(repository.path(), revision, environment);
    if (!snapshot)
        qFatal("%s", snapshot.error().code.c_str());
    return *snapshot;
}

/// An edit that replaces one text that occurs once in a file.
source::Edit replacing(const Snapshot& snapshot, const std::string& path, const std::string& before,
                       const std::string& after)
{
    const auto* file = snapshot.current.find(path);
    const auto offset = file->text->text->find(before);
    return {{{path,
              file->text->id,
              {{static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(before.size()), after}}}}};
}

const mesh::Resource* resourceOf(const mesh::MeshGraph& graph, std::string_view kind, std::string_view name)
{
    for (const auto index : graph.ofKind(kind)) {
        if (graph.at(index).key.name == name)
            return &graph.at(index);
    }
    return nullptr;
}

std::string codeOf(const Expected<SnapshotPtr>& result)
{
    return result ? std::string("no error") : result.error().code;
}

} // namespace

class TestSnapshot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsMeshFiles_data();
    void knowsMeshFiles();
    void opensAWorkingTree();
    void aBrokenFileHidesNoOther();
    void listsSymlinksAndDeletedFilesWithoutReadingThem();
    void opensARevisionReadOnly();
    void opensABareRepository();
    void equalContentIsParsedOnce();
    void reportsProgressToTheEnd();
    void stopsWhenAsked();
    void refusesWhatIsNoRepository();
    void keepsAWrongEnvironmentAsError();
    void seesAnotherEnvironment();
    void anEditSharesWhatItDoesNotTouch();
    void anEditThereAndBackIsNoChange();
    void refusesEdits_data();
    void refusesEdits();
    void anEditEqualsReadingTheWholeAgain();
    void randomEditsEqualReadingTheWholeAgain();
    void takesWhatWasSaved();
    void pendingEditsOutliveReadingAgain();
    void namesFilesThatChangedUnderAnEdit();
    void revertsOneResourceAndKeepsTheOther();
    void revertsAddedAndRemovedDocuments();
    void committingHoldsTheEditAlone();
    void refusesToCommitWhatCannotBeToldApart();
    void commitsLineEndsAsTheyAre();
    void commitsAnUnknownFileWhole();

private:
    git::GitSandbox m_sandbox;
};

void TestSnapshot::knowsMeshFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("is");
    QTest::newRow("yaml") << u"a/b.yaml"_s << true;
    QTest::newRow("yml") << u"b.yml"_s << true;
    QTest::newRow("Kustomization") << u"x/Kustomization"_s << true;
    QTest::newRow("kustomization.yaml") << u"kustomization.yaml"_s << true;
    QTest::newRow("json") << u"a.json"_s << false;
    QTest::newRow("directory") << u"a.yaml/b.txt"_s << false;
    QTest::newRow("template source") << u"a.yaml.tmpl"_s << false;
}

void TestSnapshot::knowsMeshFiles()
{
    QFETCH(const QString, path);
    QTEST(isMeshFile(path.toStdString()), "is");
}

void TestSnapshot::opensAWorkingTree()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository);
    QCOMPARE(snapshot->head.branch, u"main"_s);
    QVERIFY(!snapshot->isReadOnly());
    QCOMPARE(snapshot->filesRead, 3U);
    QCOMPARE(snapshot->filesSkipped, 0U);
    QVERIFY(snapshot->saved.errors.empty());
    QVERIFY(!snapshot->environmentError);
    QVERIFY(resourceOf(*snapshot->graph, "VirtualService", "reviews") != nullptr);
    QVERIFY(resourceOf(*snapshot->graph, "Gateway", "shop-gw") != nullptr);
    QVERIFY(!snapshot->topology().nodes.empty());
    QCOMPARE(snapshot->graph, snapshot->savedGraph);
    QVERIFY(snapshot->changedFiles().empty());
    QVERIFY(snapshot->change.resources.empty());
}

void TestSnapshot::aBrokenFileHidesNoOther()
{
    const MeshRepository repository;
    repository.write(u"shop/broken.yaml"_s, "kind: [unclosed\n");
    repository.write(u"shop/latin1.yaml"_s, "name: caf\xe9\n");
    repository.write(u"shop/unreadable.yaml"_s, QByteArray(33 << 20, '#'));
    const auto snapshot = opened(repository);
    QVERIFY(resourceOf(*snapshot->graph, "VirtualService", "reviews") != nullptr);
    QVERIFY(!snapshot->saved.find("shop/broken.yaml")->text->errors.empty());
    QCOMPARE(snapshot->saved.find("shop/latin1.yaml")->text->kind, source::TextKind::Unreadable);
    QVERIFY(snapshot->filesSkipped >= 2);
    // However the third is refused, it is told, with its path.
    const auto* file = snapshot->saved.find("shop/unreadable.yaml");
    if (file == nullptr) {
        QCOMPARE(snapshot->saved.errors.size(), 1U);
        QCOMPARE(snapshot->saved.errors.front().where.path, "shop/unreadable.yaml");
    } else {
        QVERIFY(!file->text->errors.empty());
    }
}

void TestSnapshot::listsSymlinksAndDeletedFilesWithoutReadingThem()
{
    const MeshRepository repository;
    QVERIFY(QFile::link(u"reviews.yaml"_s, repository.path(u"shop/link.yaml"_s)));
    QVERIFY(QFile::link(u"nowhere.yaml"_s, repository.path(u"shop/dangling.yaml"_s)));
    QVERIFY(QFile::remove(repository.path(u"shop/gateway.yml"_s)));
    const auto snapshot = opened(repository);
    QCOMPARE(snapshot->saved.find("shop/link.yaml"), nullptr);
    QCOMPARE(snapshot->filesSkipped, 2U);
    QCOMPARE(snapshot->filesRead, 2U);
    QVERIFY(snapshot->saved.errors.empty());
    QCOMPARE(resourceOf(*snapshot->graph, "Gateway", "shop-gw"), nullptr);
}

void TestSnapshot::opensARevisionReadOnly()
{
    const MeshRepository repository;
    repository.write(u"shop/reviews.yaml"_s, "kind: nothing\n");
    const auto snapshot = opened(repository, {}, u"main"_s);
    QVERIFY(snapshot->isReadOnly());
    QVERIFY(resourceOf(*snapshot->graph, "VirtualService", "reviews") != nullptr);
    const auto missing = openSnapshot(repository.path(), u"no-such-branch"_s, {});
    QCOMPARE(codeOf(missing), "git.noRevision");
}

void TestSnapshot::opensABareRepository()
{
    const MeshRepository repository;
    repository.git({u"clone"_s, u"-q"_s, u"--bare"_s, u"."_s, u"bare.git"_s});
    const auto snapshot = openSnapshot(repository.path(u"bare.git"_s), {}, {});
    QVERIFY(snapshot.has_value());
    QVERIFY((*snapshot)->isReadOnly());
    QVERIFY(resourceOf(*(*snapshot)->graph, "VirtualService", "reviews") != nullptr);
}

void TestSnapshot::equalContentIsParsedOnce()
{
    const MeshRepository repository;
    repository.write(u"copy/reviews.yaml"_s, reviewsFile());
    repository.commitAll();
    const auto cache = std::make_shared<ParseCache>();
    const auto first = openSnapshot(repository.path(), {}, {}, {}, {}, cache);
    QVERIFY(first.has_value());
    QCOMPARE(cache->parsed(), 3U);
    QCOMPARE((*first)->saved.find("copy/reviews.yaml")->text, (*first)->saved.find("shop/reviews.yaml")->text);
    // The revision shares every blob with the working tree.
    const auto second = openSnapshot(repository.path(), u"HEAD"_s, {}, {}, {}, cache);
    QVERIFY(second.has_value());
    QCOMPARE(cache->parsed(), 3U);
}

void TestSnapshot::reportsProgressToTheEnd()
{
    const MeshRepository repository;
    std::vector<std::pair<int, int>> seen;
    const auto snapshot =
        openSnapshot(repository.path(), {}, {}, [&](int done, int all) { seen.emplace_back(done, all); });
    QVERIFY(snapshot.has_value());
    QVERIFY(!seen.empty());
    QCOMPARE(seen.back(), std::pair(3, 3));
    QVERIFY(std::ranges::is_sorted(seen));
}

void TestSnapshot::stopsWhenAsked()
{
    const MeshRepository repository;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(codeOf(openSnapshot(repository.path(), {}, {}, {}, stop.get_token())), "open.cancelled");
}

void TestSnapshot::refusesWhatIsNoRepository()
{
    const QTemporaryDir directory;
    QCOMPARE(codeOf(openSnapshot(directory.path(), {}, {})), "git.noRepository");
}

void TestSnapshot::keepsAWrongEnvironmentAsError()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository, "no/such");
    QVERIFY(snapshot->environmentError.has_value());
    QCOMPARE(snapshot->environmentError->code, "environment.unknown");
    QVERIFY(!snapshot->environment.name.empty());
    QVERIFY(!snapshot->graph->resources().empty());
    QCOMPARE(codeOf(withEnvironment(*snapshot, "no/such")), "environment.unknown");
}

void TestSnapshot::seesAnotherEnvironment()
{
    const MeshRepository repository;
    repository.write(u"other/svc.yaml"_s,
                     "apiVersion: v1\nkind: Service\nmetadata: {name: ledger, namespace: orders}\nspec: {}\n");
    const auto snapshot = opened(repository, "shop");
    QCOMPARE(snapshot->environment.name, "shop");
    QCOMPARE(resourceOf(*snapshot->graph, "Service", "ledger"), nullptr);
    const auto edited = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    QVERIFY(edited.has_value());
    const auto other = withEnvironment(**edited, "other");
    QVERIFY(other.has_value());
    QVERIFY(resourceOf(*(*other)->graph, "Service", "ledger") != nullptr);
    QVERIFY((*other)->change.resources.empty());
    // The edit is still there, and seen again from its own environment.
    QCOMPARE((*other)->changedFiles(), std::vector<std::string>{"shop/reviews.yaml"});
    const auto back = withEnvironment(**other, "shop");
    QVERIFY(back.has_value());
    QCOMPARE((*back)->change.resources.size(), 1U);
}

void TestSnapshot::anEditSharesWhatItDoesNotTouch()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository);
    const auto edited = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    QVERIFY(edited.has_value());
    const auto& next = **edited;
    QCOMPARE(next.changedFiles(), std::vector<std::string>{"shop/reviews.yaml"});
    QCOMPARE(resourceOf(*next.graph, "Gateway", "shop-gw"), resourceOf(*snapshot->graph, "Gateway", "shop-gw"));
    QCOMPARE(next.savedGraph, snapshot->savedGraph);
    const auto* service = resourceOf(*next.graph, "VirtualService", "reviews");
    QCOMPARE(std::get<mesh::RouteTable>(service->body).routes[1].destinations[0].weight.value, 80);
    QCOMPARE(next.change.resources.size(), 1U);
    QVERIFY(next.change.tier != changes::Tier::None);
    // The old snapshot stays what it was.
    QVERIFY(snapshot->change.resources.empty());
}

void TestSnapshot::anEditThereAndBackIsNoChange()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository);
    const auto edited = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    const auto back = withEdit(**edited, replacing(**edited, "shop/reviews.yaml", "weight: 80", "weight: 90"));
    QVERIFY(back.has_value());
    QVERIFY((*back)->changedFiles().empty());
    QCOMPARE((*back)->graph, (*back)->savedGraph);
    QVERIFY((*back)->change.resources.empty());
}

void TestSnapshot::refusesEdits_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("stale");
    QTest::addColumn<quint32>("offset");
    QTest::addColumn<QString>("code");
    QTest::newRow("stale base") << u"shop/reviews.yaml"_s << true << 0U << u"edit.stale"_s;
    QTest::newRow("outside of the text") << u"shop/reviews.yaml"_s << false << 100000U << u"edit.range"_s;
    QTest::newRow("no such file") << u"shop/nothing.yaml"_s << false << 0U << u"edit.noSuchFile"_s;
    QTest::newRow("a template") << u"chart/templates/vs.yaml"_s << false << 0U << u"edit.template"_s;
    QTest::newRow("not UTF-8") << u"latin1.yaml"_s << false << 0U << u"edit.notYaml"_s;
}

void TestSnapshot::refusesEdits()
{
    QFETCH(const QString, path);
    QFETCH(const bool, stale);
    QFETCH(const quint32, offset);
    QFETCH(const QString, code);
    const MeshRepository repository;
    repository.write(u"chart/templates/vs.yaml"_s, "kind: VirtualService\nname: {{ .Values.name }}\n");
    repository.write(u"latin1.yaml"_s, "name: caf\xe9\n");
    const auto snapshot = opened(repository);
    const auto* file = snapshot->current.find(path.toStdString());
    const auto base = stale || file == nullptr ? source::contentIdOf("other") : file->text->id;
    const auto result = withEdit(*snapshot, {{{path.toStdString(), base, {{offset, 0, "#"}}}}});
    QCOMPARE(QString::fromStdString(codeOf(result)), code);
    QCOMPARE(result.error().where.path, path.toStdString());
}

void TestSnapshot::anEditEqualsReadingTheWholeAgain()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository);
    auto now = snapshot;
    const std::vector<std::pair<std::string, std::string>> edits{{"weight: 90", "weight: 80"},
                                                                 {"subset: v1", "subset: v3"},
                                                                 {"  - name: v2\n    labels: {version: v2}\n", ""},
                                                                 {"hosts: [reviews]", "hosts: [reviews, other]"},
                                                                 {"weight: 80", "weight: eighty"}};
    for (const auto& [before, after] : edits) {
        const auto next = withEdit(*now, replacing(*now, "shop/reviews.yaml", before, after));
        QVERIFY(next.has_value());
        now = *next;
        repository.write(u"shop/reviews.yaml"_s,
                         QByteArray::fromStdString(*now->current.find("shop/reviews.yaml")->text->text));
        const auto whole = opened(repository, now->environment.name);
        QCOMPARE(now->findings, whole->findings);
        QCOMPARE(now->graph->resources().size(), whole->graph->resources().size());
        QCOMPARE(now->graph->references().size(), whole->graph->references().size());
        QVERIFY(changes::compareGraphs(*now->graph, *whole->graph).resources.empty());
    }
}

void TestSnapshot::randomEditsEqualReadingTheWholeAgain()
{
    const MeshRepository repository;
    auto now = opened(repository);
    const auto saved = now;
    QRandomGenerator random(3);
    // Of a text that is broken the last good one is shown.
    source::ParsedTextPtr good = now->current.find("shop/reviews.yaml")->text;
    const std::vector<std::string> words{
        "90",     "v1",           "reviews", "\n", "---\n",   "  ",   "weight: 5\n",
        "# note", "- name: v3\n", "{",       "\"", "default", "\r\n", "labels: {a: b}\n"};
    for (int i = 0; i < 400; ++i) {
        const auto* file = now->current.find("shop/reviews.yaml");
        const auto size = static_cast<std::uint32_t>(file->text->text->size());
        // Back to the start now and then: an edit must also mend what another one broke.
        const auto offset = random.bounded(size + 1);
        const auto length = std::min(random.bounded(6U), size - offset);
        const auto& word = words[random.bounded(static_cast<quint32>(words.size()))];
        const auto edit = i % 7 == 6 ? revertAllEdit(*now)
                                     : source::Edit{{{"shop/reviews.yaml", file->text->id, {{offset, length, word}}}}};
        const auto next = withEdit(*now, edit);
        QVERIFY(next.has_value());
        now = *next;
        mesh::FileSet whole;
        for (const auto& each : now->current.files)
            whole.files.push_back({each.path, source::parseText(*each.text->text)});
        const auto parsed = whole.find("shop/reviews.yaml")->text;
        const bool reads = parsed->kind == source::TextKind::Yaml
            && std::ranges::all_of(parsed->errors,
                                   [](const Error& error) { return error.code == "source.duplicateKey"; });
        good = reads ? parsed : good;
        QCOMPARE(now->lastGood.contains("shop/reviews.yaml"), !reads);
        const auto graph = mesh::buildGraph(whole.with("shop/reviews.yaml", good), now->environment);
        QCOMPARE(now->graph->resources().size(), graph->resources().size());
        QVERIFY(changes::compareGraphs(*now->graph, *graph).resources.empty());
        QCOMPARE(now->findings, checks::runChecks({*graph, whole, now->environment.files}));
        auto change = changes::compareGraphs(*saved->graph, *graph);
        changes::RiskPolicy::builtIn().classify(change, *saved->graph, *graph);
        QCOMPARE(now->change.tier, change.tier);
        QCOMPARE(now->change.resources.size(), change.resources.size());
    }
}

void TestSnapshot::takesWhatWasSaved()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository);
    const auto edited = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    QVERIFY(git::saveFiles(*(*edited)->repository, workTreeFiles(**edited)).has_value());
    repository.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"other"_s});
    const auto saved = afterSaving(**edited, (*edited)->changedFiles());
    QVERIFY(saved.has_value());
    QVERIFY((*saved)->changedFiles().empty());
    QCOMPARE((*saved)->graph, (*saved)->savedGraph);
    QCOMPARE((*saved)->head.branch, u"other"_s);
    QCOMPARE(resourceOf(*(*saved)->graph, "Gateway", "shop-gw"), resourceOf(*snapshot->graph, "Gateway", "shop-gw"));
    // A file that is gone is told and takes its resources with it.
    QVERIFY(QFile::remove(repository.path(u"shop/reviews.yaml"_s)));
    const auto gone = afterSaving(**saved, {"shop/reviews.yaml"});
    QVERIFY(gone.has_value());
    QCOMPARE(resourceOf(*(*gone)->graph, "VirtualService", "reviews"), nullptr);
    QCOMPARE((*gone)->saved.errors.size(), 1U);
}

void TestSnapshot::pendingEditsOutliveReadingAgain()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository);
    const auto mine = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    repository.write(u"shop/new.yaml"_s, "apiVersion: v1\nkind: Service\nmetadata: {name: new, namespace: shop}\n");
    const auto fresh = opened(repository);
    std::vector<std::string> conflicts;
    const auto merged = withPending(*fresh, **mine, conflicts);
    QVERIFY(merged.has_value());
    QVERIFY(conflicts.empty());
    QCOMPARE((*merged)->changedFiles(), std::vector<std::string>{"shop/reviews.yaml"});
    QCOMPARE((*merged)->change.resources.size(), 1U);
    QVERIFY(resourceOf(*(*merged)->graph, "Service", "new") != nullptr);
}

void TestSnapshot::namesFilesThatChangedUnderAnEdit()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository);
    const auto mine = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    repository.write(u"shop/reviews.yaml"_s, reviewsFile().replace("weight: 10", "weight: 11"));
    std::vector<std::string> conflicts;
    const auto merged = withPending(*opened(repository), **mine, conflicts);
    QVERIFY(merged.has_value());
    QCOMPARE(conflicts, std::vector<std::string>{"shop/reviews.yaml"});
    QCOMPARE((*merged)->saved.find("shop/reviews.yaml")->text, snapshot->saved.find("shop/reviews.yaml")->text);
    // Saving it never overwrites the foreign change.
    const auto result = git::saveFiles(*(*merged)->repository, workTreeFiles(**merged));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, "file.changed");
}

void TestSnapshot::revertsOneResourceAndKeepsTheOther()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository);
    const auto first = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    const auto both = withEdit(**first, replacing(**first, "shop/reviews.yaml", "{version: v2}", "{version: v3}"));
    QCOMPARE((*both)->change.resources.size(), 2U);
    const auto edit = revertEdit(**both, resourceOf(*(*both)->graph, "VirtualService", "reviews")->element());
    QVERIFY(edit.has_value());
    QCOMPARE(edit->files.size(), 1U);
    QCOMPARE(edit->files.front().splices.size(), 1U);
    const auto reverted = withEdit(**both, *edit);
    QVERIFY(reverted.has_value());
    QCOMPARE(*(*reverted)->current.find("shop/reviews.yaml")->text->text,
             reviewsFile().replace("{version: v2}", "{version: v3}").toStdString());
    QVERIFY(
        !revertEdit(**reverted, resourceOf(*(*reverted)->graph, "VirtualService", "reviews")->element()).has_value());
    const auto all = withEdit(**reverted, revertAllEdit(**reverted));
    QVERIFY(all.has_value());
    QVERIFY((*all)->changedFiles().empty());
}

void TestSnapshot::revertsAddedAndRemovedDocuments()
{
    const MeshRepository repository;
    const auto snapshot = opened(repository);
    const auto text = reviewsFile().toStdString();
    const auto rule = text.substr(text.find("---\n"));
    const std::string extra = "---\napiVersion: v1\nkind: Service\nmetadata: {name: extra, namespace: shop}\n";

    const auto weight = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    const auto removed = withEdit(**weight, replacing(**weight, "shop/reviews.yaml", rule, ""));
    QVERIFY(removed.has_value());
    QCOMPARE(resourceOf(*(*removed)->graph, "DestinationRule", "reviews"), nullptr);
    const auto back = revertEdit(**removed, resourceOf(*snapshot->graph, "DestinationRule", "reviews")->element());
    QVERIFY(back.has_value());
    QCOMPARE((*withEdit(**removed, *back))->current.find("shop/reviews.yaml")->text->id,
             (*weight)->current.find("shop/reviews.yaml")->text->id);

    const auto size = static_cast<std::uint32_t>(text.size());
    const auto added =
        withEdit(**weight,
                 {{{"shop/reviews.yaml", (*weight)->current.find("shop/reviews.yaml")->text->id, {{size, 0, extra}}}}});
    QVERIFY(added.has_value());
    const auto* service = resourceOf(*(*added)->graph, "Service", "extra");
    QVERIFY(service != nullptr);
    const auto without = revertEdit(**added, service->element());
    QVERIFY(without.has_value());
    QCOMPARE((*withEdit(**added, *without))->current.find("shop/reviews.yaml")->text->id,
             (*weight)->current.find("shop/reviews.yaml")->text->id);
}

void TestSnapshot::committingHoldsTheEditAlone()
{
    const MeshRepository repository;
    const auto mine = reviewsFile().replace("# The reviews of the shop.", "# My note.\n# The reviews of the shop.");
    repository.write(u"shop/reviews.yaml"_s, mine);
    const auto snapshot = opened(repository);
    const auto edited = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    QCOMPARE(*filesWithForeignChanges(**edited), std::vector<std::string>{"shop/reviews.yaml"});
    const auto files = commitFiles(**edited);
    QVERIFY(files.has_value());
    QCOMPARE(files->size(), 1U);
    QCOMPARE(files->front().expected, mine);
    QCOMPARE(files->front().content, reviewsFile().replace("weight: 90", "weight: 80"));
    QCOMPARE(files->front().workContent, std::optional(QByteArray(mine).replace("weight: 90", "weight: 80")));
}

void TestSnapshot::refusesToCommitWhatCannotBeToldApart()
{
    const MeshRepository repository;
    repository.write(u"shop/reviews.yaml"_s, reviewsFile().replace("weight: 90 # stable", "weight: 70 # stable"));
    const auto snapshot = opened(repository);
    const auto edited = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 70", "weight: 80"));
    const auto files = commitFiles(**edited);
    QVERIFY(!files.has_value());
    QCOMPARE(files.error().code, "commit.overlap");
    QCOMPARE(files.error().args, std::vector<std::string>{"shop/reviews.yaml"});
}

void TestSnapshot::commitsLineEndsAsTheyAre()
{
    // Checked out with CRLF, committed with LF.
    const MeshRepository repository;
    repository.git({u"config"_s, u"core.autocrlf"_s, u"true"_s});
    repository.write(u"shop/reviews.yaml"_s, reviewsFile().replace("\n", "\r\n"));
    const auto snapshot = opened(repository);
    const auto edited = withEdit(*snapshot, replacing(*snapshot, "shop/reviews.yaml", "weight: 90", "weight: 80"));
    const auto files = commitFiles(**edited);
    QVERIFY(files.has_value());
    QVERIFY(filesWithForeignChanges(**edited)->empty());
    QCOMPARE(files->front().content, reviewsFile().replace("weight: 90", "weight: 80"));
    QCOMPARE(files->front().workContent,
             std::optional(reviewsFile().replace("\n", "\r\n").replace("weight: 90", "weight: 80")));
}

void TestSnapshot::commitsAnUnknownFileWhole()
{
    const MeshRepository repository;
    repository.write(u"shop/new.yaml"_s, "apiVersion: v1\nkind: Service\nmetadata: {name: new, namespace: shop}\n");
    const auto snapshot = opened(repository);
    const auto edited = withEdit(*snapshot, replacing(*snapshot, "shop/new.yaml", "name: new", "name: newer"));
    const auto files = commitFiles(**edited);
    QVERIFY(files.has_value());
    QVERIFY(files->front().content.contains("name: newer"));
    QVERIFY(!files->front().workContent);
    QVERIFY(filesWithForeignChanges(**edited)->empty());
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
