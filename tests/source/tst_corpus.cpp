// SPDX-License-Identifier: Apache-2.0
// The two laws of an edit, on real files and on generated layouts: no other byte moves, and the new text reads as the
// old one with the one new value.
#include "corpus.h"
#include "layoutgenerator.h"
#include "sourcetest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

/// What is wrong with a text's edit; empty if both laws hold. `expected` are the leaves of the text before, `range` is
/// what may change, `place` the leaf with the new value (of an entry that is new: where it stands).
QString violation(const ParsedText& before, std::vector<std::string> expected, const std::string& after,
                  ByteRange range, const std::string& place, const std::string& value, bool isNew)
{
    const std::string& old = *before.text;
    const std::size_t behind = old.size() - range.end;
    if (after.size() < range.begin + behind || after.compare(0, range.begin, old, 0, range.begin) != 0
        || after.compare(after.size() - behind, behind, old, range.end) != 0)
        return u"other bytes moved"_s;
    const ParsedTextPtr parsed = parseText(after);
    if (errorsOf(*parsed) != errorsOf(before) && parsed->errors.size() != before.errors.size())
        return u"new errors: "_s + errorsOf(*parsed);
    std::vector<std::string> found = leavesOf(*parsed);
    const auto isPlace = [&](const std::string& leaf) { return leaf.starts_with(place + " = "); };
    const auto changedLeaf = std::ranges::find_if(found, isPlace);
    if (changedLeaf == found.end() || (*changedLeaf != place + " = " + value && *changedLeaf != place + " = '" + value))
        return u"the value is not there"_s;
    found.erase(changedLeaf);
    if (!isNew)
        expected.erase(std::ranges::find_if(expected, isPlace));
    return found == expected ? QString() : u"another value changed"_s;
}

struct Tally {
    int changes = 0;
    int additions = 0;
    int refused = 0;
};

ByteRange rangeOf(const std::vector<Splice>& splices)
{
    return {splices.front().offset, splices.back().offset + splices.back().length};
}

/// Changes every weight of a text, one at a time.
QString changeWeights(const ParsedText& text, Tally& tally)
{
    const std::vector<std::string> leaves = leavesOf(text);
    for (const auto& document : text.documents) {
        for (const NodeRef& weight : valuesOfKey(*document, "weight")) {
            if (!weight.isScalar() && weight.kind() != NodeKind::Empty)
                continue;
            const std::string value = weight.value() == "37" ? "8" : "37";
            const std::vector<ScalarChange> changes{{weight.id(), value, false}};
            const auto splices = planChanges(text, document->index, changes);
            if (!splices) {
                if (splices.error().code != "edit.alias")
                    return u"refused: "_s + errorText(splices.error());
                ++tally.refused;
                continue;
            }
            const ByteRange range = weight.range();
            if (rangeOf(*splices) != range)
                return u"%1: splices outside of the value"_s.arg(QString::fromStdString(pathOf(weight)));
            const std::string after = *applySplices(*text.text, *splices);
            const QString wrong = violation(text, leaves, after, range, pathOf(weight), value, false);
            if (!wrong.isEmpty())
                return QString::fromStdString(pathOf(weight)) + u": "_s + wrong;
            if (applySplices(after, invertSplices(*text.text, *splices)) != *text.text)
                return u"not undone"_s;
            ++tally.changes;
        }
    }
    return {};
}

/// Adds an entry to the first mappings that have `sibling` and not `key`, one at a time.
QString addEntries(const ParsedText& text, std::string_view sibling, const std::string& key, Tally& tally)
{
    constexpr int mostPerText = 10;
    const int stop = tally.additions + mostPerText;
    const std::vector<std::string> leaves = leavesOf(text);
    for (const auto& document : text.documents) {
        for (const NodeRef& beside : valuesOfKey(*document, sibling)) {
            const NodeRef mapping = beside.parent();
            if (mapping[key] || tally.additions == stop)
                continue;
            const std::vector<EntryAddition> additions{{mapping.id(), key, "37", false}};
            const auto splices = planChanges(text, document->index, {}, additions);
            if (!splices) {
                if (splices.error().code != "edit.alias" && splices.error().code != "edit.merge")
                    return QString::fromStdString(pathOf(mapping)) + u" refused: "_s + errorText(splices.error());
                ++tally.refused;
                continue;
            }
            for (const Splice& splice : *splices) {
                if (splice.length != 0)
                    return u"an addition that replaces"_s;
            }
            const std::string after = *applySplices(*text.text, *splices);
            const QString wrong =
                violation(text, leaves, after, rangeOf(*splices), pathOf(mapping) + '/' + key, "37", true);
            if (!wrong.isEmpty())
                return QString::fromStdString(pathOf(mapping)) + u": "_s + wrong;
            ++tally.additions;
        }
    }
    return {};
}

} // namespace

class TestCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRealFiles();
    void changesWeightsOfRealFiles();
    void addsEntriesToRealFiles();
    void holdsOnGeneratedLayouts_data();
    void holdsOnGeneratedLayouts();
};

void TestCorpus::readsRealFiles()
{
    const std::vector<CorpusText> texts = corpus();
    if (texts.empty())
        QSKIP("the shared YAML files are not here");
    int templates = 0;
    int documents = 0;
    for (const CorpusText& text : texts) {
        const ParsedTextPtr parsed = parseText(text.text);
        templates += parsed->kind == TextKind::Template ? 1 : 0;
        QVERIFY2(parsed->kind != TextKind::Template || text.name.contains(u"/templates/"_s), qPrintable(text.name));
        QVERIFY2(parsed->errors.empty(), qPrintable(text.name + u": "_s + errorsOf(*parsed)));
        for (const auto& document : parsed->documents) {
            const QString wrong = inconsistencyOf(*document);
            QVERIFY2(wrong.isEmpty(), qPrintable(text.name + u": "_s + wrong));
            ++documents;
        }
    }
    QCOMPARE(templates, 3);
    QVERIFY(documents > 2000);
    qInfo("%zu texts, %d documents", texts.size(), documents);
}

void TestCorpus::changesWeightsOfRealFiles()
{
    const std::vector<CorpusText> texts = corpus();
    if (texts.empty())
        QSKIP("the shared YAML files are not here");
    Tally tally;
    for (const CorpusText& text : texts) {
        const QString wrong = changeWeights(*parseText(text.text), tally);
        QVERIFY2(wrong.isEmpty(), qPrintable(text.name + u": "_s + wrong));
    }
    QVERIFY(tally.changes > 100);
    qInfo("%d weights changed, %d refused", tally.changes, tally.refused);
}

void TestCorpus::addsEntriesToRealFiles()
{
    const std::vector<CorpusText> texts = corpus();
    if (texts.empty())
        QSKIP("the shared YAML files are not here");
    Tally tally;
    for (const CorpusText& text : texts) {
        const ParsedTextPtr parsed = parseText(text.text);
        for (const char* sibling : {"destination", "host", "labels"}) {
            const QString wrong = addEntries(*parsed, sibling, "weight", tally);
            QVERIFY2(wrong.isEmpty(), qPrintable(text.name + u": "_s + wrong));
        }
    }
    QVERIFY(tally.additions > 500);
    qInfo("%d entries added, %d refused", tally.additions, tally.refused);
}

void TestCorpus::holdsOnGeneratedLayouts_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 block = 0; block < 5; ++block)
        QTest::addRow("seeds from %u", block * 500) << block * 500;
}

void TestCorpus::holdsOnGeneratedLayouts()
{
    QFETCH(quint32, seed);
    Tally tally;
    for (quint32 i = seed; i < seed + 200; ++i) {
        LayoutGenerator generator(i);
        const std::string text = generator.text();
        const ParsedTextPtr parsed = parseText(text);
        const auto context = [&](const QString& what) {
            return u"seed %1: %2\n%3"_s.arg(i).arg(what, QString::fromStdString(text)).toUtf8();
        };
        QVERIFY2(parsed->errors.empty(), context(errorsOf(*parsed)).constData());
        for (const auto& document : parsed->documents) {
            const QString wrong = inconsistencyOf(*document);
            QVERIFY2(wrong.isEmpty(), context(wrong).constData());
        }
        QString wrong = changeWeights(*parsed, tally);
        QVERIFY2(wrong.isEmpty(), context(wrong).constData());
        wrong = addEntries(*parsed, "destination", "weight", tally);
        QVERIFY2(wrong.isEmpty(), context(wrong).constData());
        wrong = addEntries(*parsed, "host", "port", tally);
        QVERIFY2(wrong.isEmpty(), context(wrong).constData());
    }
    QVERIFY(tally.changes > 200);
    QVERIFY(tally.additions > 200);
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestCorpus)
#include "tst_corpus.moc"
