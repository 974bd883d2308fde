// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

mesh::ElementRef element(const std::string& name)
{
    mesh::ElementRef result;
    result.key.kind = "Service";
    result.key.name = name;
    return result;
}

} // namespace

class TestSelection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesBackAndForward();
    void aNewChoiceDropsWhatLayAhead();
    void theSameElementIsNoNewStep();
    void nothingIsNoStep();
    void keepsOneHundred();
    void clearForgetsEverything();
    void viewsAreSteps();
};

void TestSelection::goesBackAndForward()
{
    Selection selection;
    QVERIFY(!selection.canGoBack() && !selection.canGoForward());
    selection.goBack();
    selection.goForward();
    QVERIFY(selection.current().isNull());
    selection.select(element("a"));
    selection.select(element("b"));
    QSignalSpy changed(&selection, &Selection::changed);
    selection.goBack();
    QCOMPARE(selection.current(), element("a"));
    QVERIFY(!selection.canGoBack() && selection.canGoForward());
    selection.goForward();
    QCOMPARE(selection.current(), element("b"));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.last().at(1).value<QObject*>(), nullptr);
}

void TestSelection::aNewChoiceDropsWhatLayAhead()
{
    Selection selection;
    for (const auto* name : {"a", "b", "c"})
        selection.select(element(name));
    selection.goBack();
    selection.goBack();
    selection.select(element("d"), this);
    QVERIFY(!selection.canGoForward());
    selection.goBack();
    QCOMPARE(selection.current(), element("a"));
}

void TestSelection::theSameElementIsNoNewStep()
{
    Selection selection;
    QSignalSpy changed(&selection, &Selection::changed);
    selection.select(element("a"), this);
    selection.select(element("a"), this);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).value<QObject*>(), this);
    selection.select({});
    selection.select(element("a"));
    QVERIFY(!selection.canGoBack());
}

void TestSelection::nothingIsNoStep()
{
    Selection selection;
    selection.select(element("a"));
    selection.select(element("b"));
    selection.select({});
    QVERIFY(selection.current().isNull());
    selection.goBack();
    QCOMPARE(selection.current(), element("a"));
}

void TestSelection::keepsOneHundred()
{
    Selection selection;
    for (int i = 0; i < 150; ++i)
        selection.select(element(std::to_string(i)));
    int steps = 0;
    while (selection.canGoBack()) {
        selection.goBack();
        ++steps;
    }
    QCOMPARE(steps, 99);
    QCOMPARE(selection.current(), element("50"));
}

void TestSelection::clearForgetsEverything()
{
    Selection selection;
    selection.select(element("a"));
    selection.select(element("b"));
    selection.clear();
    QVERIFY(selection.current().isNull());
    QVERIFY(!selection.canGoBack() && !selection.canGoForward());
    selection.select(element("c"));
    QCOMPARE(selection.current(), element("c"));
    QVERIFY(!selection.canGoBack());
}

/// What the picture shows is part of the way back.
void TestSelection::viewsAreSteps()
{
    Selection selection;
    QSignalSpy restored(&selection, &Selection::viewRestored);
    selection.replaceView(1);
    QVERIFY(!selection.canGoBack());
    selection.setView(2);
    QVERIFY(selection.canGoBack());
    selection.setView(2);
    selection.select(element("a"));
    selection.setView(3);
    selection.goBack();
    QCOMPARE(selection.view(), QVariant(2));
    QCOMPARE(selection.current(), element("a"));
    QCOMPARE(restored.size(), 1);
    selection.goBack();
    QVERIFY(selection.current().isNull());
    QCOMPARE(restored.size(), 1); // the same view: nothing to restore
    selection.goBack();
    QCOMPARE(selection.view(), QVariant(1));
    QCOMPARE(restored.size(), 2);
    QVERIFY(!selection.canGoBack());
    selection.goForward();
    QCOMPARE(selection.view(), QVariant(2));
}

QTEST_APPLESS_MAIN(TestSelection)
#include "tst_selection.moc"
