// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/schema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest/QTest>

#include <algorithm>
#include <set>

using namespace meshdraft;
using namespace meshdraft::mesh;

namespace {

const QString shared = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/istio/");
constexpr double uint32Maximum = 4294967295.0;

/// One place of a table under the path that the facts give it: `a.b`, `a[]` for a list item, `a.*` for a map value.
struct Place {
    const ValueSchema* value = nullptr;
    const ObjectSchema* owner = nullptr; ///< the object whose field it is
    bool isRequired = false;
    bool isPart = false; ///< an item of a list or a value of a map
};
using Places = std::map<QString, Place>;

void addValue(Places& places, const QString& path, const Place& place)
{
    places.emplace(path, place);
    const ValueSchema& value = *place.value;
    if (value.element)
        addValue(places, path + (value.type == ValueType::List ? QStringLiteral("[]") : QStringLiteral(".*")),
                 {value.element.get(), place.owner, false, true});
    if (!value.object)
        return;
    for (const FieldSchema& field : value.object->fields)
        addValue(places, path + u'.' + QString::fromStdString(field.name),
                 {&field.value, value.object, field.isRequired});
}

Places placesOf(const KindSchema& kind)
{
    Places places;
    const FieldSchema* spec = kind.root->field("spec");
    addValue(places, QStringLiteral("spec"), {&spec->value, kind.root, spec->isRequired});
    return places;
}

QJsonArray kindsOf(const QString& file)
{
    QFile facts(shared + file);
    if (!facts.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(facts.readAll()).object()[u"kinds"].toArray();
}

const KindSchema* kindOf(const QJsonObject& facts)
{
    return Schema::builtIn().find(facts[u"group"].toString().toStdString(), {},
                                  facts[u"kind"].toString().toStdString());
}

std::vector<std::string> strings(const QJsonValue& json)
{
    std::vector<std::string> result;
    for (const QJsonValue each : json.toArray())
        result.push_back(each.toString().toStdString());
    return result;
}

std::set<std::string> asSet(const std::vector<std::string>& list)
{
    return {list.begin(), list.end()};
}

ValueType typeOf(const QString& name, bool isMap, bool isFree)
{
    if (name == u"object")
        return isMap ? ValueType::Map : isFree ? ValueType::Any : ValueType::Object;
    if (name == u"array")
        return ValueType::List;
    for (const ValueType type : {ValueType::String, ValueType::Integer, ValueType::Number, ValueType::Boolean}) {
        if (name.toStdString() == valueTypeName(type))
            return type;
    }
    return ValueType::Any;
}

/// Bounds of a number: equal to the fact, but the bare width of an unsigned integer may be narrowed to what Istio's
/// own validation asks for.
QString rangeProblem(const QJsonValue& minimum, const QJsonValue& maximum, const ValueSchema& value)
{
    const bool isWidth = maximum.isUndefined() || maximum.toDouble() == uint32Maximum;
    const auto wrong = [&](const QJsonValue& fact, const std::optional<double>& ours, bool isLower) {
        if (fact.isUndefined())
            return false;
        if (!ours)
            return true;
        return isWidth && value.format != ValueFormat::None
            ? (isLower ? *ours < fact.toDouble() : *ours > fact.toDouble())
            : *ours != fact.toDouble();
    };
    if (wrong(minimum, value.minimum, true) || wrong(maximum, value.maximum, false))
        return QStringLiteral("range");
    return {};
}

void compareLimits(QStringList& problems, const QJsonObject& fact, const QString& prefix, const ValueSchema& value)
{
    // A limit of ours without a fact is wrong, too; what has to be empty is told by a rule in the facts.
    const auto differs = [&](const char* name, const char* mapName, const std::optional<std::uint32_t>& ours) {
        QJsonValue expected = fact[prefix + QLatin1String(name)];
        if (expected.isUndefined())
            expected = fact[prefix + QLatin1String(mapName)];
        if (expected.isUndefined())
            return ours.value_or(0) != 0;
        return !ours || *ours != static_cast<std::uint32_t>(expected.toInt());
    };
    if (differs("minLength", "", value.minLength) || differs("maxLength", "", value.maxLength))
        problems << QStringLiteral("length");
    if (differs("minItems", "minProperties", value.minItems) || differs("maxItems", "maxProperties", value.maxItems))
        problems << QStringLiteral("items");
    problems << rangeProblem(fact[prefix + u"minimum"], fact[prefix + u"maximum"], value);
}

/// What differs between a fact and our place; empty where nothing does.
QStringList compare(const QJsonObject& fact, const Place& place, bool hasMapFields)
{
    QStringList problems;
    const ValueSchema& value = *place.value;
    const bool isMap = hasMapFields || fact.contains(u"valueType");
    if (value.type != typeOf(fact[u"type"].toString(), isMap, fact[u"preserveUnknown"].toBool()))
        problems << QStringLiteral("type");
    for (const auto& [key, prefix] : {std::pair(u"itemType", u"item_"), std::pair(u"valueType", u"value_")}) {
        if (!fact.contains(key))
            continue;
        if (!value.element || value.element->type != typeOf(fact[key].toString(), false, false))
            problems << QStringLiteral("type of items");
        else
            compareLimits(problems, fact, QString(prefix), *value.element);
    }
    if (fact.contains(u"enum") && (value.isOpen || strings(fact[u"enum"]) != value.values))
        problems << QStringLiteral("enum");
    if (fact[u"required"].toBool() != place.isRequired)
        problems << QStringLiteral("required");
    if (fact.contains(u"pattern") != std::ranges::any_of(value.patterns, [&](const SchemaPattern& pattern) {
            return pattern.prefix.empty() && pattern.text == fact[u"pattern"].toString().toStdString();
        }))
        problems << QStringLiteral("pattern");
    if (fact[u"format"].toString() == u"int32" && value.format != ValueFormat::Int32)
        problems << QStringLiteral("format");
    compareLimits(problems, fact, {}, value);
    problems.removeAll(QString());
    return problems;
}

using Kind = SchemaRule::Kind;

const SchemaRule* ruleOf(const ObjectSchema& object, Kind kind, const std::set<std::string>& fields)
{
    const auto found = std::ranges::find_if(
        object.rules, [&](const SchemaRule& rule) { return rule.kind == kind && asSet(rule.fields) == fields; });
    return found == object.rules.end() ? nullptr : &*found;
}

/// A piece of a rule's text, and what our table must have at its path.
struct ValueSign {
    const char* piece;
    bool (*holds)(const ValueSchema&);
};

bool isPort(const ValueSchema* value)
{
    return value && value->minimum == 1 && value->maximum == 65535;
}

const auto valueSigns = std::to_array<ValueSign>({
    {"duration('1ms')", [](const ValueSchema& v) { return v.format == ValueFormat::Duration && v.minimum == 0.001; }},
    {"key.contains(\"*\")", [](const ValueSchema& v) { return v.keys && v.keys->without == "*"; }},
    {"key.size() != 0", [](const ValueSchema& v) { return v.keys && v.keys->minLength == 1; }},
    {"size(key) < 63",
     [](const ValueSchema& v) { return v.keys && v.keys->maxLength == 62 && v.keys->patterns.size() == 1; }},
    {"0 < int(key)", [](const ValueSchema& v) { return isPort(v.keys.get()); }},
    {"0 < self", [](const ValueSchema& v) { return isPort(&v); }},
    {"!self.contains(\"*\")", [](const ValueSchema& v) { return v.without == "*"; }},
    {"self.size() == 0", [](const ValueSchema& v) { return v.maxLength == 0; }},
    {"self != \"*\"", [](const ValueSchema& v) { return v.excluded == std::vector<std::string>{"*"}; }},
    {"self.startsWith(\"unix://\")",
     [](const ValueSchema& v) { return v.patterns.size() == 1 && v.patterns.front().prefix == "unix://"; }},
});

struct RuleSign {
    const char* piece;
    Kind kind;
    std::set<std::string> fields;
};

const auto ruleSigns = std::to_array<RuleSign>({
    {"\"HOST\" || !has(self.value)", Kind::Forbidden, {"value"}},
    {"\"WAYPOINT\") ? has(self.waypoint)", Kind::Required, {"waypoint"}},
    {": !has(self.waypoint)", Kind::Forbidden, {"waypoint"}},
    {"k.contains(\"/\")", Kind::Without, {"addresses"}},
    {"? !has(self.endpoints)", Kind::Forbidden, {"endpoints"}},
    {"DNS_ROUND_ROBIN", Kind::MaxItems, {"endpoints"}},
    {"startsWith(\"unix://\") ? !has(self.ports)", Kind::Forbidden, {"ports"}},
    {"has(self.serviceAccounts)", Kind::Forbidden, {"principals", "notPrincipals", "namespaces", "notNamespaces"}},
    {"has(self.portLevelMtls)", Kind::Required, {"selector.matchLabels"}},
    {"\"UPSERT\"", Kind::Required, {"value"}},
    {"\"REMOVE\"", Kind::Forbidden, {"value"}},
    {"has(self.address) || has(self.network)", Kind::AtLeastOne, {"address", "network"}},
    {"has(self.wasm) != has(self.lua)", Kind::ExactlyOne, {"wasm", "lua"}},
});

/// The rules of a table that stand for a fact about an object; null among them where one is missing.
std::vector<const SchemaRule*> rulesFor(const QString& text, const ObjectSchema& object)
{
    std::vector<const SchemaRule*> found;
    if (text.endsWith(u"<= 1")) {
        static const QRegularExpression member(QStringLiteral("has\\(self\\.(\\w+)\\) \\? 1"));
        std::set<std::string> fields;
        for (const auto& match : member.globalMatch(text))
            fields.insert(match.captured(1).toStdString());
        found.push_back(ruleOf(object, Kind::AtMostOne, fields));
    }
    for (const RuleSign& sign : ruleSigns) {
        if (text.contains(QLatin1String(sign.piece)))
            found.push_back(ruleOf(object, sign.kind, sign.fields));
    }
    return found;
}

/// True when the texts in a "x in [...]" are those of the list.
bool namesTexts(const QString& rule, const std::vector<std::string>& list)
{
    static const QRegularExpression brackets(QStringLiteral("in \\[([^\\]]*)\\]"));
    static const QRegularExpression quoted(QStringLiteral("\"([^\"]*)\""));
    std::set<std::string> texts;
    for (const auto& match : quoted.globalMatch(brackets.match(rule).captured(1)))
        texts.insert(match.captured(1).toStdString());
    return !texts.empty() && texts == asSet(list);
}

bool holdsForValue(const QString& text, const ValueSchema& value)
{
    if (text.contains(u"getScheme()"))
        return namesTexts(text, value.schemes);
    if (text.startsWith(u"self in ["))
        return namesTexts(text, value.values);
    const auto sign = std::ranges::find_if(
        valueSigns, [&](const ValueSign& each) { return text.contains(QLatin1String(each.piece)); });
    return sign != valueSigns.end() && sign->holds(value);
}

} // namespace

class TestSchemaFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindsAndVersionsAgree();
    void fieldsAgreeBothWays();
    void choicesAndRulesAgreeBothWays();
};

void TestSchemaFacts::kindsAndVersionsAgree()
{
    const QJsonArray kinds = kindsOf(QStringLiteral("schema-paths.json"));
    if (kinds.isEmpty())
        QSKIP("no shared test data here");
    std::set<std::pair<std::string, std::string>> known;
    for (const QJsonValue each : kinds) {
        const QJsonObject fact = each.toObject();
        const KindSchema* kind = kindOf(fact);
        QVERIFY2(kind, qPrintable(fact[u"kind"].toString()));
        known.emplace(kind->group, kind->kind);
        QCOMPARE(kind->plural, fact[u"plural"].toString().toStdString());
        QCOMPARE(kind->shortNames, strings(fact[u"shortNames"]));
        QCOMPARE(kind->isNamespaced, fact[u"scope"].toString() == u"Namespaced");
        QCOMPARE(kind->root->field("spec")->isRequired, fact[u"specRequired"].toBool());
        std::set<std::string> versions;
        for (const KindVersion& version : kind->versions) {
            versions.insert(version.name);
            QCOMPARE(version.isStorage, version.name == fact[u"storage"].toString().toStdString());
        }
        QCOMPARE(versions, asSet(strings(fact[u"versions"])));
        QCOMPARE(kind->versions.front().name, fact[u"newest"].toString().toStdString());
    }
    for (const KindSchema& kind : Schema::builtIn().kinds()) {
        if (kind.group.ends_with(".istio.io") && kind.isComplete)
            QVERIFY2(known.contains({kind.group, kind.kind}), kind.kind.c_str());
    }
}

void TestSchemaFacts::fieldsAgreeBothWays()
{
    const QJsonArray kinds = kindsOf(QStringLiteral("schema-paths.json"));
    if (kinds.isEmpty())
        QSKIP("no shared test data here");
    QStringList problems;
    int compared = 0;
    for (const QJsonValue each : kinds) {
        const KindSchema* kind = kindOf(each.toObject());
        Places places = placesOf(*kind);
        const QString kindName = QString::fromStdString(kind->kind) + u' ';
        std::map<QString, QJsonObject> facts;
        for (const QJsonValue field : each.toObject()[u"fields"].toArray())
            facts.emplace(field.toObject()[u"path"].toString(), field.toObject());
        for (const auto& [path, fact] : facts) {
            const auto place = places.find(path);
            if (place == places.end()) {
                problems << kindName + path + u" is missing";
                continue;
            }
            const QStringList different = compare(fact, place->second, facts.contains(path + u".*"));
            if (!different.isEmpty())
                problems << kindName + path + u": " + different.join(u", ");
            ++compared;
        }
        for (const auto& [path, place] : places) {
            const bool isListed = !place.isPart || place.value->object;
            if (isListed && !facts.contains(path))
                problems << kindName + path + u" does not exist";
            // Facts give values to scheme by a rule, not as an enum.
            if (facts.contains(path) && !facts.at(path).contains(u"enum") && !place.value->isOpen
                && !place.value->values.empty() && !path.endsWith(u".scheme"))
                problems << kindName + path + u" has no enum";
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY(compared > 1000);
}

void TestSchemaFacts::choicesAndRulesAgreeBothWays()
{
    const QJsonArray fieldFacts = kindsOf(QStringLiteral("schema-paths.json"));
    const QJsonArray ruleFacts = kindsOf(QStringLiteral("schema-cel-rules.json"));
    if (fieldFacts.isEmpty() || ruleFacts.isEmpty())
        QSKIP("no shared test data here");
    QStringList problems;
    std::set<const SchemaRule*> met;
    int compared = 0;
    for (const QJsonValue each : fieldFacts) {
        const Places places = placesOf(*kindOf(each.toObject()));
        for (const QJsonValue field : each.toObject()[u"fields"].toArray()) {
            const QString path = field.toObject()[u"path"].toString();
            for (const QJsonValue choice : field.toObject()[u"oneofs"].toArray()) {
                const auto members = asSet(strings(choice.toObject()[u"members"]));
                if (members.size() < 2)
                    continue; // a choice of one excludes nothing
                const ObjectSchema& object = *places.at(path).value->object;
                const SchemaRule* rule = ruleOf(object, Kind::AtMostOne, members);
                rule = rule ? rule : ruleOf(object, Kind::ExactlyOne, members);
                met.insert(rule);
                if (!rule)
                    problems << path + u": choice";
            }
        }
    }
    for (const QJsonValue each : ruleFacts) {
        const Places places = placesOf(*kindOf(each.toObject()));
        for (const QJsonValue fact : each.toObject()[u"rules"].toArray()) {
            const QString path = fact.toObject()[u"path"].toString();
            const QString text = fact.toObject()[u"rule"].toString();
            const auto place = places.find(path);
            QVERIFY2(place != places.end(), qPrintable(path));
            ++compared;
            const bool isUnique = text.contains(u"exists_one");
            const ObjectSchema* object = isUnique ? place->second.owner : place->second.value->object;
            const auto rules = isUnique ? std::vector{ruleOf(*object, Kind::Unique, {"ports"})}
                : object                ? rulesFor(text, *object)
                                        : std::vector<const SchemaRule*>{};
            met.insert(rules.begin(), rules.end());
            const bool holds = object ? !rules.empty() && !std::ranges::contains(rules, nullptr)
                                      : holdsForValue(text, *place->second.value);
            if (!holds)
                problems << path + u": " + text;
        }
    }
    // What Istio's webhook asks for beside the schema.
    const std::set<std::string> own{"HttpRoute", "LocalityLbSetting"};
    for (const QJsonValue each : fieldFacts) {
        for (const auto& [path, place] : placesOf(*kindOf(each.toObject()))) {
            if (!place.value->object || own.contains(place.value->object->name))
                continue;
            for (const SchemaRule& rule : place.value->object->rules) {
                if (!met.contains(&rule))
                    problems << path + u": no fact for: " + QString::fromStdString(rule.explanation);
            }
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY(compared > 150);
}

QTEST_GUILESS_MAIN(TestSchemaFacts)
#include "tst_schemafacts.moc"
