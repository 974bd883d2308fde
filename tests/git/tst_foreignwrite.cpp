// SPDX-License-Identifier: Apache-2.0
// Other programs write to the very files that are being replaced: nothing of anybody is lost.
#include "models/git/commit.h"
#include "models/git/filetransaction.h"
#include "models/git/undocommit.h"

#include "testrepository.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <thread>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

const QByteArray foreign = "foreign: 1\n";

/// Another program. It opens the file when it starts, where the script says so, and writes when it is told to.
class Writer {
public:
    Writer(const TestRepository& repo, const QString& before, const QString& then)
    {
        m_process.setWorkingDirectory(repo.path());
        m_process.start(u"/bin/sh"_s,
                        {u"-c"_s, u"set -e; %1\necho ready; read go; %2\necho done; read end"_s.arg(before, then)});
        waitFor("ready");
    }
    ~Writer()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(-1);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void write()
    {
        m_process.write("go\n");
        waitFor("done");
    }
    void finish()
    {
        m_process.write("end\n");
        m_process.waitForFinished(-1);
        QCOMPARE(m_process.exitCode(), 0);
    }

private:
    void waitFor(const QByteArray& word)
    {
        while (!m_said.contains(word) && m_process.waitForReadyRead(-1))
            m_said += m_process.readAllStandardOutput();
        QVERIFY2(m_said.contains(word), m_process.readAllStandardError().constData());
    }

    QProcess m_process;
    QByteArray m_said;
};

/// Every file in the directory of `name` that begins with its name, with its content.
QMap<QString, QByteArray> contentsAround(const TestRepository& repo, const QString& name)
{
    QMap<QString, QByteArray> found;
    const QFileInfo info(repo.path(name));
    for (const QString& file : QDir(info.path()).entryList({info.fileName() + u'*'}, QDir::Files | QDir::Hidden))
        found.insert(file, repo.read(QFileInfo(name).path() + u'/' + file));
    return found;
}

bool isAnywhere(const TestRepository& repo, const QString& name, const QByteArray& token)
{
    return std::ranges::any_of(contentsAround(repo, name),
                               [&](const QByteArray& content) { return content.contains(token); });
}

/// No private name may be left.
QStringList litter(const TestRepository& repo)
{
    return QDir(repo.path()).entryList({u".meshdraft*"_s}, QDir::AllEntries | QDir::Hidden);
}

std::vector<std::string> codesOf(const std::vector<Error>& notes)
{
    std::vector<std::string> codes;
    for (const Error& note : notes)
        codes.push_back(note.code);
    return codes;
}

enum class Moment { BeforeCheck, BetweenCheckAndRename, AfterRename };

} // namespace

class TestForeignWrite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothing_data();
    void losesNothing();
    void placeTakenAtAnyMoment_data();
    void placeTakenAtAnyMoment();
    void handleThatStaysOpenIsKept();
    void undoKeepsWhatWasWritten_data();
    void undoKeepsWhatWasWritten();
    void undoFindsThePlaceTaken_data();
    void undoFindsThePlaceTaken();
    void removalLosesNothing_data();
    void removalLosesNothing();
    void newFileThatSomebodyWroteTo();
    void commitWhileAHandleIsOpen();
    void failedCommitFindsADirectory();
    void undoCommitKeepsWhatWasWritten();
    void anyInterleaving();

private:
    GitSandbox m_sandbox;
};

void TestForeignWrite::losesNothing_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("then");
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<bool>("swaps"); ///< whether our content gets there
    QTest::addColumn<QStringList>("files"); ///< afterwards
    struct Way {
        const char* name;
        QString before;
        QString then;
        bool usesOldFile; ///< even after the rename
    };
    const std::vector<Way> ways{
        {"in place", {}, u"echo 'foreign: 1' >> a.yaml"_s, false},
        {"truncated in place", {}, u"echo 'foreign: 1' > a.yaml"_s, false},
        {"replaced", {}, u"echo 'foreign: 1' > t; mv t a.yaml"_s, false},
        {"by a handle opened before", u"exec 3>>a.yaml"_s, u"echo 'foreign: 1' >&3; exec 3>&-"_s, true},
        {"mtime put back", {}, u"cp -p a.yaml t; echo 'foreign: 1' >> a.yaml; touch -r t a.yaml; rm t"_s, false},
    };
    for (const Way& way : ways) {
        const auto row = [&way](const char* moment) {
            return qPrintable(u"%1, %2"_s.arg(QLatin1StringView(way.name), QLatin1StringView(moment)));
        };
        const QStringList one{u"a.yaml"_s};
        QTest::newRow(row("after reading")) << way.before << way.then << Moment::BeforeCheck << false << one;
        QTest::newRow(row("between check and rename"))
            << way.before << way.then << Moment::BetweenCheckAndRename << false << one;
        QTest::newRow(row("after the rename"))
            << way.before << way.then << Moment::AfterRename << true
            << (way.usesOldFile ? QStringList{u"a.yaml"_s, u"a.yaml.kept-1"_s} : one);
    }
}

void TestForeignWrite::losesNothing()
{
    QFETCH(QString, before);
    QFETCH(QString, then);
    QFETCH(Moment, moment);
    QFETCH(bool, swaps);
    QFETCH(QStringList, files);
    const TestRepository repo;
    FileTransaction transaction(repo.path().toStdString());
    Writer writer(repo, before, then);
    if (moment == Moment::BeforeCheck)
        writer.write();
    const auto staged = transaction.stage("a.yaml", "a: 1\n", "a: 2\n");
    QCOMPARE(staged.has_value(), moment != Moment::BeforeCheck);
    if (moment == Moment::BetweenCheckAndRename)
        writer.write();
    if (staged) {
        const auto swapped = transaction.swapIn();
        QCOMPARE(swapped.has_value(), swaps);
        QCOMPARE(swapped ? "file.changed" : swapped.error().code, "file.changed");
    }
    if (moment == Moment::AfterRename) {
        QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 2\n"));
        writer.write();
        transaction.keep();
    }
    writer.finish();
    QVERIFY(isAnywhere(repo, u"a.yaml"_s, foreign));
    QCOMPARE(contentsAround(repo, u"a.yaml"_s).keys(), files);
    QCOMPARE(codesOf(transaction.takeNotes()),
             files.size() > 1 ? std::vector<std::string>{"kept.foreign"} : std::vector<std::string>{});
    QCOMPARE(litter(repo), QStringList());
}

void TestForeignWrite::placeTakenAtAnyMoment_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("code"); ///< of the check, when it comes first
    QTest::newRow("removed") << u"rm a.yaml"_s << u"file.changed"_s;
    QTest::newRow("a directory") << u"rm a.yaml; mkdir a.yaml; echo x > a.yaml/x"_s << u"file.unwritable"_s;
    QTest::newRow("a symlink") << u"rm a.yaml; ln -s dir/b.yaml a.yaml"_s << u"file.symlink"_s;
    QTest::newRow("a pipe") << u"rm a.yaml; mkfifo a.yaml"_s << u"file.unwritable"_s;
}

void TestForeignWrite::placeTakenAtAnyMoment()
{
    QFETCH(QString, then);
    QFETCH(QString, code);
    for (const Moment moment : {Moment::BeforeCheck, Moment::BetweenCheckAndRename, Moment::AfterRename}) {
        const TestRepository repo;
        const TestRepository same; // where nobody else but the other program does anything
        const auto interfere = [&then](const TestRepository& where) {
            Writer writer(where, {}, then);
            writer.write();
            writer.finish();
        };
        interfere(same);
        FileTransaction transaction(repo.path().toStdString());
        if (moment == Moment::BeforeCheck)
            interfere(repo);
        const auto staged = transaction.stage("a.yaml", "a: 1\n", "a: 2\n");
        QCOMPARE(staged ? std::string() : staged.error().code,
                 moment == Moment::BeforeCheck ? code.toStdString() : std::string());
        if (moment == Moment::BetweenCheckAndRename)
            interfere(repo);
        if (staged)
            QCOMPARE(transaction.swapIn().has_value(), moment == Moment::AfterRename);
        if (moment == Moment::AfterRename) {
            interfere(repo);
            transaction.keep();
        }
        // What the other program made is there, and nothing else.
        QVERIFY(transaction.takeNotes().empty());
        QCOMPARE(repo.git({u"status"_s, u"--porcelain"_s, u"-uall"_s}),
                 same.git({u"status"_s, u"--porcelain"_s, u"-uall"_s}));
        QCOMPARE(litter(repo), QStringList());
        QCOMPARE(QFileInfo(repo.path(u"a.yaml"_s)).isDir(), QFileInfo(same.path(u"a.yaml"_s)).isDir());
        QCOMPARE(QFileInfo(repo.path(u"a.yaml"_s)).isSymLink(), QFileInfo(same.path(u"a.yaml"_s)).isSymLink());
    }
}

void TestForeignWrite::handleThatStaysOpenIsKept()
{
    const TestRepository repo;
    FileTransaction transaction(repo.path().toStdString());
    Writer writer(repo, u"exec 3>>dir/b.yaml"_s, u"echo 'foreign: 1' >&3"_s);
    QVERIFY(transaction.stage("a.yaml", "a: 1\n", "a: 2\n"));
    QVERIFY(transaction.stage("dir/b.yaml", "b: 1\n", "b: 2\n"));
    QVERIFY(transaction.swapIn());
    transaction.keep();
    const auto notes = transaction.takeNotes();
    QCOMPARE(notes.size(), 1U);
    QCOMPARE(notes[0], (Error{"kept.open", {"dir/b.yaml", "dir/b.yaml.kept-1"}, {}}));
    QCOMPARE(repo.read(u"dir/b.yaml.kept-1"_s), QByteArray("b: 1\n"));
    writer.write(); // long after we are done
    writer.finish();
    QCOMPARE(repo.read(u"dir/b.yaml"_s), QByteArray("b: 2\n"));
    QCOMPARE(repo.read(u"dir/b.yaml.kept-1"_s), "b: 1\n" + foreign);
}

void TestForeignWrite::undoKeepsWhatWasWritten_data()
{
    QTest::addColumn<QString>("then");
    QTest::newRow("in place") << u"echo 'foreign: 1' >> a.yaml"_s;
    QTest::newRow("replaced") << u"echo 'foreign: 1' > t; mv t a.yaml"_s;
    QTest::newRow("handle stays open") << u"exec 3>>a.yaml; echo 'foreign: 1' >&3"_s;
}

void TestForeignWrite::undoKeepsWhatWasWritten()
{
    QFETCH(QString, then);
    const TestRepository repo;
    FileTransaction transaction(repo.path().toStdString());
    QVERIFY(transaction.stage("a.yaml", "a: 1\n", "a: 2\n"));
    QVERIFY(transaction.swapIn());
    Writer writer(repo, {}, then);
    writer.write();
    transaction.undo();
    writer.finish();
    QCOMPARE(codesOf(transaction.takeNotes()), std::vector<std::string>{"kept.foreign"});
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 1\n"));
    QVERIFY(repo.read(u"a.yaml.kept-1"_s).endsWith(foreign));
    QCOMPARE(litter(repo), QStringList());
}

void TestForeignWrite::undoFindsThePlaceTaken_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("kept"); ///< empty: put back
    QTest::newRow("removed") << u"rm dir/b.yaml"_s << QString();
    QTest::newRow("its directory removed") << u"rm -r dir"_s << QString();
    QTest::newRow("a directory") << u"rm dir/b.yaml; mkdir dir/b.yaml; echo x > dir/b.yaml/x"_s
                                 << u"dir/b.yaml.kept-1"_s;
    QTest::newRow("a symlink") << u"ln -sf ../a.yaml dir/b.yaml"_s << u"dir/b.yaml.kept-1"_s;
    QTest::newRow("a directory, and the name taken")
        << u"rm dir/b.yaml; mkdir dir/b.yaml; echo x > dir/b.yaml.kept-1"_s << u"dir/b.yaml.kept-2"_s;
    QTest::newRow("a file instead of its directory") << u"rm -r dir; echo x > dir"_s << u"b.yaml.kept-1"_s;
}

void TestForeignWrite::undoFindsThePlaceTaken()
{
    QFETCH(QString, then);
    QFETCH(QString, kept);
    for (const bool isMoved : {false, true}) {
        const TestRepository repo;
        FileTransaction transaction(repo.path().toStdString());
        QVERIFY(transaction.stage("dir/b.yaml", "b: 1\n", "b: 2\n"));
        QVERIFY(transaction.swapIn());
        // Beside it, the old file would go with its directory.
        if (isMoved || then.contains(u"rm -r"_s)) {
            QDir().mkdir(repo.path(u".git/private"_s));
            transaction.moveOldFilesTo(repo.path(u".git/private"_s).toStdString());
        }
        Writer writer(repo, {}, then);
        writer.write();
        writer.finish();
        transaction.undo();
        const auto notes = transaction.takeNotes();
        if (kept.isEmpty()) {
            QVERIFY(notes.empty());
            QCOMPARE(repo.read(u"dir/b.yaml"_s), QByteArray("b: 1\n"));
            continue;
        }
        QCOMPARE(notes.size(), 1U);
        QCOMPARE(notes[0], (Error{"kept.old", {"dir/b.yaml", kept.toStdString()}, {}}));
        QCOMPARE(repo.read(kept), QByteArray("b: 1\n"));
        // What took the place is untouched.
        if (then.contains(u"x/x"_s))
            QCOMPARE(repo.read(u"dir/b.yaml/x"_s), QByteArray("x\n"));
        QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 1\n"));
    }
}

void TestForeignWrite::removalLosesNothing_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<Moment>("moment");
    QTest::newRow("between check and rename") << u"echo 'foreign: 1' >> a.yaml"_s << Moment::BetweenCheckAndRename;
    QTest::newRow("made again after the rename") << u"echo 'foreign: 1' > a.yaml"_s << Moment::AfterRename;
    QTest::newRow("handle opened before") << u"echo 'foreign: 1' >&3"_s << Moment::AfterRename;
}

void TestForeignWrite::removalLosesNothing()
{
    QFETCH(QString, then);
    QFETCH(Moment, moment);
    for (const bool isKept : {true, false}) {
        const TestRepository repo;
        FileTransaction transaction(repo.path().toStdString());
        Writer writer(repo, then.endsWith(u"&3"_s) ? u"exec 3>>a.yaml"_s : QString(), then);
        QVERIFY(transaction.stageRemoval("a.yaml", "a: 1\n"));
        if (moment == Moment::BetweenCheckAndRename)
            writer.write();
        QCOMPARE(transaction.swapIn().has_value(), moment == Moment::AfterRename);
        if (moment == Moment::AfterRename) {
            QVERIFY(!QFile::exists(repo.path(u"a.yaml"_s)));
            writer.write();
        }
        if (isKept)
            transaction.keep();
        else
            transaction.undo();
        writer.finish();
        QVERIFY(isAnywhere(repo, u"a.yaml"_s, foreign));
        QVERIFY(isKept || isAnywhere(repo, u"a.yaml"_s, "a: 1\n"));
        QCOMPARE(litter(repo), QStringList());
    }
}

void TestForeignWrite::newFileThatSomebodyWroteTo()
{
    // A file that was not there before: what somebody else made of it may stay in its place.
    const TestRepository repo;
    FileTransaction transaction(repo.path().toStdString());
    QVERIFY(transaction.stage("new.yaml", {}, "n: 1\n"));
    QVERIFY(transaction.stage("other.yaml", {}, "o: 1\n"));
    QVERIFY(transaction.swapIn());
    repo.write(u"new.yaml"_s, foreign);
    transaction.undo();
    QVERIFY(transaction.takeNotes().empty());
    QCOMPARE(repo.read(u"new.yaml"_s), foreign);
    QVERIFY(!QFile::exists(repo.path(u"other.yaml"_s)));
    QCOMPARE(litter(repo), QStringList());
}

void TestForeignWrite::commitWhileAHandleIsOpen()
{
    const TestRepository repo;
    Writer writer(repo, u"exec 3>>a.yaml"_s, u"echo 'foreign: 1' >&3"_s);
    std::vector<Error> kept;
    const auto result = commit(repo.open(), {u"main"_s, false, u"m"_s, {{"a.yaml", "a: 1\n", "a: 2\n"}}, false}, &kept);
    QVERIFY(result);
    QCOMPARE(codesOf(kept), std::vector<std::string>{"kept.open"});
    writer.write();
    writer.finish();
    QCOMPARE(repo.read(QString::fromStdString(kept[0].args[1])), "a: 1\n" + foreign);
    QCOMPARE(repo.git({u"show"_s, u"HEAD:a.yaml"_s}), QByteArray("a: 2"));
}

void TestForeignWrite::failedCommitFindsADirectory()
{
    const TestRepository repo;
    repo.writeHook(u"pre-commit"_s, "rm a.yaml && mkdir a.yaml; exit 1\n");
    std::vector<Error> kept;
    const auto result = commit(repo.open(), {u"main"_s, false, u"m"_s, {{"a.yaml", "a: 1\n", "a: 2\n"}}, false}, &kept);
    QVERIFY(!result);
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept[0], (Error{"kept.old", {"a.yaml", "a.yaml.kept-1"}, {}}));
    QCOMPARE(repo.read(u"a.yaml.kept-1"_s), QByteArray("a: 1\n"));
    QVERIFY(QFileInfo(repo.path(u"a.yaml"_s)).isDir());
}

void TestForeignWrite::undoCommitKeepsWhatWasWritten()
{
    const TestRepository repo;
    const auto made = commit(
        repo.open(), {u"main"_s, false, u"m"_s, {{"a.yaml", "a: 1\n", "a: 2\n"}, {"new.yaml", {}, "n: 1\n"}}, false});
    QVERIFY(made);
    // Two programs that opened what the commit left, and write to it when it is gone.
    Writer old(repo, u"exec 3>>a.yaml"_s, u"echo 'foreign: 1' >&3"_s);
    Writer added(repo, u"exec 3>>new.yaml"_s, u"echo 'foreign: 2' >&3"_s);
    std::vector<Error> kept;
    QVERIFY(undoCommit(repo.open(), *made, &kept));
    QCOMPARE(codesOf(kept), (std::vector<std::string>{"kept.open", "kept.open"}));
    old.write();
    added.write();
    QCOMPARE(repo.read(u"a.yaml"_s), QByteArray("a: 1\n"));
    QVERIFY(!QFile::exists(repo.path(u"new.yaml"_s)));
    QCOMPARE(repo.read(u"a.yaml.kept-1"_s), "a: 2\n" + foreign);
    QCOMPARE(repo.read(u"new.yaml.kept-1"_s), QByteArray("n: 1\nforeign: 2\n"));
}

void TestForeignWrite::anyInterleaving()
{
    constexpr int rounds = 300;
    QRandomGenerator random(20240607);
    const TestRepository repo;
    const Repository repository = repo.open();
    int saved = 0;
    int keptFiles = 0;
    for (int i = 0; i < rounds; ++i) {
        for (const QString& file : contentsAround(repo, u"a.yaml"_s).keys())
            QFile::remove(repo.path(file));
        repo.write(u"a.yaml"_s, "a: 1\n");
        const QByteArray token = "foreign: " + QByteArray::number(i) + '\n';
        const int way = random.bounded(4);
        const int early = random.bounded(3000); // microseconds
        const int late = random.bounded(3000);
        const std::string file = repo.bytePath("a.yaml");
        const std::string beside = repo.bytePath("t");
        std::atomic<bool> isRunning = false;
        std::atomic<bool> isSaved = false;
        // 0: appends, 1: truncates, 2: replaces, 3: appends by a handle that it has for a while.
        std::jthread writer([&] {
            const auto put = [&token](const std::string& path, int flags, int pause) {
                const UniqueFd handle(::open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, 0644));
                ::usleep(static_cast<useconds_t>(pause));
                return ::write(handle.get(), token.data(), static_cast<std::size_t>(token.size())) == token.size();
            };
            isRunning = true;
            isRunning.notify_all();
            if (i % 10 == 1)
                isSaved.wait(false);
            ::usleep(static_cast<useconds_t>(way == 3 ? early / 4 : early));
            if (way == 2)
                put(beside, O_CREAT | O_TRUNC, 0) && ::rename(beside.c_str(), file.c_str()) == 0;
            else
                put(file, way == 1 ? O_TRUNC : O_APPEND, way == 3 ? late : 0);
        });
        isRunning.wait(false);
        // Some rounds have the writer wholly before or after, whatever the machine does.
        if (i % 10 == 0)
            writer.join();
        else
            ::usleep(static_cast<useconds_t>(late / 2));
        std::vector<Error> kept;
        const auto result = saveFiles(repository, {{"a.yaml", "a: 1\n", "a: 2\n"}}, &kept);
        isSaved = true;
        isSaved.notify_all();
        if (writer.joinable())
            writer.join();
        saved += result ? 1 : 0;
        keptFiles += static_cast<int>(kept.size());
        const QByteArray what = u"round %1, way %2, saved %3"_s.arg(i).arg(way).arg(result.has_value()).toUtf8();
        QVERIFY2(isAnywhere(repo, u"a.yaml"_s, token), what.constData());
        // What another program writes over a file that was saved before is its own business.
        QVERIFY2(!result || way == 1 || way == 2 || isAnywhere(repo, u"a.yaml"_s, "a: 2\n"), what.constData());
        QVERIFY2(result || result.error().code == "file.changed", what.constData());
        QCOMPARE(litter(repo), QStringList());
    }
    // Both outcomes came up, or the rounds show nothing.
    QVERIFY2(saved >= rounds / 10 && saved <= rounds - rounds / 10, qPrintable(QString::number(saved)));
    qInfo("%d of %d saved, %d files kept", saved, rounds, keptFiles);
}

} // namespace meshdraft::git

QTEST_GUILESS_MAIN(meshdraft::git::TestForeignWrite)
#include "tst_foreignwrite.moc"
