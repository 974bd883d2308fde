// SPDX-License-Identifier: Apache-2.0
// Every control of every page, dock and dialog of the program as the accessibility bus has it: a name, and a role that
// says what it is. The tree twin says what the picture says.
#include "tests/program/dotpicture.h"
#include "tests/program/program.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft::program;

namespace {

/// What a person presses, types into or walks through.
const QSet<QString>& controlRoles()
{
    static const QSet<QString> roles{u"button menu"_s,  u"canvas"_s,
                                     u"check box"_s,    u"check menu item"_s,
                                     u"combo box"_s,    u"link"_s,
                                     u"list"_s,         u"list box"_s,
                                     u"list item"_s,    u"menu item"_s,
                                     u"page tab"_s,     u"push button"_s,
                                     u"radio button"_s, u"radio menu item"_s,
                                     u"slider"_s,       u"spin box"_s,
                                     u"spin button"_s,  u"table"_s,
                                     u"text"_s,         u"toggle button"_s,
                                     u"tree"_s,         u"tree item"_s,
                                     u"tree table"_s};
    return roles;
}

/// What may have the keys without being one: it has parts that are, or holds what is shown.
const QSet<QString>& holderRoles()
{
    static const QSet<QString> roles{u"page tab list"_s, u"panel"_s, u"cell"_s};
    return roles;
}

/// A row of the tree twin.
struct Row {
    int indent = 0;
    QString name;
    QString says;
};

} // namespace

class TestAccessibilityBus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyControlHasANameAndARole();
    void controlsAreWhatTheyAre();
    void treeSaysWhatThePictureSays();

private:
    void walkEverything();
    void compareTree();
    QList<Row> openTree() const;
    void check(const QString& scene);
    void checkMenus(const QString& scene, const Accessible& below);
    void complain(const QString& scene, const Accessible& about, const QString& what);
    void visit(const QString& scene, const std::function<void()>& go);
    void leave(const QString& title) const;
    void edit() const;
    void run(void (TestAccessibilityBus::*walk)());

    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Program> m_program;
    QString m_sample;
    QStringList m_complaints;
    QSet<QString> m_visited; ///< paths on the bus
    QMap<QString, QSet<QString>> m_seen; ///< role -> names, over all scenes
};

void TestAccessibilityBus::initTestCase()
{
    try {
        m_desktop = std::make_unique<Desktop>();
        m_sample = m_desktop->path(u"shop"_s);
        m_desktop->run(QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft-cli"), {u"sample"_s, m_sample});
        m_program = std::make_unique<Program>(*m_desktop, QStringList{m_sample});
        m_program->window(u"shop*"_s);
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

void TestAccessibilityBus::cleanup()
{
    if (m_program && QTest::currentTestFailed()) {
        m_program->saveState(u"tst_accessibilitybus-"_s + QLatin1StringView(QTest::currentTestFunction()));
    }
}

void TestAccessibilityBus::run(void (TestAccessibilityBus::*walk)())
{
    try {
        (this->*walk)();
    } catch (const Failure& failure) {
        QFAIL(qPrintable(failure.text));
    }
}

void TestAccessibilityBus::complain(const QString& scene, const Accessible& about, const QString& what)
{
    const QString line = u"%1: %2: %3"_s.arg(scene, about.toString(), what);
    if (!m_complaints.contains(line)) {
        m_complaints << line;
    }
}

/// Everything that is shown in all windows.
void TestAccessibilityBus::check(const QString& scene)
{
    const auto visit = [&](const Accessible& each) {
        // What stays the same from place to place is looked at once.
        if (m_visited.contains(each.path())) {
            return true;
        }
        m_visited.insert(each.path());
        const QString role = each.role();
        const QString name = each.called();
        const bool isControl = controlRoles().contains(role);
        m_seen[role].insert(name);
        if (each.has(State::Focusable) && !isControl && !holderRoles().contains(role)) {
            complain(scene, each, u"takes the keys, but is no control"_s);
        }
        if ((isControl || each.has(State::Focusable)) && role != u"cell"_s && name.trimmed().isEmpty()) {
            complain(scene, each, u"has no name"_s);
        }
        return true;
    };
    for (const Accessible& window : m_program->root().children()) {
        if (window.has(State::Showing)) {
            window.walk(visit);
        }
    }
}

/// Menus are there for a screen reader before they are opened.
void TestAccessibilityBus::checkMenus(const QString& scene, const Accessible& below)
{
    for (const Accessible& child : below.children()) {
        const QString role = child.role();
        if (role.endsWith(u"menu item"_s)) {
            m_seen[role].insert(child.name());
            if (child.name().isEmpty()) {
                complain(scene, child, u"has no name"_s);
            }
        }
        checkMenus(scene, child);
    }
}

/// Gives the route another destination and a plan.
void TestAccessibilityBus::edit() const
{
    m_program->goTo(u"reviews"_s);
    m_program->click(u"push button"_s, u"Add destination"_s);
    m_program->choose(m_program->control(u"combo box"_s, u"To"_s), u"Another subset of reviews*"_s);
    m_program->control(u"text"_s, u"Subset"_s);
}

/// One place after the other; what cannot be reached is a complaint, too.
void TestAccessibilityBus::visit(const QString& scene, const std::function<void()>& go)
{
    try {
        go();
        check(scene);
    } catch (const Failure& failure) {
        m_complaints << scene + u": "_s + failure.text;
        m_desktop->keys({u"Escape"_s, u"Escape"_s});
        m_program->window(u"shop*"_s);
    }
}

void TestAccessibilityBus::walkEverything()
{
    const auto show = [this](const QString& keys, const QString& role, const QString& name) {
        return [this, keys, role, name] {
            m_desktop->key(keys);
            m_program->control(role, name);
        };
    };
    visit(u"topology"_s, [this] { m_program->control(u"canvas"_s, u"Topology"_s); });
    visit(u"menus"_s, [this] {
        checkMenus(u"menus"_s, m_program->control(u"menu bar"_s, u"*"_s));
        for (const char* name : {"Show", "Labels", "Layers", "Export, print, list", "Appearance", "Environment *"}) {
            // These are there when they are open.
            m_program->click(u"button menu"_s, QString::fromLatin1(name));
            m_desktop->key(u"Down"_s);
            m_program->waitFor([this] { return m_program->focus().role().endsWith(u"menu item"_s); },
                               u"the menu "_s + QLatin1StringView(name));
            checkMenus(u"menus"_s, m_program->focus().parent());
            m_desktop->key(u"Escape"_s);
        }
    });
    visit(u"inspector with its forms"_s, [this] {
        m_program->click(u"check box"_s, u"Legend"_s);
        edit();
        m_program->click(u"push button"_s, u"Add preview route"_s);
    });
    visit(u"inspector with a plan"_s, [this] {
        m_program->click(m_program->lastControl(u"push button"_s, u"Add destination"_s));
        m_program->click(u"push button"_s, u"Plan canary"_s);
        m_program->click(u"radio button"_s, u"Step 2*"_s);
        m_program->click(u"check box"_s, u"Mirror"_s);
    });
    visit(u"stacked branches"_s, [this] {
        m_program->click(u"push button"_s, u"Write as stacked branches*"_s);
        m_program->window(u"Stacked branches*"_s);
    });
    leave(u"Stacked branches*"_s);
    visit(u"pending changes"_s, show(u"alt+3"_s, u"radio button"_s, u"Unified"_s));
    visit(u"findings"_s, show(u"alt+4"_s, u"tree"_s, u"Findings"_s));
    visit(u"topology as tree"_s, show(u"alt+5"_s, u"tree"_s, u"Topology as tree"_s));
    visit(u"topology as list"_s, [this] {
        m_program->click(u"radio button"_s, u"Routes"_s);
        m_program->control(u"table"_s, u"Topology as list"_s);
    });
    visit(u"topology as tree"_s, [this] { m_program->click(u"radio button"_s, u"Tree"_s); });
    const std::initializer_list<std::pair<const char16_t*, const char16_t*>> dialogs{
        {u"ctrl+Return", u"Commit*"},  {u"ctrl+slash", u"Shortcuts*"},
        {u"ctrl+n", u"New resource*"}, {u"ctrl+d", u"Duplicate*"},
        {u"F2", u"Rename*"},           {u"ctrl+shift+m", u"Compare environments*"}};
    for (const auto& [keys, title] : dialogs) {
        const QString name = QString::fromUtf16(title);
        visit(name, [&] {
            m_desktop->key(QString::fromUtf16(keys));
            m_program->window(name);
        });
        leave(name);
    }
    visit(u"delete"_s, [this] {
        m_program->goTo(u"shop-gw"_s);
        m_program->control(u"link"_s, u"base/edge/shop-gw.yaml*"_s);
        m_desktop->key(u"ctrl+Delete"_s);
        m_program->window(u"Delete shop-gw*"_s);
    });
    leave(u"Delete shop-gw*"_s);
    visit(u"editor"_s, show(u"ctrl+3"_s, u"text"_s, u"Text of *"_s));
    visit(u"find and replace"_s, show(u"ctrl+h"_s, u"text"_s, u"Replace*"_s));
    visit(u"start"_s, show(u"ctrl+1"_s, u"list"_s, u"Recent repositories"_s));
    visit(u"topology again"_s, show(u"ctrl+2"_s, u"canvas"_s, u"Topology"_s));
}

/// Closes a dialog.
void TestAccessibilityBus::leave(const QString& title) const
{
    if (m_program->hasWindow(title)) {
        m_desktop->key(u"Escape"_s);
        m_program->waitFor([&] { return !m_program->hasWindow(title); }, title + u" to close"_s);
        m_program->window(u"shop*"_s);
    }
}

void TestAccessibilityBus::everyControlHasANameAndARole()
{
    run(&TestAccessibilityBus::walkEverything);
    for (const QString& complaint : std::as_const(m_complaints)) {
        qWarning("%s", qPrintable(complaint));
    }
    QVERIFY(m_complaints.isEmpty());
}

/// Some of each role, so that a walk which saw nothing cannot pass.
void TestAccessibilityBus::controlsAreWhatTheyAre()
{
    const QMap<QString, QStringList> wanted{
        {u"slider"_s, {u"Weight of reviews v1"_s, u"Weight of reviews v4"_s}},
        {u"spin box"_s, {u"Weight of reviews v1, number"_s, u"Pause after the step, in minutes"_s}},
        {u"check box"_s, {u"Lock the weight of reviews v1"_s, u"Mirror"_s, u"Minimap"_s}},
        {u"combo box"_s, {u"To"_s, u"Move traffic to"_s, u"Asked for by"_s, u"File"_s, u"Kind"_s, u"Mirror to"_s}},
        {u"page tab"_s, {u"Start"_s, u"Topology"_s, u"Editor"_s, u"Findings"_s, u"Topology as list"_s}},
        {u"radio button"_s, {u"Tree"_s, u"Routes"_s, u"Unified"_s, u"default"_s, u"New branch"_s}},
        {u"push button"_s, {u"Plan canary"_s, u"Next step"_s, u"Commit"_s, u"Make 5 branches"_s, u"Canary plan"_s}},
        {u"text"_s, {u"Commit message"_s, u"Names start with"_s, u"Difference"_s, u"Filter the mesh"_s, u"New name"_s}},
        {u"canvas"_s, {u"Topology"_s}},
        {u"tree"_s, {u"Mesh"_s, u"Topology as tree"_s}},
        {u"link"_s, {u"base/shop/reviews-vs.yaml:3"_s}},
        {u"menu item"_s, {u"File"_s, u"Save files"_s, u"Whole mesh"_s}},
    };
    for (auto role = wanted.begin(); role != wanted.end(); ++role) {
        for (const QString& name : role.value()) {
            QVERIFY2(m_seen.value(role.key()).contains(name),
                     qPrintable(u"no %1 \"%2\" among %3"_s.arg(
                         role.key(), name, QStringList(m_seen.value(role.key()).values()).join(u", "_s))));
        }
    }
}

void TestAccessibilityBus::compareTree()
{
    // what the files have, without the edits of the walk
    const Accessible undo = m_program->control(u"push button"_s, u"Undo"_s);
    while (undo.has(State::Enabled)) {
        const QString before = undo.description();
        m_program->click(undo);
        m_program->waitFor([&] { return undo.description() != before; }, u"the step to be undone"_s);
    }
    m_desktop->key(u"alt+5"_s);
    const QList<Row> rows = openTree();
    int declared = 0;
    QMap<QString, QString> locks;
    QStringList said;
    QStringList path;
    QList<int> indents;
    for (const Row& row : rows) {
        while (!indents.isEmpty() && indents.last() >= row.indent) {
            indents.removeLast();
            path.removeLast();
        }
        indents << row.indent;
        path << row.name;
        if (row.says.contains(u"declared caller"_s)) {
            ++declared; // the exported picture leaves them out
            continue;
        }
        QString share = row.says.section(u" · "_s, 0, 0);
        if (share == u"TCP"_s) {
            share = u"100 %"_s; // the picture writes the protocol when all goes there
        }
        said << (fits(share, u"* %"_s) ? path.join(u'/') + u" | "_s + share : path.join(u'/'));
        if (path.size() == 1) {
            locks.insert(row.name, row.says);
        }
    }
    said.sort();
    const QString dot = m_desktop->path(u"shop.dot"_s);
    m_desktop->run(QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft-cli"),
                   {u"render"_s, u"--repo"_s, m_sample, u"--env"_s, u"base"_s, u"-o"_s, dot});
    QFile file(dot);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList shown = linesOfDot(QString::fromUtf8(file.readAll()));
    QVERIFY(shown.contains(u"shop/reviews/default/→ reviews v1 | 90 %"_s));
    QStringList missing = shown;
    QStringList more = said;
    for (const QString& line : said) {
        missing.removeOne(line);
    }
    for (const QString& line : shown) {
        more.removeOne(line);
    }
    QVERIFY2(
        missing.isEmpty() && more.isEmpty(),
        qPrintable(u"the tree does not say:\n%1\nand says more:\n%2"_s.arg(missing.join(u'\n'), more.join(u'\n'))));
    QVERIFY(declared > 0);
    for (const auto& [name, mode] :
         {std::pair{u"edge"_s, u"STRICT"_s}, {u"orders"_s, u"PERMISSIVE"_s}, {u"shop"_s, u"STRICT"_s}}) {
        QVERIFY2(locks.value(name).contains(mode), qPrintable(name + u": "_s + locks.value(name)));
    }
}

/// The rows of the tree twin, all of it opened: from the last group to the first, `*` opens what is below.
QList<Row> TestAccessibilityBus::openTree() const
{
    const Accessible tree = m_program->control(u"tree"_s, u"Topology as tree"_s);
    m_program->click(tree);
    m_desktop->key(u"End"_s);
    for (int groups = 0; groups < 5; ++groups) {
        m_desktop->keys({u"Left"_s, u"KP_Multiply"_s, u"Up"_s});
    }
    QList<Row> rows;
    int before = -1;
    m_program->waitFor([&] { return std::exchange(before, tree.rowCount()) == tree.rowCount(); }, u"the rows"_s);
    for (int i = 0; i < tree.rowCount(); ++i) {
        const Accessible cell = tree.cell(i, 0);
        const QString text = cell.name();
        rows << Row{cell.extents().left(), text.section(u", "_s, 0, 0), text.section(u", "_s, 1)};
    }
    return rows;
}

void TestAccessibilityBus::treeSaysWhatThePictureSays()
{
    run(&TestAccessibilityBus::compareTree);
}

QTEST_GUILESS_MAIN(TestAccessibilityBus)
#include "tst_accessibilitybus.moc"
