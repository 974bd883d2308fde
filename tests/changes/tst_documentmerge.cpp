// SPDX-License-Identifier: Apache-2.0
// Two edits of one text put together: both stand, nothing else moves, and what cannot be told is a conflict.
#include "models/changes/documentmerge.h"
#include "models/source/edit.h"
#include "tests/source/layoutgenerator.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::changes {

namespace {

DocumentMerge merge(const std::string& base, const std::string& mine, const std::string& theirs,
                    const MergeChoice& choice = {})
{
    return mergeDocuments(*source::parseText(base), *source::parseText(mine), *source::parseText(theirs), choice);
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto at = text.find(what);
    return at == std::string::npos ? std::string("not found: ") + std::string(what)
                                   : text.replace(at, what.size(), with);
}

QByteArray bytes(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

const std::string reviews = "# owned by shop\n"
                            "kind: VirtualService\n"
                            "metadata:\n"
                            "  name: reviews\n"
                            "  namespace: shop\n"
                            "spec:\n"
                            "  hosts: [reviews]\n"
                            "  http:\n"
                            "  - name: default\n"
                            "    timeout: 5s\n"
                            "    # the split\n"
                            "    route:\n"
                            "    - destination: {host: reviews, subset: v1}\n"
                            "      weight: 90 # stable\n"
                            "    - destination: {host: reviews, subset: v2}\n"
                            "      weight: 10\n";
const std::string rule = "kind: DestinationRule\n"
                         "metadata: {name: reviews, namespace: shop}\n"
                         "spec:\n"
                         "  host: reviews\n"
                         "  subsets:\n"
                         "  - name: v1\n"
                         "  - name: v2\n";

/// The scalars that are values (not keys) of one document.
std::vector<source::NodeId> valuesOf(const source::Document& document)
{
    std::vector<source::NodeId> result;
    for (source::NodeId id = 0; id < document.nodes.size(); ++id) {
        const source::NodeRef node(&document, id);
        const bool isKey = node.parent().isMapping() && !node.key().isValid();
        if (node.isScalar() && !isKey)
            result.push_back(id);
    }
    return result;
}

} // namespace

class TestDocumentMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
    void conflicts_data();
    void conflicts();
    void answersDecideEachConflict();
    void keepsTheirLineEnds_data();
    void keepsTheirLineEnds();
    void mergesWhatIsNoYamlByLines();
    void randomEditsInDifferentPlacesBothStand();
    void randomEditsOfOneScalarConflict();
};

void TestDocumentMerge::merges_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("merged");
    const auto row = [](const char* name, const std::string& base, const std::string& mine, const std::string& theirs,
                        const std::string& merged) {
        QTest::newRow(name) << bytes(base) << bytes(mine) << bytes(theirs) << bytes(merged);
    };
    const auto weight = replaced(reviews, "weight: 90", "weight: 80");
    row("other fields of one item", reviews, weight,
        replaced(reviews, "host: reviews,", "port: {number: 1}, host: reviews,"),
        replaced(weight, "host: reviews,", "port: {number: 1}, host: reviews,"));
    row("neighbouring lines", "a: 1\nb: 2\n", "a: 3\nb: 2\n", "a: 1\nb: 4\n", "a: 3\nb: 4\n");
    row("one line", "w: {a: 1, b: 2}\n", "w: {a: 3, b: 2}\n", "w: {a: 1, b: 4}\n", "w: {a: 3, b: 4}\n");
    row("both the same", "a: 1\nb: 2\n", "a: 3\nb: 2\n", "a: 3\nb: 4\n", "a: 3\nb: 4\n");
    row("a field and a comment above", reviews, weight, replaced(reviews, "# the split", "# theirs"),
        replaced(weight, "# the split", "# theirs"));
    row("a value and the comment behind it", reviews, weight, replaced(reviews, "# stable", "# theirs"),
        replaced(weight, "# stable", "# theirs"));
    row("an item added behind", reviews, weight,
        reviews + "    - destination: {host: reviews, subset: v3}\n      weight: 0\n",
        weight + "    - destination: {host: reviews, subset: v3}\n      weight: 0\n");
    row("an item removed", reviews, weight,
        replaced(reviews, "    - destination: {host: reviews, subset: v2}\n      weight: 10\n", ""),
        replaced(weight, "    - destination: {host: reviews, subset: v2}\n      weight: 10\n", ""));
    row("both add another key at the end", "a: 1\n", "a: 1\nb: 2\n", "a: 1\nc: 3\n", "a: 1\nb: 2\nc: 3\n");
    row("both add, no final newline", "a: 1", "a: 1\nb: 2", "a: 1\nc: 3", "a: 1\nb: 2\nc: 3");
    row("hosts in flow", "hosts: [a]\n", "hosts: [a, b]\n", "hosts: [a, c]\n", "hosts: [a, b, c]\n");
    row("both add the same", "a: 1\n", "a: 1\nb: 2\n", "b: 2\na: 1\n", "b: 2\na: 1\n");
    row("a key added first in an item", "l:\n- b: 1\n  c: 2\n", "l:\n- a: 0\n  b: 1\n  c: 2\n", "l:\n- b: 1\n  c: 3\n",
        "l:\n- a: 0\n  b: 1\n  c: 3\n");
    row("theirs is indented anew", reviews, weight,
        replaced(replaced(reviews, "  name: reviews\n", "    name: reviews\n"), "  namespace: shop\n",
                 "    namespace: shop\n"),
        replaced(replaced(weight, "  name: reviews\n", "    name: reviews\n"), "  namespace: shop\n",
                 "    namespace: shop\n"));
    row("documents swapped", reviews + "---\n" + rule, weight + "---\n" + rule, rule + "---\n" + reviews,
        rule + "---\n" + weight);
    row("a document added in front", reviews, weight, rule + "---\n" + reviews, rule + "---\n" + weight);
    row("each adds a document", reviews, reviews + "---\n" + rule,
        reviews + "---\n" + replaced(rule, "name: reviews", "name: other"),
        reviews + "---\n" + replaced(rule, "name: reviews", "name: other") + "---\n" + rule);
    row("a document removed", reviews + "---\n" + rule, weight + "---\n" + rule, reviews, weight);
    row("entries moved", "a: 1\nb: 2\nc: 3\n", "a: 1\nb: 4\nc: 3\n", "c: 3\na: 1\nb: 2\n", "c: 3\na: 1\nb: 4\n");
    row("a block scalar and what is below", "a: |\n  x\n  y\nb: 1\n", "a: |\n  x\n  z\nb: 1\n",
        "a: |\n  x\n  y\nb: 2\n", "a: |\n  x\n  z\nb: 2\n");
    row("a broken document beside", reviews + "---\na: [\n", weight + "---\na: [\n",
        "# theirs\n" + reviews + "---\na: [\n", "# theirs\n" + weight + "---\na: [\n");
    row("a byte order mark",
        "\xEF\xBB\xBF"
        "a: 1\nb: 2\n",
        "\xEF\xBB\xBF"
        "a: 3\nb: 2\n",
        "\xEF\xBB\xBF"
        "a: 1\nb: 4\n",
        "\xEF\xBB\xBF"
        "a: 3\nb: 4\n");
}

void TestDocumentMerge::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, merged);
    const auto result = merge(base.toStdString(), mine.toStdString(), theirs.toStdString());
    const auto exchanged = merge(base.toStdString(), theirs.toStdString(), mine.toStdString());
    QVERIFY2(result.text == merged.toStdString(), result.text.c_str());
    QVERIFY(result.conflicts.empty());
    QVERIFY(exchanged.conflicts.empty());
}

void TestDocumentMerge::conflicts_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char* name, const std::string& base, const std::string& mine, const std::string& theirs,
                        const char* path) {
        QTest::newRow(name) << bytes(base) << bytes(mine) << bytes(theirs) << QByteArray(path);
    };
    row("one scalar", reviews, replaced(reviews, "90", "80"), replaced(reviews, "90", "85"),
        "spec.http[0].route[0].weight");
    row("a comment behind a value", reviews, replaced(reviews, "# stable", "# mine"),
        replaced(reviews, "# stable", "# theirs"), "spec.http[0].route[0].weight");
    row("removed and changed", rule, replaced(rule, "  - name: v2\n", ""),
        replaced(rule, "  - name: v2\n", "  - name: v2\n    labels: {a: b}\n"), "spec.subsets[1]");
    row("changed and removed", "a: 1\nb: 2\n", "a: 1\nb: 3\n", "a: 1\n", "b");
    row("both add the key", "a: 1\n", "a: 1\nb: 2\n", "a: 1\nb: 3\n", "b");
    row("routes added in one place", "http:\n- name: a\n", "http:\n- name: a\n- name: m\n",
        "http:\n- name: a\n- name: t\n", "http");
    row("a document removed and changed", reviews + "---\n" + rule, reviews,
        reviews + "---\n" + replaced(rule, "host: reviews", "host: other"), "");
    row("an alias of what changed", "a: &x 1\nb: 2\n", "a: &x 3\nb: 2\n", "a: &x 1\nb: *x\n", "");
}

void TestDocumentMerge::conflicts()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, path);
    for (const bool exchanged : {false, true}) {
        const auto& left = exchanged ? theirs : mine;
        const auto& right = exchanged ? mine : theirs;
        const auto result = merge(base.toStdString(), left.toStdString(), right.toStdString());
        QCOMPARE(result.conflicts.size(), 1U);
        QCOMPARE(bytes(result.conflicts.front().path), path);
        QCOMPARE(bytes(result.text), right);
        QVERIFY(!result.isDecided());
        const auto chosen = merge(base.toStdString(), left.toStdString(), right.toStdString(),
                                  [](const MergeConflict&) { return MergeSide::Mine; });
        QCOMPARE(bytes(chosen.text), left);
        QVERIFY(chosen.isDecided());
    }
}

void TestDocumentMerge::answersDecideEachConflict()
{
    const auto mine = replaced(replaced(replaced(reviews, "90", "80"), ": 10", ": 20"), "5s", "6s");
    const auto theirs =
        replaced(replaced(replaced(reviews, "90", "85"), ": 10", ": 15"), "[reviews]", "[reviews, shop]");
    const auto result = merge(reviews, mine, theirs, [](const MergeConflict& conflict) -> std::optional<MergeSide> {
        if (conflict.path.contains("route[0]"))
            return MergeSide::Mine;
        return std::nullopt;
    });
    QCOMPARE(bytes(result.text),
             bytes(replaced(replaced(replaced(replaced(reviews, "90", "80"), ": 10", ": 15"), "5s", "6s"), "[reviews]",
                            "[reviews, shop]")));
    QCOMPARE(result.conflicts.size(), 2U);
    QCOMPARE(result.conflicts[0].document, "VirtualService shop/reviews");
    QCOMPARE(result.conflicts[0].mine, (MergePlace{14, 1, "80"}));
    QCOMPARE(result.conflicts[0].theirs, (MergePlace{14, 1, "85"}));
    QCOMPARE(result.conflicts[0].base, (MergePlace{14, 1, "90"}));
    QCOMPARE(result.conflicts[0].chosen, std::optional(MergeSide::Mine));
    QCOMPARE(result.conflicts[1].path, "spec.http[0].route[1].weight");
    QVERIFY(!result.conflicts[1].chosen);
    QVERIFY(!result.isDecided());
}

void TestDocumentMerge::keepsTheirLineEnds_data()
{
    QTest::addColumn<bool>("mineHasCr");
    QTest::addColumn<bool>("theirsHasCr");
    QTest::newRow("mine CRLF, theirs LF") << true << false;
    QTest::newRow("mine LF, theirs CRLF") << false << true;
    QTest::newRow("both CRLF") << true << true;
}

void TestDocumentMerge::keepsTheirLineEnds()
{
    QFETCH(bool, mineHasCr);
    QFETCH(bool, theirsHasCr);
    const auto lines = [](const std::string& text, bool cr) {
        return bytes(text).replace("\n", cr ? "\r\n" : "\n").toStdString();
    };
    const auto mine = replaced(reviews, "timeout: 5s\n", "timeout: 5s\n    retries: {attempts: 2}\n");
    const auto theirs = replaced(reviews, "90", "85");
    const auto result = merge(lines(reviews, mineHasCr), lines(mine, mineHasCr), lines(theirs, theirsHasCr));
    QVERIFY(result.conflicts.empty());
    QCOMPARE(bytes(result.text), bytes(lines(replaced(mine, "90", "85"), theirsHasCr)));
}

void TestDocumentMerge::mergesWhatIsNoYamlByLines()
{
    const std::string base = "{{ if .a }}\nx: 1\ny: 2\n{{ end }}\nz: 3\n";
    const auto result = merge(base, replaced(base, "x: 1", "x: 4"), replaced(base, "z: 3", "z: 5"));
    QVERIFY(result.conflicts.empty());
    QCOMPARE(bytes(result.text), bytes(replaced(replaced(base, "x: 1", "x: 4"), "z: 3", "z: 5")));
    const auto beside = merge(base, replaced(base, "x: 1", "x: 4"), replaced(base, "y: 2", "y: 5"));
    QCOMPARE(beside.conflicts.size(), 1U);
    QVERIFY(merge(base, base, base + "more\n").text == base + "more\n");
}

void TestDocumentMerge::randomEditsInDifferentPlacesBothStand()
{
    int merged = 0;
    int refused = 0;
    for (std::uint32_t seed = 1; seed <= 1000; ++seed) {
        source::LayoutGenerator random(seed);
        const std::string base = random.text();
        const auto parsed = source::parseText(base);
        // Some scalars for me and some others for them.
        std::array<std::vector<source::Splice>, 2> edits;
        std::vector<source::Splice> both;
        for (const auto& document : parsed->documents) {
            std::array<std::vector<source::ScalarChange>, 2> changes;
            const auto values = valuesOf(*document);
            for (const source::NodeId id : values) {
                const auto side = random.next(8);
                if (side < 2)
                    changes[side].push_back({id, std::to_string(500 + random.next(400)), false});
            }
            for (const std::size_t side : {0U, 1U}) {
                for (const auto& change : changes[side]) {
                    const auto splices = source::planChanges(*parsed, document->index, std::span(&change, 1));
                    if (splices) {
                        edits[side].insert(edits[side].end(), splices->begin(), splices->end());
                        both.insert(both.end(), splices->begin(), splices->end());
                    }
                }
            }
        }
        for (auto* splices : {&edits[0], &edits[1], &both})
            std::ranges::sort(*splices, {}, &source::Splice::offset);
        const auto mine = source::applySplices(base, edits[0]);
        const auto theirs = source::applySplices(base, edits[1]);
        const auto expected = source::applySplices(base, both);
        QVERIFY(mine && theirs && expected);
        const auto result = merge(base, *mine, *theirs);
        const auto exchanged = merge(base, *theirs, *mine);
        QCOMPARE(result.conflicts.size(), exchanged.conflicts.size());
        if (!result.conflicts.empty()) {
            ++refused;
            continue;
        }
        ++merged;
        QVERIFY2(result.text == *expected,
                 qPrintable(u"seed %1\n--- expected\n%2\n--- got\n%3"_s.arg(seed).arg(
                     QString::fromStdString(*expected), QString::fromStdString(result.text))));
        QCOMPARE(bytes(exchanged.text), bytes(*expected));
    }
    qInfo("%d merged, %d refused", merged, refused);
    QVERIFY2(merged > 800, qPrintable(QString::number(merged)));
}

void TestDocumentMerge::randomEditsOfOneScalarConflict()
{
    int count = 0;
    for (std::uint32_t seed = 1; seed <= 600; ++seed) {
        source::LayoutGenerator random(seed + 5000);
        const std::string base = random.text();
        const auto parsed = source::parseText(base);
        if (parsed->documents.empty())
            continue;
        const auto& document = parsed->documents[random.next(static_cast<std::uint32_t>(parsed->documents.size()))];
        const auto values = valuesOf(*document);
        const auto id = values[random.next(static_cast<std::uint32_t>(values.size()))];
        const auto edited = [&](const std::string& value) {
            const source::ScalarChange change{id, value, false};
            const auto splices = source::planChanges(*parsed, document->index, std::span(&change, 1));
            return splices ? source::applySplices(base, *splices) : std::unexpected(splices.error());
        };
        const auto mine = edited("mine");
        const auto theirs = edited("theirs");
        if (!mine || !theirs)
            continue;
        ++count;
        const auto result = merge(base, *mine, *theirs);
        QVERIFY2(!result.conflicts.empty(), (base + "--- mine\n" + *mine + "--- merged\n" + result.text).c_str());
        QCOMPARE(bytes(result.text), bytes(*theirs));
        const auto chosen = merge(base, *mine, *theirs, [](const MergeConflict&) { return MergeSide::Mine; });
        QCOMPARE(bytes(chosen.text), bytes(*mine));
    }
    QVERIFY2(count > 400, qPrintable(QString::number(count)));
}

} // namespace meshdraft::changes

QTEST_APPLESS_MAIN(meshdraft::changes::TestDocumentMerge)
#include "tst_documentmerge.moc"
