// SPDX-License-Identifier: Apache-2.0
// From a service to stacked branches in the program itself, once with keys alone and once with the mouse alone: real
// events of an X server, seen through the accessibility bus only, judged by git.
#include "tests/program/program.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft::program;

class TestWholeFlow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void byKeyboardAlone();
    void byMouseAlone();

private:
    QString git(const QStringList& arguments) const;
    /// The lines that `git diff` takes away and adds.
    QString lines(const QStringList& what) const;
    QByteArray read(const char* file) const;
    void start();
    void stepsAreBranches(const QString& subset, const QString& prefix) const;
    void isAsBefore(const QByteArray& ruleBefore) const;
    void keys();
    void mouse();
    void run(void (TestWholeFlow::*flow)());

    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Program> m_program;
    QString m_sample;
};

namespace {

constexpr auto routes = "base/shop/reviews-vs.yaml";
constexpr auto rule = "base/shop/reviews-dr.yaml";

} // namespace

QString TestWholeFlow::git(const QStringList& arguments) const
{
    return QString::fromUtf8(m_desktop->run(u"git"_s, arguments, m_sample)).trimmed();
}

QString TestWholeFlow::lines(const QStringList& what) const
{
    QStringList result;
    for (const QString& line : git(QStringList{u"diff"_s, u"-U0"_s} + what).split(u'\n')) {
        if ((line.startsWith(u'-') || line.startsWith(u'+')) && !line.startsWith(u"---"_s)
            && !line.startsWith(u"+++"_s)) {
            result << line;
        }
    }
    return result.join(u'\n');
}

QByteArray TestWholeFlow::read(const char* file) const
{
    QFile in(m_sample + u'/' + QLatin1StringView(file));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void TestWholeFlow::initTestCase()
{
    try {
        m_desktop = std::make_unique<Desktop>();
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

void TestWholeFlow::init()
{
    m_sample = m_desktop->path(QLatin1StringView(QTest::currentTestFunction()) + u"/shop"_s);
    QDir().mkpath(QFileInfo(m_sample).path());
}

void TestWholeFlow::cleanup()
{
    if (m_program && QTest::currentTestFailed()) {
        m_program->saveState(u"tst_wholeflow-"_s + QLatin1StringView(QTest::currentTestFunction()));
    }
    m_program.reset();
}

void TestWholeFlow::run(void (TestWholeFlow::*flow)())
{
    try {
        start();
        (this->*flow)();
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

void TestWholeFlow::start()
{
    m_desktop->run(QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft-cli"), {u"sample"_s, m_sample});
    m_program = std::make_unique<Program>(*m_desktop, QStringList{m_sample});
    m_program->window(u"shop*"_s);
}

/// Each branch differs from the one below it by the lines that its step needs and no others.
void TestWholeFlow::stepsAreBranches(const QString& subset, const QString& prefix) const
{
    const auto branch = [&](const char* name) { return prefix + QLatin1StringView(name); };
    QCOMPARE(git({u"branch"_s, u"--format=%(refname:short)"_s, u"--list"_s, prefix + u'*'}).split(u'\n'),
             QStringList({branch("-1-subset"), branch("-2-10"), branch("-3-25"), branch("-4-50"), branch("-5-100")}));
    QCOMPARE(lines({u"main"_s, branch("-1-subset")}), u"+  - name: %1\n+    labels:\n+      version: %1"_s.arg(subset));
    QCOMPARE(git({u"diff"_s, u"--numstat"_s, u"main"_s, branch("-1-subset")}),
             u"3\t0\t%1"_s.arg(QLatin1StringView(rule)));
    QCOMPARE(
        lines({branch("-1-subset"), branch("-2-10")}),
        u"-          weight: 90 # stable\n+          weight: 80 # stable\n"
        "+        - destination:\n+            host: reviews\n+            subset: %1\n+          weight: 10"_s.arg(
            subset));
    QCOMPARE(lines({branch("-2-10"), branch("-3-25")}),
             u"-          weight: 80 # stable\n+          weight: 65 # stable\n-          weight: 10\n"
             "+          weight: 25"_s);
    QCOMPARE(lines({branch("-3-25"), branch("-4-50")}),
             u"-          weight: 65 # stable\n+          weight: 40 # stable\n-          weight: 25\n"
             "+          weight: 50"_s);
    QCOMPARE(lines({branch("-4-50"), branch("-5-100")}),
             u"-          weight: 40 # stable\n+          weight: 0 # stable\n"
             "-          weight: 10 # new layout, since 30 March\n+          weight: 0 # new layout, since 30 March\n"
             "-          weight: 50\n+          weight: 100"_s);
    // neither the branch nor the files of the user moved
    QCOMPARE(git({u"symbolic-ref"_s, u"--short"_s, u"HEAD"_s}), u"main"_s);
    QCOMPARE(git({u"status"_s, u"--porcelain"_s}), QString());
}

void TestWholeFlow::byKeyboardAlone()
{
    run(&TestWholeFlow::keys);
}

void TestWholeFlow::keys()
{
    const QByteArray routesBefore = read(routes);
    const QByteArray ruleBefore = read(rule);
    // find the service
    m_program->goTo(u"reviews"_s);
    // add a destination with a new subset
    m_program->walkTo(u"push button"_s, u"Add destination"_s);
    m_desktop->key(u"space"_s);
    m_program->waitFor([this] { return m_program->focus().role() == u"combo box"_s; }, u"the form"_s);
    m_desktop->key(u"End"_s);
    m_program->walkTo(u"text"_s, u"Subset"_s);
    m_desktop->type(u"green"_s);
    m_desktop->key(u"Return"_s);
    m_program->waitFor([this] { return fits(m_program->focus().name(), u"Weight of reviews green"_s); },
                       u"the slider of the new destination"_s);
    // plan four steps, write them as branches
    m_program->walkTo(u"push button"_s, u"Plan canary"_s);
    m_desktop->key(u"space"_s);
    m_program->walkTo(u"push button"_s, u"Write as stacked branches*"_s);
    m_desktop->key(u"space"_s);
    m_program->window(u"Stacked branches*"_s);
    m_program->waitFor([this] { return m_program->focus().role() == u"text"_s; }, u"the names"_s);
    m_desktop->type(u"steps/green"_s);
    m_program->waitFor([this] { return m_program->focus().text() == u"steps/green"_s; }, u"the text steps/green"_s);
    m_desktop->key(u"ctrl+Return"_s);
    m_program->waitFor([this] { return !m_program->hasWindow(u"Stacked branches*"_s); }, u"the branches"_s);
    stepsAreBranches(u"green"_s, u"steps/green"_s);
    if (QTest::currentTestFailed()) {
        return;
    }
    // save, then one more edit on top, saved too
    m_program->window(u"shop*"_s);
    const auto save = [this](const char* file, const QByteArray& old) {
        m_desktop->key(u"ctrl+s"_s);
        m_program->waitFor([&] { return read(file) != old; }, u"the file to be written"_s);
        return read(file);
    };
    const QByteArray added = save(routes, routesBefore);
    m_program->waitFor([&] { return read(rule) != ruleBefore; }, u"the rule to be written"_s);
    QCOMPARE(git({u"diff"_s, u"--numstat"_s}),
             u"3\t0\t%1\n4\t0\t%2"_s.arg(QLatin1StringView(rule), QLatin1StringView(routes)));
    m_program->walkTo(u"push button"_s, u"Next step"_s, u"shift+Tab"_s);
    m_desktop->key(u"space"_s);
    const QByteArray stepped = save(routes, added);
    QVERIFY(stepped.contains("weight: 80 # stable"));
    // undo one: its bytes come back, and so do those of the start
    m_desktop->key(u"ctrl+z"_s);
    QCOMPARE(save(routes, stepped), added);
    m_desktop->key(u"ctrl+z"_s);
    QCOMPARE(save(routes, added), routesBefore);
    isAsBefore(ruleBefore);
}

void TestWholeFlow::byMouseAlone()
{
    run(&TestWholeFlow::mouse);
}

void TestWholeFlow::mouse()
{
    const QByteArray routesBefore = read(routes);
    const QByteArray ruleBefore = read(rule);
    m_program->click(m_program->entry(u"Mesh"_s, u"reviews*"_s));
    m_program->click(u"push button"_s, u"Add destination"_s);
    // another subset, named as the program proposes it
    m_program->choose(m_program->control(u"combo box"_s, u"To"_s), u"Another subset of reviews*"_s);
    m_program->control(u"text"_s, u"Subset"_s);
    m_program->click(m_program->lastControl(u"push button"_s, u"Add destination"_s));
    m_program->control(u"slider"_s, u"Weight of reviews v4"_s);
    m_program->click(u"push button"_s, u"Plan canary"_s);
    m_program->click(u"push button"_s, u"Write as stacked branches*"_s);
    m_program->window(u"Stacked branches*"_s);
    m_program->click(u"push button"_s, u"Make 5 branches"_s);
    m_program->waitFor([this] { return !m_program->hasWindow(u"Stacked branches*"_s); }, u"the branches"_s);
    stepsAreBranches(u"v4"_s, u"canary/reviews-v4"_s);
    if (QTest::currentTestFailed()) {
        return;
    }
    const auto save = [this](const char* file, const QByteArray& old) {
        m_program->click(u"menu item"_s, u"File"_s);
        m_program->click(u"menu item"_s, u"Save files"_s);
        m_program->waitFor([&] { return read(file) != old; }, u"the file to be written"_s);
        return read(file);
    };
    const QByteArray added = save(routes, routesBefore);
    m_program->click(u"push button"_s, u"Next step"_s);
    const QByteArray stepped = save(routes, added);
    QVERIFY(stepped.contains("weight: 80 # stable"));
    m_program->click(u"push button"_s, u"Undo"_s);
    QCOMPARE(save(routes, stepped), added);
    m_program->click(u"push button"_s, u"Undo"_s);
    QCOMPARE(save(routes, added), routesBefore);
    isAsBefore(ruleBefore);
}

/// The other file is written after the first one.
void TestWholeFlow::isAsBefore(const QByteArray& ruleBefore) const
{
    m_program->waitFor([this] { return git({u"status"_s, u"--porcelain"_s}).isEmpty(); }, u"git to see no change"_s);
    QCOMPARE(read(rule), ruleBefore);
}

QTEST_GUILESS_MAIN(TestWholeFlow)
#include "tst_wholeflow.moc"
