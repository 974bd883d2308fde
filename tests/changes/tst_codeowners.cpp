// SPDX-License-Identifier: Apache-2.0
// CODEOWNERS as GitHub and GitLab read it.
#include "models/changes/codeowners.h"

#include <QtTest/QTest>

using namespace meshdraft::changes;

class TestCodeOwners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void patterns_data();
    void patterns();
    void files_data();
    void files();
    void sections();
};

void TestCodeOwners::patterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* pattern, const char* path, bool fits) {
        QTest::addRow("%s %s", pattern, path) << QByteArray(pattern) << QByteArray(path) << fits;
    };
    // GitHub Docs, example of a CODEOWNERS file
    row("*", "a/b/c.yaml", true);
    row("*.js", "a/b.js", true);
    row("*.js", "b.jsx", false);
    row("/build/logs/", "build/logs/a/b.txt", true);
    row("/build/logs/", "x/build/logs/a.txt", false);
    row("docs/*", "docs/getting-started.md", true);
    row("docs/*", "docs/build-app/troubleshooting.md", false);
    row("apps/", "x/apps/y/z", true);
    row("/docs/", "docs/a/b", true);
    row("/docs/", "x/docs/a", false);
    row("**/logs", "build/logs/a.txt", true);
    row("**/logs", "deeply/nested/logs/b", true);
    row("/apps/github", "apps/github/x.md", true);
    row("mesh", "base/mesh/a.yaml", true);
    row("mesh", "base/meshes/a.yaml", false);
    row("base/**/vs.yaml", "base/vs.yaml", true);
    row("base/**/vs.yaml", "base/a/b/vs.yaml", true);
    row("base/a.yaml", "x/base/a.yaml", false);
    row("a?.yaml", "ab.yaml", true);
    row("a.yaml", "axyaml", false);
    row("with\\ blank.yaml", "with blank.yaml", true);
}

void TestCodeOwners::patterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, path);
    QFETCH(bool, fits);
    const CodeOwners owners(pattern.toStdString() + " @someone");
    QCOMPARE(!owners.ownersOf(path.toStdString()).empty(), fits);
}

void TestCodeOwners::files_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("owners");
    QTest::newRow("the last pattern counts")
        << QByteArray("* @all\n*.yaml @yaml @ann\n") << QByteArray("a.yaml") << QByteArray("@yaml @ann");
    QTest::newRow("a pattern without owners takes them away")
        << QByteArray("/base/ @platform\n/base/docs/\n") << QByteArray("base/docs/a.md") << QByteArray();
    QTest::newRow("comments") << QByteArray("# all\n* @all # everybody\n") << QByteArray("a") << QByteArray("@all");
    QTest::newRow("an address") << QByteArray("* docs@example.com\r\n") << QByteArray("a")
                                << QByteArray("docs@example.com");
    QTest::newRow("what is no owner is left out")
        << QByteArray("* platform @all\n") << QByteArray("a") << QByteArray("@all");
    QTest::newRow("sections add up") << QByteArray("* @all\n[Mesh]\nbase/ @mesh\n[Security]\n*-authz.yaml @security\n")
                                     << QByteArray("base/x-authz.yaml") << QByteArray("@all @mesh @security");
    QTest::newRow("owners of a section") << QByteArray("[Mesh] @mesh\nbase/\n") << QByteArray("base/a")
                                         << QByteArray("@mesh");
    QTest::newRow("an exclusion") << QByteArray("* @all\n!docs/\n") << QByteArray("docs/a") << QByteArray();
    QTest::newRow("nobody") << QByteArray("/base/ @all\n") << QByteArray("other/a") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray("a") << QByteArray();
}

void TestCodeOwners::files()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, owners);
    QCOMPARE(QByteArray::fromStdString(CodeOwners(text.toStdString()).ownersText(path.toStdString())), owners);
}

void TestCodeOwners::sections()
{
    const CodeOwners owners("* @all\n^[Docs] @docs\n*.md\n[Mesh][2] @mesh\n*.yaml @a @b\n");
    const auto yaml = owners.ownersOf("x.yaml");
    QCOMPARE(yaml.size(), 2U);
    QCOMPARE(yaml[0].section->name, std::string());
    QCOMPARE(yaml[0].line, 1U);
    QCOMPARE(yaml[1].section->name, std::string("Mesh"));
    QCOMPARE(yaml[1].section->approvals, 2U);
    QVERIFY(!yaml[1].section->isOptional);
    const auto text = owners.ownersOf("x.md");
    QCOMPARE(text.size(), 2U);
    QVERIFY(text[1].section->isOptional);
    QCOMPARE(text[1].owners, std::vector<std::string>{"@docs"});
}

QTEST_APPLESS_MAIN(TestCodeOwners)
#include "tst_codeowners.moc"
