// SPDX-License-Identifier: Apache-2.0
// What a review compares: ranges, the index, the working tree, stashes, patches; one environment or all.
#include "tests/app/reviewmesh.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshdraft::test;

namespace {

QByteArray timeout(const QByteArray& seconds)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec: {hosts: [reviews], http: [{timeout: "
        + seconds + "s, route: [{destination: {host: reviews}}]}]}\n";
}

/// "production: VirtualService reviews spec.http[0].timeout 1s -> 2s" of every field that differs.
QStringList fieldsOf(const QJsonObject& review)
{
    QStringList out;
    for (const QJsonValue& change : review[u"changes"].toArray()) {
        for (const QJsonValue& field : change[u"fields"].toArray())
            out << u"%1: %2 %3 %4 %5 -> %6"_s.arg(change[u"environment"].toString(), change[u"kind"].toString(),
                                                  change[u"name"].toString(), field[u"path"].toString(),
                                                  field[u"old"].toString(), field[u"new"].toString());
    }
    return out;
}

/// Every file of the repository but for objects, with its content.
QMap<QString, QByteArray> everything(const QString& directory)
{
    QMap<QString, QByteArray> files;
    QStringList open{directory};
    while (!open.isEmpty()) {
        for (const QFileInfo& entry :
             QDir(open.takeFirst())
                 .entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
            if (entry.isDir() && entry.fileName() != u"objects"_s)
                open << entry.filePath();
            QFile file(entry.filePath());
            files[entry.filePath()] = entry.isFile() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
    }
    return files;
}

} // namespace

class TestReviewRanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ends_data();
    void ends();
    void threeDotsStartWhereTheTwoPart();
    void unknownRevision();
    void patches_data();
    void patches();
    void patchesThatDoNotApply_data();
    void patchesThatDoNotApply();
    void aPatchHasNoWayBackByCommand();
    void anEnvironmentThatOneSideHas();
    void aBaseIsSeenInEveryOverlay();
    void anEnvironmentThatTheHeadBreaks_data();
    void anEnvironmentThatTheHeadBreaks();

private:
    QString path(const QString& name = {}) const { return m_directory->filePath(name); }
    void git(const QStringList& arguments) const { gitOk(arguments, m_directory->path()); }
    QByteArray gitOutput(const QStringList& arguments) const
    {
        return meshdraft::test::git(arguments, m_directory->path()).out;
    }
    /// 1 s at HEAD~1, 2 s at HEAD, 3 s in the stash, 4 s in the index, 5 s in the working tree.
    void makeStates() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QTemporaryDir> m_elsewhere;
};

void TestReviewRanges::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_elsewhere = std::make_unique<QTemporaryDir>();
    writeFile(path(u"mesh.yaml"_s), timeout("1"));
    commitAll(path());
    commitFile(path(), u"mesh.yaml"_s, timeout("2"), u"two"_s);
}

void TestReviewRanges::makeStates() const
{
    writeFile(path(u"mesh.yaml"_s), timeout("3"));
    git({u"stash"_s});
    writeFile(path(u"mesh.yaml"_s), timeout("4"));
    git({u"add"_s, u"-A"_s});
    writeFile(path(u"mesh.yaml"_s), timeout("5"));
}

void TestReviewRanges::ends_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("change"); // empty: none
    QTest::newRow("two dots") << u"HEAD~1..HEAD"_s << u"1s -> 2s"_s;
    QTest::newRow("backwards") << u"HEAD..HEAD~1"_s << u"2s -> 1s"_s;
    QTest::newRow("to HEAD") << u"HEAD~1.."_s << u"1s -> 2s"_s;
    QTest::newRow("from HEAD") << u"..HEAD~1"_s << u"2s -> 1s"_s;
    QTest::newRow("three dots") << u"HEAD~1...HEAD"_s << u"1s -> 2s"_s;
    QTest::newRow("working tree") << u"HEAD..:worktree"_s << u"2s -> 5s"_s;
    QTest::newRow("index") << u"HEAD..:index"_s << u"2s -> 4s"_s;
    QTest::newRow("index and working tree") << u":index..:worktree"_s << u"4s -> 5s"_s;
    QTest::newRow("stash") << u"HEAD..stash@{0}"_s << u"2s -> 3s"_s;
    QTest::newRow("nothing") << u"HEAD..HEAD"_s << QString();
}

void TestReviewRanges::ends()
{
    QFETCH(QString, range);
    QFETCH(QString, change);
    makeStates();
    const auto before = everything(path());
    const QJsonObject made = reviewJson({range}, path());
    QCOMPARE(fieldsOf(made).size(), change.isEmpty() ? 0 : 1);
    if (!change.isEmpty())
        QVERIFY2(fieldsOf(made).front().endsWith(change), qPrintable(fieldsOf(made).front()));
    QCOMPARE(everything(path()), before);
    QVERIFY(!made[u"head"].toString().isEmpty());
}

void TestReviewRanges::threeDotsStartWhereTheTwoPart()
{
    git({u"checkout"_s, u"-q"_s, u"-b"_s, u"feature"_s});
    commitFile(path(), u"other.yaml"_s, "# nothing\n", u"other"_s);
    git({u"checkout"_s, u"-q"_s, u"main"_s});
    commitFile(path(), u"mesh.yaml"_s, timeout("9"), u"nine"_s);
    QCOMPARE(review({u"main..feature"_s}, path()).code, 1);
    const Output own = review({u"main...feature"_s}, path());
    QVERIFY2(own.code == 0, own.out.constData());
}

void TestReviewRanges::unknownRevision()
{
    for (const QString& range : {u"nowhere..HEAD"_s, u"HEAD..nowhere"_s, u"nowhere...HEAD"_s}) {
        const Output output = review({range}, path());
        QCOMPARE(output.code, 3);
        QVERIFY(output.out.isEmpty());
        QVERIFY(output.err.contains("nowhere"));
    }
}

void TestReviewRanges::patches_data()
{
    QTest::addColumn<QString>("range"); // %1: the patch from 2 s to 7 s
    QTest::addColumn<QString>("change");
    QTest::newRow("head") << u"HEAD..patch:%1"_s << u"2s -> 7s"_s;
    QTest::newRow("head, three dots") << u"main...patch:%1"_s << u"2s -> 7s"_s;
    QTest::newRow("on top of HEAD") << u"..patch:%1"_s << u"2s -> 7s"_s;
    QTest::newRow("base") << u"patch:%1..HEAD"_s << u"7s -> 2s"_s;
    QTest::newRow("both") << u"patch:%1..patch:%1"_s << QString();
}

void TestReviewRanges::patches()
{
    QFETCH(QString, range);
    QFETCH(QString, change);
    writeFile(path(u"mesh.yaml"_s), timeout("7"));
    // beside the repository, so that the path itself has two dots
    const QString file = m_elsewhere->filePath(u"a..b.patch"_s);
    writeFile(file, gitOutput({u"diff"_s}));
    git({u"checkout"_s, u"-q"_s, u"."_s});
    makeStates();
    const auto before = everything(path());
    const QJsonObject made = reviewJson({range.arg(file)}, path());
    QVERIFY(!made.isEmpty());
    QCOMPARE(fieldsOf(made).size(), change.isEmpty() ? 0 : 1);
    if (!change.isEmpty())
        QVERIFY2(fieldsOf(made).front().endsWith(change), qPrintable(fieldsOf(made).front()));
    QVERIFY(QString(made[u"base"].toString() + made[u"head"].toString()).contains(u"patch:"_s + file));
    QCOMPARE(everything(path()), before);
    if (!range.startsWith(u"patch:"_s)) {
        // a relative path and a mail
        git({u"stash"_s});
        commitFile(path(), u"mesh.yaml"_s, timeout("7"), u"seven"_s);
        writeFile(path(u"mail.patch"_s), gitOutput({u"format-patch"_s, u"--stdout"_s, u"HEAD~1"_s}));
        const auto mailed = fieldsOf(reviewJson({u"HEAD~1..patch:mail.patch"_s}, path()));
        QCOMPARE(mailed.size(), 1);
        QVERIFY(mailed.front().endsWith(change));
    }
}

void TestReviewRanges::patchesThatDoNotApply_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QString>("range");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("another state") << QByteArray(
        "--- a/mesh.yaml\n+++ b/mesh.yaml\n@@ -4,1 +4,1 @@\n-spec: {}\n+spec: {a: 1}\n")
                                   << u"HEAD..patch:x.patch"_s
                                   << QByteArray("x.patch does not apply to HEAD: near line 4 of mesh.yaml");
    QTest::newRow("no such file") << QByteArray("--- a/none.yaml\n+++ b/none.yaml\n@@ -1 +1 @@\n-a\n+b\n")
                                  << u"main..patch:x.patch"_s
                                  << QByteArray("x.patch does not apply to main, which has no file none.yaml");
    QTest::newRow("no patch") << QByteArray("Hello\n") << u"HEAD..patch:x.patch"_s
                              << QByteArray("x.patch holds no patch");
    QTest::newRow("cut off") << QByteArray("--- a/mesh.yaml\n+++ b/mesh.yaml\n@@ -1,3 +1,3 @@\n apiVersion\n")
                             << u"HEAD..patch:x.patch"_s << QByteArray("x.patch is broken at line ");
    QTest::newRow("not there") << QByteArray("Hello\n") << u"HEAD..patch:y.patch"_s
                               << QByteArray("y.patch could not be read");
    QTest::newRow("working tree") << QByteArray("Hello\n") << u":worktree..patch:x.patch"_s
                                  << QByteArray("x.patch cannot be applied to the working tree");
    QTest::newRow("unknown revision") << QByteArray("Hello\n") << u"nowhere..patch:x.patch"_s
                                      << QByteArray("There is no revision nowhere");
}

void TestReviewRanges::patchesThatDoNotApply()
{
    QFETCH(QByteArray, patch);
    QFETCH(QString, range);
    QFETCH(QByteArray, said);
    writeFile(path(u"x.patch"_s), patch);
    const auto before = everything(path());
    const Output output = review({range}, path());
    QCOMPARE(output.code, 3);
    QVERIFY(output.out.isEmpty());
    QVERIFY2(output.err.contains(said), output.err.constData());
    QCOMPARE(everything(path()), before);
}

void TestReviewRanges::aPatchHasNoWayBackByCommand()
{
    const auto commandsOf = [&](const QString& range) {
        QStringList commands;
        for (const QJsonValue& way : reviewJson({range}, path())[u"rollback"].toArray())
            commands << way[u"command"].toString();
        return commands;
    };
    const QStringList commits = commandsOf(u"HEAD~1..HEAD"_s);
    QCOMPARE(commits,
             (QStringList{u"meshdraft-cli rollback 'HEAD~1..HEAD' --diff"_s,
                          u"meshdraft-cli rollback 'HEAD~1..HEAD' --only VirtualService/reviews -n shop "
                          "--diff"_s}));
    // and it is a command that works
    QStringList words = commits[1].split(u' ');
    words.removeFirst();
    words.replaceInStrings(u"'"_s, QString()); // as a shell takes them
    const Output back = cli(words, path());
    QVERIFY2(back.code == 0 && back.out.contains("+spec: {hosts: [reviews], http: [{timeout: 1s"),
             back.out.constData());
    writeFile(path(u"mesh.yaml"_s), timeout("7"));
    writeFile(m_elsewhere->filePath(u"p"_s), gitOutput({u"diff"_s}));
    for (const QString& range : {QString(u"HEAD..patch:"_s + m_elsewhere->filePath(u"p"_s)), u"HEAD..:worktree"_s})
        QCOMPARE(commandsOf(range), (QStringList{{}, {}}));
}

void TestReviewRanges::anEnvironmentThatOneSideHas()
{
    const auto kustomization = [](const QByteArray& resources) {
        return QByteArray("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [" + resources
                          + "]\n");
    };
    writeFile(path(u"base/mesh.yaml"_s), timeout("1"));
    writeFile(path(u"base/kustomization.yaml"_s), kustomization("mesh.yaml"));
    writeFile(path(u"overlays/production/kustomization.yaml"_s), kustomization("../../base"));
    git({u"rm"_s, u"-q"_s, u"mesh.yaml"_s});
    git({u"add"_s, u"-A"_s});
    git({u"commit"_s, u"-qm"_s, u"production"_s});
    commitFile(path(), u"overlays/staging/kustomization.yaml"_s, kustomization("../../base"), u"staging"_s);
    for (const auto& [range, op] : {std::pair(u"HEAD~1..HEAD"_s, u"added"_s), {u"HEAD..HEAD~1"_s, u"removed"_s}}) {
        QStringList changes;
        for (const QJsonValue& change : reviewJson({range, u"--env"_s, u"all"_s}, path())[u"changes"].toArray())
            changes << change[u"environment"].toString() + u": "_s + change[u"op"].toString();
        QCOMPARE(changes, QStringList{QString(u"overlays/staging: "_s + op)});
    }
    const Output unknown = review({u"HEAD~1..HEAD"_s, u"--env"_s, u"nowhere"_s}, path());
    QCOMPARE(unknown.code, 3);
    QVERIFY2(unknown.err.contains("nowhere"), unknown.err.constData());
}

void TestReviewRanges::aBaseIsSeenInEveryOverlay()
{
    const QTemporaryDir sample;
    const QString shop = sample.filePath(u"shop"_s);
    QCOMPARE(cli({u"sample"_s, shop}, sample.path()).code, 0);
    const QString file = shop + u"/base/shop/reviews-vs.yaml"_s;
    QFile yaml(file);
    QVERIFY(yaml.open(QIODevice::ReadOnly));
    QByteArray text = yaml.readAll();
    yaml.close();
    const QByteArray was = text;
    text.replace("weight: 90", "weight: 80").replace("weight: 10", "weight: 20");
    QVERIFY(text != was);
    commitFile(shop, u"base/shop/reviews-vs.yaml"_s, text, u"more to v2"_s);
    const QJsonObject made = reviewJson({u"HEAD~1..HEAD"_s, u"--env"_s, u"all"_s}, shop);
    QStringList environments;
    for (const QJsonValue& change : made[u"changes"].toArray()) {
        QCOMPARE(change[u"name"].toString(), u"reviews"_s);
        environments << change[u"environment"].toString();
    }
    environments.sort();
    QVERIFY2(environments.contains(u"overlays/production"_s) && environments.contains(u"overlays/staging"_s),
             qPrintable(environments.join(u' ')));
    // the text names each of them
    const Output words = review({u"HEAD~1..HEAD"_s, u"--env"_s, u"all"_s}, shop);
    for (const QString& environment : std::as_const(environments))
        QVERIFY2(words.out.contains(QByteArray("Environment " + environment.toUtf8())), words.out.constData());
}

void TestReviewRanges::anEnvironmentThatTheHeadBreaks_data()
{
    QTest::addColumn<QString>("broken");
    QTest::newRow("one of several") << u"overlays/staging"_s;
    QTest::newRow("the default one") << u"overlays/production"_s;
}

/// What cannot be compared is in every format, and counts as high risk.
void TestReviewRanges::anEnvironmentThatTheHeadBreaks()
{
    QFETCH(const QString, broken);
    const auto overlay = [](const QByteArray& patches) {
        return QByteArray("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamePrefix: x-\n"
                          "resources: [../../base]\n")
            + patches;
    };
    writeFile(path(u"base/mesh.yaml"_s), timeout("1"));
    writeFile(path(u"base/kustomization.yaml"_s), "resources: [mesh.yaml]\n");
    writeFile(path(u"overlays/production/kustomization.yaml"_s), overlay({}));
    writeFile(path(u"overlays/staging/kustomization.yaml"_s), overlay({}));
    git({u"rm"_s, u"-q"_s, u"mesh.yaml"_s});
    git({u"add"_s, u"-A"_s});
    git({u"commit"_s, u"-qm"_s, u"overlays"_s});
    commitFile(path(), broken + u"/kustomization.yaml"_s, overlay("patches: [{path: gone.yaml}]\n"), u"break it"_s);
    const QStringList all{u"HEAD~1..HEAD"_s, u"--env"_s, u"all"_s};
    for (const QString& format : {u"text"_s, u"json"_s, u"markdown"_s, u"html"_s, u"sarif"_s}) {
        const Output output = review(all + QStringList{u"--format"_s, format, u"--fail-on"_s, u"high"_s}, path());
        QVERIFY2(output.code == 1, output.err.constData());
        QVERIFY2(output.out.contains(broken.toUtf8()), output.out.constData());
        QVERIFY2(output.out.contains("gone.yaml"), output.out.constData());
    }
    const QJsonObject root = reviewJson(all, path());
    QCOMPARE(root[u"tier"].toString(), u"high"_s);
    QCOMPARE(root[u"broken"].toArray().size(), 1);
    QCOMPARE(root[u"broken"][0][u"environment"].toString(), broken);
    QVERIFY(!root[u"broken"][0][u"message"].toString().isEmpty());
    QCOMPARE(review({u"HEAD~1..HEAD"_s, u"--env"_s, broken}, path()).code, 3);
    QCOMPARE(review({u"HEAD~1..HEAD~1"_s, u"--env"_s, u"all"_s}, path()).code, 0);
    // what was broken before is no news
    const Output old = review({u"HEAD..HEAD"_s, u"--env"_s, u"all"_s}, path());
    QCOMPARE(old.code, 0);
    QVERIFY2(old.out.contains(broken.toUtf8()), old.out.constData());
}

QTEST_GUILESS_MAIN(TestReviewRanges)
#include "tst_reviewranges.moc"
