// SPDX-License-Identifier: Apache-2.0
#include "models/changes/linediff.h"
#include "models/changes/textdiff.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <format>
#include <random>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;

namespace {

/// A random text of few different lines, so that there is much to slide and to match; sometimes without a last newline.
std::string randomText(std::mt19937& random)
{
    static const std::vector<std::string> lines{"a: 1\n", "b: 2\n", "  - c\n", "\n", "  d: é\n", "e: 3\r\n"};
    std::uniform_int_distribution<std::size_t> pick(0, lines.size() - 1);
    std::string text;
    for (int count = std::uniform_int_distribution(0, 30)(random); count > 0; --count)
        text += lines[pick(random)];
    if (!text.empty() && random() % 3 == 0)
        text.pop_back();
    return text;
}

bool writeFile(const QString& path, const std::string& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly)
        && file.write(content.data(), qint64(content.size())) == qint64(content.size());
}

std::string readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string("(unreadable)");
}

/// Runs git in a directory without the user's configuration; returns what it printed.
QByteArray git(const QString& directory, const QStringList& arguments, int* exitCode = nullptr)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CEILING_DIRECTORIES"_s, QFileInfo(directory).absolutePath());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(directory);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"git"_s, arguments);
    process.waitForFinished(-1);
    if (exitCode)
        *exitCode = process.exitCode();
    return process.readAll();
}

/// The hunks of a diff: everything from the first "@@", section headings cut off.
QStringList hunkLines(const QByteArray& diff)
{
    QStringList result;
    for (const QByteArray& line : diff.split('\n')) {
        if (line.startsWith("@@"))
            result.append(QString::fromUtf8(line.first(line.indexOf("@@", 2) + 2)));
        else if (!result.isEmpty())
            result.append(QString::fromUtf8(line));
    }
    return result;
}

qsizetype changedLines(const QStringList& hunks)
{
    return std::ranges::count_if(hunks,
                                 [](const QString& line) { return line.startsWith(u'+') || line.startsWith(u'-'); });
}

QString emphasised(std::string_view line, const std::vector<source::ByteRange>& ranges)
{
    QStringList parts;
    for (const source::ByteRange& range : ranges)
        parts.append(QString::fromStdString(std::string(line.substr(range.begin, range.size()))));
    return parts.join(u'|');
}

} // namespace

class TestTextDiff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalTextsHaveNoHunks();
    void printsHunksLikeGit_data();
    void printsHunksLikeGit();
    void gitAppliesWhatItPrints();
    void agreesWithGitOnRealHistory();
    void pairsLinesAndEmphasisesTokens_data();
    void pairsLinesAndEmphasisesTokens();
    void leavesUnlikeLinesInRowsOfTheirOwn();
    void rowsCoverEveryChangedLineOnce();
    void keepsListItemsWhole();
    void findsShortestScriptsOfSmallTexts();
    void staysUsableOnTextsWithoutAnythingInCommon();
};

void TestTextDiff::equalTextsHaveNoHunks()
{
    QVERIFY(diffTexts("a\nb\n", "a\nb\n").hunks.empty());
    QVERIFY(diffTexts("", "").hunks.empty());
    QCOMPARE(unifiedDiff("f.yaml", "a\n", "a\n"), std::string());
}

void TestTextDiff::printsHunksLikeGit_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("one line") << "a\n"_ba << "b\n"_ba << "--- a/f.yaml\n+++ b/f.yaml\n@@ -1 +1 @@\n-a\n+b\n"_ba;
    QTest::newRow("from nothing") << ""_ba << "a\nb\n"_ba << "--- a/f.yaml\n+++ b/f.yaml\n@@ -0,0 +1,2 @@\n+a\n+b\n"_ba;
    QTest::newRow("to nothing") << "a\n"_ba << ""_ba << "--- a/f.yaml\n+++ b/f.yaml\n@@ -1 +0,0 @@\n-a\n"_ba;
    QTest::newRow("final newline lost")
        << "a\nb\n"_ba << "a\nb"_ba
        << "--- a/f.yaml\n+++ b/f.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n"_ba;
    QTest::newRow("no final newline on either side")
        << "a\nb"_ba << "c\nb"_ba
        << "--- a/f.yaml\n+++ b/f.yaml\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n"_ba;
    QTest::newRow("carriage returns stay")
        << "a\r\nb\r\n"_ba << "a\r\nb\n"_ba << "--- a/f.yaml\n+++ b/f.yaml\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+b\n"_ba;
    QTest::newRow("two hunks")
        << "x\n1\n2\n3\n4\n5\n6\n7\ny\n"_ba << "X\n1\n2\n3\n4\n5\n6\n7\nY\n"_ba
        << "--- a/f.yaml\n+++ b/f.yaml\n@@ -1,4 +1,4 @@\n-x\n+X\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-y\n+Y\n"_ba;
    QTest::newRow("six lines between are one hunk")
        << "x\n1\n2\n3\n4\n5\n6\ny\n"_ba << "X\n1\n2\n3\n4\n5\n6\nY\n"_ba
        << "--- a/f.yaml\n+++ b/f.yaml\n@@ -1,8 +1,8 @@\n-x\n+X\n 1\n 2\n 3\n 4\n 5\n 6\n-y\n+Y\n"_ba;
}

void TestTextDiff::printsHunksLikeGit()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(unifiedDiff("f.yaml", before.toStdString(), after.toStdString())), expected);

    QTemporaryDir directory;
    QVERIFY(writeFile(directory.filePath(u"old"_s), before.toStdString()));
    QVERIFY(writeFile(directory.filePath(u"new"_s), after.toStdString()));
    const QByteArray real = git(directory.path(), {u"diff"_s, u"--no-index"_s, u"-U3"_s, u"old"_s, u"new"_s});
    QCOMPARE(hunkLines(expected), hunkLines(real));
}

void TestTextDiff::gitAppliesWhatItPrints()
{
    QTemporaryDir directory;
    QVERIFY(QDir(directory.path()).mkpath(u"a b/é"_s));
    std::mt19937 random(20240607);
    std::string patch;
    std::vector<std::pair<QString, std::string>> expected;
    for (int i = 0; i < 600; ++i) {
        static const std::vector<std::string> folders{"", "a b/", "a b/é/", "a b/quo\"te"};
        const std::string path = folders[std::size_t(i) % folders.size()] + std::format("f{}.yaml", i);
        const std::string before = randomText(random);
        const std::string after = randomText(random);
        // An empty result would mean that the file goes away, which a diff of contents cannot say.
        if (before.empty() || after.empty())
            continue;
        const QString file = directory.filePath(QString::fromStdString(path));
        QVERIFY(writeFile(file, before));
        patch += unifiedDiff(path, before, after, random() % 4);
        expected.emplace_back(file, after);
    }
    QVERIFY(writeFile(directory.filePath(u"all.patch"_s), patch));
    int exitCode = -1;
    const QByteArray said =
        git(directory.path(), {u"apply"_s, u"--unidiff-zero"_s, u"--whitespace=nowarn"_s, u"all.patch"_s}, &exitCode);
    QVERIFY2(exitCode == 0, said.constData());
    for (const auto& [file, content] : expected)
        QCOMPARE(QByteArray::fromStdString(readFile(file)), QByteArray::fromStdString(content));
}

void TestTextDiff::agreesWithGitOnRealHistory()
{
    QFile history(QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/history/pairs.jsonl"));
    if (!history.open(QIODevice::ReadOnly))
        QSKIP("The YAML history is not there.");
    QTemporaryDir directory;
    int pairs = 0;
    int same = 0;
    while (!history.atEnd()) {
        const QJsonObject pair = QJsonDocument::fromJson(history.readLine()).object();
        const std::string before = pair[u"before"_s].toString().toStdString();
        const std::string after = pair[u"after"_s].toString().toStdString();
        if (before.empty() || after.empty())
            continue;
        ++pairs;
        QVERIFY(writeFile(directory.filePath(u"old"_s), before));
        QVERIFY(writeFile(directory.filePath(u"new"_s), after));
        const QStringList real = hunkLines(
            git(directory.path(), {u"diff"_s, u"--no-index"_s, u"--minimal"_s, u"-U3"_s, u"old"_s, u"new"_s}));
        const QStringList ours = hunkLines(QByteArray::fromStdString(unifiedDiff("f", before, after)));
        QCOMPARE(changedLines(ours), changedLines(real));
        if (ours == real)
            ++same;
        else
            qInfo().noquote() << "differs:" << pair[u"path"_s].toString() << "\n"
                              << ours.join(u'\n') << "\n---\n"
                              << real.join(u'\n');
    }
    QVERIFY(pairs > 50);
    qInfo("%d of %d diffs are the same as git's, line by line", same, pairs);
    QVERIFY2(same * 100 >= pairs * 95, "equally short diffs stand in other places than git's");
}

void TestTextDiff::pairsLinesAndEmphasisesTokens_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("oldEmphasis");
    QTest::addColumn<QString>("newEmphasis");
    QTest::newRow("whole number") << "weight: 90\n"_ba << "weight: 80\n"_ba << u"90"_s << u"80"_s;
    QTest::newRow("one digit more") << "weight: 10\n"_ba << "weight: 100\n"_ba << u"10"_s << u"100"_s;
    QTest::newRow("decimal") << "timeout: 1.5s\n"_ba << "timeout: 2.5s\n"_ba << u"1.5s"_s << u"2.5s"_s;
    QTest::newRow("word with a digit") << "subset: v2\n"_ba << "subset: v3\n"_ba << u"v2"_s << u"v3"_s;
    QTest::newRow("code points stay whole")
        << "name: caf\xc3\xa9\n"_ba << "name: caf\xc3\xa8\n"_ba << u"café"_s << u"cafè"_s;
    QTest::newRow("two places") << "- {v1: 90, v2: 10}\n"_ba << "- {v1: 80, v2: 20}\n"_ba << u"90|10"_s << u"80|20"_s;
    QTest::newRow("added word") << "hosts: [a]\n"_ba << "hosts: [a, b]\n"_ba << u""_s << u", b"_s;
    QTest::newRow("indentation") << "  a: 1\n"_ba << "    a: 1\n"_ba << u"  "_s << u"    "_s;
    QTest::newRow("carriage return") << "a: 1\r\n"_ba << "a: 1\n"_ba << u"\r"_s << u""_s;
    QTest::newRow("final newline") << "a: 1\n"_ba << "a: 1"_ba << u""_s << u""_s;
}

void TestTextDiff::pairsLinesAndEmphasisesTokens()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const std::string oldText = before.toStdString();
    const std::string newText = after.toStdString();
    const TextDiff diff = diffTexts(oldText, newText);
    QCOMPARE(diff.hunks.size(), 1U);
    QCOMPARE(diff.hunks[0].rows.size(), 1U);
    const DiffRow& row = diff.hunks[0].rows[0];
    QVERIFY(row.isPair());
    QTEST(emphasised(diff.oldLines[0], row.oldEmphasis), "oldEmphasis");
    QTEST(emphasised(diff.newLines[0], row.newEmphasis), "newEmphasis");
}

void TestTextDiff::leavesUnlikeLinesInRowsOfTheirOwn()
{
    const std::string before = "x\n  subset: v1\n  weight: 90\ny\n";
    const std::string after = "x\n  name: default\n  port: 80\n  weight: 80\ny\n";
    const TextDiff diff = diffTexts(before, after);
    QStringList rows;
    for (const DiffRow& row : diff.hunks.at(0).rows)
        rows.append(u"%1:%2"_s.arg(row.oldLine).arg(row.newLine));
    QCOMPARE(rows.join(u' '), u"1:1 2:0 0:2 0:3 3:4 4:5"_s);
}

void TestTextDiff::rowsCoverEveryChangedLineOnce()
{
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        const std::string before = randomText(random);
        const std::string after = randomText(random);
        const TextDiff diff = diffTexts(before, after, 2);
        std::string rebuilt;
        std::uint32_t next = 1;
        const auto copyUpTo = [&](std::uint32_t line) {
            for (; next < line; ++next)
                rebuilt += diff.oldLines[next - 1];
        };
        for (const DiffHunk& hunk : diff.hunks) {
            copyUpTo(hunk.oldStart + (hunk.oldCount == 0 ? 1 : 0));
            std::uint32_t olds = 0;
            std::uint32_t news = 0;
            for (const DiffRow& row : hunk.rows) {
                if (row.oldLine != 0) {
                    QCOMPARE(row.oldLine, next);
                    ++next;
                    ++olds;
                }
                if (row.newLine != 0) {
                    rebuilt += diff.newLines[row.newLine - 1];
                    ++news;
                }
                if (row.kind == LineKind::Same)
                    QCOMPARE(diff.oldLines[row.oldLine - 1], diff.newLines[row.newLine - 1]);
            }
            QCOMPARE(olds, hunk.oldCount);
            QCOMPARE(news, hunk.newCount);
        }
        copyUpTo(static_cast<std::uint32_t>(diff.oldLines.size()) + 1);
        QCOMPARE(QByteArray::fromStdString(rebuilt), QByteArray::fromStdString(after));
    }
}

void TestTextDiff::keepsListItemsWhole()
{
    const std::string item = "  - match:\n    - uri: /x\n    route:\n    - destination:\n        host: a\n";
    const std::string before = "http:\n" + item + item;
    const TextDiff diff = diffTexts(before, before + item, 0);
    QCOMPARE(diff.hunks.size(), 1U);
    QCOMPARE(diff.hunks[0].newCount, 5U);
    QVERIFY(diff.newLines[diff.hunks[0].newStart - 1].starts_with("  - match"));
}

void TestTextDiff::findsShortestScriptsOfSmallTexts()
{
    std::mt19937 random(99);
    for (int i = 0; i < 3000; ++i) {
        const auto numbers = [&] {
            std::vector<std::uint32_t> list(random() % 12);
            for (std::uint32_t& number : list)
                number = random() % 4;
            return list;
        };
        const std::vector<std::uint32_t> a = numbers();
        const std::vector<std::uint32_t> b = numbers();
        std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
        for (std::size_t x = a.size(); x-- > 0;) {
            for (std::size_t y = b.size(); y-- > 0;)
                common[x][y] = a[x] == b[y] ? common[x + 1][y + 1] + 1 : std::max(common[x + 1][y], common[x][y + 1]);
        }
        std::size_t edits = 0;
        for (const LineBlock& block : diffNumbers(a, b))
            edits += block.oldEnd - block.oldBegin + block.newEnd - block.newBegin;
        QCOMPARE(edits, a.size() + b.size() - 2 * common[0][0]);
    }
}

void TestTextDiff::staysUsableOnTextsWithoutAnythingInCommon()
{
    std::string before;
    std::string after;
    for (int i = 0; i < 40'000; ++i) {
        before += std::format("old {}\n", i * 7 % 1000);
        after += i % 50 == 0 ? std::format("old {}\n", i * 11 % 1000) : std::format("new {}\n", i);
    }
    const TextDiff diff = diffTexts(before, after);
    QVERIFY(!diff.hunks.empty());
    std::size_t rows = 0;
    for (const DiffHunk& hunk : diff.hunks)
        rows += hunk.rows.size();
    QVERIFY(rows >= 40'000);
}

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
