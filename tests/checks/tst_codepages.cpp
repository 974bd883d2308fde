// SPDX-License-Identifier: Apache-2.0
// The pages of docs/codes: one for each code, of one form, with an example that gives it and a mend that does not.
#include "tests/checks/findingtexts.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest/QTest>

#include <map>

using namespace meshdraft;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

/// Codes that no check gives, and what does.
const std::map<QString, const char*> madeElsewhere{{u"MD100"_s, "the flows of the mesh"}};
/// Examples that are no YAML, and why.
const std::map<QString, const char*> notYaml{{u"MD002"_s, "a template is no YAML, which is what the code says"}};
/// Examples that one small file cannot give, and why. They are told as text; what mends them is tried.
const std::map<QString, const char*> notInOneFile{
    {u"MD103"_s, "each Kustomization brings the files of a directory of its own"},
    {u"MD118"_s, "it takes more than 200 hosts"},
    {u"MD166"_s, "the directory of the file says whose it is"},
};

struct Block {
    QString language;
    QString text;
};

struct Section {
    QString title;
    QString prose;
    QList<Block> blocks;
};

/// The first section is what stands before those with a title.
QList<Section> sectionsOf(const QString& page)
{
    QList<Section> sections{{}};
    bool isInBlock = false;
    const QStringList lines = page.split(u'\n');
    for (const QString& line : lines) {
        Section& section = sections.back();
        if (line.startsWith("```"_L1)) {
            isInBlock = !isInBlock;
            if (isInBlock)
                section.blocks.append({line.sliced(3), {}});
        } else if (isInBlock) {
            section.blocks.back().text += line + u'\n';
        } else if (line.startsWith("## "_L1)) {
            sections.append({line.sliced(3), {}, {}});
        } else {
            section.prose += line + u'\n';
        }
    }
    return sections;
}

const Section& sectionOf(const QList<Section>& sections, QLatin1StringView title)
{
    const auto found = std::ranges::find(sections, title, &Section::title);
    return found == sections.end() ? sections.front() : *found;
}

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString pageOf(const QString& code)
{
    return textOf(u":/codes/"_s + code + u".md"_s);
}

/// Words, without code and addresses of links.
qsizetype wordsIn(const QList<Section>& sections)
{
    static const QRegularExpression address(u"\\]\\([^)]*\\)"_s);
    qsizetype words = 0;
    for (const Section& section : sections) {
        QString prose = section.title + u' ' + section.prose;
        words += prose.replace(address, u"]"_s).simplified().split(u' ', Qt::SkipEmptyParts).size();
    }
    return words;
}

/// The codes of all checks, each with the ids of those that give it.
std::map<QString, QStringList> checksByCode()
{
    std::map<QString, QStringList> all;
    for (const checks::Check& check : checks::allChecks()) {
        for (const std::string& code : check.info.codes)
            all[QString::fromStdString(code)].append(QString::fromStdString(check.info.id));
    }
    return all;
}

/// "CODE severity" of what all checks say of a mesh in one file, each once.
QStringList saidOf(const QString& mesh)
{
    const std::string text = mesh.toStdString();
    const mesh::FileSet files = fileSet({{"a.yaml", text}});
    const mesh::MeshGraphPtr graph = graphOf(text);
    const mesh::SharedVector<std::string> paths{"a.yaml"};
    QStringList said;
    for (const checks::Finding& finding : checks::runChecks({*graph, files, paths})) {
        const std::string_view severity = checks::severityName(finding.severity);
        said.append(QString::fromStdString(finding.code) + u' ' + QString::fromLatin1(severity));
    }
    said.removeDuplicates();
    return said;
}

/// "error" of "**error** · check ...".
QString severityOf(const QList<Section>& sections)
{
    static const QRegularExpression severity(u"^\\*\\*([a-z]+)\\*\\*"_s);
    return severity.match(sections.front().prose.section(u'\n', 2, 2)).captured(1);
}

} // namespace

class TestCodePages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasAPage();
    void haveOneForm_data();
    void haveOneForm();
    void showWhatTheyTell_data();
    void showWhatTheyTell();
    void areListed();
};

void TestCodePages::everyCodeHasAPage()
{
    QStringList expected;
    for (const auto& [code, ids] : checksByCode())
        expected.append(code + u".md"_s);
    for (const auto& [code, maker] : madeElsewhere) {
        QVERIFY2(!expected.contains(code + u".md"_s), "a check gives it by now");
        expected.append(code + u".md"_s);
    }
    expected.sort();
    QStringList pages = QDir(u":/codes"_s).entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    pages.removeOne(u"README.md"_s);
    QCOMPARE(pages, expected);
}

void TestCodePages::haveOneForm_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("ids");
    for (const auto& [code, ids] : checksByCode())
        QTest::newRow(qPrintable(code)) << code << ids;
    for (const auto& [code, maker] : madeElsewhere)
        QTest::newRow(qPrintable(code)) << code << QStringList();
}

void TestCodePages::haveOneForm()
{
    QFETCH(QString, code);
    QFETCH(QStringList, ids);
    const QList<Section> sections = sectionsOf(pageOf(code));
    QStringList titles;
    for (const Section& section : sections) {
        titles.append(section.title);
        const bool hasBlock = section.title == "Example"_L1 || section.title == "Mend"_L1;
        QCOMPARE(section.blocks.size(), hasBlock ? 1 : 0);
        for (const Block& block : section.blocks) {
            const bool isText =
                section.title == "Example"_L1 && (notYaml.contains(code) || notInOneFile.contains(code));
            QCOMPARE(block.language, isText ? u"text"_s : u"yaml"_s);
        }
        if (section.title != "Example"_L1)
            QVERIFY2(!section.prose.trimmed().isEmpty(), qPrintable(section.title));
    }
    QCOMPARE(titles, QStringList({{}, u"What"_s, u"Why it matters"_s, u"Example"_s, u"Mend"_s, u"Source"_s}));

    const QStringList head = sections.front().prose.trimmed().split(u'\n');
    QCOMPARE(head.size(), 3);
    QVERIFY(head.front().startsWith(u"# "_s + code + u": "_s));
    QVERIFY(QStringList({u"error"_s, u"warning"_s, u"info"_s}).contains(severityOf(sections)));
    QStringList named;
    static const QRegularExpression quoted(u"`([^`]*)`"_s);
    for (const QRegularExpressionMatch& match : quoted.globalMatch(head.back()))
        named.append(match.captured(1));
    ids.sort();
    QCOMPARE(named, ids);

    QVERIFY(sectionOf(sections, "Source"_L1).prose.contains("https://"_L1));
    const qsizetype words = wordsIn(sections);
    QVERIFY2(words >= 80 && words <= 160, qPrintable(QString::number(words)));
}

void TestCodePages::showWhatTheyTell_data()
{
    QTest::addColumn<QString>("code");
    for (const auto& [code, ids] : checksByCode())
        QTest::newRow(qPrintable(code)) << code;
}

void TestCodePages::showWhatTheyTell()
{
    QFETCH(QString, code);
    const QList<Section> sections = sectionsOf(pageOf(code));
    const Section& example = sectionOf(sections, "Example"_L1);
    const Section& mend = sectionOf(sections, "Mend"_L1);
    QCOMPARE(example.blocks.size(), 1);
    QCOMPARE(mend.blocks.size(), 1);

    const QStringList said = saidOf(example.blocks.front().text).filter(code);
    if (notInOneFile.contains(code))
        QCOMPARE(said, QStringList());
    else
        QCOMPARE(said, QStringList(code + u' ' + severityOf(sections)));
    const QStringList rest = saidOf(mend.blocks.front().text);
    QCOMPARE(rest.filter(code), QStringList());
    QCOMPARE(rest.filter(u" error"_s), QStringList());
}

void TestCodePages::areListed()
{
    QProcess script;
    script.start(QStringLiteral(MESHDRAFT_SOURCE_DIR "/packaging/code-list"), {u"--print"_s});
    QVERIFY(script.waitForFinished());
    QCOMPARE(script.exitCode(), 0);
    const QString list = QString::fromUtf8(script.readAllStandardOutput());
    QCOMPARE(list.count("\n| ["_L1), static_cast<qsizetype>(checksByCode().size() + madeElsewhere.size()));
    QCOMPARE(textOf(QStringLiteral(MESHDRAFT_SOURCE_DIR "/docs/codes/README.md")), list);
}

QTEST_GUILESS_MAIN(TestCodePages)
#include "tst_codepages.moc"
