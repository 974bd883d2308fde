// SPDX-License-Identifier: Apache-2.0
#include "tests/git/testrepository.h"
#include "tests/workspace/editscript.h"
#include "tests/workspace/waitfor.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <random>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

constexpr int kills = 30;
constexpr unsigned firstSeed = 20240;

/// What the two files say when the kept edits are put onto what the disk holds.
std::vector<int> valuesOf(const git::TestRepository& repository, const std::vector<KeptEdits>& all)
{
    std::vector<int> values;
    for (const std::size_t file : {0U, 1U}) {
        auto text = repository.read(QString::fromStdString(EditScript::pathOf(file)));
        for (const auto& kept : all) {
            for (const auto& one : kept.files) {
                if (one.path == EditScript::pathOf(file))
                    text = QByteArray::fromStdString(one.current);
            }
        }
        values.push_back(text.mid(7, 6).toInt());
    }
    return values;
}

std::vector<int> valuesOf(const Snapshot& snapshot)
{
    std::vector<int> values;
    for (const std::size_t file : {0U, 1U})
        values.push_back(std::stoi(snapshot.current.find(EditScript::pathOf(file))->text->text->substr(7, 6)));
    return values;
}

} // namespace

/// A real process is killed while it edits; what it had acknowledged is there afterwards.
class TestCrash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingAcknowledgedSurvivesAKill_data();
    void everythingAcknowledgedSurvivesAKill();

private:
    /// Number of operations that the process acknowledged before it was killed.
    static qsizetype runUntilKilled(const git::TestRepository& repository, const QString& journals, unsigned seed);

    git::GitSandbox m_sandbox;
};

void TestCrash::everythingAcknowledgedSurvivesAKill_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned i = 0; i < kills; ++i)
        QTest::addRow("kill %u", i + 1) << firstSeed + i;
}

qsizetype TestCrash::runUntilKilled(const git::TestRepository& repository, const QString& journals, unsigned seed)
{
    std::mt19937 random(seed);
    const auto wanted = static_cast<qsizetype>(random() % 60);
    QProcess editor;
    editor.start(QStringLiteral(MESHDRAFT_BINARY_DIR "/tests/journal_editor"),
                 {repository.path(), journals, QString::number(seed)});
    QByteArray said;
    while (said.size() < wanted + 1 && editor.state() != QProcess::NotRunning) {
        editor.waitForReadyRead(100);
        said += editor.readAllStandardOutput();
    }
    // Anywhere within the next operations.
    QTest::qSleep(static_cast<int>(random() % 4));
    ::kill(static_cast<pid_t>(editor.processId()), SIGKILL);
    editor.waitForFinished(-1);
    said += editor.readAllStandardOutput();
    return editor.exitStatus() == QProcess::CrashExit ? said.size() : -1;
}

void TestCrash::everythingAcknowledgedSurvivesAKill()
{
    QFETCH(const unsigned, seed);
    const git::TestRepository repository(git::TestRepository::Start::Empty);
    const QTemporaryDir state;
    const QString journals = state.filePath(u"kept"_s);
    for (const std::size_t file : {0U, 1U})
        repository.write(QString::fromStdString(EditScript::pathOf(file)), EditScript::textOf(0));
    repository.git({u"add"_s, u"-A"_s});
    repository.git({u"commit"_s, u"-qm"_s, u"start"_s});
    const auto acknowledged = runUntilKilled(repository, journals, seed);
    QVERIFY(acknowledged > 0);

    // The operation that was cut short counts as done or as not begun.
    EditScript script(seed);
    for (qsizetype i = 0; i < acknowledged; ++i)
        script.next(nullptr);
    const auto last = script.state();
    script.next(nullptr);
    const auto cutShort = script.state();
    const auto kept = keptEdits(journals);
    QVERIFY(kept.size() <= 1);
    const auto values = valuesOf(repository, kept);
    QVERIFY2(
        values == last.values || values == cutShort.values,
        qPrintable(u"%1 %2, expected %3 %4"_s.arg(values[0]).arg(values[1]).arg(last.values[0]).arg(last.values[1])));

    Workspace workspace;
    workspace.keepEditsIn(journals);
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    workspace.open(repository.path());
    WAIT_FOR(!changed.isEmpty());
    if (!kept.empty()) {
        const auto restored = workspace.restoreKept(kept.front().journal);
        QVERIFY2(restored.has_value(), restored ? "" : restored.error().code.c_str());
        QVERIFY(restored->left.empty());
        QVERIFY(!QFile::exists(kept.front().journal));
    }
    QCOMPARE(valuesOf(*workspace.snapshot()), values);
    if (!last.saved) {
        const auto steps = static_cast<std::size_t>(workspace.undoStack().index());
        QVERIFY(steps == last.undoSteps || steps == cutShort.undoSteps);
        while (workspace.undoStack().canUndo())
            workspace.undoStack().undo();
        QCOMPARE(valuesOf(*workspace.snapshot()), (std::vector<int>{0, 0}));
        QVERIFY(QDir(journals).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
