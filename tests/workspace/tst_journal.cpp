// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/journal.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/secrettext.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

const std::string reviews = "shop/reviews.yaml";
const std::string gateway = "shop/gateway.yml";
const QByteArray secretYaml = "apiVersion: v1\nkind: Secret\nmetadata: {name: key, namespace: shop}\n"
                              "stringData: {password: hunter2}\n";

/// The header, a file, and edits of its one line to "a: 1" … "a: 9".
std::vector<journal::Record> someRecords()
{
    std::vector<journal::Record> records{
        journal::Header{.workTree = u"/tmp/mesh"_s, .commit = u"c0ffee"_s, .branch = u"main"_s, .environment = "base"},
        journal::FileState{.path = "a\xff.yaml", .base = "a: 0\n", .splices = {}}, journal::NotKept{"secret.yaml"}};
    for (int i = 0; i < 9; ++i) {
        journal::EditRecord edit;
        edit.text = u"step %1"_s.arg(i);
        edit.edit.files.push_back({.path = "a\xff.yaml",
                                   .base = source::contentIdOf("a: " + std::to_string(i) + "\n"),
                                   .splices = {{.offset = 3, .length = 1, .text = std::to_string(i + 1)}}});
        records.emplace_back(edit);
    }
    return records;
}

/// "a: 5\n" after five edits; empty while nothing is pending.
std::string outcome(const std::optional<KeptEdits>& kept)
{
    return kept && !kept->files.empty() ? kept->files.front().current : std::string();
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

mode_t modeOf(const QString& path)
{
    struct stat status{};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777U : 0;
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void recordsComeBackAsTheyWere();
    void aTornTailCostsOnlyTheRecordInIt();
    void aBrokenByteEndsTheJournalThere();
    void anEditThatDoesNotFitEndsTheJournal();
    void nothingIsKeptWithoutADirectory();
    void theFileIsPrivateAndGoesWithTheLastEdit();
    void savingCommittingAndDroppingEndIt_data();
    void savingCommittingAndDroppingEndIt();
    void symbolicLinksAreRefused();
    void whoLivesIsNotOffered();
    void stepsComeBackOneByOne();
    void undoneStepsComeBackAsUndone();
    void aDragComesBackAsOneStep();
    void undoBehindASaveIsKept();
    void editsGoOntoAFileThatChanged();
    void whatDoesNotFitStaysKeptAndIsAPatch();
    void restoredEditsAreKeptAgain();
    void discardedEditsAreGone();
    void anotherRepositoryIsRefused();
    void secretsAreNotKept();
    void aFileThatBecomesASecretIsForgotten();
    void textsThatHoldSecrets_data();
    void textsThatHoldSecrets();
    void aLargeJournalIsWrittenAnew();
    void aDirectoryThatCannotBeMadeIsSaidOnce();
    void aFullDiskLosesNothingThatWasWritten();
    void twoWindowsHaveAJournalEach();

private:
    void open(Workspace& workspace) const
    {
        workspace.keepEditsIn(journals());
        openIn(workspace, m_repository->path());
    }
    static void openIn(Workspace& workspace, const QString& directory)
    {
        QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
        workspace.open(directory);
        WAIT_FOR(!changed.isEmpty());
    }
    QString journals() const { return m_state->filePath(u"state/kept"_s); }
    QStringList files() const { return QDir(journals()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); }
    /// Replaces a word of a file, once.
    static void replace(Workspace& workspace, const std::string& path, const std::string& word, const std::string& by,
                        int mergeId = 0)
    {
        const auto& text = *workspace.snapshot()->current.find(path)->text;
        const auto at = text.text->find(word);
        QVERIFY(at != std::string::npos);
        source::Edit edit;
        edit.files.push_back({.path = path,
                              .base = text.id,
                              .splices = {{.offset = static_cast<std::uint32_t>(at),
                                           .length = static_cast<std::uint32_t>(word.size()),
                                           .text = by}}});
        const auto done = workspace.apply(edit, QString::fromStdString(word + " to " + by), mergeId);
        QVERIFY2(done.has_value(), done ? "" : done.error().code.c_str());
    }
    static std::string current(const Workspace& workspace, const std::string& path)
    {
        return *workspace.snapshot()->current.find(path)->text->text;
    }
    KeptEdits onlyKept() const
    {
        auto kept = keptEdits(journals());
        if (kept.size() == 1)
            return std::move(kept.front());
        QTest::qFail(qPrintable(u"%1 journals are kept"_s.arg(kept.size())), __FILE__, __LINE__);
        return {};
    }

    git::GitSandbox m_sandbox;
    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<QTemporaryDir> m_state;
};

void TestJournal::init()
{
    m_repository = std::make_unique<MeshRepository>();
    m_state = std::make_unique<QTemporaryDir>();
}

void TestJournal::recordsComeBackAsTheyWere()
{
    auto records = someRecords();
    std::get<journal::EditRecord>(records.back()).step = journal::Step::Redo;
    std::get<journal::EditRecord>(records.back()).mergeId = 7;
    std::get<journal::EditRecord>(records.back()).time = 1234567890123;
    std::get<journal::FileState>(records[1]).base = std::string("\0\xfe\r\n\xc3\xa4", 6);
    QByteArray bytes;
    for (const auto& record : records)
        bytes += journal::encode(record);
    journal::Reader reader({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    for (const auto& record : records)
        QVERIFY(reader.next() == record);
    QVERIFY(!reader.next());
    QVERIFY(reader.atEnd());
}

void TestJournal::aTornTailCostsOnlyTheRecordInIt()
{
    std::string bytes;
    std::vector<std::string> expected{""}; // by number of bytes
    int edits = 0;
    for (const auto& record : someRecords()) {
        const auto encoded = journal::encode(record).toStdString();
        bytes += encoded;
        expected.resize(bytes.size(), expected.back());
        edits += std::holds_alternative<journal::EditRecord>(record) ? 1 : 0;
        expected.push_back(edits == 0 ? "" : "a: " + std::to_string(edits) + "\n");
    }
    QCOMPARE(expected.back(), "a: 9\n");
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        QCOMPARE(outcome(readJournal(std::string_view(bytes).substr(0, size))), expected[size]);
        // What a file system leaves of a file that was growing when the power went.
        QCOMPARE(outcome(readJournal(bytes.substr(0, size) + std::string(64, '\0'))), expected[size]);
    }
}

void TestJournal::aBrokenByteEndsTheJournalThere()
{
    std::string bytes;
    std::vector<int> editsBefore; // by byte
    int edits = 0;
    for (const auto& record : someRecords()) {
        bytes += journal::encode(record).toStdString();
        editsBefore.resize(bytes.size(), edits);
        edits += std::holds_alternative<journal::EditRecord>(record) ? 1 : 0;
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto broken = bytes;
        broken[at] = static_cast<char>(~broken[at]);
        const auto before = editsBefore[at];
        QCOMPARE(outcome(readJournal(broken)), before == 0 ? "" : "a: " + std::to_string(before) + "\n");
    }
}

void TestJournal::anEditThatDoesNotFitEndsTheJournal()
{
    const auto records = someRecords();
    std::string bytes;
    for (const std::size_t i : {0U, 1U, 3U, 5U, 4U})
        bytes += journal::encode(records[i]).toStdString();
    QCOMPARE(outcome(readJournal(bytes)), "a: 1\n");
}

void TestJournal::nothingIsKeptWithoutADirectory()
{
    Workspace workspace;
    openIn(workspace, m_repository->path());
    replace(workspace, reviews, "90", "80");
    QVERIFY(workspace.keptEdits().empty());
    QVERIFY(QDir(m_sandbox.path(u".local"_s)).isEmpty());
}

void TestJournal::theFileIsPrivateAndGoesWithTheLastEdit()
{
    QVERIFY(QDir().mkpath(journals()));
    QCOMPARE(::chmod(QFile::encodeName(journals()).constData(), 0755), 0);
    Workspace workspace;
    open(workspace);
    QVERIFY(files().isEmpty());
    replace(workspace, reviews, "90", "80");
    QCOMPARE(files().size(), 1);
    QCOMPARE(modeOf(journals()), mode_t{0700});
    QCOMPARE(modeOf(journals() + u'/' + files().front()), mode_t{0600});
    workspace.undoStack().undo();
    QVERIFY(files().isEmpty());
    workspace.undoStack().redo();
    QCOMPARE(files().size(), 1);
}

void TestJournal::savingCommittingAndDroppingEndIt_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"save", "commit", "revertAll", "reload", "forget", "openAnother"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestJournal::savingCommittingAndDroppingEndIt()
{
    QFETCH(const QString, how);
    Workspace workspace;
    open(workspace);
    replace(workspace, reviews, "90", "80");
    QCOMPARE(files().size(), 1);
    if (how == u"save")
        QVERIFY(workspace.save().has_value());
    else if (how == u"commit")
        QVERIFY(workspace.commit(u"main"_s, false, u"Change"_s).has_value());
    else if (how == u"revertAll")
        QVERIFY(workspace.revertAll().has_value());
    else if (how == u"reload")
        QVERIFY(workspace.reloadFile(reviews).has_value());
    else if (how == u"forget")
        workspace.forgetPending();
    else
        openIn(workspace, m_repository->path());
    QCOMPARE(files(), QStringList());
}

void TestJournal::symbolicLinksAreRefused()
{
    // In the place of the directory.
    const QString elsewhere = m_state->filePath(u"elsewhere"_s);
    QVERIFY(QDir().mkpath(elsewhere));
    QVERIFY(QDir().mkpath(m_state->filePath(u"state"_s)));
    QVERIFY(QFile::link(elsewhere, journals()));
    QCOMPARE(JournalFile::create(journals(), u"/tmp/mesh"_s).error().code, "journal.unwritable");
    QVERIFY(QDir(elsewhere).isEmpty());
    QVERIFY(QFile::remove(journals()));
    // In the place of a journal: not listed, not taken, not removed.
    auto made = JournalFile::create(journals(), u"/tmp/mesh"_s);
    QVERIFY(made.has_value());
    const QString name = made->path();
    const QString target = elsewhere + u"/target"_s;
    QVERIFY(QFile::rename(name, target));
    QVERIFY(QFile::link(target, name));
    QCOMPARE(JournalFile::claim(name).error().code, "journal.gone");
    QVERIFY(keptEdits(journals()).empty());
    QVERIFY(!discardKept(name).has_value());
    made->remove();
    QVERIFY(QFileInfo(name).isSymLink());
    QVERIFY(QFile::exists(target));
}

void TestJournal::whoLivesIsNotOffered()
{
    auto workspace = std::make_unique<Workspace>();
    open(*workspace);
    replace(*workspace, reviews, "90", "80");
    QVERIFY(keptEdits(journals()).empty());
    const QString file = journals() + u'/' + files().front();
    QCOMPARE(discardKept(file).error().code, "journal.inUse");
    // Nothing is lost by restoring what is one's own: it is refused, and goes on being written.
    const auto own = workspace->restoreKept(file);
    QVERIFY(!own.has_value());
    QCOMPARE(own.error().code, "journal.inUse");
    workspace.reset();
    const auto kept = onlyKept();
    QCOMPARE(kept.journal, file);
    QCOMPARE(kept.header.workTree, QDir(m_repository->path()).canonicalPath());
    QCOMPARE(kept.header.branch, u"main"_s);
    QCOMPARE(kept.header.commit, QString::fromUtf8(m_repository->git({u"rev-parse"_s, u"HEAD"_s})));
    QCOMPARE(kept.count(), std::size_t{1});
    QVERIFY(kept.changedSince.empty());
    QVERIFY(kept.last.secsTo(QDateTime::currentDateTime()) < 3600);
}

void TestJournal::stepsComeBackOneByOne()
{
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, reviews, "90", "80");
        replace(workspace, gateway, "shop-gw", "shop-gateway");
        replace(workspace, reviews, "weight: 10", "weight: 20");
    }
    const auto kept = onlyKept();
    QCOMPARE(kept.count(), std::size_t{3});
    QCOMPARE(kept.files.size(), std::size_t{2});
    Workspace workspace;
    open(workspace);
    QCOMPARE(workspace.keptEditsHere().size(), std::size_t{1});
    const auto restored = workspace.restoreKept(kept.journal);
    QVERIFY(restored.has_value());
    QCOMPARE(restored->restored, (std::vector<std::string>{gateway, reviews}));
    QVERIFY(restored->left.empty());
    QVERIFY(current(workspace, reviews).contains("weight: 80"));
    QVERIFY(current(workspace, reviews).contains("weight: 20"));
    QVERIFY(current(workspace, gateway).contains("shop-gateway"));
    QCOMPARE(workspace.undoStack().count(), 3);
    QCOMPARE(workspace.undoStack().text(1), u"shop-gw to shop-gateway"_s);
    workspace.undoStack().undo();
    QVERIFY(current(workspace, reviews).contains("weight: 10"));
    workspace.undoStack().undo();
    QVERIFY(current(workspace, gateway).contains("shop-gw,"));
    workspace.undoStack().undo();
    QVERIFY(!workspace.hasPendingChanges());
}

void TestJournal::undoneStepsComeBackAsUndone()
{
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, reviews, "90", "80");
        replace(workspace, reviews, "80", "70");
        replace(workspace, reviews, "70", "60");
        workspace.undoStack().undo();
        workspace.undoStack().undo();
        workspace.undoStack().redo();
    }
    Workspace workspace;
    open(workspace);
    QVERIFY(workspace.restoreKept(onlyKept().journal).has_value());
    QVERIFY(current(workspace, reviews).contains("weight: 70"));
    QCOMPARE(workspace.undoStack().count(), 3);
    QCOMPARE(workspace.undoStack().index(), 2);
    workspace.undoStack().redo();
    QVERIFY(current(workspace, reviews).contains("weight: 60"));
}

void TestJournal::aDragComesBackAsOneStep()
{
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, reviews, "90", "89", 5);
        replace(workspace, reviews, "89", "88", 5);
        replace(workspace, reviews, "88", "75", 5);
        replace(workspace, gateway, "shop-gw", "other", 6);
        replace(workspace, gateway, "other", "shop-gw", 6); // back to its start: no step
        QCOMPARE(workspace.undoStack().count(), 1);
    }
    const auto kept = onlyKept();
    QCOMPARE(kept.count(), std::size_t{1});
    QCOMPARE(kept.files.size(), std::size_t{1});
    Workspace workspace;
    open(workspace);
    QVERIFY(workspace.restoreKept(kept.journal).has_value());
    QCOMPARE(workspace.undoStack().count(), 1);
    QVERIFY(current(workspace, reviews).contains("weight: 75"));
    // A new drag with the same number is a step of its own.
    replace(workspace, reviews, "75", "74", 5);
    QCOMPARE(workspace.undoStack().count(), 2);
}

void TestJournal::undoBehindASaveIsKept()
{
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, reviews, "90", "80");
        QVERIFY(workspace.save().has_value());
        workspace.undoStack().undo();
    }
    Workspace workspace;
    open(workspace);
    QVERIFY(current(workspace, reviews).contains("weight: 80"));
    QVERIFY(workspace.restoreKept(onlyKept().journal).has_value());
    QVERIFY(current(workspace, reviews).contains("weight: 90"));
}

void TestJournal::editsGoOntoAFileThatChanged()
{
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, reviews, "weight: 90", "weight: 80");
        replace(workspace, gateway, "shop-gw", "shop-gateway");
    }
    m_repository->write(QString::fromStdString(reviews), "# written by somebody else\n" + reviewsFile());
    const auto kept = onlyKept();
    QCOMPARE(kept.changedSince, std::vector<std::string>{reviews});
    Workspace workspace;
    open(workspace);
    const auto restored = workspace.restoreKept(kept.journal);
    QVERIFY(restored.has_value());
    QVERIFY(restored->left.empty());
    QVERIFY(current(workspace, reviews).starts_with("# written by somebody else\n"));
    QVERIFY(current(workspace, reviews).contains("weight: 80"));
    QVERIFY(current(workspace, gateway).contains("shop-gateway"));
    QVERIFY(m_repository->read(QString::fromStdString(reviews)).contains("weight: 90"));
}

void TestJournal::whatDoesNotFitStaysKeptAndIsAPatch()
{
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, reviews, "weight: 90", "weight: 80");
        replace(workspace, gateway, "shop-gw", "shop-gateway");
    }
    const auto patch = keptPatch(onlyKept());
    m_repository->write(u"kept.patch"_s, QByteArray::fromStdString(patch));
    QCOMPARE(m_repository->tryGit({u"apply"_s, u"--check"_s, u"kept.patch"_s}), 0);
    auto theirs = reviewsFile();
    theirs.replace("weight: 90", "weight: 55");
    m_repository->write(QString::fromStdString(reviews), theirs);
    Workspace workspace;
    open(workspace);
    const auto restored = workspace.restoreKept(onlyKept().journal);
    QVERIFY(restored.has_value());
    QCOMPARE(restored->restored, std::vector<std::string>{gateway});
    QCOMPARE(restored->left, std::vector<std::string>{reviews});
    QVERIFY(current(workspace, reviews).contains("weight: 55"));
    const auto left = onlyKept();
    QCOMPARE(left.files.size(), std::size_t{1});
    QCOMPARE(left.files.front().path, reviews);
    QVERIFY(left.files.front().current.contains("weight: 80"));
}

void TestJournal::restoredEditsAreKeptAgain()
{
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, reviews, "90", "80");
        replace(workspace, reviews, "80", "70");
    }
    const auto first = onlyKept();
    {
        Workspace workspace;
        open(workspace);
        QVERIFY(workspace.restoreKept(first.journal).has_value());
        QVERIFY(!QFile::exists(first.journal));
    }
    const auto second = onlyKept();
    QCOMPARE(second.count(), std::size_t{2});
    QCOMPARE(second.files.front().current, first.files.front().current);
}

void TestJournal::discardedEditsAreGone()
{
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, reviews, "90", "80");
    }
    QVERIFY(discardKept(onlyKept().journal).has_value());
    QCOMPARE(files(), QStringList());
}

void TestJournal::anotherRepositoryIsRefused()
{
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, reviews, "90", "80");
    }
    const auto kept = onlyKept();
    const auto first = std::exchange(m_repository, std::make_unique<MeshRepository>());
    Workspace workspace;
    open(workspace);
    QVERIFY(workspace.keptEditsHere().empty());
    QCOMPARE(workspace.keptEdits().size(), std::size_t{1});
    QCOMPARE(workspace.restoreKept(kept.journal).error().code, "journal.elsewhere");
    QVERIFY(!workspace.hasPendingChanges());
    QCOMPARE(onlyKept().journal, kept.journal);
}

void TestJournal::secretsAreNotKept()
{
    m_repository->write(u"shop/key.yaml"_s, secretYaml);
    m_repository->commitAll();
    {
        Workspace workspace;
        open(workspace);
        replace(workspace, "shop/key.yaml", "hunter2", "correct horse");
        replace(workspace, reviews, "90", "80");
        replace(workspace, "shop/key.yaml", "correct", "battery");
        workspace.undoStack().undo();
        const auto bytes = readFile(journals() + u'/' + files().front());
        QVERIFY(bytes.contains("shop/key.yaml"));
        for (const char* value : {"hunter2", "correct", "battery"})
            QVERIFY2(!bytes.contains(value), value);
    }
    const auto kept = onlyKept();
    QCOMPARE(kept.notKept, std::vector<std::string>{"shop/key.yaml"});
    QCOMPARE(kept.files.size(), std::size_t{1});
    QCOMPARE(kept.count(), std::size_t{1});
    Workspace workspace;
    open(workspace);
    QVERIFY(workspace.restoreKept(kept.journal).has_value());
    QVERIFY(current(workspace, reviews).contains("weight: 80"));
    QVERIFY(current(workspace, "shop/key.yaml").contains("hunter2"));
}

void TestJournal::aFileThatBecomesASecretIsForgotten()
{
    m_repository->write(u"shop/key.yaml"_s,
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: key}\n"
                        "stringData: {password: hunter2}\n");
    m_repository->commitAll();
    Workspace workspace;
    open(workspace);
    replace(workspace, reviews, "90", "80");
    replace(workspace, "shop/key.yaml", "hunter2", "correct");
    QVERIFY(readFile(journals() + u'/' + files().front()).contains("hunter2"));
    replace(workspace, "shop/key.yaml", "ConfigMap", "Secret");
    const auto bytes = readFile(journals() + u'/' + files().front());
    QVERIFY(!bytes.contains("hunter2"));
    QVERIFY(!bytes.contains("correct"));
    const auto kept = readJournal(bytes.toStdString());
    QCOMPARE(kept->files.size(), std::size_t{1});
    QCOMPARE(kept->files.front().path, reviews);
    QCOMPARE(kept->notKept, std::vector<std::string>{"shop/key.yaml"});
}

void TestJournal::textsThatHoldSecrets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("holds");
    QTest::newRow("a Secret") << secretYaml << true;
    QTest::newRow("behind another document") << "a: 1\n---\n" + secretYaml << true;
    QTest::newRow("JSON") << QByteArray(R"({"kind": "Secret", "data": {"a": "eA=="}})") << true;
    QTest::newRow("in a List") << QByteArray("kind: List\nitems:\n- kind: Secret\n  data: {a: eA==}\n") << true;
    QTest::newRow("escaped") << QByteArray("\"k\\x69nd\": \"S\\x65cret\"\n") << true;
    QTest::newRow("an anchor's") << QByteArray("x: &k Secret\nkind: *k\nsomething: hidden\n") << true;
    QTest::newRow("on its own line") << QByteArray("kind:\n  !!str\n  Secret\ndata: {a: eA==}\n") << true;
    QTest::newRow("broken") << QByteArray("kind: Secret\ndata: {a: eA==\n: [\n") << true;
    QTest::newRow("in a string") << QByteArray("patch: |\n  kind: Secret\n  stringData: {a: b}\n") << true;
    QTest::newRow("in a comment") << QByteArray("a: 1\n# kind: Secret\n# data: {a: eA==}\n") << true;
    QTest::newRow("a generator") << QByteArray("kind: Kustomization\nsecretGenerator: []\n") << true;
    QTest::newRow("a reference") << QByteArray("kind: Gateway\nref:\n- kind: Secret\n  name: tls\n") << false;
    QTest::newRow("routes") << reviewsFile() << false;
    QTest::newRow("a ConfigMap") << QByteArray("kind: ConfigMap\ndata: {a: b}\n") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestJournal::textsThatHoldSecrets()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, holds);
    QCOMPARE(mayHoldSecret(*source::parseText(text.toStdString())), holds);
}

void TestJournal::aLargeJournalIsWrittenAnew()
{
    auto journal = std::make_unique<Journal>(journals());
    journal->setCompactAt(6000);
    Workspace workspace; // only makes the snapshots
    openIn(workspace, m_repository->path());
    qint64 largest = 0;
    for (int i = 0; i < 100; ++i) {
        const auto before = workspace.snapshot();
        replace(workspace, reviews, "weight: " + std::to_string(i == 0 ? 90 : i + 100),
                "weight: " + std::to_string(i + 101));
        journal::EditRecord record;
        record.edit.files.push_back(
            {.path = reviews,
             .base = before->current.find(reviews)->text->id,
             .splices = source::differenceOf(*before->current.find(reviews)->text->text, current(workspace, reviews))});
        journal->addEdit(*before, *workspace.snapshot(), record);
        largest = std::max(largest, QFileInfo(journal->path()).size());
        const auto kept = readJournal(readFile(journal->path()).toStdString());
        QCOMPARE(kept->files.front().current, current(workspace, reviews));
        QCOMPARE(kept->files.front().base, reviewsFile().toStdString());
        QCOMPARE(modeOf(journal->path()), mode_t{0600});
    }
    QVERIFY2(largest < 6500, qPrintable(QString::number(largest)));
    QVERIFY(keptEdits(journals()).empty()); // the new file is locked as the old one was
    QCOMPARE(files().size(), 1);
    journal.reset();
    QCOMPARE(onlyKept().files.front().current, current(workspace, reviews));
}

void TestJournal::aDirectoryThatCannotBeMadeIsSaidOnce()
{
    QFile inTheWay(m_state->filePath(u"state"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Workspace workspace;
    open(workspace);
    QSignalSpy failed(&workspace, &Workspace::journalFailed);
    replace(workspace, reviews, "90", "80");
    replace(workspace, reviews, "80", "70");
    workspace.undoStack().undo();
    workspace.undoStack().undo();
    workspace.undoStack().redo();
    QVERIFY(current(workspace, reviews).contains("weight: 80"));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front().front().value<Error>().code, "journal.unwritable");
}

void TestJournal::aFullDiskLosesNothingThatWasWritten()
{
    struct rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    {
        Workspace workspace;
        open(workspace);
        QSignalSpy failed(&workspace, &Workspace::journalFailed);
        replace(workspace, reviews, "90", "80");
        const QString file = journals() + u'/' + files().front();
        const auto size = QFileInfo(file).size();
        // Room for a part of the next record.
        auto limit = before;
        limit.rlim_cur = static_cast<rlim_t>(size + 20);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        replace(workspace, reviews, "80", "70");
        replace(workspace, reviews, "70", "60");
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(current(workspace, reviews).contains("weight: 60"));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(QFileInfo(file).size(), size);
    }
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(onlyKept().files.front().current.contains("weight: 80"));
}

void TestJournal::twoWindowsHaveAJournalEach()
{
    {
        Workspace first;
        Workspace second;
        open(first);
        open(second);
        replace(first, reviews, "90", "80");
        replace(second, gateway, "shop-gw", "shop-gateway");
        QCOMPARE(files().size(), 2);
        QVERIFY(second.save().has_value());
        QCOMPARE(files().size(), 1);
        replace(second, gateway, "shop-gateway", "edge");
    }
    QCOMPARE(keptEdits(journals()).size(), std::size_t{2});
    Workspace workspace;
    open(workspace);
    for (const auto& kept : workspace.keptEditsHere())
        QVERIFY(workspace.restoreKept(kept.journal).has_value());
    QVERIFY(current(workspace, reviews).contains("weight: 80"));
    QVERIFY(current(workspace, gateway).contains("edge"));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
