// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/pushjob.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

const QString reviews = u"shop/reviews.yaml"_s;

/// The route called "default" of VirtualService reviews.
mesh::ElementRef defaultRoute(const Workspace& workspace)
{
    const auto& graph = *workspace.snapshot()->graph;
    const auto& resource = graph.at(graph.ofKind("VirtualService").front());
    return resource.element(std::get<mesh::RouteTable>(resource.body).routes.back().node);
}

QByteArray currentText(const Workspace& workspace, const QString& path = reviews)
{
    return QByteArray::fromStdString(*workspace.snapshot()->current.find(path.toStdString())->text->text);
}

QByteArray withWeights(const char* v1, const char* v2)
{
    QByteArray first("weight: ");
    first += v1;
    QByteArray second("weight: ");
    second += v2;
    return reviewsFile().replace("weight: 90", first).replace("weight: 10", second);
}

std::string codeOf(const Expected<void>& result)
{
    return result ? std::string("no error") : result.error().code;
}

} // namespace

class TestWorkspace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensInTheBackground();
    void keepsWhatIsOpenWhenOpeningFails();
    void cancelledOpeningSaysNothing();
    void theLastOfTwoOpeningsWins();
    void refusesEditsWhenNothingOrARevisionIsOpen();
    void changesWeightsWithUndoAndRedo();
    void aDragIsOneStep();
    void aDragBackToItsStartLeavesNoStep();
    void settingTheSameWeightsIsNoStep();
    void revertsOneResourceAndAll();
    void revertsFieldsLinesAndFiles();
    void staleUndoLeavesTheStack();
    void choosesAnEnvironmentAndKeepsEditsAndSelection();
    void commitsOntoANewBranchOnlyTheDigits();
    void refusesACommitOverAForeignChange();
    void leavesTheUsersOwnChangesUncommitted();
    void commitsAFileUnderAFilterAsItIs();
    void undoesACommitAndHasItsEditsAgain();
    void refusesToUndoACommitOverNewEdits();
    void commitsFirstInAnEmptyRepository();
    void pushesInTheBackground();
    void savesAndCanStillUndo();
    void saysWhereWhatOthersWroteIsKept();
    void readsAgainWhatOthersChange();
    void asksWhenAFileWithEditsChangesOnDisk();
    void mergesWithWhatIsOnDisk();
    void refusesToMergeTwoEditsOfOnePlace();
    void mergesAsChosen();
    void keepsOrDropsAFileThatIsGone();
    void commitsAFileThatWasGone();
    void reloadingCanBeUndone();
    void seesFilesWrittenInPlaceAndCheckouts();

private:
    static void open(Workspace& workspace, const git::TestRepository& repository, const QString& revision = {},
                     const std::string& environment = {})
    {
        QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
        workspace.open(repository.path(), revision, environment);
        QVERIFY(workspace.isOpening());
        WAIT_FOR(changed.size() == 1);
    }

    git::GitSandbox m_sandbox;
};

void TestWorkspace::opensInTheBackground()
{
    const MeshRepository repository;
    Workspace workspace;
    QCOMPARE(workspace.snapshot(), nullptr);
    QSignalSpy started(&workspace, &Workspace::openStarted);
    QSignalSpy progress(&workspace, &Workspace::openProgress);
    open(workspace, repository);
    QCOMPARE(started.size(), 1);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.last(), (QList<QVariant>{3, 3}));
    QVERIFY(!workspace.isOpening());
    QVERIFY(!workspace.hasPendingChanges());
    QVERIFY(workspace.snapshot()->graph != nullptr);
}

void TestWorkspace::keepsWhatIsOpenWhenOpeningFails()
{
    const MeshRepository repository;
    const QTemporaryDir empty;
    Workspace workspace;
    open(workspace, repository);
    const auto before = workspace.snapshot();
    QSignalSpy failed(&workspace, &Workspace::openFailed);
    workspace.open(empty.path());
    WAIT_FOR(failed.size() == 1);
    QCOMPARE(failed.first().first().value<Error>().code, "git.noRepository");
    QCOMPARE(workspace.snapshot(), before);
}

void TestWorkspace::cancelledOpeningSaysNothing()
{
    const MeshRepository repository;
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    QSignalSpy failed(&workspace, &Workspace::openFailed);
    workspace.open(repository.path());
    workspace.cancelOpening();
    QVERIFY(!workspace.isOpening());
    QTest::qWait(100);
    QVERIFY(changed.isEmpty());
    QVERIFY(failed.isEmpty());
}

void TestWorkspace::theLastOfTwoOpeningsWins()
{
    const MeshRepository first;
    const MeshRepository second;
    Workspace workspace;
    workspace.open(first.path());
    open(workspace, second);
    QCOMPARE(QFileInfo(workspace.snapshot()->repository->workTree()).canonicalFilePath(),
             QFileInfo(second.path()).canonicalFilePath());
}

void TestWorkspace::refusesEditsWhenNothingOrARevisionIsOpen()
{
    const MeshRepository repository;
    Workspace workspace;
    QCOMPARE(codeOf(workspace.setWeights({}, {100})), "edit.nothingOpen");
    QCOMPARE(codeOf(workspace.revertAll()), "edit.nothingOpen");
    open(workspace, repository, u"HEAD"_s);
    QCOMPARE(codeOf(workspace.setWeights(defaultRoute(workspace), {80, 20})), "edit.readOnly");
    QCOMPARE(codeOf(workspace.apply({}, u"nothing"_s)), "edit.readOnly");
    QCOMPARE(codeOf(workspace.save()), "edit.readOnly");
    QCOMPARE(workspace.commit(u"main"_s, false, u"x"_s).error().code, "edit.readOnly");
    QVERIFY(!workspace.undoStack().canUndo());
}

void TestWorkspace::changesWeightsWithUndoAndRedo()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    QVERIFY(workspace.hasPendingChanges());
    QCOMPARE(workspace.snapshot()->change.resources.size(), 1U);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {70, 30}).has_value());
    QCOMPARE(workspace.undoStack().count(), 2);
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), reviewsFile());
    QVERIFY(!workspace.hasPendingChanges());
    workspace.undoStack().redo();
    workspace.undoStack().redo();
    QCOMPARE(currentText(workspace), withWeights("70", "30"));
    QCOMPARE(repository.read(reviews), reviewsFile());
    QVERIFY(!workspace.proposedMessage().isEmpty());
    QVERIFY(!workspace.proposedBranch().isEmpty());
    QVERIFY(workspace.summaryMarkdown().contains(u"70"_s));
    auto elsewhere = defaultRoute(workspace);
    elsewhere.field = mesh::FieldPath("spec.hosts");
    QCOMPARE(codeOf(workspace.setWeights(elsewhere, {1, 2})), "edit.noRoute");
    QCOMPARE(codeOf(workspace.setWeights(defaultRoute(workspace), {1, 2, 3})), "split.count");
}

void TestWorkspace::aDragIsOneStep()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {95, 5}).has_value());
    for (int weight = 94; weight >= 0; weight -= 7)
        QVERIFY(workspace.setWeights(defaultRoute(workspace), {weight, 100 - weight}, 1).has_value());
    QCOMPARE(workspace.undoStack().count(), 2);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {50, 50}, 2).has_value());
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {49, 51}, 2).has_value());
    QCOMPARE(workspace.undoStack().count(), 3);
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), withWeights("3", "97"));
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), withWeights("95", "5"));
    workspace.undoStack().redo();
    QCOMPARE(currentText(workspace), withWeights("3", "97"));
    workspace.undoStack().undo();
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), reviewsFile());
}

void TestWorkspace::aDragBackToItsStartLeavesNoStep()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    for (const std::int64_t weight : {89, 50, 100, 90})
        QVERIFY(workspace.setWeights(defaultRoute(workspace), {weight, 100 - weight}, 5).has_value());
    QCOMPARE(currentText(workspace), reviewsFile());
    QVERIFY(!workspace.hasPendingChanges());
    QCOMPARE(workspace.undoStack().count(), 0);
}

void TestWorkspace::settingTheSameWeightsIsNoStep()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {90, 10}).has_value());
    QCOMPARE(workspace.undoStack().count(), 0);
    QVERIFY(changed.isEmpty());
}

void TestWorkspace::revertsOneResourceAndAll()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QVERIFY(workspace.revert(defaultRoute(workspace)).has_value());
    QVERIFY(!workspace.hasPendingChanges());
    QCOMPARE(codeOf(workspace.revert(defaultRoute(workspace))), "revert.unchanged");
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    QVERIFY(workspace.revertAll().has_value());
    QVERIFY(!workspace.hasPendingChanges());
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
}

void TestWorkspace::revertsFieldsLinesAndFiles()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    const auto change = [&] {
        QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
        QCOMPARE(currentText(workspace), withWeights("80", "20"));
    };
    const auto field = [&](const char* path) {
        auto element = defaultRoute(workspace);
        element.field = mesh::FieldPath(path);
        return element;
    };
    change();
    QVERIFY(workspace.revertField(field("spec.http[1].route[1].weight")).has_value());
    QCOMPARE(currentText(workspace), withWeights("80", "10"));
    QCOMPARE(codeOf(workspace.revertField(field("spec.hosts"))), "revert.unchanged");
    QVERIFY(workspace.revertField(field("spec.http[1]")).has_value());
    QVERIFY(!workspace.hasPendingChanges());

    change();
    // the weights stand in two runs of lines
    QVERIFY(workspace.revertBlock(reviews.toStdString(), 0).has_value());
    QCOMPARE(currentText(workspace), withWeights("90", "20"));
    QCOMPARE(codeOf(workspace.revertBlock(reviews.toStdString(), 1)), "revert.unchanged");
    QVERIFY(workspace.revertFile(reviews.toStdString()).has_value());
    QVERIFY(!workspace.hasPendingChanges());
    QCOMPARE(codeOf(workspace.revertFile(reviews.toStdString())), "revert.unchanged");
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), withWeights("90", "20"));
}

void TestWorkspace::staleUndoLeavesTheStack()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QVERIFY(workspace.save().has_value());
    const auto foreign = withWeights("85", "15");
    repository.write(reviews, foreign);
    WAIT_FOR(currentText(workspace) == foreign);
    QSignalSpy failed(&workspace, &Workspace::editFailed);
    workspace.undoStack().undo();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, "edit.stale");
    QCOMPARE(workspace.undoStack().count(), 0);
}

void TestWorkspace::choosesAnEnvironmentAndKeepsEditsAndSelection()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository, {}, ".");
    workspace.selection().select(defaultRoute(workspace));
    workspace.chooseEnvironment("shop");
    // An edit while the other environment is being read.
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    WAIT_FOR(workspace.snapshot()->environment.name == "shop");
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    QCOMPARE(workspace.selection().current(), defaultRoute(workspace));
    QSignalSpy failed(&workspace, &Workspace::openFailed);
    workspace.chooseEnvironment("no/such");
    WAIT_FOR(failed.size() == 1);
    QCOMPARE(workspace.snapshot()->environment.name, "shop");
}

void TestWorkspace::commitsOntoANewBranchOnlyTheDigits()
{
    const MeshRepository repository;
    repository.write(u"other.txt"_s, "staged by the user\n");
    repository.git({u"add"_s, u"other.txt"_s});
    repository.write(u"shop/gateway.yml"_s, repository.read(u"shop/gateway.yml"_s) + "# unstaged\n");
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QVERIFY(workspace.filesWithForeignChanges().empty());
    const auto result = workspace.commit(u"canary/reviews"_s, true, u"Send 20 % of reviews to v2"_s);
    QVERIFY(result.has_value());
    QCOMPARE(result->branch, u"canary/reviews"_s);
    const auto shown = repository.git({u"show"_s, u"--format="_s, u"-U0"_s, u"--word-diff=porcelain"_s, u"HEAD"_s});
    QByteArrayList words;
    for (const auto& line : shown.split('\n')) {
        if ((line.startsWith('+') || line.startsWith('-')) && !line.startsWith("+++") && !line.startsWith("---"))
            words.append(line);
    }
    QCOMPARE(words, (QByteArrayList{"-90", "+80", "-10", "+20"}));
    QCOMPARE(repository.git({u"diff"_s, u"--cached"_s, u"--name-only"_s}), QByteArray("other.txt"));
    QCOMPARE(repository.git({u"diff"_s, u"--name-only"_s}), QByteArray("shop/gateway.yml"));
    QCOMPARE(workspace.snapshot()->head.branch, u"canary/reviews"_s);
    QCOMPARE(workspace.snapshot()->head.commit, result->commit);
    QVERIFY(!workspace.hasPendingChanges());
    QCOMPARE(workspace.undoStack().count(), 0);
    QCOMPARE(workspace.commit(u"canary/reviews"_s, false, u"x"_s).error().code, "commit.nothing");
}

void TestWorkspace::refusesACommitOverAForeignChange()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    const auto foreign = reviewsFile().replace("[reviews]", "[reviews, shop]");
    repository.write(reviews, foreign);
    const auto head = repository.git({u"rev-parse"_s, u"HEAD"_s});
    const auto result = workspace.commit(u"main"_s, false, u"x"_s);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, "file.changed");
    QCOMPARE(repository.read(reviews), foreign);
    QCOMPARE(repository.git({u"rev-parse"_s, u"HEAD"_s}), head);
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    QVERIFY(workspace.undoStack().canUndo());
}

void TestWorkspace::leavesTheUsersOwnChangesUncommitted()
{
    const MeshRepository repository;
    const auto own = reviewsFile().replace("hosts: [reviews]", "hosts: [reviews, shop]");
    repository.write(reviews, own);
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QCOMPARE(workspace.filesWithForeignChanges(), std::vector<std::string>{"shop/reviews.yaml"});
    const auto result = workspace.commit(u"main"_s, false, u"Only the weights"_s);
    QVERIFY(result.has_value());
    QCOMPARE(repository.git({u"show"_s, u"HEAD:shop/reviews.yaml"_s}) + '\n', withWeights("80", "20"));
    const auto kept = withWeights("80", "20").replace("hosts: [reviews]", "hosts: [reviews, shop]");
    QCOMPARE(repository.read(reviews), kept);
    QCOMPARE(currentText(workspace), kept);
    QVERIFY(!workspace.hasPendingChanges());
    QVERIFY(repository.git({u"diff"_s, u"--cached"_s, u"--name-only"_s}).isEmpty());
    QCOMPARE(repository.git({u"diff"_s, u"--name-only"_s}), QByteArray("shop/reviews.yaml"));
}

void TestWorkspace::commitsAFileUnderAFilterAsItIs()
{
    // What Git stores is another text than what the files hold, as with git-crypt.
    const QString turn = u"tr A-Za-z N-ZA-Mn-za-m"_s;
    const MeshRepository repository;
    repository.git({u"config"_s, u"filter.turn.clean"_s, turn});
    repository.git({u"config"_s, u"filter.turn.smudge"_s, turn});
    repository.write(u".gitattributes"_s, "shop/*.yaml filter=turn\n");
    repository.git({u"add"_s, u"--renormalize"_s, u"."_s});
    repository.commitAll();
    const QByteArray stored = repository.git({u"show"_s, u"HEAD:shop/reviews.yaml"_s});
    QVERIFY(!stored.contains("VirtualService"));
    const QByteArray mine = repository.read(u"shop/reviews.yaml"_s) + "# mine\n";
    repository.write(u"shop/reviews.yaml"_s, mine);
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QVERIFY(workspace.filesWithForeignChanges().empty()); // not compared
    const auto made = workspace.commit(u"main"_s, false, u"m"_s);
    QVERIFY2(made.has_value(), made ? "" : made.error().code.c_str());
    QCOMPARE(repository.git({u"diff"_s, u"--numstat"_s, u"HEAD~1"_s, u"HEAD"_s}),
             QByteArray("2\t2\tshop/reviews.yaml"));
    QVERIFY(!repository.git({u"cat-file"_s, u"-p"_s, u"HEAD:shop/reviews.yaml"_s}).contains("VirtualService"));
    QCOMPARE(repository.read(u"shop/reviews.yaml"_s),
             QByteArray(mine).replace("weight: 90", "weight: 80").replace("weight: 10", "weight: 20"));
    QCOMPARE(repository.git({u"diff"_s, u"--numstat"_s}), QByteArray("1\t0\tshop/reviews.yaml"));
}

void TestWorkspace::undoesACommitAndHasItsEditsAgain()
{
    const MeshRepository repository;
    // The user's own change in the same file stays out of the commit, and survives both.
    repository.write(u"shop/reviews.yaml"_s, repository.read(u"shop/reviews.yaml"_s) + "# mine\n");
    Workspace workspace;
    open(workspace, repository);
    const QByteArray before = repository.read(u"shop/reviews.yaml"_s);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    const std::string edited = *workspace.snapshot()->current.find("shop/reviews.yaml")->text->text;
    const auto made = workspace.commit(u"canary/reviews"_s, true, u"Send 20 % of reviews to v2"_s);
    QVERIFY(made.has_value());
    QVERIFY(workspace.undoCommit(*made).has_value());
    QCOMPARE(repository.read(u"shop/reviews.yaml"_s), before);
    QCOMPARE(workspace.snapshot()->head.branch, u"main"_s);
    QCOMPARE(workspace.snapshot()->changedFiles(), std::vector<std::string>{"shop/reviews.yaml"});
    QCOMPARE(*workspace.snapshot()->current.find("shop/reviews.yaml")->text->text, edited);
    QVERIFY(repository.tryGit({u"rev-parse"_s, u"-q"_s, u"--verify"_s, u"canary/reviews"_s}) != 0);
    workspace.undoStack().undo();
    QVERIFY(!workspace.hasPendingChanges());
    workspace.undoStack().redo();
    QVERIFY(workspace.commit(u"canary/reviews"_s, true, u"Again"_s).has_value());
}

void TestWorkspace::refusesToUndoACommitOverNewEdits()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    const auto made = workspace.commit(u"main"_s, false, u"m"_s);
    QVERIFY(made.has_value());
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {70, 30}).has_value());
    const auto undone = workspace.undoCommit(*made);
    QVERIFY(!undone);
    QCOMPARE(undone.error().code, "undo.pending");
    QCOMPARE(repository.git({u"rev-parse"_s, u"HEAD"_s}), made->commit.toUtf8());
    QVERIFY(workspace.hasPendingChanges());
}

void TestWorkspace::commitsFirstInAnEmptyRepository()
{
    const git::TestRepository repository(git::TestRepository::Start::Empty);
    repository.write(u"shop/reviews.yaml"_s, reviewsFile());
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.snapshot()->head.isUnborn());
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    const auto made = workspace.commit(u"main"_s, false, u"First"_s);
    QVERIFY2(made.has_value(), made ? "" : made.error().code.c_str());
    QCOMPARE(workspace.snapshot()->head.commit, made->commit);
    QCOMPARE(repository.git({u"status"_s, u"--porcelain"_s}), QByteArray());
    QVERIFY(workspace.undoCommit(*made).has_value());
    QVERIFY(workspace.snapshot()->head.isUnborn());
    QVERIFY(workspace.hasPendingChanges());
    QCOMPARE(repository.read(u"shop/reviews.yaml"_s), reviewsFile());
}

void TestWorkspace::pushesInTheBackground()
{
    const MeshRepository repository;
    repository.git({u"init"_s, u"-q"_s, u"--bare"_s, u"../origin.git"_s});
    repository.git({u"remote"_s, u"add"_s, u"origin"_s, u"../origin.git"_s});
    Workspace workspace;
    const auto nothingOpen = workspace.push(u"main"_s);
    QCOMPARE(nothingOpen.error().code, "edit.nothingOpen");
    open(workspace, repository);
    QSignalSpy finished(&workspace.pushing(), &PushJob::finished);
    QSignalSpy failed(&workspace.pushing(), &PushJob::failed);
    QVERIFY(workspace.push(u"main"_s).has_value());
    QVERIFY(workspace.pushing().isRunning());
    WAIT_FOR(finished.size() == 1);
    QVERIFY(failed.isEmpty());
    QVERIFY(!workspace.pushing().isRunning());
    QCOMPARE(repository.git({u"rev-parse"_s, u"origin/main"_s}), repository.git({u"rev-parse"_s, u"main"_s}));
    QVERIFY(workspace.push(u"none"_s).has_value());
    WAIT_FOR(failed.size() == 1);
    QCOMPARE(failed.front().front().value<Error>().code, "push.nothing");
}

void TestWorkspace::savesAndCanStillUndo()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.save().has_value());
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QVERIFY(workspace.save().has_value());
    QCOMPARE(repository.read(reviews), withWeights("80", "20"));
    QVERIFY(!workspace.hasPendingChanges());
    QVERIFY(workspace.undoStack().isClean());
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), reviewsFile());
    QVERIFY(workspace.hasPendingChanges());
    QVERIFY(workspace.save().has_value());
    QCOMPARE(repository.read(reviews), reviewsFile());
}

void TestWorkspace::saysWhereWhatOthersWroteIsKept()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QSignalSpy kept(&workspace, &Workspace::contentKept);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    // A program that has opened the file and takes its time.
    QFile slow(repository.path(reviews));
    QVERIFY(slow.open(QIODevice::Append));
    QVERIFY(workspace.save().has_value());
    QCOMPARE(kept.size(), 1);
    const auto notes = kept.front().front().value<std::vector<Error>>();
    QCOMPARE(notes.size(), 1U);
    QCOMPARE(notes[0], (Error{"kept.open", {reviews.toStdString(), reviews.toStdString() + ".kept-1"}, {}}));
    slow.write("# late\n");
    slow.close();
    QCOMPARE(repository.read(reviews + u".kept-1"_s), reviewsFile() + "# late\n");
    QCOMPARE(repository.read(reviews), withWeights("80", "20"));
    QVERIFY(!workspace.hasPendingChanges());
}

void TestWorkspace::readsAgainWhatOthersChange()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository, {}, ".");
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QSignalSpy asked(&workspace, &Workspace::fileChangedOnDisk);
    repository.write(u"shop/extra.yaml"_s, "apiVersion: v1\nkind: Service\nmetadata: {name: extra, namespace: shop}\n");
    const auto hasExtra = [&] { return workspace.snapshot()->saved.find("shop/extra.yaml") != nullptr; };
    WAIT_FOR(hasExtra());
    QVERIFY(std::ranges::contains(workspace.snapshot()->environment.files, "shop/extra.yaml"));
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    QVERIFY(asked.isEmpty());
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), reviewsFile());
}

void TestWorkspace::asksWhenAFileWithEditsChangesOnDisk()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QSignalSpy asked(&workspace, &Workspace::fileChangedOnDisk);
    const auto foreign = reviewsFile().replace("weight: 90 # stable", "weight: 85 # theirs");
    repository.write(reviews, foreign);
    WAIT_FOR(asked.size() == 1);
    QCOMPARE(asked.first().first().toString(), reviews);
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    QCOMPARE(workspace.conflicts(), std::vector<std::string>{"shop/reviews.yaml"});
    QCOMPARE(codeOf(workspace.save()), "file.changed");
    QCOMPARE(repository.read(reviews), foreign);
    QVERIFY(workspace.reloadFile(reviews.toStdString()).has_value());
    QCOMPARE(currentText(workspace), foreign);
    QVERIFY(!workspace.hasPendingChanges());
    QVERIFY(workspace.conflicts().empty());
}

void TestWorkspace::mergesWithWhatIsOnDisk()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QSignalSpy asked(&workspace, &Workspace::fileChangedOnDisk);
    const auto foreign = reviewsFile().replace("hosts: [reviews]", "hosts: [reviews, shop]");
    repository.write(reviews, foreign);
    WAIT_FOR(asked.size() == 1);
    QVERIFY(workspace.mergeFile(reviews.toStdString()).has_value());
    const auto both = withWeights("80", "20").replace("hosts: [reviews]", "hosts: [reviews, shop]");
    QCOMPARE(currentText(workspace), both);
    QCOMPARE(workspace.snapshot()->change.resources.size(), 1U);
    // The whole way back: to what was pending, and to what the file held.
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), reviewsFile());
    workspace.undoStack().redo();
    workspace.undoStack().redo();
    QCOMPARE(currentText(workspace), both);
    QVERIFY(workspace.save().has_value());
    QCOMPARE(repository.read(reviews), both);
}

void TestWorkspace::refusesToMergeTwoEditsOfOnePlace()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QSignalSpy asked(&workspace, &Workspace::fileChangedOnDisk);
    const auto foreign = reviewsFile().replace("weight: 90 # stable", "weight: 75 # theirs");
    repository.write(reviews, foreign);
    WAIT_FOR(asked.size() == 1);
    const auto refused = workspace.mergeFile(reviews.toStdString());
    QCOMPARE(codeOf(refused), "merge.conflict");
    QVERIFY(refused.error().where.line > 0);
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    // Mine stands, and the pending difference says what would go.
    QVERIFY(workspace.keepMine(reviews.toStdString()).has_value());
    QVERIFY(workspace.conflicts().empty());
    QVERIFY(workspace.summaryMarkdown().contains(u"# theirs"_s));
    QVERIFY(workspace.save().has_value());
    QCOMPARE(repository.read(reviews), withWeights("80", "20"));
}

void TestWorkspace::mergesAsChosen()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QSignalSpy asked(&workspace, &Workspace::fileChangedOnDisk);
    const auto foreign = reviewsFile()
                             .replace("weight: 90 # stable", "weight: 75 # theirs")
                             .replace("weight: 10", "weight: 25")
                             .replace("hosts: [reviews]", "hosts: [reviews, shop]");
    repository.write(reviews, foreign);
    WAIT_FOR(asked.size() == 1);
    const auto path = reviews.toStdString();
    const auto undecided = workspace.foreignChange(path);
    QVERIFY(undecided && !undecided->merged);
    QCOMPARE(undecided->conflicts.size(), 2U);
    // One is not enough.
    const auto first = undecided->conflicts.front();
    const auto onlyFirst = [&first](const changes::MergeConflict& conflict) {
        return conflict.path == first.path ? std::optional(changes::MergeSide::Mine) : std::nullopt;
    };
    QCOMPARE(workspace.foreignChange(path, onlyFirst)->conflict.args[1], undecided->conflicts.back().path);
    QCOMPARE(codeOf(workspace.mergeFile(path, onlyFirst)), "merge.conflict");
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    const auto both = [&first](const changes::MergeConflict& conflict) {
        return std::optional(conflict.path == first.path ? changes::MergeSide::Mine : changes::MergeSide::Theirs);
    };
    QVERIFY(workspace.mergeFile(path, both).has_value());
    QCOMPARE(currentText(workspace), QByteArray(foreign).replace("weight: 75", "weight: 80"));
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
}

void TestWorkspace::keepsOrDropsAFileThatIsGone()
{
    for (const bool isKept : {true, false}) {
        const MeshRepository repository;
        Workspace workspace;
        open(workspace, repository, {}, ".");
        QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
        QSignalSpy asked(&workspace, &Workspace::fileChangedOnDisk);
        QVERIFY(QFile::remove(repository.path(reviews)));
        WAIT_FOR(asked.size() == 1);
        const auto path = reviews.toStdString();
        const auto change = workspace.foreignChange(path);
        QVERIFY(change && change->isRemoved && !change->merged);
        QCOMPARE(codeOf(workspace.mergeFile(path)), "merge.removed");
        QVERIFY((isKept ? workspace.keepMine(path) : workspace.reloadFile(path)).has_value());
        QCOMPARE(workspace.hasPendingChanges(), isKept);
        QVERIFY(workspace.conflicts().empty());
        // It is not asked about again, whatever else happens.
        repository.write(u"shop/extra.yaml"_s, "apiVersion: v1\nkind: Service\nmetadata: {name: extra}\n");
        WAIT_FOR(workspace.snapshot()->saved.find("shop/extra.yaml") != nullptr);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(workspace.hasPendingChanges(), isKept);
        QVERIFY(!QFile::exists(repository.path(reviews)));
        if (!isKept)
            workspace.undoStack().undo();
        QCOMPARE(currentText(workspace), withWeights("80", "20"));
        QCOMPARE(workspace.snapshot()->graph->ofKind("VirtualService").size(), 1U);
        QVERIFY(workspace.save().has_value());
        QCOMPARE(repository.read(reviews), withWeights("80", "20"));
        QVERIFY(!workspace.hasPendingChanges());
    }
}

void TestWorkspace::commitsAFileThatWasGone()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository, {}, ".");
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QSignalSpy asked(&workspace, &Workspace::fileChangedOnDisk);
    QVERIFY(QFile::remove(repository.path(reviews)));
    WAIT_FOR(asked.size() == 1);
    // Not before it is decided.
    QCOMPARE(workspace.commit(u"main"_s, false, u"m"_s).error().code, "file.changed");
    QVERIFY(workspace.keepMine(reviews.toStdString()).has_value());
    QVERIFY(workspace.filesWithForeignChanges().empty());
    QVERIFY(workspace.commit(u"main"_s, false, u"m"_s).has_value());
    QCOMPARE(repository.git({u"status"_s, u"--porcelain"_s}), QByteArray());
    QCOMPARE(repository.read(reviews), withWeights("80", "20"));
    QCOMPARE(repository.git({u"diff"_s, u"--numstat"_s, u"HEAD~1"_s}), QByteArray("2\t2\tshop/reviews.yaml"));
}

void TestWorkspace::reloadingCanBeUndone()
{
    const MeshRepository repository;
    Workspace workspace;
    open(workspace, repository);
    QVERIFY(workspace.setWeights(defaultRoute(workspace), {80, 20}).has_value());
    QSignalSpy asked(&workspace, &Workspace::fileChangedOnDisk);
    const auto foreign = reviewsFile().replace("weight: 90 # stable", "weight: 75 # theirs");
    repository.write(reviews, foreign);
    WAIT_FOR(asked.size() == 1);
    QVERIFY(workspace.reloadFile(reviews.toStdString()).has_value());
    QCOMPARE(currentText(workspace), foreign);
    QVERIFY(!workspace.hasPendingChanges());
    workspace.undoStack().undo();
    QCOMPARE(currentText(workspace), withWeights("80", "20"));
    QVERIFY(workspace.hasPendingChanges());
    QCOMPARE(repository.read(reviews), foreign);
}

void TestWorkspace::seesFilesWrittenInPlaceAndCheckouts()
{
    const MeshRepository repository;
    repository.git({u"branch"_s, u"other"_s});
    Workspace workspace;
    open(workspace, repository);
    repository.write(reviews, withWeights("60", "40"));
    WAIT_FOR(currentText(workspace) == withWeights("60", "40"));
    repository.git({u"checkout"_s, u"-q"_s, u"other"_s});
    WAIT_FOR(workspace.snapshot()->head.branch == u"other"_s);
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
