// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/resourcekey.h"

#include "models/source/parsedtext.h"

#include <QtTest/QTest>

using namespace meshdraft;
using mesh::FieldPath;
using source::NodeRef;

namespace {

const std::string text = "metadata:\n"
                         "  annotations: {a.b/c: x, 'q\"\\r]': y, '': e}\n"
                         "spec:\n"
                         "  http:\n"
                         "  - route:\n"
                         "    - weight: 10\n"
                         "    - weight: 90\n"
                         "  - [[1, 2], {x-k_1: v}]\n"
                         "ports:\n"
                         "  8080: z\n";

} // namespace

class TestFieldPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyValueIsFoundAgainByItsPath();
    void spellsPaths_data();
    void spellsPaths();
    void leadsNowhere_data();
    void leadsNowhere();
    void knowsWhatLiesBelow();
};

void TestFieldPath::everyValueIsFoundAgainByItsPath()
{
    const auto parsed = source::parseText(text);
    const source::Document& document = *parsed->documents.at(0);
    int values = 0;
    for (source::NodeId id = 0; id < document.nodes.size(); ++id) {
        const NodeRef node(&document, id);
        if (node.parent().isMapping() && !node.key().isValid())
            continue; // a key: its path is that of its value
        const FieldPath path = FieldPath::of(document.root(), node);
        QCOMPARE(path.resolve(document.root()).id(), id);
        ++values;
    }
    QVERIFY(values > 15);
}

void TestFieldPath::spellsPaths_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("list item") << QByteArray("90") << QByteArray("spec.http[0].route[1].weight");
    QTest::newRow("quoted key") << QByteArray("x") << QByteArray("metadata.annotations[\"a.b/c\"]");
    QTest::newRow("quotes in a key") << QByteArray("y") << QByteArray("metadata.annotations[\"q\\\"\\\\r]\"]");
    QTest::newRow("empty key") << QByteArray("e") << QByteArray("metadata.annotations[\"\"]");
    QTest::newRow("nested lists") << QByteArray("2") << QByteArray("spec.http[1][0][1]");
    QTest::newRow("dash and digits") << QByteArray("v") << QByteArray("spec.http[1][1].x-k_1");
    QTest::newRow("number as key") << QByteArray("z") << QByteArray("ports.8080");
}

void TestFieldPath::spellsPaths()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, path);
    const auto parsed = source::parseText(text);
    const source::Document& document = *parsed->documents.at(0);
    const NodeRef node = FieldPath(path.toStdString()).resolve(document.root());
    QCOMPARE(node.value(), value.toStdString());
    QCOMPARE(FieldPath::of(document.root(), node).text(), path.toStdString());
}

void TestFieldPath::leadsNowhere_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char* path : {"spec.tcp", "spec.http[9]", "spec.http[", "spec.http[x]", "metadata.annotations[\"a",
                             "spec..http", "spec.http[0].route[0].weight.more", "spec.http[99999999999999999999]"})
        QTest::newRow(path) << QByteArray(path);
}

void TestFieldPath::leadsNowhere()
{
    QFETCH(QByteArray, path);
    const auto parsed = source::parseText(text);
    QVERIFY(!FieldPath(path.toStdString()).resolve(parsed->documents.at(0)->root()).isValid());
}

void TestFieldPath::knowsWhatLiesBelow()
{
    const FieldPath route("spec.http[1]");
    QVERIFY(route.child("route").child(std::size_t(2)).isWithin(route));
    QVERIFY(route.isWithin(route));
    QVERIFY(route.isWithin(FieldPath()));
    QVERIFY(!FieldPath("spec.http[10]").isWithin(route));
    QVERIFY(!FieldPath("spec.httpx").isWithin(FieldPath("spec.http")));
    QVERIFY(!FieldPath("spec").isWithin(route));
    QCOMPARE(FieldPath("metadata").child("a.b").text(), std::string("metadata[\"a.b\"]"));
}

QTEST_GUILESS_MAIN(TestFieldPath)
#include "tst_fieldpath.moc"
