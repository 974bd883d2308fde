// SPDX-License-Identifier: Apache-2.0
// Every field of every kind with a wrong type, an unknown value of an enum, a number out of range, and left out where
// it is required; all made of the schema tables.
#include "models/checks/results.h"

#include "tests/checks/validation/schemadocuments.h"
#include "tests/mesh/meshtexts.h"

#include <QJsonArray>
#include <QtTest/QTest>

#include <set>

using namespace meshdraft;
using namespace meshdraft::checks;
using mesh::ValueType;
using test::DocumentField;

namespace {

/// Fields that are there only to be refused, or that are deprecated: no document with them is without a finding.
bool isRefusal(const Finding& finding)
{
    static const std::set<std::string_view> messages{"validation.deprecated", "validation.targetPort",
                                                     "validation.tlsNotInSidecar", "validation.unsupported"};
    return messages.contains(finding.message);
}

std::vector<Finding> findingsIn(const QByteArray& text)
{
    static const Check& validation =
        *std::ranges::find(allChecks(), "schema-validation", [](const Check& check) { return check.info.id; });
    const auto files = test::fileSet({{"a.yaml", text.toStdString()}});
    mesh::Environment environment;
    environment.files = {"a.yaml"};
    environment.defaultNamespace = "default";
    const mesh::MeshGraphPtr graph = mesh::buildGraph(files, environment);
    const CheckResults results({*graph, files, environment.files}, {&validation, 1});
    std::vector<Finding> findings(results.findings().begin(), results.findings().end());
    // The first comes with every EnvoyFilter.
    std::erase_if(findings, [](const Finding& finding) {
        return finding.message == "validation.envoyFilter" || isRefusal(finding);
    });
    return findings;
}

QByteArray described(const std::vector<Finding>& findings)
{
    QByteArrayList lines;
    for (const Finding& finding : findings)
        lines << QByteArray::fromStdString(finding.code + ' ' + finding.message + ' ' + finding.element.field.text());
    return lines.join("; ");
}

/// The path without its last step.
QString parentOf(const QString& path)
{
    const auto end = std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u'['));
    return path.left(std::max(end, qsizetype(0)));
}

/// What breaks a value, with how many findings it has to give (0: at least one).
struct Break {
    QByteArray name;
    QJsonValue value;
    int findings = 1;
};

QJsonValue ofAnotherType(const mesh::ValueSchema& value)
{
    switch (value.type) {
    case ValueType::String:
        return 7;
    case ValueType::IntOrString:
        return QJsonArray{1};
    case ValueType::Any:
        return QJsonValue::Undefined;
    default:
        return QStringLiteral("text");
    }
}

std::vector<Break> breaksOf(const DocumentField& field)
{
    std::vector<Break> breaks;
    const mesh::ValueSchema& value = *field.value;
    if (const QJsonValue other = ofAnotherType(value); !other.isUndefined())
        breaks.push_back({"type", other});
    if (!value.values.empty() && !value.isOpen)
        breaks.push_back({"enum", QStringLiteral("NO_SUCH_VALUE")});
    const bool isDuration = value.format == mesh::ValueFormat::Duration;
    const auto number = [&](double bound) {
        return isDuration ? QJsonValue(QString::number(bound) + u's') : QJsonValue(bound);
    };
    const bool isNumber = value.type == ValueType::Integer || value.type == ValueType::Number;
    if (value.minimum && (isNumber || isDuration) && (*value.minimum > 0 || isNumber))
        breaks.push_back({"too small", number(*value.minimum - (isDuration ? *value.minimum / 2 : 1))});
    if (value.maximum && (isNumber || isDuration))
        breaks.push_back({"too large", number(*value.maximum + 1)});
    const bool isField = value.type == field.field->value.type && &value == &field.field->value;
    if (isField && field.field->isRequired)
        breaks.push_back({"missing", QJsonValue::Undefined, 0});
    return breaks;
}

} // namespace

class TestSchemaInvalid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysOneThingOfEachInvalidField_data();
    void saysOneThingOfEachInvalidField();
};

void TestSchemaInvalid::saysOneThingOfEachInvalidField_data()
{
    QTest::addColumn<const mesh::KindSchema*>("kind");
    for (const mesh::KindSchema& kind : mesh::Schema::builtIn().kinds()) {
        if (kind.group != "mesh.istio.io") // stands in strings; its own test is tst_validationrules
            QTest::addRow("%s %s", kind.group.c_str(), kind.kind.c_str()) << &kind;
    }
}

void TestSchemaInvalid::saysOneThingOfEachInvalidField()
{
    QFETCH(const mesh::KindSchema*, kind);
    const auto fields = test::documentFields(*kind);
    QVERIFY(!fields.empty());
    QByteArrayList wrong;
    int broken = 0;
    for (const DocumentField& field : fields) {
        const QByteArray path = field.path.toUtf8();
        if (const auto findings = findingsIn(test::textOf(field.document)); !findings.empty()) {
            wrong << "valid " + path + " [" + field.name.toUtf8() + "]: " + described(findings);
            continue;
        }
        for (const Break& each : breaksOf(field)) {
            ++broken;
            const QByteArray text = test::textOf(test::withValue(field.document, field.path, each.value));
            const auto findings = findingsIn(text);
            const bool isCount = each.findings == 0 ? !findings.empty() : std::ssize(findings) == each.findings;
            const bool isPlace = std::ranges::all_of(findings, [&](const Finding& finding) {
                const QString place = QString::fromStdString(finding.element.field.text());
                return finding.code == "IST0106" && (place == field.path || place == parentOf(field.path));
            });
            if (!isCount || !isPlace)
                wrong << each.name + ' ' + path + " [" + field.name.toUtf8() + "]: " + described(findings);
        }
    }
    QVERIFY2(wrong.isEmpty(), wrong.join('\n').constData());
    QVERIFY(broken >= std::ssize(fields) / 2);
}

QTEST_GUILESS_MAIN(TestSchemaInvalid)
#include "tst_schemainvalid.moc"
