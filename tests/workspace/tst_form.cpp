// SPDX-License-Identifier: Apache-2.0
#include "models/source/edit.h"
#include "models/workspace/form/formedit.h"
#include "models/workspace/form/formsections.h"
#include "models/workspace/form/formwords.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;
using mesh::FieldPath;
using mesh::ValueType;
using source::NewValue;

namespace {

const std::string ruleHead = "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: reviews\n";

/// A text with its form; `saved` the same text before.
struct Opened {
    source::ParsedTextPtr text;
    Form form;

    explicit Opened(const std::string& content, const source::ParsedTextPtr& saved = {})
        : text(source::parseText(content))
    {
        Q_ASSERT(text->documents.size() == 1);
        const source::NodeRef root = text->documents.front()->root();
        const std::string apiVersion(root["apiVersion"].value());
        const auto* kind =
            mesh::Schema::builtIn().find(apiVersion.substr(0, apiVersion.find('/')), {}, root["kind"].value());
        Q_ASSERT(kind != nullptr);
        form = Form(*kind, root, saved ? saved->documents.front()->root() : root);
    }
    Opened(const std::string& content, const mesh::KindSchema& kind)
        : text(source::parseText(content))
    {
        Q_ASSERT(text->documents.size() == 1);
        form = Form(kind, text->documents.front()->root(), text->documents.front()->root());
    }
    /// The text after the changes, or what refused them.
    std::string after(const Expected<Changes>& changes) const
    {
        if (!changes)
            return changes.error().code;
        const auto splices = source::planChanges(*text, 0, *changes);
        if (!splices)
            return splices.error().code;
        return source::applySplices(*text->text, *splices).value();
    }
};

/// "set PATH VALUE", "clear PATH", "add PATH VALUE", "entry PATH KEY VALUE", "move PATH POSITION", "rename PATH KEY",
/// "choose PATH FIELD", "yaml PATH VALUE".
Expected<Changes> run(const Form& form, const QString& command)
{
    const QStringList words = command.split(u' ');
    const std::string verb = words.at(0).toStdString();
    const FieldPath path(words.at(1).toStdString());
    const std::string rest = words.mid(2).join(u' ').toStdString();
    if (verb == "set")
        return setText(form, path, rest);
    if (verb == "clear")
        return clearField(form, path);
    if (verb == "add")
        return addItem(form, path, scalarOf(*form.field(path).value->element, rest));
    if (verb == "entry") {
        return addEntry(form, path, words.at(2).toStdString(),
                        scalarOf(*form.field(path).value->element, words.mid(3).join(u' ').toStdString()));
    }
    if (verb == "move")
        return moveItem(form, path, words.at(2).toUInt());
    if (verb == "rename")
        return renameEntry(form, path, rest);
    if (verb == "yaml")
        return setField(form, path, valueOfYaml(rest).value());
    const auto choices = form.choices(path);
    const std::string field = words.at(2).toStdString();
    const auto found = std::ranges::find_if(choices, [&](const FormChoice& choice) {
        return std::ranges::contains(choice.rule->fields, words.last().toStdString());
    });
    if (found == choices.end())
        return std::unexpected(Error{"no choice", {}, {}});
    return chooseField(form, path, *found, field == "-" ? std::string() : field);
}

/// Texts that values may be; one of them fits nearly every field.
const std::vector<std::string> candidates{
    "10s",
    "5",
    "443",
    "1",
    "0",
    "50",
    "0.5",
    "true",
    "reviews",
    "a.b.c",
    "/reviews",
    "10.0.0.0/8",
    "10.0.0.1",
    "https://a.example.com/x",
    "*",
    "shop/*",
    "Exact",
    "x-header",
    "{}",
    "sha256",
    "a=b",
    "spiffe://cluster.local/ns/a/sa/b",
    "deadbeef00112233445566778899aabbccddeeff00112233445566778899aabb",
    "outbound|80||a.b.c",
    "request.auth.claims[iss]",
    "http",
    "HTTP",
    "GET",
    "30",
    "200",
    "404",
    "1.5",
    "Y2VydA==",
    "networking.istio.io",
};

/// Two values that fit, or fewer.
std::vector<std::string> valuesFor(const mesh::ValueSchema& value)
{
    std::vector<std::string> fitting;
    std::vector<std::string> tried = value.values;
    tried.insert(tried.end(), candidates.begin(), candidates.end());
    if (value.minimum)
        tried.push_back(std::to_string(static_cast<std::int64_t>(*value.minimum)));
    if (value.maximum)
        tried.push_back(std::to_string(static_cast<std::int64_t>(*value.maximum)));
    for (const std::string& text : tried) {
        if (fitting.size() < 2 && !std::ranges::contains(fitting, text) && !checkText(value, "v", text))
            fitting.push_back(text);
    }
    return fitting;
}

bool isScalarType(ValueType type)
{
    return type != ValueType::Object && type != ValueType::List && type != ValueType::Map && type != ValueType::Any;
}

/// A value with everything that its table has, as deep as types do not repeat.
NewValue fullValue(const mesh::ValueSchema& value, std::set<const mesh::ObjectSchema*> above = {})
{
    switch (value.type) {
    case ValueType::Object: {
        NewValue result = NewValue::mapping({});
        if (!above.insert(value.object).second)
            return result;
        for (const mesh::FieldSchema& field : value.object->fields)
            result.entries.push_back({field.name, fullValue(field.value, above)});
        return result;
    }
    case ValueType::List:
        return NewValue::sequence({fullValue(*value.element, above)});
    case ValueType::Map:
        return NewValue::mapping({{"key", fullValue(*value.element, above)}});
    case ValueType::Any:
        return NewValue::mapping({{"any", NewValue::scalar("1")}});
    default: {
        const auto values = valuesFor(value);
        return scalarOf(value, values.empty() ? "?" : values.front());
    }
    }
}

/// A resource of a kind with nothing but a field of its own in it.
std::string headOf(const mesh::KindSchema& kind)
{
    if (kind.root->field("kind") == nullptr)
        return "other: 1\n";
    return "apiVersion: " + kind.group + '/' + kind.versions.front().name + "\nkind: " + kind.kind
        + "\nmetadata:\n  name: x\nspec:\n  other: 1\n";
}

/// Sets every field below a path, each in the text as it is, and reads it back.
struct FieldWalk {
    const mesh::KindSchema& kind;
    int fields = 0;
    QStringList failures = {};

    void fail(const FieldPath& path, const std::string& what)
    {
        failures << QString::fromStdString(path.text() + ": " + what);
    }

    void value(const std::string& content, const FieldPath& path, const mesh::ValueSchema& value,
               std::set<const mesh::ObjectSchema*> above)
    {
        const Opened opened(content, kind);
        if (isScalarType(value.type)) {
            ++fields;
            const auto texts = valuesFor(value);
            if (texts.empty() && value.maxLength != 0U)
                fail(path, "no value fits");
            for (const std::string& text : texts)
                set(opened, path, text);
            return;
        }
        if (value.type == ValueType::Object) {
            if (!above.insert(value.object).second)
                return;
            for (const mesh::FieldSchema& field : value.object->fields)
                this->value(content, path.child(field.name), field.value, above);
        } else if (value.type == ValueType::Any) {
            ++fields;
            const std::string after = opened.after(setField(opened.form, path, valueOfYaml("{a: [1, x]}").value()));
            const Opened again(after.contains('\n') ? after : "{}\n", kind);
            if (path.resolve(again.form.root())["a"].item(1).value() != "x")
                fail(path, after);
        } else {
            const bool isList = value.type == ValueType::List;
            const std::string key = value.keys && checkText(*value.keys, "key", "a.b/c") ? "ab" : "a.b/c";
            const auto changes = isList ? addItem(opened.form, path, seedOf(*value.element))
                                        : addEntry(opened.form, path, key, seedOf(*value.element));
            const std::string after = opened.after(changes);
            if (!after.contains('\n')) {
                fail(path, after);
                return;
            }
            this->value(after, isList ? path.child(0) : path.child(key), *value.element, above);
        }
    }

    void set(const Opened& opened, const FieldPath& path, const std::string& text)
    {
        const std::string after = opened.after(setText(opened.form, path, text));
        if (!after.contains('\n')) {
            fail(path, text + " gives " + after);
            return;
        }
        const Opened again(after, kind);
        const FormField field = again.form.field(path);
        if (field.text() != text)
            fail(path, text + " is read as " + field.text());
        for (const auto* violation : again.form.violations(path)) {
            // rules between fields are another matter
            if (violation->code != "schema.rule" && violation->code != "schema.choice")
                fail(path, text + " is " + std::string(violation->code));
        }
        // taking it out again gives the text back
        if (!path.resolve(opened.form.root()).isValid()) {
            const Form form(kind, again.form.root(), opened.form.root());
            if (again.after(clearField(form, path)) != *opened.text->text)
                fail(path, "does not go away");
        }
    }
};

} // namespace

class TestForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void edits_data();
    void edits();
    void keepsWhatTheFileHad();
    void fieldsStandInTheOrderOfTheTable();
    void saysWhatIsWrong();
    void checksTexts_data();
    void checksTexts();
    void sections_data();
    void sections();
    void titles_data();
    void titles();
    void summaries();
    void severalResources();
    void severalLists();
    void newItemsAreWrittenLikeTheirSiblings_data();
    void newItemsAreWrittenLikeTheirSiblings();
    void everyFieldOfAnEmptyResource_data();
    void everyFieldOfAnEmptyResource();
    void everyFieldOfAFullResource_data();
    void everyFieldOfAFullResource();
};

void TestForm::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("a scalar") << QByteArray("spec:\n  host: reviews # short\n") << u"set spec.host ratings"_s
                              << QByteArray("spec:\n  host: ratings # short\n");
    QTest::newRow("a scalar in quotes") << QByteArray("spec:\n  host: 'reviews'\n") << u"set spec.host ratings"_s
                                        << QByteArray("spec:\n  host: 'ratings'\n");
    QTest::newRow("the same value") << QByteArray("spec:\n  host: reviews\n") << u"set spec.host reviews"_s
                                    << QByteArray("spec:\n  host: reviews\n");
    QTest::newRow("a text like a number")
        << QByteArray("spec:\n  host: reviews\n") << u"set spec.host 5"_s << QByteArray("spec:\n  host: \"5\"\n");
    QTest::newRow("an absent field") << QByteArray("spec:\n  host: reviews\n")
                                     << u"set spec.trafficPolicy.outlierDetection.consecutive5xxErrors 5"_s
                                     << QByteArray("spec:\n  host: reviews\n  trafficPolicy:\n    outlierDetection:\n"
                                                   "      consecutive5xxErrors: 5\n");
    QTest::newRow("in the order of the table")
        << QByteArray("spec:\n  host: reviews\n  # those we have\n  subsets:\n  - name: v1\n")
        << u"set spec.trafficPolicy.tls.mode SIMPLE"_s
        << QByteArray("spec:\n  host: reviews\n  trafficPolicy:\n    tls:\n      mode: SIMPLE\n  # those we have\n"
                      "  subsets:\n  - name: v1\n");
    QTest::newRow("last where the order is another")
        << QByteArray("spec:\n  subsets:\n  - name: v1\n  host: reviews\n")
        << u"set spec.trafficPolicy.tls.mode SIMPLE"_s
        << QByteArray(
               "spec:\n  subsets:\n  - name: v1\n  host: reviews\n  trafficPolicy:\n    tls:\n      mode: SIMPLE\n");
    QTest::newRow("flow style") << QByteArray("spec: {host: reviews}\n") << u"set spec.trafficPolicy.tls.mode SIMPLE"_s
                                << QByteArray("spec: {host: reviews, trafficPolicy: {tls: {mode: SIMPLE}}}\n");
    QTest::newRow("an empty parent") << QByteArray("spec:\n  host: reviews\n  trafficPolicy: {}\n")
                                     << u"set spec.trafficPolicy.tls.mode SIMPLE"_s
                                     << QByteArray("spec:\n  host: reviews\n  trafficPolicy: {tls: {mode: SIMPLE}}\n");
    QTest::newRow("a parent that is null")
        << QByteArray("spec:\n  host: reviews\n  trafficPolicy:\n") << u"set spec.trafficPolicy.tls.mode SIMPLE"_s
        << QByteArray("spec:\n  host: reviews\n  trafficPolicy:\n    tls:\n      mode: SIMPLE\n");
    QTest::newRow("a field that is null")
        << QByteArray("spec:\n  host: reviews\n  exportTo: null\n") << u"add spec.exportTo ."_s
        << QByteArray("spec:\n  host: reviews\n  exportTo:\n  - .\n");
    QTest::newRow("clear") << QByteArray("spec:\n  host: reviews\n  # why\n  exportTo: [.]\n")
                           << u"clear spec.exportTo"_s << QByteArray("spec:\n  host: reviews\n");
    QTest::newRow("clear what is not there")
        << QByteArray("spec:\n  host: reviews\n") << u"clear spec.exportTo"_s << QByteArray("spec:\n  host: reviews\n");
    QTest::newRow("clear leaves a parent of the file's own")
        << QByteArray("spec:\n  host: reviews\n  trafficPolicy:\n    tls:\n      mode: SIMPLE\n")
        << u"clear spec.trafficPolicy.tls.mode"_s
        << QByteArray("spec:\n  host: reviews\n  trafficPolicy:\n    tls: {}\n");
    QTest::newRow("an item") << QByteArray("spec:\n  exportTo: [a]\n") << u"add spec.exportTo b"_s
                             << QByteArray("spec:\n  exportTo: [a, b]\n");
    QTest::newRow("the first item") << QByteArray("spec:\n  host: a\n") << u"add spec.exportTo b"_s
                                    << QByteArray("spec:\n  host: a\n  exportTo:\n  - b\n");
    QTest::newRow("the last item goes with its list")
        << QByteArray("spec:\n  host: a\n  exportTo: [a]\n") << u"clear spec.exportTo[0]"_s
        << QByteArray("spec:\n  host: a\n");
    QTest::newRow("one of two items") << QByteArray("spec:\n  exportTo:\n  - a # ours\n  - b\n")
                                      << u"clear spec.exportTo[0]"_s << QByteArray("spec:\n  exportTo:\n  - b\n");
    QTest::newRow("move down") << QByteArray("spec:\n  exportTo:\n  - a # ours\n  - b\n  - c\n")
                               << u"move spec.exportTo[0] 1"_s
                               << QByteArray("spec:\n  exportTo:\n  - b\n  - a # ours\n  - c\n");
    QTest::newRow("move to the end") << QByteArray("spec:\n  exportTo: [a, b, c]\n") << u"move spec.exportTo[0] 2"_s
                                     << QByteArray("spec:\n  exportTo: [b, c, a]\n");
    QTest::newRow("move up") << QByteArray("spec:\n  exportTo: [a, b, c]\n") << u"move spec.exportTo[2] 0"_s
                             << QByteArray("spec:\n  exportTo: [c, a, b]\n");
    QTest::newRow("move past the end") << QByteArray("spec:\n  exportTo: [a, b]\n") << u"move spec.exportTo[0] 2"_s
                                       << QByteArray("edit.noSuchNode");
    QTest::newRow("an entry") << QByteArray("spec:\n  subsets:\n  - name: v1\n    labels: {a: b}\n")
                              << u"entry spec.subsets[0].labels version true"_s
                              << QByteArray("spec:\n  subsets:\n  - name: v1\n    labels: {a: b, version: \"true\"}\n");
    QTest::newRow("the first entry") << QByteArray("spec:\n  subsets:\n  - name: v1\n")
                                     << u"entry spec.subsets[0].labels version v1"_s
                                     << QByteArray("spec:\n  subsets:\n  - name: v1\n    labels:\n      version: v1\n");
    QTest::newRow("an entry twice") << QByteArray("spec:\n  subsets:\n  - name: v1\n    labels: {a: b}\n")
                                    << u"entry spec.subsets[0].labels a c"_s << QByteArray("form.duplicateKey");
    QTest::newRow("rename an entry") << QByteArray("spec:\n  subsets:\n  - name: v1\n    labels: {a: b} # x\n")
                                     << u"rename spec.subsets[0].labels.a version"_s
                                     << QByteArray("spec:\n  subsets:\n  - name: v1\n    labels: {version: b} # x\n");
    QTest::newRow("rename an entry to nothing") << QByteArray("spec:\n  subsets:\n  - name: v1\n    labels: {a: b}\n")
                                                << u"rename spec.subsets[0].labels.a "_s << QByteArray("form.emptyKey");
    QTest::newRow("choose another") << QByteArray("spec:\n  host: a\n  trafficPolicy:\n    loadBalancer:\n"
                                                  "      simple: RANDOM\n")
                                    << u"choose spec.trafficPolicy.loadBalancer consistentHash"_s
                                    << QByteArray("spec:\n  host: a\n  trafficPolicy:\n    loadBalancer:\n"
                                                  "      consistentHash: {}\n");
    QTest::newRow("choose where nothing stands")
        << QByteArray("spec:\n  host: a\n") << u"choose spec.trafficPolicy.loadBalancer simple"_s
        << QByteArray("spec:\n  host: a\n  trafficPolicy:\n    loadBalancer:\n      simple: LEAST_REQUEST\n");
    QTest::newRow("choose none") << QByteArray("spec:\n  trafficPolicy:\n    loadBalancer:\n      simple: RANDOM\n"
                                               "      warmup: {duration: 1s}\n")
                                 << u"choose spec.trafficPolicy.loadBalancer - simple"_s
                                 << QByteArray("spec:\n  trafficPolicy:\n    loadBalancer:\n"
                                               "      warmup: {duration: 1s}\n");
    QTest::newRow("only what differs") << QByteArray("spec:\n  subsets:\n  - name: v1 # old\n    labels: {a: b}\n"
                                                     "  - name: v2\n")
                                       << u"yaml spec.subsets [{name: v1, labels: {a: c}}]"_s
                                       << QByteArray("spec:\n  subsets:\n  - name: v1 # old\n    labels: {a: c}\n");
    QTest::newRow("an alias") << QByteArray("spec:\n  host: &h a\n  subsets:\n  - name: *h\n")
                              << u"set spec.subsets[0].name b"_s << QByteArray("edit.alias");
    QTest::newRow("line ends of Windows")
        << QByteArray("spec:\r\n  host: a\r\n") << u"set spec.trafficPolicy.tls.mode SIMPLE"_s
        << QByteArray("spec:\r\n  host: a\r\n  trafficPolicy:\r\n    tls:\r\n"
                      "      mode: SIMPLE\r\n");
}

void TestForm::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, command);
    QFETCH(QByteArray, after);
    const Opened opened(ruleHead + before.toStdString());
    std::string result = opened.after(run(opened.form, command));
    if (result.starts_with(ruleHead))
        result.erase(0, ruleHead.size());
    QCOMPARE(QByteArray::fromStdString(result), after);
}

void TestForm::keepsWhatTheFileHad()
{
    const auto saved = source::parseText(ruleHead + "spec:\n  host: a\n  trafficPolicy: {}\n");
    const Opened first(*saved->text);
    const std::string set =
        first.after(setText(first.form, FieldPath("spec.trafficPolicy.outlierDetection.consecutive5xxErrors"), "5"));
    const Opened second(set, saved);
    QCOMPARE(QByteArray::fromStdString(second.after(
                 clearField(second.form, FieldPath("spec.trafficPolicy.outlierDetection.consecutive5xxErrors")))),
             QByteArray::fromStdString(*saved->text));
}

void TestForm::fieldsStandInTheOrderOfTheTable()
{
    const Opened opened(ruleHead + "spec:\n  subsets: []\n  odd: 1\n  host: a\n");
    QStringList names;
    for (const FormField& field : opened.form.fields(FieldPath("spec")))
        names << QString::fromStdString(field.name);
    QCOMPARE(
        names,
        (QStringList{u"host"_s, u"trafficPolicy"_s, u"subsets"_s, u"exportTo"_s, u"workloadSelector"_s, u"odd"_s}));
    QVERIFY(opened.form.fields(FieldPath("spec")).back().schema == nullptr);
    QVERIFY(opened.form.fields(FieldPath("nowhere")).empty());
    QVERIFY(opened.form.fields(FieldPath("spec.host")).empty());
}

void TestForm::saysWhatIsWrong()
{
    const Opened opened(ruleHead + "spec:\n  odd: 1\n  trafficPolicy:\n    outlierDetection:\n      interval: soon\n");
    const auto codeAt = [&](const char* path) {
        const auto found = opened.form.violations(FieldPath(path));
        return found.empty() ? std::string_view() : found.front()->code;
    };
    QCOMPARE(codeAt("spec.host"), std::string_view("schema.missingField"));
    QCOMPARE(codeAt("spec.odd"), std::string_view("schema.unknownField"));
    QCOMPARE(codeAt("spec.trafficPolicy.outlierDetection.interval"), std::string_view("schema.format"));
    QCOMPARE(codeAt("spec.trafficPolicy"), std::string_view());
    QCOMPARE(opened.form.violationsWithin(FieldPath("spec.trafficPolicy")), 1U);
    QCOMPARE(opened.form.violationsWithin(FieldPath()), 3U);
}

void TestForm::checksTexts_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");

    const QString outlier = u"spec.trafficPolicy.outlierDetection."_s;
    QTest::newRow("number") << outlier + u"consecutive5xxErrors"_s << u"5"_s << QString();
    QTest::newRow("no number") << outlier + u"consecutive5xxErrors"_s << u"five"_s << u"schema.wrongType"_s;
    QTest::newRow("nothing") << outlier + u"consecutive5xxErrors"_s << QString() << u"schema.wrongType"_s;
    QTest::newRow("negative") << outlier + u"consecutive5xxErrors"_s << u"-1"_s << u"schema.tooSmall"_s;
    QTest::newRow("percent") << outlier + u"maxEjectionPercent"_s << u"101"_s << u"schema.tooLarge"_s;
    QTest::newRow("duration") << outlier + u"interval"_s << u"1m30s"_s << QString();
    QTest::newRow("no duration") << outlier + u"interval"_s << u"30"_s << u"schema.format"_s;
    QTest::newRow("enum") << u"spec.trafficPolicy.tls.mode"_s << u"MUTUAL"_s << QString();
    QTest::newRow("no enum") << u"spec.trafficPolicy.tls.mode"_s << u"STRICT"_s << u"schema.notInEnum"_s;
    QTest::newRow("a text like a number") << u"spec.subsets[0].name"_s << u"5"_s << QString();
}

void TestForm::checksTexts()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, code);
    const Opened opened(ruleHead + "spec: {host: a}\n");
    const auto found = checkText(*opened.form.field(FieldPath(path.toStdString())).value, "x", text.toStdString());
    QCOMPARE(found ? QString::fromStdString(std::string(found->code)) : QString(), code);
}

void TestForm::sections_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QStringList>("sections");

    QTest::newRow("DestinationRule") << QByteArray::fromStdString(ruleHead + "spec: {host: a}\n") << QString()
                                     << QStringList{u"general host exportTo"_s, u"trafficPolicy trafficPolicy"_s,
                                                    u"subsets subsets"_s, u"workloadSelector workloadSelector"_s,
                                                    u"metadata labels annotations"_s};
    const QByteArray vs = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\n"
                          "spec: {http: [{name: x}]}\n";
    QTest::newRow("VirtualService") << vs << QString()
                                    << QStringList{u"scope hosts gateways exportTo"_s, u"http http"_s, u"tls tls"_s,
                                                   u"tcp tcp"_s, u"metadata labels annotations"_s};
    QTest::newRow("HTTP route") << vs << u"spec.http[0]"_s
                                << QStringList{u"match match"_s,
                                               u"timing timeout retries"_s,
                                               u"features fault headers corsPolicy"_s,
                                               u"destinations route redirect directResponse delegate"_s,
                                               u"rewrite rewrite"_s,
                                               u"mirror mirror mirrors mirrorPercent mirror_percent mirrorPercentage"_s,
                                               u"other name"_s};
    QTest::newRow("AuthorizationPolicy") << QByteArray(
        "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a}\nspec: {}\n")
                                         << QString()
                                         << QStringList{u"general action"_s,
                                                        u"selector selector targetRef targetRefs"_s, u"rules rules"_s,
                                                        u"provider provider"_s, u"metadata labels annotations"_s};
}

void TestForm::sections()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, route);
    QFETCH(QStringList, sections);
    const Opened opened(text.toStdString());
    const FormSet set({opened.form});
    const auto found = route.isEmpty() ? resourceSections(set) : routeSections(set, FieldPath(route.toStdString()));
    QStringList lines;
    for (const FormSection& section : found) {
        QStringList words{QString::fromStdString(section.id)};
        for (const std::string& field : section.fields)
            words << QString::fromStdString(field);
        lines << words.join(u' ');
        QVERIFY(!sectionTitle(section).isEmpty());
    }
    lines.sort();
    sections.sort();
    QCOMPARE(lines, sections);
    QCOMPARE(routeAround(set, FieldPath("spec.http[0].route[1]")).text(),
             opened.form.kind().kind == "VirtualService" ? "spec.http[0]" : "");
    QVERIFY(routeAround(set, FieldPath("spec.hosts[0]")).isEmpty());
}

void TestForm::titles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::newRow("words") << u"outlierDetection"_s << u"Outlier detection"_s;
    QTest::newRow("acronym") << u"tls"_s << u"TLS"_s;
    QTest::newRow("acronym within") << u"caCertificates"_s << u"CA certificates"_s;
    QTest::newRow("number") << u"consecutive5xxErrors"_s << u"Consecutive5xx errors"_s;
    QTest::newRow("underscore") << u"jwks_uri"_s << u"Jwks URI"_s;
}

void TestForm::titles()
{
    QFETCH(QString, name);
    QFETCH(QString, title);
    QCOMPARE(fieldTitle(name.toStdString()), title);
}

void TestForm::summaries()
{
    const Opened opened(ruleHead
                        + "spec:\n  host: a\n  subsets: [{name: v1, labels: {version: v1}, trafficPolicy: {}}, {name: "
                          "v2}]\n  exportTo: [x, y]\n"
                          "  trafficPolicy:\n    tls: {mode: SIMPLE}\n");
    const FormSet set({opened.form});
    QStringList lines;
    for (const FormSection& section : resourceSections(set))
        lines << QString::fromStdString(section.id) + u": "_s + sectionSummary(set, section);
    QCOMPARE(lines,
             (QStringList{u"general: a · x, y"_s, u"trafficPolicy: tls SIMPLE"_s, u"subsets: 2"_s,
                          u"workloadSelector: none"_s, u"metadata: none"_s}));
    const auto* subsets = opened.form.field(FieldPath("spec.subsets")).schema;
    QCOMPARE(itemTitle(subsets, opened.form.field(FieldPath("spec.subsets[1]"))), u"v2"_s);
    QCOMPARE(itemTitle(nullptr, opened.form.field(FieldPath("spec.exportTo[1]"))), u"2"_s);
    QCOMPARE(itemSummary(subsets, opened.form.field(FieldPath("spec.subsets[0]"))), u"version v1 · trafficPolicy"_s);
    QCOMPARE(itemSummary(subsets, opened.form.field(FieldPath("spec.subsets[1]"))), QString());
    const QString help = fieldHelp(opened.form.field(FieldPath("spec.trafficPolicy.outlierDetection.interval")));
    QVERIFY2(help.contains(u"Default"_s) && help.contains(u"250ms"_s), qPrintable(help));
}

void TestForm::severalResources()
{
    const Opened one(ruleHead + "spec:\n  host: a\n  subsets: [{name: v1}]\n  trafficPolicy: {tls: {mode: SIMPLE}}\n");
    const Opened two(ruleHead + "spec:\n  host: b\n  trafficPolicy: {tls: {mode: 'SIMPLE'}}\n  exportTo: [.]\n");
    const Opened other(
        "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec: {hosts: [a]}\n");
    const FormSet set({one.form, two.form});
    QVERIFY(set.field(FieldPath("spec.host")).isMixed);
    QVERIFY(set.field(FieldPath("spec.exportTo")).isMixed);
    QVERIFY(!set.field(FieldPath("spec.trafficPolicy.tls.mode")).isMixed);
    QStringList names;
    for (const FormField& field : set.fields(FieldPath("spec")))
        names << QString::fromStdString(field.name);
    QCOMPARE(names, (QStringList{u"host"_s, u"trafficPolicy"_s, u"exportTo"_s, u"workloadSelector"_s}));
    const FormSet kinds({one.form, other.form});
    names.clear();
    for (const FormField& field : kinds.fields(FieldPath("spec")))
        names << QString::fromStdString(field.name);
    QCOMPARE(names, QStringList{u"exportTo"_s});
}

void TestForm::severalLists()
{
    const std::string before = "spec:\n  host: b\n  trafficPolicy:\n    portLevelSettings: [{port: {number: 80}, tls: "
                               "{mode: SIMPLE}}]\n  subsets:\n  - name: v2 # second\n    labels: {version: v2}\n"
                               "  - name: v1\n    labels: {version: 'one'}\n  - name: v3\n";
    const Opened one(ruleHead
                     + "spec:\n  host: a\n  subsets:\n  - {name: v1, labels: {version: v1}}\n"
                       "  - {name: v2, labels: {version: v2}}\n  trafficPolicy:\n    portLevelSettings:\n"
                       "    - {port: {number: 443}}\n    - {port: {number: 80}}\n");
    const Opened two(ruleHead + before);
    const FormSet set({one.form, two.form});
    QStringList items;
    for (const FormField& item : set.fields(FieldPath("spec.subsets")))
        items << QString::fromStdString(item.path.text()) + (item.isMixed ? u" differs"_s : QString());
    QCOMPARE(items, (QStringList{u"spec.subsets[0] differs"_s, u"spec.subsets[1]"_s}));
    QCOMPARE(set.leftOut(FieldPath("spec.subsets")), std::vector<std::string>{"v3"});
    QCOMPARE(set.leftOut(FieldPath("spec.trafficPolicy.portLevelSettings")), std::vector<std::string>{"443"});
    QVERIFY(set.field(FieldPath("spec.subsets[0].labels.version")).isMixed);
    QVERIFY(set.field(FieldPath("spec.trafficPolicy.portLevelSettings[1].tls")).isMixed);
    // one edit, at the place of each
    const FieldPath mode("spec.subsets[0].labels.version");
    const auto changes = setText(set.forms()[1], mode, "next");
    QVERIFY(changes);
    QCOMPARE(two.after(*changes),
             ruleHead + QByteArray::fromStdString(before).replace("'one'", "'next'").toStdString());
    const auto removal = clearField(set.forms()[1], FieldPath("spec.subsets[1]"));
    QVERIFY(removal);
    QCOMPARE(two.after(*removal),
             ruleHead
                 + QByteArray::fromStdString(before)
                       .replace("  - name: v2 # second\n    labels: {version: v2}\n", "")
                       .toStdString());
    // what is not there is not made
    QVERIFY(!setText(set.forms()[1], FieldPath("spec.trafficPolicy.portLevelSettings[0].tls.mode"), "SIMPLE"));
}

void TestForm::newItemsAreWrittenLikeTheirSiblings_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("in brackets") << QByteArray("  - {name: v1, labels: {version: v1}}\n")
                                 << QByteArray("  - {name: v1, labels: {version: v1}}\n"
                                               "  - {name: v9, labels: {version: v9}}\n");
    QTest::newRow("in padded brackets") << QByteArray("  - { name: v1, labels: { version: 'v1' } }\n")
                                        << QByteArray("  - { name: v1, labels: { version: 'v1' } }\n"
                                                      "  - { name: v9, labels: { version: 'v9' } }\n");
    QTest::newRow("in lines") << QByteArray("  - name: \"v1\"\n    labels: {version: v1}\n")
                              << QByteArray("  - name: \"v1\"\n    labels: {version: v1}\n"
                                            "  - name: \"v9\"\n    labels: {version: v9}\n");
}

void TestForm::newItemsAreWrittenLikeTheirSiblings()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Opened opened(ruleHead + "spec:\n  host: a\n  subsets:\n" + before.toStdString());
    const auto value = NewValue::mapping({{"name", NewValue::scalar("v9", true)},
                                          {"labels", NewValue::mapping({{"version", NewValue::scalar("v9", true)}})}});
    const auto changes = addItem(opened.form, FieldPath("spec.subsets"), value);
    QVERIFY(changes);
    QCOMPARE(opened.after(*changes), ruleHead + "spec:\n  host: a\n  subsets:\n" + after.toStdString());
}

void TestForm::everyFieldOfAnEmptyResource_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("kind");
    for (const mesh::KindSchema& kind : mesh::Schema::builtIn().kinds()) {
        QTest::addRow("%s/%s", kind.group.c_str(), kind.kind.c_str())
            << QString::fromStdString(kind.group) << QString::fromStdString(kind.kind);
    }
}

void TestForm::everyFieldOfAnEmptyResource()
{
    QFETCH(QString, group);
    QFETCH(QString, kind);
    const auto* table = mesh::Schema::builtIn().find(group.toStdString(), {}, kind.toStdString());
    FieldWalk walk{*table};
    mesh::ValueSchema spec;
    spec.type = ValueType::Object;
    spec.object = table->spec;
    walk.value(headOf(*table), FieldPath(table->spec == table->root ? "" : "spec"), spec, {});
    QVERIFY2(walk.failures.isEmpty(), qPrintable(walk.failures.join(u'\n')));
    QVERIFY(walk.fields > 0);
}

void TestForm::everyFieldOfAFullResource_data()
{
    everyFieldOfAnEmptyResource_data();
}

void TestForm::everyFieldOfAFullResource()
{
    QFETCH(QString, group);
    QFETCH(QString, kind);
    const auto* table = mesh::Schema::builtIn().find(group.toStdString(), {}, kind.toStdString());
    mesh::ValueSchema spec;
    spec.type = ValueType::Object;
    spec.object = table->spec;
    const bool hasSpec = table->spec != table->root;
    const FieldPath start(hasSpec ? "spec" : "");
    Opened empty(headOf(*table), *table);
    Expected<Changes> changes;
    if (hasSpec) {
        changes = setField(empty.form, start, fullValue(spec));
    } else {
        for (const source::NewEntry& entry : fullValue(spec).entries)
            changes->emplace_back(
                source::EntryInsertion{empty.form.root().id(), entry.key, entry.value, source::noNode});
    }
    const std::string full = empty.after(changes);
    const Opened opened(full, *table);

    // every scalar gets another value; nothing else changes
    int fields = 0;
    QStringList failures;
    std::vector<FieldPath> todo{start};
    while (!todo.empty()) {
        const FieldPath path = std::move(todo.back());
        todo.pop_back();
        for (const FormField& field : opened.form.fields(path)) {
            if (!isScalarType(field.value->type)) {
                todo.push_back(field.path);
                continue;
            }
            ++fields;
            const auto values = valuesFor(*field.value);
            const std::string value = values.empty() ? "?" : values.back();
            const auto set = setText(opened.form, field.path, value);
            const auto splices = set ? source::planChanges(*opened.text, 0, *set) : std::unexpected(set.error());
            if (!splices || splices->size() > 1) {
                failures << QString::fromStdString(field.path.text() + " " + (splices ? "" : splices.error().code));
                continue;
            }
            const Opened again(source::applySplices(full, *splices).value(), *table);
            if (again.form.field(field.path).text() != value)
                failures << QString::fromStdString(field.path.text());
        }
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    QVERIFY(fields > 0);
}

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
