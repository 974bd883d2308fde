// SPDX-License-Identifier: Apache-2.0
#include "models/checks/kialicodes.h"
#include "tests/checks/findingtexts.h"

#include <QRegularExpression>
#include <QtTest/QTest>

#include <map>
#include <set>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

const QString directory = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/kiali");

/// The fields of a line of CSV.
QStringList fieldsOf(const QString& line)
{
    QStringList fields{QString()};
    bool isQuoted = false;
    for (const QChar c : line) {
        if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (c == u',' && !isQuoted) {
            fields << QString();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

/// The code of Kiali's that a test of its is about.
QString codeOf(const QString& upstream, const QString& expected)
{
    static const std::map<QString, QString> codes{
        {QStringLiteral("authorization/mtls_enabled_checker_test.go"), QStringLiteral("KIA0105")},
        {QStringLiteral("destinationrules/disabled_meshwide_mtls_checker_test.go"), QStringLiteral("KIA0208")},
        {QStringLiteral("peerauthentications/disabled_meshwide_checker_test.go"), QStringLiteral("KIA0506")},
        {QStringLiteral("peerauthentications/disabled_namespacewide_checker_test.go"), QStringLiteral("KIA0505")},
        {QStringLiteral("virtualservices/subset_presence_checker_test.go"), QStringLiteral("KIA1107")},
        {QStringLiteral("destinationrules/no_dest_checker_test.go"), QStringLiteral("KIA0203")},
        {QStringLiteral("virtualservices/no_gateway_checker_test.go"), QStringLiteral("KIA1102")},
        {QStringLiteral("common/export_to_namespace_checker_test.go"), QStringLiteral("KIA0005")},
    };
    if (const auto known = codes.find(upstream); known != codes.end())
        return known->second;
    static const QRegularExpression code(QStringLiteral("KIA\\d{4}"));
    return code.match(expected).captured(0);
}

/// What Kiali's test makes up beside the file.
std::string mockedFor(const QString& code, const std::string& text)
{
    std::string all;
    if (code == QLatin1String("KIA0105"))
        return object("v1", "Service", "ratings", "spec: {selector: {app: ratings}}", "bookinfo");
    if (code == QLatin1String("KIA1107") || code == QLatin1String("KIA0203")) {
        for (const char* ns : {"bookinfo", "bookinfo2", "bookinfo3", "diff-ns"}) {
            if (text.contains("name: " + std::string(ns) + "\n"))
                all += object("v1", "Service", "reviews", "spec: {selector: {app: reviews}, ports: [{port: 80}]}", ns);
        }
    }
    if (code == QLatin1String("KIA0203")) {
        all += deployment("v1", "app: reviews, version: v1", "bookinfo")
            + deployment("v2", "app: reviews, version: v2", "bookinfo");
    }
    if (code == QLatin1String("KIA1102"))
        all += istio("Gateway", "valid-gateway", "{}", "default");
    if (code == QLatin1String("KIA0005"))
        all += namespaceObject("bookinfo") + namespaceObject("bookinfo2") + namespaceObject("default");
    return all;
}

/// Where something else is meant here than by Kiali; see docs/checks.md.
const std::map<QString, const char*> different{
    {QStringLiteral("authorization/mtls_enabled_checker_6.yaml off"),
     "no PeerAuthentication is PERMISSIVE, and the DestinationRule has callers use mTLS: they have identities"},
    {QStringLiteral("virtualservices/subset-presence-matching-subsets-half-fqdn.yaml"),
     "Istio does not complete NAME.NAMESPACE: the route leads to no host, and no rule is for it"},
    {QStringLiteral("destinationrules/no-subset-labels-checker.yaml"), "the file has no subset"},
};

/// "spec/http[0]/route[1]/destination" of each finding that stands for a code of Kiali's.
QStringList foundFor(const QString& code, const std::string& text)
{
    const mesh::FileSet files = fileSet({{"a.yaml", text}});
    const mesh::MeshGraphPtr graph = graphOf(text);
    const mesh::SharedVector<std::string> paths{"a.yaml"};
    QStringList found;
    for (const checks::KialiCode& row : checks::kialiCodes()) {
        if (QString::fromLatin1(row.kiali.data(), qsizetype(row.kiali.size())) != code)
            continue;
        const auto check = std::ranges::find(checks::allChecks(), row.check,
                                             [](const checks::Check& each) { return std::string_view(each.info.id); });
        const checks::CheckResults results({*graph, files, paths}, {&*check, 1});
        for (const checks::Finding& finding : results.findings()) {
            if (finding.code == row.code && finding.severity != checks::Severity::Unknown)
                found << QString::fromStdString(finding.element.field.text()).replace(u'.', u'/');
        }
    }
    return found;
}

bool isAt(const QString& found, const QString& expected)
{
    return expected.isEmpty() || found == expected
        || (found.startsWith(expected) && (found[expected.size()] == u'/' || found[expected.size()] == u'['));
}

/// True if every place that is expected is found, and nothing else.
bool agrees(const QStringList& found, const QStringList& expected)
{
    const auto isExpected = [&](const QString& place) {
        return std::ranges::any_of(expected, [&](const QString& each) { return isAt(place, each); });
    };
    const auto isFound = [&](const QString& each) {
        return std::ranges::any_of(found, [&](const QString& place) { return isAt(place, each); });
    };
    return std::ranges::all_of(found, isExpected) && std::ranges::all_of(expected, isFound);
}

/// "none", or "KIA1107@spec/http[0]; KIA1107@spec/http[1]".
QStringList placesOf(const QString& expected)
{
    if (!expected.contains(QLatin1String("KIA")))
        return {};
    const qsizetype at = expected.indexOf(u'@');
    if (at < 0)
        return {QString()};
    QStringList places;
    static const QRegularExpression place(QStringLiteral("spec/[^;, ]+"));
    for (auto match = place.globalMatch(expected); match.hasNext();)
        places << match.next().captured(0);
    return places;
}

} // namespace

class TestKialiCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatKialiSays_data();
    void saysWhatKialiSays();
    void everyCodeIsAnswered();
};

void TestKialiCases::saysWhatKialiSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QFile file(directory + u"/expected.csv");
    if (!file.open(QIODevice::ReadOnly)) {
        QTest::newRow("none") << QString() << QString() << QString();
        return;
    }
    const QString prefix = QStringLiteral("tests/data/validations/");
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n').sliced(1)) {
        const QStringList fields = fieldsOf(line);
        if (fields.size() < 5)
            continue;
        const QString name = fields[0].startsWith(prefix) ? fields[0].sliced(prefix.size()) : fields[0];
        const QString code = codeOf(fields[1], fields[2]);
        static const QRegularExpression modes(QStringLiteral("autoMTLS=on: (.*) ; autoMTLS=off: (.*)"));
        const auto both = modes.match(fields[2]);
        if (!both.hasMatch()) {
            const bool isOff = fields[4].contains(QLatin1String("autoMTLS off"));
            const QString row = isOff ? name + u" off" : name;
            QTest::newRow(row.toUtf8().constData()) << row << code << fields[2];
            continue;
        }
        QTest::newRow(qPrintable(name + u" on")) << QString(name + u" on") << code << both.captured(1);
        if (!both.captured(2).contains(QLatin1String("not asserted")))
            QTest::newRow(qPrintable(name + u" off")) << QString(name + u" off") << code << both.captured(2);
    }
}

/// Each of Kiali's files, with what its test makes up beside it; of what is said only Kiali's code counts.
void TestKialiCases::saysWhatKialiSays()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    QFETCH(QString, expected);
    if (name.isEmpty())
        QSKIP("no shared test data here");
    const bool isOff = name.endsWith(QLatin1String(" off"));
    QString path = name.section(u' ', 0, 0);
    QFile file(directory + u"/fixtures/" + path.replace(QLatin1String("/"), QLatin1String("__")));
    if (code.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() == 0)
        QSKIP("no such file in the shared test data");
    std::string text = file.readAll().toStdString();
    text += "\n" + mockedFor(code, text);
    if (isOff)
        text += meshConfig("enableAutoMtls: false");
    const QStringList found = foundFor(code, text);
    const bool isSame = agrees(found, placesOf(expected));
    if (const auto known = different.find(name); known != different.end()) {
        QVERIFY2(!isSame, "says what Kiali says: no difference any more");
        QSKIP(known->second);
    }
    const QString difference = u"expected " + expected + u"\nfound " + found.join(u", ");
    QVERIFY2(isSame, qPrintable(difference));
}

/// The cross-reference is sorted and names checks and codes that there are.
void TestKialiCases::everyCodeIsAnswered()
{
    std::string_view last;
    std::set<std::string_view> codes;
    for (const checks::KialiCode& row : checks::kialiCodes()) {
        const std::string what(row.kiali);
        QVERIFY2(last <= row.kiali, what.c_str());
        last = row.kiali;
        codes.insert(row.kiali);
        QCOMPARE(row.code.empty(), row.check.empty());
        if (row.code.empty())
            continue;
        const auto check = std::ranges::find(checks::allChecks(), row.check,
                                             [](const checks::Check& each) { return std::string_view(each.info.id); });
        QVERIFY2(check != checks::allChecks().end(), what.c_str());
        QVERIFY2(std::ranges::contains(check->info.codes, row.code), what.c_str());
    }
    QCOMPARE(codes.size(), std::size_t(72));
    QCOMPARE(checks::kialiCodesOf("MD141"), std::vector<std::string>{"KIA0102"});
    QCOMPARE(checks::kialiCodesOf("MD165"), std::vector<std::string>());
}

QTEST_GUILESS_MAIN(TestKialiCases)
#include "tst_kialicases.moc"
