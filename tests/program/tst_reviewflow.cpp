// SPDX-License-Identifier: Apache-2.0
// A reviewer looks at two branches of the sample mesh: in the program itself, with real events of an X server, seen
// through the accessibility bus only.
#include "tests/program/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft::program;

class TestReviewFlow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aCanaryIsSeenAndMarked();
    void aCanaryBecomesTwoPullRequests();
    void aHotfixNamesWhomItCutsOff();

private:
    void open(const QString& branch);

    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Program> m_program;
    QString m_sample;
};

namespace {
const auto changes = u"Changes by risk"_s;
const auto requests = u"Requests whose fate changes"_s;
} // namespace

void TestReviewFlow::initTestCase()
{
    try {
        m_desktop = std::make_unique<Desktop>();
        m_sample = m_desktop->path(u"review/shop"_s);
        QDir().mkpath(QFileInfo(m_sample).path());
        m_desktop->run(QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft-cli"), {u"sample"_s, m_sample});
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

void TestReviewFlow::cleanup()
{
    if (m_program && QTest::currentTestFailed()) {
        m_program->saveState(QString::fromLatin1(QTest::currentTestFunction()));
    }
    m_program.reset();
}

void TestReviewFlow::open(const QString& branch)
{
    m_desktop->run(u"git"_s, {u"-C"_s, m_sample, u"checkout"_s, u"-q"_s, branch});
    m_program = std::make_unique<Program>(*m_desktop, QStringList{m_sample});
    m_program->window(u"shop*"_s);
    m_desktop->key(u"ctrl+r"_s);
}

void TestReviewFlow::aCanaryIsSeenAndMarked()
{
    try {
        open(u"canary/reviews-v3"_s);
        m_program->entry(changes, u"Medium risk, DestinationRule · shop reviews:*"_s);
        m_program->entry(
            changes, u"Medium risk, VirtualService · shop reviews: 10 % of the requests to * move from v1 to v3*"_s);
        m_program->entry(changes, u"Low risk, Deployment · shop reviews-v3:*"_s);
        m_program->entry(requests, u"*v1 90 %, * -> *v1 80 %*v3 10 %*"_s);
        m_desktop->key(u"n"_s);
        m_desktop->key(u"v"_s);
        m_program->control(u"label"_s, u"1 of 3 viewed"_s);
        m_desktop->key(u"v"_s);
        m_program->control(u"label"_s, u"0 of 3 viewed"_s);
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

/// The subset has to be there before the routes that use it.
void TestReviewFlow::aCanaryBecomesTwoPullRequests()
{
    const auto git = [this](const QStringList& arguments) {
        return m_desktop->run(u"git"_s, QStringList{u"-C"_s, m_sample} + arguments).trimmed();
    };
    const auto replace = [this](const QString& path, const QByteArray& old, const QByteArray& text) {
        QFile file(m_sample + u'/' + path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        QVERIFY2(content.contains(old), content.constData());
        content.replace(content.indexOf(old), old.size(), text);
        file.resize(0);
        file.write(content);
    };
    try {
        git({u"checkout"_s, u"-q"_s, u"-b"_s, u"canary/reviews-v4"_s, u"main"_s});
        replace(u"base/shop/reviews-dr.yaml"_s, "  - name: v3\n",
                "  - name: v4\n    labels:\n      version: v4\n  - name: v3\n");
        replace(u"base/shop/reviews-vs.yaml"_s, "subset: v2", "subset: v4");
        git({u"commit"_s, u"-qam"_s, u"Version 4"_s});
        open(u"canary/reviews-v4"_s);
        m_program->click(u"push button"_s, u"Split into pull requests*"_s);
        m_program->window(u"Stacked branches*"_s);
        m_program->waitFor([this] { return m_program->focus().role() == u"text"_s; }, u"the names"_s);
        m_desktop->type(u"steps/v4"_s);
        m_program->click(u"push button"_s, u"Make 2 branches"_s);
        m_program->waitFor([this] { return !m_program->hasWindow(u"Stacked branches*"_s); }, u"the branches"_s);
        m_program->control(u"push button"_s, u"Push all"_s);
        QCOMPARE(git({u"rev-parse"_s, u"steps/v4-2-use^{tree}"_s}),
                 git({u"rev-parse"_s, u"canary/reviews-v4^{tree}"_s}));
        QCOMPARE(git({u"rev-parse"_s, u"steps/v4-1-add~1"_s}),
                 git({u"merge-base"_s, u"main"_s, u"canary/reviews-v4"_s}));
        QCOMPARE(git({u"branch"_s, u"--show-current"_s}), "canary/reviews-v4");
        m_program->click(m_program->lastControl(u"push button"_s, u"Undo"_s));
        m_program->waitFor([&] { return git({u"branch"_s, u"--list"_s, u"steps/*"_s}).isEmpty(); },
                           u"the branches to be gone"_s);
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

void TestReviewFlow::aHotfixNamesWhomItCutsOff()
{
    try {
        open(u"hotfix/strict-mtls"_s);
        m_program->entry(
            changes,
            u"High risk, PeerAuthentication · orders default: The workloads of namespace orders now refuse plain text*"_s);
        m_program->entry(changes, u"High risk, DestinationRule · shop catalog: Subset v1 is called stable now*"_s);
        m_program->entry(requests, u"*from storefront to catalog*no such subset (503)*"_s);
        m_program->entry(requests, u"*ledger-export to ledger:9000*TLS mismatch by PeerAuthentication default*"_s);
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

QTEST_GUILESS_MAIN(TestReviewFlow)
#include "tst_reviewflow.moc"
