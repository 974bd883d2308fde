// SPDX-License-Identifier: Apache-2.0
// What is broken by typing is found at its place, and mended with keys alone: in the program itself, with real events
// of an X server, seen through the accessibility bus only, judged by the bytes of the file.
#include "tests/program/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft::program;

class TestFindingsFlow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void breakFiveAndMendThree();

private:
    /// Puts `fresh` in the place of `old`, which stands once in the file, and waits for a finding with this code and
    /// line.
    void replace(const QString& old, const QString& fresh, const QString& code, int line);
    /// Goes `steps` findings on, asks what can be done about the line, and takes the first: a fix of this title, after
    /// which the file holds `broken` no more.
    void mend(int steps, const QString& fix, const QByteArray& broken);
    void flow();
    QByteArray read() const;

    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Program> m_program;
    QString m_sample;
};

namespace {
const auto file = u"base/shop/reviews-vs.yaml"_s;
} // namespace

void TestFindingsFlow::initTestCase()
{
    try {
        m_desktop = std::make_unique<Desktop>();
        m_sample = m_desktop->path(u"findings/shop"_s);
        QDir().mkpath(QFileInfo(m_sample).path());
        m_desktop->run(QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft-cli"), {u"sample"_s, m_sample});
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

void TestFindingsFlow::cleanup()
{
    if (m_program && QTest::currentTestFailed()) {
        m_program->saveState(u"tst_findingsflow"_s);
    }
    m_program.reset();
}

QByteArray TestFindingsFlow::read() const
{
    QFile in(m_sample + u'/' + file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void TestFindingsFlow::breakFiveAndMendThree()
{
    try {
        flow();
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

void TestFindingsFlow::replace(const QString& old, const QString& fresh, const QString& code, int line)
{
    m_desktop->key(u"ctrl+f"_s);
    m_program->waitFor([this] { return m_program->focus().role() == u"text"_s; }, u"the field to find in"_s);
    m_desktop->key(u"ctrl+a"_s);
    m_desktop->type(old);
    m_desktop->keys({u"Return"_s, u"Escape"_s});
    m_desktop->type(fresh);
    m_program->entry(u"Findings"_s, code);
    m_program->entry(u"Findings"_s, u"%1:%2"_s.arg(file).arg(line));
}

void TestFindingsFlow::mend(int steps, const QString& fix, const QByteArray& broken)
{
    for (int i = 0; i < steps; ++i) {
        m_desktop->key(u"F8"_s);
    }
    m_desktop->key(u"ctrl+period"_s);
    m_program->window(u"Quick fixes"_s);
    m_program->entry(u"Quick fixes"_s, fix);
    m_desktop->key(u"Return"_s);
    m_program->window(u"shop*"_s);
    m_desktop->key(u"ctrl+s"_s);
    m_program->waitFor([&] { return !read().contains(broken); }, u"the file to be mended"_s);
}

void TestFindingsFlow::flow()
{
    m_program = std::make_unique<Program>(*m_desktop, QStringList{m_sample});
    m_program->window(u"shop*"_s);
    const QByteArray before = read();
    m_program->goTo(u"reviews-vs.yaml"_s);
    m_desktop->key(u"F4"_s);
    m_program->waitFor([this] { return m_program->focus().role() == u"text"_s; }, u"the editor"_s);
    m_program->click(u"menu item"_s, u"View"_s);
    m_program->click(u"menu item"_s, u"Findings"_s);
    replace(u"edge/shop-gw"_s, u"edge/shop-gx"_s, u"IST0101"_s, 13);
    replace(u"timeout: 3s"_s, u"timeout: 3x"_s, u"IST0106"_s, 27);
    replace(u"attempts:"_s, u"attemps:"_s, u"IST0106"_s, 29);
    replace(u"subset: v2"_s, u"subset: v9"_s, u"IST0101"_s, 39);
    replace(u"weight: 10"_s, u"weight: \"ten\""_s, u"IST0106"_s, 40);
    m_desktop->key(u"ctrl+s"_s);
    m_program->waitFor([&] { return read() != before; }, u"the file to be written"_s);
    const QByteArray broken = read();
    QVERIFY(broken.contains("edge/shop-gx"));
    QVERIFY(broken.contains("attemps: 2"));
    // the caret goes from one to the next; three are mended where they stand, two are passed by
    mend(1, u"Use the gateway edge/shop-gw instead*"_s, "edge/shop-gx");
    mend(2, u"Rename attemps to attempts"_s, "attemps: 2");
    mend(2, u"Use the subset * instead of v9"_s, "subset: v9");
    const QByteArray mended = read();
    QVERIFY(mended.contains("- edge/shop-gw\n"));
    QVERIFY(mended.contains("attempts: 2\n"));
    QVERIFY(mended.contains("timeout: 3x"));
    QVERIFY(mended.contains("weight: \"ten\" # new layout"));
}

QTEST_GUILESS_MAIN(TestFindingsFlow)
#include "tst_findingsflow.moc"
