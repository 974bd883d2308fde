// SPDX-License-Identifier: Apache-2.0
// Whatever another program does to a file or beside it is noticed.
#include "models/workspace/filewatch.h"

#include "tests/workspace/waitfor.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

class TestFileWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noticesWhatOthersDo_data();
    void noticesWhatOthersDo();
    void staysQuietWhenNothingHappens();
    void directoryThatStaysEmptyForAWhile();
    void manyChangesAreOneSignal();
};

namespace {

void run(const QString& directory, const QString& script)
{
    QProcess shell;
    shell.setWorkingDirectory(directory);
    shell.start(u"/bin/sh"_s, {u"-ec"_s, script});
    shell.waitForFinished(-1);
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
}

/// A work tree with a file at the top and one in a directory, and a git directory beside.
class Tree {
public:
    Tree()
    {
        run(m_directory.path(),
            u"mkdir -p top/dir .git; echo 'a: 1' > top/a.yaml; echo 'b: 1' > top/dir/b.yaml; "
            "echo ref > .git/HEAD"_s);
    }
    QString top() const { return m_directory.filePath(u"top"_s); }
    void watchBy(FileWatch& watch) const
    {
        watch.watch(top(), m_directory.filePath(u".git"_s), {"a.yaml", "dir/b.yaml"});
    }

private:
    QTemporaryDir m_directory;
};

} // namespace

void TestFileWatch::noticesWhatOthersDo_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<qsizetype>("directories");
    const std::vector<std::pair<const char*, QString>> rows{
        {"written in place", u"echo 'a: 2' > a.yaml"_s},
        {"written in place, same size and mtime",
         u"cp -p a.yaml ../old; printf 'a: 2\\n' 1<> a.yaml; touch -r ../old a.yaml"_s},
        {"replaced, same size and mtime", u"echo 'b: 2' > ../t; touch -r dir/b.yaml ../t; mv ../t dir/b.yaml"_s},
        {"removed", u"rm dir/b.yaml"_s},
        {"a file appears", u"echo x > dir/c.yaml"_s},
        {"a directory appears", u"mkdir new"_s},
        {"a directory is moved in", u"mkdir -p ../x/y; mv ../x ."_s},
        {"a directory goes", u"rm -r dir"_s},
        {"made a symlink", u"cp a.yaml ../t; ln -sf ../t a.yaml"_s},
        {"another branch", u"echo ref2 > ../.git/HEAD"_s},
    };
    for (const auto& [name, script] : rows) {
        QTest::addRow("%s", name) << script << FileWatch::mostDirectories;
        QTest::addRow("%s, no watches left", name) << script << qsizetype(0);
    }
}

void TestFileWatch::noticesWhatOthersDo()
{
    QFETCH(QString, script);
    QFETCH(qsizetype, directories);
    const Tree tree;
    FileWatch watch(nullptr, directories);
    QSignalSpy changes(&watch, &FileWatch::changed);
    tree.watchBy(watch);
    run(tree.top(), script);
    WAIT_FOR(!changes.isEmpty());
}

void TestFileWatch::staysQuietWhenNothingHappens()
{
    const Tree tree;
    FileWatch watch(nullptr, 1);
    QSignalSpy changes(&watch, &FileWatch::changed);
    tree.watchBy(watch);
    // Reading changes none of what is looked at; then something does happen, once.
    run(tree.top(), u"cat a.yaml dir/b.yaml; ls dir"_s);
    QVERIFY(!changes.wait(1500));
    run(tree.top(), u"echo 'a: 2' > a.yaml"_s);
    WAIT_FOR(!changes.isEmpty());
}

void TestFileWatch::directoryThatStaysEmptyForAWhile()
{
    for (const qsizetype directories : {FileWatch::mostDirectories, qsizetype(0)}) {
        const Tree tree;
        FileWatch watch(nullptr, directories);
        QSignalSpy changes(&watch, &FileWatch::changed);
        tree.watchBy(watch);
        run(tree.top(), u"mkdir -p new/deep"_s);
        WAIT_FOR(!changes.isEmpty());
        // Who is told finds no new file, and need not call watch() again; or does.
        if (directories > 0)
            tree.watchBy(watch);
        changes.clear();
        run(tree.top(), u"echo 'c: 1' > new/deep/c.yaml"_s);
        WAIT_FOR(!changes.isEmpty());
    }
}

void TestFileWatch::manyChangesAreOneSignal()
{
    const Tree tree;
    FileWatch watch;
    QSignalSpy changes(&watch, &FileWatch::changed);
    tree.watchBy(watch);
    run(tree.top(), u"for i in $(seq 100); do echo $i > a.yaml; echo $i > dir/c$i.yaml; done"_s);
    WAIT_FOR(!changes.isEmpty());
    QVERIFY2(changes.size() < 10, qPrintable(QString::number(changes.size())));
}

} // namespace meshdraft::workspace

QTEST_GUILESS_MAIN(meshdraft::workspace::TestFileWatch)
#include "tst_filewatch.moc"
