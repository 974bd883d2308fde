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
    /// Goes on with F8 until the quick fix of the line takes `broken` away, takes it, and waits for the file to hold
    /// `wanted`.
    void mend(const QByteArray& wanted, const QByteArray& broken);
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
    m_program->entry(u"Findings"_s, u"%1*%2*"_s.arg(code).arg(line));
}

void TestFindingsFlow::mend(const QByteArray& wanted, const QByteArray& broken)
{
    for (int step = 0; step < 12; ++step) {
        m_desktop->key(u"F8"_s);
        m_desktop->key(u"ctrl+period"_s);
        m_program->waitFor([this] { return m_program->focus().role() == u"list item"_s; }, u"the quick fixes"_s);
        const QString fix = m_program->focus().name();
        if (!fix.contains(QString::fromUtf8(wanted).trimmed().section(u' ', -1))) {
            m_desktop->key(u"Escape"_s);
            continue;
        }
        m_desktop->key(u"Return"_s);
        m_desktop->key(u"ctrl+s"_s);
        m_program->waitFor([&] { return read().contains(wanted) && !read().contains(broken); },
                           u"the file to be mended"_s);
        return;
    }
    fail(u"no quick fix for "_s + QString::fromUtf8(broken));
}

void TestFindingsFlow::flow()
{
    m_program = std::make_unique<Program>(*m_desktop, QStringList{m_sample});
    m_program->window(u"shop*"_s);
    const QByteArray before = read();
    m_program->goTo(u"reviews-vs.yaml"_s);
    m_program->waitFor([this] { return m_program->focus().name().contains(u"reviews-vs.yaml"_s); }, u"the editor"_s);
    m_program->click(u"menu item"_s, u"View"_s);
    m_program->click(u"menu item"_s, u"Findings"_s);
    replace(u"edge/shop-gw"_s, u"edge/shop-gx"_s, u"IST0101"_s, 13);
    replace(u"timeout: 3s"_s, u"timeout: 3x"_s, u"IST0106"_s, 28);
    replace(u"attempts:"_s, u"attemps:"_s, u"IST0106"_s, 30);
    replace(u"subset: v2"_s, u"subset: v9"_s, u"IST0101"_s, 41);
    replace(u"weight: 10"_s, u"weight: \"ten\""_s, u"IST0106"_s, 42);
    m_desktop->key(u"ctrl+s"_s);
    m_program->waitFor([&] { return read() != before; }, u"the file to be written"_s);
    const QByteArray broken = read();
    QVERIFY(broken.contains("edge/shop-gx"));
    QVERIFY(broken.contains("attemps: 2"));
    // the caret goes from one to the next; three are mended where they stand
    mend("- edge/shop-gw", "edge/shop-gx");
    mend("attempts: 2", "attemps: 2");
    mend("subset: v2", "subset: v9");
    const QByteArray mended = read();
    QVERIFY(mended.contains("timeout: 3x"));
    QVERIFY(mended.contains("weight: \"ten\" # new layout"));
}

QTEST_GUILESS_MAIN(TestFindingsFlow)
#include "tst_findingsflow.moc"
