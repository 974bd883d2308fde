// SPDX-License-Identifier: Apache-2.0
// Made-up changes of which it is known what was done: what is reported must be that.
#include "editscript.h"
#include "yamlmesh.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using tests::Data;
using tests::EditScript;

namespace {

/// A scalar as it is, a part as JSON with sorted keys.
std::string partText(const mesh::ResourcePtr& side, const FieldChange& field, const std::string& value)
{
    const source::NodeRef node = field.path.resolve(side->rootNode()).resolved();
    return node.isScalar() || !node ? value : Data::of(node).sortedText({});
}

QString fieldText(const ResourceChange& change, const FieldChange& field)
{
    const bool isAdded = field.operation == Operation::Added;
    const bool isRemoved = field.operation == Operation::Removed;
    const std::string before = isRemoved ? partText(change.before, field, field.oldValue) : field.oldValue;
    const std::string after = isAdded ? partText(change.after, field, field.newValue) : field.newValue;
    return QString::fromStdString(std::string(operationName(field.operation)) + ' ' + field.path.text() + ' ' + before
                                  + "->" + after);
}

QStringList reported(const MeshChange& change)
{
    QStringList lines;
    for (const ResourceChange& each : change.resources) {
        const auto nameOf = [](const mesh::Resource& resource) {
            return QString::fromStdString(resource.key.kind + ' ' + resource.key.ns + '/' + resource.key.name);
        };
        const mesh::Resource& now = each.after ? *each.after : *each.before;
        const mesh::Resource& old = each.before ? *each.before : *each.after;
        QStringList fields;
        for (const FieldChange& field : each.fields)
            fields.append(fieldText(each, field));
        const bool isMoved = old.source.path != now.source.path;
        lines.append(EditScript::line(
            changeKindName(kindOf(each)), old.key == now.key ? nameOf(now) : nameOf(old) + u" -> "_s + nameOf(now),
            QString::fromStdString(isMoved ? old.source.path + " -> " + now.source.path : now.source.path), fields));
    }
    lines.sort();
    return lines;
}

} // namespace

class TestEditScripts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatWasDone_data();
    void tellsWhatWasDone();
    void everySortOfEditIsThere();
    void scriptsAreRepeatable();
};

namespace {

constexpr int pairs = 300;

EditScript script(int number)
{
    return EditScript(static_cast<quint32>(7000 + number),
                      static_cast<EditScript::Edit>(number % EditScript::editCount));
}

} // namespace

void TestEditScripts::tellsWhatWasDone_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < pairs; ++i)
        QTest::addRow("%d", i) << i;
}

void TestEditScripts::tellsWhatWasDone()
{
    QFETCH(int, number);
    const EditScript made = script(number);
    const auto before = tests::graphOf(made.before());
    const auto after = tests::graphOf(made.after());
    QCOMPARE(reported(compareGraphs(*before, *after)).join(u'\n'), made.truth().join(u'\n'));
    QVERIFY(compareGraphs(*after, *tests::graphOf(made.after())).resources.empty());
}

void TestEditScripts::everySortOfEditIsThere()
{
    QMap<QString, int> kinds;
    for (int i = 0; i < pairs; ++i) {
        for (const QString& line : script(i).truth())
            ++kinds[line.section(u' ', 0, 0)];
    }
    for (const QString& kind : {u"added"_s, u"removed"_s, u"modified"_s, u"moved"_s, u"renamed"_s, u"reordered"_s,
                                u"reordered-freely"_s, u"text"_s})
        QVERIFY2(kinds[kind] >= 8, qPrintable(kind + u' ' + QString::number(kinds[kind])));
}

void TestEditScripts::scriptsAreRepeatable()
{
    QCOMPARE(script(11).after(), script(11).after());
    QCOMPARE(script(11).truth(), script(11).truth());
    QVERIFY(script(11).after() != script(12).after());
}

QTEST_GUILESS_MAIN(TestEditScripts)
#include "tst_editscripts.moc"
