// SPDX-License-Identifier: Apache-2.0
// Real changes of real repositories with the fields that differ, list items compared by position: what is reported must
// say the same by meaning.
#include "models/changes/fieldpattern.h"
#include "models/changes/meshchange.h"
#include "yamldata.h"
#include "yamlmesh.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using tests::Data;
using tests::graphOf;
using tests::Undo;

namespace {

struct Recorded {
    QString path;
    QString before;
    QString after;

    auto operator<=>(const Recorded&) const = default;
};

const QString absent = u"<absent>"_s;
/// The history cuts long values.
constexpr qsizetype cutAt = 160;

/// As the history writes a value: JSON, a string as it is.
QString recordedText(const Data& value)
{
    const QString text = QString::fromStdString(value.text());
    if (!text.startsWith(u'"'))
        return text.left(cutAt);
    return QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8()).array().first().toString().left(cutAt);
}

QString recordedText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().left(cutAt);
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).sliced(1).chopped(1);
}

/// ".spec.http[0].weight".
QString recordedPath(const mesh::FieldPath& path)
{
    QString text;
    for (const PathStep& step : stepsOf(path)) {
        if (step.isIndex)
            text += u'[' + QString::number(step.index) + u']';
        else
            text += u'.' + QString::fromStdString(step.key);
    }
    return text;
}

QList<Recorded> recordedFields(const QJsonObject& change)
{
    QList<Recorded> result;
    for (const QJsonValue& each : change[u"fields"_s].toArray())
        result.append({each[0].toString(), recordedText(each[1]), recordedText(each[2])});
    std::ranges::sort(result);
    return result;
}

/// What is reported, in the words of the history.
QList<Recorded> reportedFields(const ResourceChange& change)
{
    QList<Recorded> result;
    for (const FieldChange& field : change.fields) {
        const auto text = [](const mesh::ResourcePtr& side, const mesh::FieldPath& path) {
            return recordedText(Data::of(path.resolve(side->rootNode())));
        };
        const bool isAdded = field.operation == Operation::Added;
        const bool isRemoved = field.operation == Operation::Removed;
        // Where no list differs a field stands under the same path in both.
        result.append({recordedPath(field.path), isAdded ? absent : text(change.before, field.path),
                       isRemoved ? absent : text(change.after, field.path)});
    }
    std::ranges::sort(result);
    return result;
}

/// True when two values have lists of the same length everywhere, with the same items in the same places.
bool areListsAlike(const Data& before, const Data& after)
{
    if (before.kind == Data::Kind::Map && after.kind == Data::Kind::Map) {
        return std::ranges::all_of(before.keys, [&](const std::string& key) {
            return after.get(key) == nullptr || areListsAlike(before.map.at(key), after.map.at(key));
        });
    }
    if (before.kind != Data::Kind::List || after.kind != Data::Kind::List)
        return true;
    if (before.list.size() != after.list.size())
        return false;
    const auto contains = [](const Data& list, const Data& item) {
        return std::ranges::contains(list.list, item.text(), &Data::text);
    };
    for (std::size_t i = 0; i < before.list.size(); ++i) {
        const Data& old = before.list[i];
        const Data& now = after.list[i];
        // An item that stands elsewhere now was moved, not changed.
        const bool isMoved = old.text() != now.text() && (contains(before, now) || contains(after, old));
        // A subset is who it is by its name.
        const bool isSubset = old.get("labels") != nullptr && old.get("name") != nullptr;
        const bool isOther =
            isSubset && now.get("name") != nullptr && old.get("name")->text() != now.get("name")->text();
        if (isMoved || isOther || !areListsAlike(old, now))
            return false;
    }
    return true;
}

} // namespace

class TestHistoryPairs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatIsRecorded_data();
    void tellsWhatIsRecorded();
    void mostAreComparedFieldByField();
    void formattingIsNoChange_data() { tellsWhatIsRecorded_data(); }
    void formattingIsNoChange();

private:
    int m_resources = 0; ///< modified
    int m_exact = 0; ///< those compared field by field
};

void TestHistoryPairs::tellsWhatIsRecorded_data()
{
    QTest::addColumn<QJsonObject>("pair");
    QFile history(QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/history/pairs.jsonl"));
    if (!history.open(QIODevice::ReadOnly))
        QSKIP("The YAML history is not there.");
    int line = 0;
    while (!history.atEnd()) {
        const QJsonObject pair = QJsonDocument::fromJson(history.readLine()).object();
        QTest::addRow("%d %s", ++line, qPrintable(pair[u"path"_s].toString().section(u'/', -1))) << pair;
    }
    QVERIFY(line >= 82);
}

void TestHistoryPairs::tellsWhatIsRecorded()
{
    QFETCH(QJsonObject, pair);
    const auto before = graphOf(pair[u"before"_s].toString().toStdString());
    const auto after = graphOf(pair[u"after"_s].toString().toStdString());
    const MeshChange change = compareGraphs(*before, *after);

    QMap<QString, QJsonObject> recorded;
    for (const QJsonValue& value : pair[u"changes"_s].toArray()) {
        const QJsonObject object = value.toObject();
        const QString written = object[u"ns"_s].toString();
        const QString ns = written.isEmpty() || written == u"None"_s ? u"default"_s : written;
        recorded.insert(object[u"op"_s].toString().toLower() + u' ' + object[u"kind"_s].toString().section(u':', 1)
                            + u' ' + ns + u'/' + object[u"name"_s].toString(),
                        object);
    }
    QStringList reported;
    for (const ResourceChange& each : change.resources) {
        const mesh::ResourceKey& key = (each.after ? each.after : each.before)->key;
        // The history holds the kinds of Istio; text without meaning is no change there.
        const ChangeKind kind = kindOf(each);
        if (!key.group.ends_with("istio.io") || kind == ChangeKind::Text || kind == ChangeKind::ReorderedFreely)
            continue;
        reported.append(QString::fromStdString(std::string(operationName(each.operation)) + ' ' + key.kind + ' '
                                               + key.ns + '/' + key.name));
        QVERIFY2(recorded.contains(reported.last()), qPrintable(reported.last()));
        if (!each.before || !each.after)
            continue;
        const Data oldData = Data::of(each.before->rootNode());
        const Data newData = Data::of(each.after->rootNode());
        // Taking the reported changes back gives what was there: nothing is missed, nothing invented.
        const Undo undo(each);
        ++m_resources;
        QCOMPARE(undo.faults(), QString());
        QCOMPARE(undo.run().sortedText(key.kind), oldData.sortedText(key.kind));
        const QList<Recorded> theirs = recordedFields(recorded[reported.last()]);
        QCOMPARE_LE(qsizetype(each.fields.size()), qsizetype(recorded[reported.last()][u"nfields"_s].toInt()));
        if (areListsAlike(oldData, newData)) {
            const QList<Recorded> ours = reportedFields(each);
            ++m_exact;
            QCOMPARE(ours.size(), theirs.size());
            for (qsizetype i = 0; i < ours.size(); ++i) {
                QCOMPARE(ours[i].path, theirs[i].path);
                QCOMPARE(ours[i].before, theirs[i].before);
                QCOMPARE(ours[i].after, theirs[i].after);
            }
        }
    }
    reported.sort();
    QCOMPARE(reported, QStringList(recorded.keys()));
}

void TestHistoryPairs::mostAreComparedFieldByField()
{
    if (m_resources == 0)
        QSKIP("The YAML history is not there.");
    // The rest has lists of another length or order.
    QCOMPARE(m_resources, 87);
    QVERIFY2(m_exact >= 65, qPrintable(QString::number(m_exact)));
}

void TestHistoryPairs::formattingIsNoChange()
{
    // The same file as JSON: every quote, comment, indent and order of keys differs.
    QFETCH(QJsonObject, pair);
    const std::string text = pair[u"after"_s].toString().toStdString();
    const auto parsed = source::parseText(text);
    std::string json;
    for (const auto& document : parsed->documents) {
        if (const source::NodeRef root = document->root(); root.isMapping())
            json += "---\n" + Data::of(root).text() + "\n";
    }
    const MeshChange change = compareGraphs(*graphOf(text), *graphOf(json));
    for (const ResourceChange& each : change.resources) {
        QVERIFY2(each.fields.empty() && each.before && each.after,
                 each.fields.empty() ? "" : each.fields.front().path.text().c_str());
        QVERIFY(kindOf(each) == ChangeKind::Text);
    }
}

QTEST_GUILESS_MAIN(TestHistoryPairs)
#include "tst_historypairs.moc"
