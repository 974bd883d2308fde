// SPDX-License-Identifier: Apache-2.0
// The public YAML test suite: what must be rejected, what must be read, and what yaml-cpp does otherwise.
#include "corpus.h"
#include "randomedits.h"
#include "sourcetest.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

/// Texts that must be rejected and that yaml-cpp reads; each has one reading only, and editing it keeps every byte.
const std::map<QString, QString> leniencies{
    {u"9C9N"_s, u"lines of a flow collection indented less than its parent"_s},
    {u"QB6E"_s, u"lines of a quoted scalar indented less than its parent"_s},
    {u"DK95-01"_s, u"tab as the indentation of a quoted scalar's line"_s},
    {u"Y79Y-003"_s, u"tab as the indentation of a line in a flow collection"_s},
    {u"9JBA"_s, u"comment right behind a bracket, without a blank"_s},
    {u"CVW2"_s, u"comment right behind a comma, without a blank"_s},
    {u"SU5Z"_s, u"comment right behind a quote, without a blank"_s},
    {u"X4QW"_s, u"comment right behind a block scalar's header, without a blank"_s},
    {u"G9HC"_s, u"anchor indented less than the sequence it names"_s},
    {u"H7J7"_s, u"tag indented less than the mapping it belongs to"_s},
    {u"QLJ7"_s, u"tag handle that only an earlier document declares"_s},
    {u"S98Z"_s, u"block scalar with leading blank lines longer than its indentation"_s},
};

/// Valid texts that yaml-cpp does not read; they are reported with their place and stay as they are.
const std::map<QString, QString> refusals{
    {u"4MUZ-00"_s, u"':' on the line below a quoted flow key"_s},
    {u"4MUZ-01"_s, u"':' on the line below a quoted flow key"_s},
    {u"4MUZ-02"_s, u"':' on the line below a plain flow key"_s},
    {u"5MUD"_s, u"':' on the line below a quoted flow key"_s},
    {u"9SA2"_s, u"flow key over two lines"_s},
    {u"8KB6"_s, u"flow key over two lines"_s},
    {u"9BXH"_s, u"flow key over two lines"_s},
    {u"NJ66"_s, u"flow key over two lines"_s},
    {u"UT92"_s, u"flow key over two lines"_s},
    {u"K3WX"_s, u"':' behind a comment below a flow key"_s},
    {u"VJP3-01"_s, u"flow key over two lines"_s},
    {u"652Z"_s, u"'?' at the start of a plain flow scalar"_s},
    {u"HM87-01"_s, u"'?' at the start of a plain flow scalar"_s},
    {u"JR7V"_s, u"'?' at the start of a plain flow scalar"_s},
    {u"DK3J"_s, u"content of a root block scalar in column 0"_s},
    {u"FP8R"_s, u"content of a root block scalar in column 0"_s},
    {u"M7A3"_s, u"content of a root block scalar in column 0"_s},
    {u"W4TN"_s, u"content of a root block scalar in column 0"_s},
    {u"DK95-04"_s, u"line of a tab only between two entries"_s},
};

/// Texts that yaml-cpp reads otherwise than the suite's events say.
const std::map<QString, QString> readings{
    {u"NAT4"_s, u"line break at the end of a quoted scalar of blank lines only"_s},
    {u"JEF9-02"_s, u"last line of a block scalar, of blanks and without a line break"_s},
    {u"L24T-01"_s, u"last line of a block scalar, of blanks and without a line break"_s},
};

QString escapedValue(std::string_view value)
{
    QString out = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    out.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s).replace(u'\b', u"\\b"_s);
    return out.replace(u'\r', u"\\r"_s);
}

QString properties(const Node& node)
{
    return (node.hasAnchor ? u" &"_s : QString()) + (node.hasTag ? u" <>"_s : QString());
}

QString scalarEvent(NodeRef node)
{
    static constexpr std::array<char16_t, 5> indicators{u':', u'\'', u'"', u'|', u'>'};
    return u"=VAL"_s + properties(node.node()) + u' ' + indicators[static_cast<std::size_t>(node.node().style)]
        + escapedValue(node.value());
}

void appendEvents(NodeRef node, QStringList& events)
{
    const bool flow = node.node().style == NodeStyle::Flow;
    switch (node.kind()) {
    case NodeKind::Empty:
        events += u"=VAL"_s + properties(node.node()) + u" :"_s;
        break;
    case NodeKind::Scalar:
        events += scalarEvent(node);
        break;
    case NodeKind::Alias:
        events += u"=ALI "_s + escapedValue(node.text());
        break;
    case NodeKind::Sequence:
    case NodeKind::Mapping: {
        const QString kind = node.isMapping() ? u"MAP"_s : u"SEQ"_s;
        events += u'+' + kind + (flow ? (node.isMapping() ? u" {}"_s : u" []"_s) : QString()) + properties(node.node());
        for (NodeId id = node.node().firstChild; id != noNode; id = node.document()->nodes[id].nextSibling)
            appendEvents(NodeRef(node.document(), id), events);
        events += u'-' + kind;
        break;
    }
    }
}

QStringList eventsOf(const ParsedText& parsed)
{
    QStringList events{u"+STR"_s};
    for (const auto& document : parsed.documents) {
        events += u"+DOC"_s;
        if (const NodeRef root = document->root())
            appendEvents(root, events);
        else
            events += u"=VAL :"_s;
        events += u"-DOC"_s;
    }
    return events + QStringList{u"-STR"_s};
}

/// The suite's events without the names of anchors and tags and without the spelling of document markers.
QStringList expectedEvents(const QString& text)
{
    static const QRegularExpression anchor(u" &[^ ]+"_s);
    static const QRegularExpression tag(u" <[^>]*>"_s);
    QStringList events;
    for (QString line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u"+DOC"_s) || line.startsWith(u"-DOC"_s))
            line.truncate(4);
        if (line.startsWith(u"=ALI"_s)) {
            events += line;
            continue;
        }
        // Only what stands before the value is a property.
        const qsizetype value = line.indexOf(QRegularExpression(u" [:'\"|>]"_s));
        QString head = value < 0 ? line : line.left(value);
        head.replace(anchor, u" &"_s).replace(tag, u" <>"_s);
        events += head + (value < 0 ? QString() : line.mid(value));
    }
    return events;
}

} // namespace

class TestYamlTestSuite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsCase_data();
    void readsCase();

private:
    QString m_directory;
};

void TestYamlTestSuite::initTestCase()
{
    m_directory = sharedDirectory() + u"/yaml-test-suite"_s;
    if (!QDir(m_directory).exists())
        QSKIP("the YAML test suite is not here");
}

void TestYamlTestSuite::readsCase_data()
{
    QTest::addColumn<bool>("mustFail");
    const QString table = QString::fromStdString(contentOf(m_directory + u"/index.tsv"_s));
    for (const QString& line : table.split(u'\n', Qt::SkipEmptyParts).mid(1)) {
        const QStringList fields = line.split(u'\t');
        QTest::newRow(qPrintable(fields.at(0))) << (fields.at(2) == u"True"_s);
    }
}

void TestYamlTestSuite::readsCase()
{
    QFETCH(bool, mustFail);
    const QString id = QString::fromUtf8(QTest::currentDataTag());
    const QString base = m_directory + u"/cases/"_s + id;
    const std::string text = contentOf(base + u".in.yaml"_s);
    const ParsedTextPtr parsed = parseText(text);
    for (const auto& document : parsed->documents) {
        QCOMPARE(inconsistencyOf(*document), QString());
        const auto unchanged = changed(*parsed, document->index, {});
        QVERIFY2(unchanged, unchanged ? "" : qPrintable(errorText(unchanged.error())));
        QCOMPARE(*unchanged, text);
    }
    QString violation;
    runRandomEdits(text, static_cast<std::uint32_t>(qHash(id, 0)), 12, &violation);
    QVERIFY2(violation.isEmpty(), qPrintable(violation));
    for (const Error& error : parsed->errors)
        QVERIFY2(error.where.line > 0 && error.where.column > 0, qPrintable(errorText(error)));
    const bool accepted = parsed->errors.empty();
    if (mustFail) {
        QCOMPARE(accepted, leniencies.contains(id));
        return;
    }
    QVERIFY2(accepted != refusals.contains(id), qPrintable(errorsOf(*parsed)));
    if (!accepted)
        return;
    const QStringList expected = expectedEvents(QString::fromStdString(contentOf(base + u".event"_s)));
    if (readings.contains(id))
        QVERIFY2(eventsOf(*parsed) != expected, "is read as the suite says: take it off the list");
    else
        QCOMPARE(eventsOf(*parsed), expected);
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestYamlTestSuite)
#include "tst_yamltestsuite.moc"
