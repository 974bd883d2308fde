// SPDX-License-Identifier: Apache-2.0
#include "models/changes/riskpolicy.h"
#include "models/changes/riskrule.h"
#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"
#include "models/workspace/wordtable.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

struct Literal {
    QString file;
    QString id;
};

/// Calls `found` for every line of code (comments left out) of models/.
template <typename Found> void eachSource(Found found)
{
    QDirIterator files(QStringLiteral(MESHDRAFT_SOURCE_DIR "/models"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    static const QRegularExpression comment(u"(?<![:\"])//.*"_s);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (QString& line : lines)
            line.remove(comment);
        found(file.fileName(), lines.join(u'\n'));
    }
}

/// The literals that are made into an Error or a message.
QList<Literal> errorLiterals()
{
    static const QRegularExpression error(
        u"(?:Error|BuildFailure)\\s*\\{\\s*\"([a-z]+\\.[A-Za-z.]+)\"|\\.code\\s*=\\s*\"([a-z]+\\.[A-Za-z.]+)\""
        "|\\b(?:fail|refused|fileError|plainError|editError|error)\\(\\s*\"([a-z]+\\.[A-Za-z.]+)\""_s);
    QList<Literal> result;
    eachSource([&](const QString& file, const QString& text) {
        for (auto matches = error.globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            result.append({file, match.captured(1) + match.captured(2) + match.captured(3)});
        }
    });
    return result;
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyErrorHasASentence();
    void everyIdOfAKnownAreaHasASentence();
    void everyReasonHasASentence();
    void everyFindingHasASentence();
    void composedIdsHaveSentences();
    void noIdStandsTwice();
    void sentencesAreWhole();
    void argumentsArePutInOnce();
    void linesOfGitStay();
    void placesStandInFront_data();
    void placesStandInFront();
    void someArgumentsHaveWordsOfTheirOwn();
    void unknownIdsAreShown();
    void hiddenCharactersShow_data();
    void hiddenCharactersShow();
    void programsKeepTheirLines();
    void emptyValuesHaveWords();
    void violationsOfTablesHaveSentences();
};

void TestWords::everyErrorHasASentence()
{
    const QList<Literal> literals = errorLiterals();
    QVERIFY(literals.size() > 60);
    for (const Literal& literal : literals)
        QVERIFY2(hasSentence(literal.id.toStdString()), qPrintable(literal.file + u": "_s + literal.id));
}

void TestWords::everyIdOfAKnownAreaHasASentence()
{
    QSet<QString> areas{u"dangling"_s, u"duplicate"_s, u"change"_s, u"subject"_s};
    for (const Literal& literal : errorLiterals())
        areas.insert(literal.id.section(u'.', 0, 0));
    // Beginnings of ids; composedIdsHaveSentences() has the whole ones.
    const QSet<QString> beginnings{u"change.field"_s, u"change.routeField"_s, u"change.subsetField"_s,
                                   u"change.subset"_s};
    // Keys of conditions of AuthorizationPolicies.
    const QSet<QString> conditions{u"source.ip"_s, u"source.namespace"_s, u"source.principal"_s,
                                   u"source.serviceAccount"_s, u"source.trustDomain"_s};
    static const QRegularExpression literal(u"\"([a-z]+)(\\.[A-Za-z]+)+\""_s);
    int seen = 0;
    eachSource([&](const QString& file, const QString& text) {
        for (auto matches = literal.globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            const QString id = match.captured(0).sliced(1).chopped(1);
            const bool isApiGroup = id.endsWith(u".io"_s);
            if (!areas.contains(match.captured(1)) || beginnings.contains(id) || conditions.contains(id) || isApiGroup)
                continue;
            ++seen;
            QVERIFY2(hasSentence(id.toStdString()), qPrintable(file + u": "_s + id));
        }
    });
    QVERIFY(seen > 100);
}

void TestWords::everyReasonHasASentence()
{
    for (const auto& rule : changes::RiskPolicy::builtIn().rules())
        QVERIFY2(hasSentence(rule->reason), rule->id.c_str());
}

void TestWords::everyFindingHasASentence()
{
    QFile file(QStringLiteral(MESHDRAFT_SOURCE_DIR "/models/checks/messages.h"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression id(u"constexpr auto [A-Za-z]+ =\\s+\"([a-z.]+)\""_s);
    int seen = 0;
    for (auto matches = id.globalMatch(QString::fromUtf8(file.readAll())); matches.hasNext(); ++seen) {
        const QString name = matches.next().captured(1);
        QVERIFY2(hasSentence(name.toStdString()), qPrintable(name));
    }
    QVERIFY(seen > 80);
}

void TestWords::composedIdsHaveSentences()
{
    for (const char* part : {"change.field", "change.routeField", "change.subsetField"}) {
        for (const char* end : {"Added", "Removed", "Changed", "Moved"})
            QVERIFY2(hasSentence(std::string(part) + end), part);
    }
    for (const char* part : {"missing.", "unknown."}) {
        for (const char* what : {"gateway", "service", "virtualservice"})
            QVERIFY2(hasSentence(std::string(part) + what), what);
    }
    for (const char* operation : {"added", "removed", "moved", "modified", "renamed"})
        QVERIFY2(hasSentence(std::string("subject.") + operation), operation);
}

void TestWords::noIdStandsTwice()
{
    QSet<QByteArray> ids;
    for (const auto part : {analyzerWords(), errorWords(), findingWords(), changeWords(), riskWords(), reviewWords(),
                            schemaWords(), trafficWords(), pasteWords(), undoWords()}) {
        for (const Words& each : part) {
            const QByteArray id(each.id.data(), qsizetype(each.id.size()));
            QVERIFY2(!ids.contains(id), id.constData());
            ids.insert(id);
        }
    }
}

void TestWords::sentencesAreWhole()
{
    for (const auto part : {analyzerWords(), errorWords(), findingWords(), riskWords(), reviewWords(), schemaWords(),
                            trafficWords(), pasteWords(), undoWords()}) {
        for (const Words& each : part) {
            const QString text = QString::fromUtf8(each.text);
            QVERIFY2(text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u'1') || text.endsWith(u'2')
                         || text.endsWith(u'3'),
                     each.text);
            QVERIFY2(text.front().isUpper() || text.front() == u'%' || text.front() == u'“' || text.startsWith(u"git")
                         || text.startsWith(u"kubectl") || text.startsWith(u"curl"),
                     each.text);
            QVERIFY2(!text.contains(u"  "_s), each.text);
        }
    }
}

void TestWords::argumentsArePutInOnce()
{
    QCOMPARE(sentence("dangling.subset", {"%2", "%1"}),
             u"No DestinationRule for %1 has the subset %2. Requests fail with 503 (NC) until there is one."_s);
    QCOMPARE(sentence("edit.noRoute", {"VirtualService"}),
             u"VirtualService  has no route at  any more. Select the route again."_s);
    QCOMPARE(sentence("split.delegate", {"shop/b"},
                      [](const std::string& arg) { return u'<' + QString::fromStdString(arg) + u'>'; }),
             u"This route has a delegate; its split is set in <shop/b>."_s);
}

/// What git says has lines, wherever it is asked.
void TestWords::linesOfGitStay()
{
    for (const char* id : {"git.failed", "push.unreachable", "fetch.unreachable"}) {
        const QString text = sentence(id, {"origin", "one\ntwo\x1b[31m"});
        QVERIFY2(text.contains(u"one\ntwo\\u001b[31m"_s), qPrintable(text));
    }
}

void TestWords::placesStandInFront_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << u"a b.yaml"_s << 3 << 7 << u"a b.yaml:3:7: "_s;
    QTest::newRow("no column") << u"a.yaml"_s << 3 << 0 << u"a.yaml:3: "_s;
    QTest::newRow("file only") << u"a.yaml"_s << 0 << 0 << u"a.yaml: "_s;
    QTest::newRow("nowhere") << u""_s << 0 << 0 << u""_s;
    QTest::newRow("hostile name") << u"a\u202eb"_s << 1 << 1 << u"a\\u202eb:1:1: "_s;
}

void TestWords::placesStandInFront()
{
    QFETCH(QString, path);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, expected);
    const Error error{"commit.emptyMessage", {}, {path.toStdString(), quint32(line), quint32(column)}};
    QCOMPARE(errorText(error), expected + u"A commit needs a message."_s);
}

void TestWords::someArgumentsHaveWordsOfTheirOwn()
{
    QVERIFY(sentence("commit.operation", {"merge"}).startsWith(u"A merge is in progress"_s));
    QCOMPARE(sentence("commit.operation", {"am"}), u"am is in progress. Finish or abort it, then commit."_s);
    QVERIFY(sentence("file.unwritable", {"a.yaml", "hardLink"}).contains(u"hard link"_s));
    QCOMPARE(sentence("file.unwritable", {"a.yaml", "No space left"}),
             u"a.yaml could not be written: No space left."_s);
}

void TestWords::unknownIdsAreShown()
{
    QVERIFY(!hasSentence("nobody.knows"));
    QCOMPARE(sentence("nobody.knows", {"a", "b\n"}), u"nobody.knows (a, b\\u000a)"_s);
    QCOMPARE(sentence("nobody.knows", {}), u"nobody.knows"_s);
}

void TestWords::hiddenCharactersShow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "reviews é 評価 🙂"_ba << u"reviews é 評価 🙂"_s;
    QTest::newRow("escape sequence") << "\x1b[31mred"_ba << u"\\u001b[31mred"_s;
    QTest::newRow("line ends") << "a\r\nb\tc"_ba << u"a\\u000d\\u000ab\\u0009c"_s;
    QTest::newRow("right to left") << "a\xe2\x80\xae"_ba + "b"_ba << u"a\\u202eb"_s;
    QTest::newRow("isolate") << "\xe2\x81\xa6"_ba << u"\\u2066"_s;
    QTest::newRow("zero width") << "a\xe2\x80\x8b"_ba << u"a\\u200b"_s;
    QTest::newRow("line separator") << "\xe2\x80\xa8"_ba << u"\\u2028"_s;
    QTest::newRow("tag character") << "\xf3\xa0\x81\x81"_ba << u"\\U000e0041"_s;
    QTest::newRow("C1 control") << "\xc2\x9b"_ba << u"\\u009b"_s;
    QTest::newRow("invalid UTF-8") << "a\xff"_ba << u"a\ufffd"_s;
}

void TestWords::hiddenCharactersShow()
{
    QFETCH(QByteArray, text);
    QTEST(printable(text.toStdString()), "expected");
}

void TestWords::programsKeepTheirLines()
{
    QCOMPARE(sentence("commit.hook", {"1", "one\n\ttwo\x1b"}),
             u"A hook or git itself ended the commit with 1; nothing was committed.\none\n\ttwo\\u001b"_s);
}

void TestWords::emptyValuesHaveWords()
{
    using changes::Statement;
    const auto text = [](const char* message, std::vector<std::string> args) {
        return statementText(Statement{changes::Operation::Modified, {}, message, std::move(args)});
    };
    QCOMPARE(text("change.weight", {"default", "v1", "90", "80"}), u"Route default: v1 90 → 80"_s);
    QCOMPARE(text("change.routeAdded", {"preview", "x-preview = yes", "v3"}),
             u"Route preview added: x-preview = yes → v3"_s);
    QCOMPARE(text("change.routeAdded", {"all", "", ""}), u"Route all added: every request → no destination"_s);
    QCOMPARE(text("change.fieldChanged", {"spec.a", "", "b"}), u"spec.a: \"\" → b"_s);
    QCOMPARE(tierText(changes::Tier::High), u"High risk"_s);
}

void TestWords::violationsOfTablesHaveSentences()
{
    QCOMPARE(violationText({.node = 0, .code = "schema.misspelledField", .args = {"hots", "hosts"}}),
             u"There is no field hots here. Did you mean hosts?"_s);
    QCOMPARE(violationText({.node = 0, .code = "schema.rule", .args = {"ports", "A socket has no ports."}}),
             u"ports breaks a rule. A socket has no ports."_s);
    mesh::FieldSchema field;
    QCOMPARE(deprecationText(field), QString());
    field.deprecated = mesh::FieldDeprecation{.instead = "mirrorPercentage", .since = {}};
    QCOMPARE(deprecationText(field), u"Deprecated: use mirrorPercentage instead."_s);
    QCOMPARE(schemaText("A sentence."), u"A sentence."_s);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
