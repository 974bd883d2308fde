// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/kinds.h"
#include "models/mesh/schema.h"

#include <QtTest/QTest>

#include <algorithm>
#include <set>

using namespace meshdraft;
using namespace meshdraft::mesh;

namespace {

const KindSchema& kindOf(std::string_view group, std::string_view kind)
{
    const KindSchema* found = Schema::builtIn().find(group, {}, kind);
    if (!found)
        qFatal("no kind %s", std::string(kind).c_str());
    return *found;
}

const KindSchema& virtualService()
{
    return kindOf("networking.istio.io", "VirtualService");
}

/// apiVersion, kind, metadata and status: what every Kubernetes object has, not told again.
bool isEnvelope(const ObjectSchema& object)
{
    return object.field("apiVersion") != nullptr;
}

/// One sentence of at most 160 characters: ends with its only full stop that a blank or nothing follows.
QString sentenceProblem(const std::string& text)
{
    const QString sentence = QString::fromStdString(text);
    if (sentence.isEmpty())
        return QStringLiteral("missing");
    if (!sentence.endsWith(u'.') || sentence.contains(u". ") || sentence.contains(u"? ") || sentence.contains(u"! "))
        return QStringLiteral("not one sentence");
    if (sentence.size() > 160)
        return QStringLiteral("too long");
    return sentence.front().isLower() ? QStringLiteral("begins small") : QString();
}

std::string firstCode(const std::string& path, const std::string& json)
{
    const std::vector<SchemaFile> files{{path, json}};
    const auto read = Schema::read(files);
    return read ? "" : read.error().code + " " + read.error().where.path;
}

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheKindsOfTheMesh();
    void findsServedVersions();
    void everyFieldIsExplained();
    void everyRuleIsExplained();
    void sentencesAreNotUsedTwice();
    void defaultsFitTheirFields();
    void referencesBetweenFieldsExist();
    void leadsToFields_data();
    void leadsToFields();
    void sharesTypes();
    void guessesNames_data();
    void guessesNames();
    void readsDurations_data();
    void readsDurations();
    void saysWhatIsWrongInAFile_data();
    void saysWhatIsWrongInAFile();
    void aTypeMayHoldItself();
};

void TestSchema::knowsTheKindsOfTheMesh()
{
    int found = 0;
    for (const KindInfo& info : knownKinds()) {
        if (!info.group.ends_with(".istio.io") && info.group != "gateway.networking.k8s.io")
            continue;
        if (info.kind == "MeshPolicy")
            continue; // was removed from Istio in 1.6
        const KindSchema& kind = kindOf(info.group, info.kind);
        QVERIFY2(kind.isNamespaced == info.isNamespaced, kind.kind.c_str());
        QVERIFY(kind.isComplete);
        QVERIFY2(std::ranges::count(kind.versions, true, &KindVersion::isStorage) == 1, kind.kind.c_str());
        ++found;
    }
    QCOMPARE(found, 25);
    QCOMPARE(Schema::builtIn().kinds().size(), std::size_t(27));
    for (const char* kind : {"MeshConfig", "MeshNetworks"})
        QVERIFY(!kindOf("mesh.istio.io", kind).isComplete);
}

void TestSchema::findsServedVersions()
{
    const Schema& schema = Schema::builtIn();
    QVERIFY(schema.find("networking.istio.io", "v1", "Gateway"));
    QVERIFY(schema.find("networking.istio.io", "v1alpha3", "Gateway"));
    QVERIFY(schema.find("gateway.networking.k8s.io", "v1", "Gateway"));
    QVERIFY(schema.find("networking.istio.io", "v1", "Gateway")
            != schema.find("gateway.networking.k8s.io", "v1", "Gateway"));
    QVERIFY(!schema.find("networking.istio.io", "v2", "Gateway"));
    QVERIFY(!schema.find("networking.istio.io", "v1", "EnvoyFilter"));
    QVERIFY(!schema.find("", "v1", "Gateway"));
    QVERIFY(!schema.find("networking.istio.io", "v1", "Gatewaz"));
    const KindSchema& policy = kindOf("gateway.networking.k8s.io", "BackendTLSPolicy");
    QVERIFY(std::ranges::find(policy.versions, "v1alpha3", &KindVersion::name)->isDeprecated);
}

void TestSchema::everyFieldIsExplained()
{
    QStringList problems;
    int fields = 0;
    for (const ObjectSchema* object : Schema::builtIn().objects()) {
        for (const FieldSchema& field : object->fields) {
            if (isEnvelope(*object) && field.name != "spec")
                continue;
            ++fields;
            const QString problem = sentenceProblem(field.explanation);
            if (!problem.isEmpty() || field.explanation == field.name + ".")
                problems << QString::fromStdString(object->name + "." + field.name + ": ") + problem;
        }
    }
    for (const KindSchema& kind : Schema::builtIn().kinds()) {
        if (const QString problem = sentenceProblem(kind.explanation); !problem.isEmpty())
            problems << QString::fromStdString(kind.kind + ": ") + problem;
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY(fields > 900);
}

void TestSchema::everyRuleIsExplained()
{
    for (const ObjectSchema* object : Schema::builtIn().objects()) {
        for (const SchemaRule& rule : object->rules) {
            const QString problem = sentenceProblem(rule.explanation);
            QVERIFY2(problem.isEmpty(), qPrintable(QString::fromStdString(object->name + ": ") + problem));
            QVERIFY(!rule.fields.empty());
        }
    }
}

void TestSchema::sentencesAreNotUsedTwice()
{
    std::map<std::string, std::string> fieldOf;
    QStringList problems;
    for (const ObjectSchema* object : Schema::builtIn().objects()) {
        for (const FieldSchema& field : object->fields) {
            if (field.explanation.empty())
                continue;
            const auto [known, isNew] = fieldOf.emplace(field.explanation, field.name);
            // Fields that several objects take over from one type are the same field.
            if (!isNew && known->second != field.name)
                problems << QString::fromStdString(object->name + "." + field.name + " = " + known->second);
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestSchema::defaultsFitTheirFields()
{
    QStringList problems;
    for (const ObjectSchema* object : Schema::builtIn().objects()) {
        for (const FieldSchema& field : object->fields) {
            if (field.defaultValue.empty())
                continue;
            const ValueSchema& value = field.value.element ? *field.value.element : field.value;
            const QString text = QString::fromStdString(field.defaultValue);
            bool fits = true;
            if (value.type == ValueType::Boolean)
                fits = text == u"true" || text == u"false";
            else if (value.type == ValueType::Integer || value.type == ValueType::Number)
                text.toDouble(&fits);
            else if (value.format == ValueFormat::Duration)
                fits = secondsOf(field.defaultValue).has_value();
            else if (!value.isOpen && !value.values.empty())
                fits = std::ranges::contains(value.values, field.defaultValue);
            if (!fits)
                problems << QString::fromStdString(object->name + "." + field.name);
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestSchema::referencesBetweenFieldsExist()
{
    const auto leads = [](const ObjectSchema* object, const std::string& path) {
        for (const QString& name : QString::fromStdString(path).split(u'.')) {
            const FieldSchema* field = object ? object->field(name.toStdString()) : nullptr;
            if (!field)
                return false;
            object = field->value.object;
        }
        return true;
    };
    QStringList problems;
    for (const ObjectSchema* object : Schema::builtIn().objects()) {
        const auto check = [&](const ObjectSchema* in, const std::string& path) {
            if (!leads(in, path))
                problems << QString::fromStdString(object->name + " " + path);
        };
        for (const SchemaRule& rule : object->rules) {
            for (const std::string& field : rule.fields)
                check(object, field);
            if (rule.when && rule.when->present.empty())
                check(object, rule.when->field);
            for (const std::string& field : rule.when ? rule.when->present : std::vector<std::string>())
                check(object, field);
        }
        for (const FieldSchema& field : object->fields) {
            for (const std::string& key : field.listKey)
                check(field.value.element->object, key);
            if (field.deprecated && !field.deprecated->instead.empty())
                check(object, field.deprecated->instead);
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestSchema::leadsToFields_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("field"); // empty: leads nowhere
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char* path, const char* field, const char* type) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(field) << QByteArray(type);
    };
    row("spec", "spec", "object");
    row("spec.http", "http", "list");
    row("spec.http[2]", "http", "object");
    row("spec.http[0].route[1].weight", "weight", "integer");
    row("spec.hosts[0]", "hosts", "string");
    row("spec.http[0].match[0].headers[\"x.y\"].exact", "exact", "string");
    row("spec.http[0].match[0].headers[\"x.y\"]", "headers", "object");
    row("spec.http[0].match[0].sourceLabels.app", "sourceLabels", "string");
    row("metadata", "metadata", "any");
    row("spec.http.route", "", "");
    row("spec[0]", "", "");
    row("spec.htp", "", "");
    row("spec.hosts[0].x", "", "");
    row("spec..x", "", "");
}

void TestSchema::leadsToFields()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, type);
    const FieldPath place(path.toStdString());
    const SchemaPlace found = virtualService().placeAt(place);
    QCOMPARE(found.field != nullptr, !field.isEmpty());
    QCOMPARE(virtualService().fieldAt(place), found.field);
    if (!found.field)
        return;
    QCOMPARE(found.field->name, field.toStdString());
    QCOMPARE(valueTypeName(found.value->type), std::string_view(type));
}

void TestSchema::sharesTypes()
{
    const auto objectAt = [](const KindSchema& kind, const char* path) {
        return kind.placeAt(FieldPath(path)).value->object;
    };
    QCOMPARE(objectAt(virtualService(), "spec.http[0].match[0].uri"),
             objectAt(virtualService(), "spec.http[0].corsPolicy.allowOrigins[0]"));
    QCOMPARE(objectAt(kindOf("networking.istio.io", "Gateway"), "spec.servers[0].tls"),
             objectAt(kindOf("networking.istio.io", "Sidecar"), "spec.ingress[0].tls"));
}

void TestSchema::guessesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("nearest");
    QTest::newRow("letter missing") << QByteArray("timeot") << QByteArray("timeout");
    QTest::newRow("letter twice") << QByteArray("routee") << QByteArray("route");
    QTest::newRow("letters swapped") << QByteArray("rotue") << QByteArray("route");
    QTest::newRow("other case") << QByteArray("mirrorpercentage") << QByteArray("mirrorPercentage");
    QTest::newRow("plural") << QByteArray("retry") << QByteArray("");
    QTest::newRow("nothing near") << QByteArray("weighting") << QByteArray("");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
}

void TestSchema::guessesNames()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, nearest);
    const ObjectSchema& route = *virtualService().placeAt(FieldPath("spec.http[0]")).value->object;
    QCOMPARE(nearestField(route, std::string_view(name)), std::string_view(nearest));
}

void TestSchema::readsDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("seconds"); // NaN: none
    QTest::newRow("seconds") << QByteArray("10s") << 10.0;
    QTest::newRow("sum") << QByteArray("1h2m3s") << 3723.0;
    QTest::newRow("fraction") << QByteArray("1.5s") << 1.5;
    QTest::newRow("milliseconds") << QByteArray("250ms") << 0.25;
    QTest::newRow("zero") << QByteArray("0") << 0.0;
    QTest::newRow("negative") << QByteArray("-1s") << -1.0;
    for (const char* none : {"", "10", "s", "10 s", "10sec", "1h2", "infs", "1e3s", "--1s", "1d"})
        QTest::newRow(qPrintable(QStringLiteral("none: '%1'").arg(QLatin1String(none)))) << QByteArray(none) << qQNaN();
}

void TestSchema::readsDurations()
{
    QFETCH(QByteArray, text);
    QFETCH(double, seconds);
    const auto found = secondsOf(std::string_view(text));
    QCOMPARE(found.has_value(), !qIsNaN(seconds));
    if (found)
        QCOMPARE(*found, seconds);
}

void TestSchema::saysWhatIsWrongInAFile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("code");
    const auto kind = [](const char* spec) -> QByteArray {
        return QByteArray(R"({"group": "g", "kind": "K", "versions": [{"name": "v1"}], "spec": )") + spec + "}";
    };
    QTest::newRow("good") << kind(R"({"fields": [{"name": "a", "type": "string"}]})") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("schema.syntax f.json");
    QTest::newRow("unknown type") << kind(R"({"fields": [{"name": "a", "type": "Nowhere"}]})")
                                  << QByteArray("schema.type f.json");
    QTest::newRow("unknown type of items")
        << kind(R"({"fields": [{"name": "a", "type": "list", "of": "Nowhere"}]})") << QByteArray("schema.type f.json");
    QTest::newRow("unknown include") << kind(R"({"fields": [{"include": "Nowhere"}]})")
                                     << QByteArray("schema.type f.json");
    QTest::newRow("unknown spec") << kind(R"({"type": "Nowhere"})") << QByteArray("schema.type f.json");
    QTest::newRow("unknown format") << kind(R"({"fields": [{"name": "a", "type": "string", "format": "colour"}]})")
                                    << QByteArray("schema.value f.json");
    QTest::newRow("unknown rule") << kind(R"({"rules": [{"rule": "perhaps", "fields": ["a"]}]})")
                                  << QByteArray("schema.value f.json");
    QTest::newRow("broken pattern") << kind(R"({"fields": [{"name": "a", "type": "string", "pattern": "("}]})")
                                    << QByteArray("schema.value f.json");
    QTest::newRow("unused shared type") << QByteArray(
        R"({"types": {"T": {"fields": [{"name": "a", "type": "Nowhere"}]}}})")
                                        << QByteArray("schema.type f.json");
}

void TestSchema::saysWhatIsWrongInAFile()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, code);
    QCOMPARE(firstCode("f.json", json.toStdString()), code.toStdString());
}

void TestSchema::aTypeMayHoldItself()
{
    const std::vector<SchemaFile> files{
        {"k.json", R"({"group": "g", "kind": "K", "versions": [{"name": "v1"}], "spec": {"type": "Tree"}})"},
        {"t.json", R"({"types": {"Tree": {"fields": [{"name": "below", "type": "list", "of": "Tree"}]}}})"},
    };
    const auto schema = Schema::read(files);
    QVERIFY(schema.has_value());
    const KindSchema* kind = schema->find("g", "v1", "K");
    QCOMPARE(kind->fieldAt(FieldPath("spec.below[0].below[1].below"))->name, "below");
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
