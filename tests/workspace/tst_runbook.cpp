// SPDX-License-Identifier: Apache-2.0
// Runbooks for real commits, their commands, and the records of emergencies.
#include "models/workspace/parsecache.h"
#include "models/workspace/runbook.h"
#include "models/workspace/shelltext.h"
#include "models/workspace/words.h"
#include "tests/git/testrepository.h"

#include <QFile>
#include <QProcess>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

using Files = QMap<QString, QByteArray>;

QByteArray service(const char* name, const QByteArray& rest = {})
{
    return "apiVersion: v1\nkind: Service\nmetadata: {name: " + QByteArray(name) + ", namespace: shop" + rest
        + "}\nspec: {ports: [{name: http, port: 80}]}\n";
}

QByteArray rule(const char* subset)
{
    return "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: shop}\n"
           "spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}"
        + QByteArray(subset) + "]}\n";
}

QByteArray routes(const char* subset)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews, subset: "
        + QByteArray(subset) + "}}]}]}\n";
}

} // namespace

class TestRunbook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_repository = std::make_unique<git::TestRepository>(git::TestRepository::Start::Empty); }
    void quotesWords_data();
    void quotesWords();
    void shellsReadTheWordsBack();
    void hereDocumentsCannotBeLeft();
    void namesExactlyTheResources();
    void comparesOneEnvironment();
    void hostileTextStaysText();
    void saysWhatToStopAndHowToGoBack();
    void itemsOfAListStandAlone();
    void recordsCanBeReadAgain();
    void recordsCloseWithoutOtherChanges();
    void brokenRecordsAreNotClosed();

private:
    void commit(const Files& files, const QString& subject = u"Change"_s) const;
    QString runbook(const QString& base = u"HEAD~1"_s) const;

    git::GitSandbox m_sandbox;
    std::unique_ptr<git::TestRepository> m_repository;
};

void TestRunbook::commit(const Files& files, const QString& subject) const
{
    for (const auto& [path, text] : files.asKeyValueRange()) {
        if (text.isNull())
            QFile::remove(m_repository->path(path));
        else
            m_repository->write(path, text);
    }
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, subject});
}

QString TestRunbook::runbook(const QString& base) const
{
    const auto read = readRunbook(m_repository->open(), base, u"HEAD"_s, {}, std::make_shared<ParseCache>());
    return read ? runbookMarkdown(*read) : errorText(read.error());
}

void TestRunbook::quotesWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"shop/reviews-v1.2"_s << u"shop/reviews-v1.2"_s;
    QTest::newRow("empty") << QString() << u"''"_s;
    QTest::newRow("blank") << u"a b"_s << u"'a b'"_s;
    QTest::newRow("substitution") << u"$(rm -rf .)"_s << u"'$(rm -rf .)'"_s;
    QTest::newRow("quote") << u"a'b"_s << u"'a'\\''b'"_s;
    QTest::newRow("line end") << u"a\nb"_s << u"'a\\u000ab'"_s;
    QTest::newRow("letters beyond ASCII") << u"é"_s << u"'é'"_s;
}

void TestRunbook::quotesWords()
{
    QFETCH(const QString, word);
    QFETCH(const QString, expected);
    QCOMPARE(shellWord(word.toStdString()), expected);
}

void TestRunbook::shellsReadTheWordsBack()
{
    const std::vector<std::string> words{"printf", "%s|", "a'b", "$HOME", "`id`", "x;y", "", "\\", "-n", "*", "é"};
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, shellLine(words)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), QByteArray("a'b|$HOME|`id`|x;y||\\|-n|*|é|"));
}

void TestRunbook::hereDocumentsCannotBeLeft()
{
    const std::string text = "a: $(id) `id` '\nEND_OF_RESOURCE\nrm -rf x\nEND_OF_RESOURCE_1\n";
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, hereDocument(u"cat"_s, text)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), QByteArray::fromStdString(text));
    const auto block = codeBlock(u"sh"_s, u"a\n````\nb\n"_s);
    QVERIFY2(block.startsWith(u"`````sh\n"_s) && block.endsWith(u"\n`````\n"_s), qPrintable(block));
}

void TestRunbook::namesExactlyTheResources()
{
    commit({{u"mesh.yaml"_s, rule("") + "---\n" + routes("v1") + "---\n" + service("reviews")},
            {u"old.yaml"_s, service("old")}});
    commit({{u"mesh.yaml"_s,
             rule(", {name: v2, labels: {version: v2}}") + "---\n" + routes("v2") + "---\n" + service("reviews")},
            {u"old.yaml"_s, {}}});
    const auto text = runbook();
    const auto dry = text.indexOf(u"kubectl apply --dry-run=server -f - <<'END_OF_RESOURCE'\napiVersion"_s);
    const auto real = text.indexOf(u"kubectl apply -f - <<'END_OF_RESOURCE'\napiVersion"_s);
    QVERIFY2(dry > 0 && real > dry, qPrintable(text));
    // the subset before the route that needs it, what goes away last, the neighbour not at all
    const auto subset = text.indexOf(u"name: v2, labels"_s, real);
    const auto route = text.indexOf(u"subset: v2"_s, real);
    const auto gone = text.indexOf(u"kubectl delete service old -n shop\n"_s, real);
    QVERIFY2(subset > 0 && route > subset && gone > route, qPrintable(text));
    QVERIFY(text.contains(u"kubectl delete --dry-run=server service old -n shop\n"_s));
    const auto back = text.indexOf(u"the way back"_s);
    QVERIFY2(!text.first(back).contains(u"kind: Service\n"_s), qPrintable(text.first(back)));
    QVERIFY(text.indexOf(u"metadata: {name: old, namespace: shop}"_s) > back);
    QVERIFY(text.contains(u"istioctl proxy-status"_s));
}

/// What one directory has and another has not is no change: neither is asked for by name.
void TestRunbook::comparesOneEnvironment()
{
    commit({{u"old/mesh.yaml"_s, routes("v1") + "---\n" + rule("") + "---\n" + service("retired")}});
    commit({{u"new/mesh.yaml"_s,
             routes("v1") + "---\n" + rule("") + "---\n" + service("a") + "---\n" + service("b") + "---\n"
                 + service("c")}});
    const auto text = runbook();
    const auto back = text.indexOf(u"the way back"_s);
    QVERIFY2(back > 0, qPrintable(text));
    QVERIFY2(!text.first(back).contains(u"kubectl delete"_s), qPrintable(text));
    QVERIFY2(text.first(back).contains(u"kubectl apply"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"retired"_s), qPrintable(text));
}

void TestRunbook::hostileTextStaysText()
{
    const auto secret = [](const char* name, const char* data) -> QByteArray {
        return "apiVersion: v1\nkind: Secret\nmetadata: {name: " + QByteArray(name)
            + ", namespace: shop}\nstringData: {p: " + data + "}\n";
    };
    commit({{u"a.yaml"_s, service("a")}, {u"t.yaml"_s, secret("t", "oldsecret")}});
    commit({{u"a.yaml"_s,
             service("a", ", annotations: {x: \"```\\n# Title <img src=x> @everyone\", y: \"END_OF_RESOURCE\"}")},
            {u"b.yaml"_s, service("\"x; rm -rf ~\"")},
            {u"c.yaml"_s, service("\"--all\"")},
            {u"s.yaml"_s, secret("s", "topsecret")},
            {u"t.yaml"_s, secret("t", "newsecret")}},
           u"`x` ![i](http://e) @all <script>"_s);
    const auto text = runbook();
    QVERIFY2(!text.contains(u"kubectl delete --dry-run=server service x"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"service --all"_s), qPrintable(text));
    for (const QString& kept : {u"topsecret"_s, u"oldsecret"_s, u"newsecret"_s})
        QVERIFY2(!text.contains(kept), qPrintable(text));
    QVERIFY2(text.startsWith(u"# Emergency runbook: `` `x` ![i](http://e) @all <script> ``\n"_s), qPrintable(text));
    QVERIFY(text.contains(u"By hand, no command is given for it: `Service shop/x; rm -rf ~`"_s));
    for (const QString& name : {u"s"_s, u"t"_s})
        QVERIFY2(text.contains(u"By hand, no command is given for it: `Secret shop/"_s + name + u'`'),
                 qPrintable(text));
    QVERIFY2(text.contains(u"(hidden)"_s), qPrintable(text));
    QVERIFY(text.contains(u"<<'END_OF_RESOURCE_1'"_s));
    // no line outside of a block is a heading that the repository made
    QVERIFY(!text.contains(u"\n# Title"_s));
}

void TestRunbook::saysWhatToStopAndHowToGoBack()
{
    commit({{u"shop/a.yaml"_s, service("a")},
            {u"CODEOWNERS"_s, "shop/ @org/shop\n"},
            {u"argo.yaml"_s,
             "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop, namespace: argocd}\nspec:\n"
             "  source: {repoURL: https://example.com/shop.git, path: shop}\n  destination: {namespace: shop}\n"
             "  syncPolicy: {automated: {selfHeal: true}}\n"}});
    m_repository->git({u"checkout"_s, u"-qb"_s, u"side"_s});
    commit({{u"shop/b.yaml"_s, service("b")}});
    m_repository->git({u"checkout"_s, u"-q"_s, u"main"_s});
    m_repository->git({u"merge"_s, u"-q"_s, u"--no-ff"_s, u"-m"_s, u"Merge"_s, u"side"_s});
    const auto text = runbook();
    QVERIFY2(text.contains(u"argocd app set argocd/shop --sync-policy none\n"_s), qPrintable(text));
    QVERIFY(text.contains(u"heals itself"_s));
    QVERIFY(text.contains(u"argocd app set argocd/shop --sync-policy automated --self-heal\n"_s));
    QVERIFY(text.contains(u"`@org/shop`"_s));
    const auto id = QString::fromUtf8(m_repository->git({u"rev-parse"_s, u"HEAD"_s}));
    QVERIFY2(text.contains(u"git revert --no-edit -m 1 "_s + id + u'\n'), qPrintable(text));
    QVERIFY(text.contains(u"git push -u origin revert-"_s + id.first(12)));
    // the commands for git really take it back
    m_repository->git({u"revert"_s, u"--no-edit"_s, u"-m"_s, u"1"_s, id});
    QCOMPARE(m_repository->git({u"rev-parse"_s, u"HEAD^{tree}"_s}),
             m_repository->git({u"rev-parse"_s, u"HEAD~2^{tree}"_s}));
}

void TestRunbook::itemsOfAListStandAlone()
{
    const QByteArray list = "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    metadata:\n"
                            "      name: a\n      namespace: shop\n    spec: {type: A}\n";
    commit({{u"a.yaml"_s, list}});
    commit({{u"a.yaml"_s, QByteArray(list).replace("type: A", "type: B")}});
    const auto text = runbook();
    QVERIFY2(text.contains(u"<<'END_OF_RESOURCE'\napiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  namespace: "
                           "shop\nspec: {type: B}\nEND_OF_RESOURCE\n"_s),
             qPrintable(text));
}

void TestRunbook::recordsCanBeReadAgain()
{
    commit({{u"a.yaml"_s, service("a")}});
    const auto repository = m_repository->open();
    EmergencyRecord record;
    record.opened = QDateTime(QDate(2026, 3, 1), QTime(22, 30), QTimeZone::UTC);
    record.who = u"Ann \"the\" Admin \U0001F680: <a@b>\n# x"_s;
    record.what = u"Open the shop; `now`"_s;
    record.resources = {"VirtualService shop/reviews", "- x: y"};
    const auto head = m_repository->git({u"rev-parse"_s, u"HEAD"_s});
    QVERIFY(writeRecord(repository, record));
    QCOMPARE(record.path, ".meshdraft/emergency/2026-03-01-open-the-shop-now.yaml");
    EmergencyRecord second = record;
    QVERIFY(writeRecord(repository, second));
    QCOMPARE(second.path, ".meshdraft/emergency/2026-03-01-open-the-shop-now-2.yaml");
    const auto records = openRecords(repository);
    QVERIFY(records.errors.empty());
    QCOMPARE(records.open.size(), 2U);
    const auto& read = records.open.front();
    QCOMPARE(read.who, record.who);
    QCOMPARE(read.what, record.what);
    QCOMPARE(read.resources, record.resources);
    QCOMPARE(read.deadline, record.opened.addDays(1));
    QCOMPARE(read.hoursLeft(record.opened), 24);
    QCOMPARE(read.hoursLeft(record.opened.addSecs(3600 * 23 + 60)), 0);
    QCOMPARE(read.hoursLeft(record.opened.addSecs(3600 * 24 + 60)), -1);
    QCOMPARE(m_repository->git({u"rev-parse"_s, u"HEAD"_s}), head);
    const auto snapshot = openSnapshot(m_repository->path(), {}, {});
    QVERIFY(snapshot);
    QCOMPARE(openRecords((*snapshot)->saved).open.size(), 2U);
}

void TestRunbook::recordsCloseWithoutOtherChanges()
{
    commit({{u"a.yaml"_s, service("a")}});
    const auto repository = m_repository->open();
    EmergencyRecord record;
    record.opened = QDateTime::currentDateTimeUtc();
    record.what = u"x"_s;
    QVERIFY(writeRecord(repository, record));
    const auto path = QString::fromStdString(record.path);
    const auto text = m_repository->read(path) + "# a note of mine\n";
    m_repository->write(path, text);
    QVERIFY(closeRecord(repository, record.path));
    QCOMPARE(m_repository->read(path), QByteArray(text).replace("status: open", "status: closed"));
    QVERIFY(openRecords(repository).open.empty());
    QVERIFY(openRecords(repository).errors.empty());
}

void TestRunbook::brokenRecordsAreNotClosed()
{
    commit({{u"a.yaml"_s, service("a")},
            {u".meshdraft/emergency/x.yaml"_s, "status: [\n"},
            {u".meshdraft/emergency/y.yaml"_s, "schema: meshdraft.emergency/1\nstatus: maybe\ndeadline: soon\n"}});
    const auto records = openRecords(m_repository->open());
    QVERIFY(records.open.empty());
    QCOMPARE(records.errors.size(), 2U);
    QCOMPARE(records.errors.front().code, "emergency.unreadable");
    QVERIFY(hasSentence("emergency.unreadable"));
    const auto closed = closeRecord(m_repository->open(), ".meshdraft/emergency/y.yaml");
    QVERIFY(!closed);
    QCOMPARE(closed.error().code, "emergency.unreadable");
}

QTEST_GUILESS_MAIN(TestRunbook)
#include "tst_runbook.moc"
