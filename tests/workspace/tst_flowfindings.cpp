// SPDX-License-Identifier: Apache-2.0
// What does not add up in flows, as findings: of a mesh, and beside a workspace that edits it.
#include "models/workspace/flowfindings.h"

#include "models/workspace/effectivefacts.h"
#include "models/workspace/meshfindings.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

const std::string reviews = "shop/reviews.yaml";

/// A caller of the reviews, so that there is a flow.
const QByteArray callers = R"(apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {serviceAccountName: web}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: reviews, namespace: shop}
spec:
  selector: {matchLabels: {app: reviews}}
  rules:
  - from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]
)";

QStringList printed(const checks::Findings& findings)
{
    QStringList lines;
    for (const checks::Finding& finding : findings) {
        if (finding.code == "MD100")
            lines.append(u"%1:%2 %3 %4"_s.arg(QString::fromStdString(finding.where.path))
                             .arg(finding.where.line)
                             .arg(QString::fromUtf8(checks::severityName(finding.severity)), findingText(finding)));
    }
    return lines;
}

} // namespace

class TestFlowFindings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void ofAMesh_data();
    void ofAMesh();
    void followPendingChanges();
    void whatIsSavedIsNotNew();
    void areKeptBack_data();
    void areKeptBack();
    void nothingIsSaidOfNothing();

private:
    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestFlowFindings::init()
{
    m_workspace.reset();
    m_repository = std::make_unique<MeshRepository>();
    m_repository->write(u"shop/callers.yaml"_s, callers);
    // nothing routes what enters there, which is a finding of its own
    QVERIFY(QFile::remove(m_repository->path() + u"/shop/gateway.yml"_s));
    m_repository->commitAll();
}

void TestFlowFindings::ofAMesh_data()
{
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("fresh");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("adds up") << QByteArray() << QByteArray() << QStringList();
    QTest::newRow("parts of another sum")
        << QByteArray("weight: 10") << QByteArray("weight: 30")
        << QStringList{
               u"shop/reviews.yaml:17 warning The weights of this route sum to 120, not to 100; Istio takes them as parts."_s};
    QTest::newRow("no such subset")
        << QByteArray("        subset: v2\n      weight: 10") << QByteArray("        subset: v9\n      weight: 10")
        << QStringList{
               u"shop/reviews.yaml:28 warning 10 % of the requests from shop/web to reviews.shop.svc.cluster.local reach nobody: no such subset."_s};
}

void TestFlowFindings::ofAMesh()
{
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, fresh);
    QFETCH(QStringList, expected);
    QByteArray text = reviewsFile();
    if (!old.isEmpty()) {
        QVERIFY(text.contains(old));
        text.replace(old, fresh);
    }
    m_repository->write(QString::fromStdString(reviews), text);
    const auto snapshot = openSnapshot(m_repository->path(), {}, {});
    QVERIFY(snapshot.has_value());
    QCOMPARE(printed(flowFindings((*snapshot)->effective->evaluator())), expected);
}

void TestFlowFindings::followPendingChanges()
{
    m_workspace = std::make_unique<Workspace>();
    MeshFindings findings;
    QObject::connect(m_workspace.get(), &Workspace::snapshotChanged, &findings, &MeshFindings::setSnapshot);
    QSignalSpy changed(&findings, &MeshFindings::changed);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty() && !findings.isSearching());
    QCOMPARE(printed(findings.current()), QStringList());
    QCOMPARE(findings.saved().size(), m_workspace->snapshot()->savedFindings.size());

    const auto at = m_workspace->typedText(reviews).find("weight: 10");
    QVERIFY(m_workspace->type(reviews, {.offset = static_cast<std::uint32_t>(at) + 8, .length = 1, .text = "2"},
                              u"Type"_s, 1));
    WAIT_FOR(printed(findings.current()).size() == 1);
    QCOMPARE(printed(findings.saved()), QStringList());
    QVERIFY(findings.current().size() > m_workspace->snapshot()->findings.size());
    m_workspace->undo();
    WAIT_FOR(printed(findings.current()).isEmpty() && !findings.isSearching());
}

/// At once, and not when the flows have been followed again.
void TestFlowFindings::whatIsSavedIsNotNew()
{
    m_workspace = std::make_unique<Workspace>();
    MeshFindings findings;
    QObject::connect(m_workspace.get(), &Workspace::snapshotChanged, &findings, &MeshFindings::setSnapshot);
    m_workspace->open(m_repository->path());
    WAIT_FOR(m_workspace->snapshot() != nullptr && !findings.isSearching());
    const auto at = m_workspace->typedText(reviews).find("weight: 10");
    QVERIFY(m_workspace->type(reviews, {.offset = static_cast<std::uint32_t>(at) + 8, .length = 1, .text = "2"},
                              u"Type"_s, 1));
    WAIT_FOR(printed(findings.current()).size() == 1);
    QCOMPARE(printed(findings.saved()), QStringList());
    QVERIFY(m_workspace->save());
    QVERIFY(!m_workspace->hasPendingChanges());
    QCOMPARE(printed(findings.saved()), printed(findings.current()));
    QCOMPARE(printed(findings.saved()).size(), 1);
}

void TestFlowFindings::areKeptBack_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isKeptBack");
    QTest::newRow("by their code") << u"MD100"_s << true;
    QTest::newRow("another code") << u"MD101"_s << false;
}

void TestFlowFindings::areKeptBack()
{
    QFETCH(QString, code);
    QFETCH(bool, isKeptBack);
    QByteArray text = reviewsFile();
    text.replace("        subset: v2\n      weight: 10", "        subset: v9\n      weight: 10");
    m_repository->write(QString::fromStdString(reviews), text);
    m_repository->write(u".meshdraft.yaml"_s,
                        "suppress:\n- code: " + code.toUtf8()
                            + "\n  path: shop/reviews.yaml\n  reason: v9 comes on Monday\n");
    const auto snapshot = openSnapshot(m_repository->path(), {}, {});
    QVERIFY(snapshot.has_value());
    const auto sorted = sortedFlowFindings(**snapshot);
    QCOMPARE(printed(sorted.shown).size(), isKeptBack ? 0 : 1);
    QCOMPARE(sorted.suppressed.size(), isKeptBack ? 1u : 0u);
    if (isKeptBack)
        QCOMPARE(sorted.suppressed.front().reason, "v9 comes on Monday");

    m_workspace = std::make_unique<Workspace>();
    MeshFindings findings;
    QObject::connect(m_workspace.get(), &Workspace::snapshotChanged, &findings, &MeshFindings::setSnapshot);
    m_workspace->open(m_repository->path());
    WAIT_FOR(m_workspace->snapshot() != nullptr && !findings.isSearching());
    QCOMPARE(printed(findings.current()), printed(sorted.shown));
}

void TestFlowFindings::nothingIsSaidOfNothing()
{
    MeshFindings findings;
    QSignalSpy changed(&findings, &MeshFindings::changed);
    findings.setSnapshot({});
    QCOMPARE(changed.size(), 1);
    QVERIFY(findings.current().empty());
    QVERIFY(!findings.isSearching());
}

QTEST_GUILESS_MAIN(TestFlowFindings)
#include "tst_flowfindings.moc"
