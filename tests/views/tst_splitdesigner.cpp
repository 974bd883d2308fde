// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/common/chip.h"
#include "views/common/collapsiblesection.h"
#include "views/inspector/inspectorpanel.h"
#include "views/inspector/weightslider.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;
using Weights = std::vector<std::int64_t>;

class TestSplitDesigner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void dragChangesWeightsInOneUndoStep();
    void undoBringsTheOldWeightsBack();
    void clickOnTheGrooveMovesTheHandle();
    void keysMoveByOneFiveAndToTheEnds();
    void digitsOnTheSliderTypeTheWeight();
    void lockedWeightsStay();
    void lockKeyLocks();
    void totalIsAlwaysRight();
    void chipsSayWhatChanged();
    void revertSplitRestoresTheFile();
    void onlyTheDigitsChangeInTheFile();
    void singleDestinationCannotMove();
    void numberFieldIsOneUndoStep();
    void valuesBeyondTheTotalAreClamped();

private:
    WeightSlider* slider(int part) const { return child<WeightSlider>("weightSlider_", part); }
    QSpinBox* spin(int part) const { return child<QSpinBox>("weightSpin_", part); }
    QToolButton* lock(int part) const { return child<QToolButton>("lockButton_", part); }
    template <typename T> T* child(const char* name, int part) const
    {
        auto* found = m_panel->findChild<T*>(QLatin1StringView(name) + QString::number(part));
        Q_ASSERT(found != nullptr);
        return found;
    }
    void drag(WeightSlider* slider, const QList<int>& values) const;

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<InspectorPanel> m_panel;
};

void TestSplitDesigner::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(m_fixture->open());
    m_panel = std::make_unique<InspectorPanel>(m_fixture->theme, m_fixture->workspace);
    QObject::connect(&m_fixture->workspace, &workspace::Workspace::snapshotChanged, m_panel.get(),
                     &InspectorPanel::setSnapshot);
    m_panel->resize(318, 800);
    m_panel->setSnapshot(m_fixture->workspace.snapshot());
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QCOMPARE(m_fixture->weights(), (Weights{90, 10, 0}));
}

void TestSplitDesigner::cleanup()
{
    m_panel.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestSplitDesigner::drag(WeightSlider* slider, const QList<int>& values) const
{
    QTest::mousePress(slider, Qt::LeftButton, {}, slider->positionOf(slider->value()));
    for (const int value : values) {
        QTest::mouseMove(slider, slider->positionOf(value));
        // Offscreen, QTest::mouseMove carries no button; the drag is what a window system would send.
        QMouseEvent move(QEvent::MouseMove, QPointF(slider->positionOf(value)),
                         QPointF(slider->mapToGlobal(slider->positionOf(value))), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(slider, &move);
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, slider->positionOf(values.back()));
}

void TestSplitDesigner::dragChangesWeightsInOneUndoStep()
{
    drag(slider(2), {2, 7, 15, 10});
    QCOMPARE(m_fixture->weights(), (Weights{80, 10, 10}));
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    QCOMPARE(spin(0)->value(), 80);
    QCOMPARE(spin(2)->value(), 10);
    drag(slider(2), {12, 20});
    QCOMPARE(m_fixture->weights(), (Weights{70, 10, 20}));
    QCOMPARE(m_fixture->workspace.undoStack().count(), 2);
}

void TestSplitDesigner::undoBringsTheOldWeightsBack()
{
    drag(slider(2), {5, 10});
    m_fixture->workspace.undoStack().undo();
    QCOMPARE(m_fixture->weights(), (Weights{90, 10, 0}));
    QCOMPARE(slider(0)->value(), 90);
    QCOMPARE(slider(2)->value(), 0);
    m_fixture->workspace.undoStack().redo();
    QCOMPARE(slider(2)->value(), 10);
}

void TestSplitDesigner::clickOnTheGrooveMovesTheHandle()
{
    QTest::mouseClick(slider(0), Qt::LeftButton, {}, slider(0)->positionOf(50));
    QCOMPARE(m_fixture->weights(), (Weights{50, 50, 0}));
}

void TestSplitDesigner::keysMoveByOneFiveAndToTheEnds()
{
    slider(2)->setFocus();
    QTest::keyClick(slider(2), Qt::Key_Right);
    QCOMPARE(m_fixture->weights(), (Weights{89, 10, 1}));
    QTest::keyClick(slider(2), Qt::Key_PageUp);
    QCOMPARE(m_fixture->weights(), (Weights{84, 10, 6}));
    QTest::keyClick(slider(2), Qt::Key_Left);
    QCOMPARE(m_fixture->weights(), (Weights{85, 10, 5}));
    QTest::keyClick(slider(2), Qt::Key_End);
    QCOMPARE(m_fixture->weights(), (Weights{0, 0, 100}));
    QTest::keyClick(slider(2), Qt::Key_Home);
    QCOMPARE(m_fixture->weights().back(), 0);
}

void TestSplitDesigner::digitsOnTheSliderTypeTheWeight()
{
    slider(2)->setFocus();
    QTest::keyClicks(slider(2), u"2"_s);
    QVERIFY(spin(2)->hasFocus());
    QTest::keyClicks(spin(2), u"5"_s);
    QTest::keyClick(spin(2), Qt::Key_Return);
    QCOMPARE(m_fixture->weights(), (Weights{65, 10, 25}));
}

void TestSplitDesigner::lockedWeightsStay()
{
    QTest::mouseClick(lock(0), Qt::LeftButton);
    QVERIFY(lock(0)->isChecked());
    QVERIFY(!slider(0)->isEnabled());
    drag(slider(2), {4, 6});
    QCOMPARE(m_fixture->weights(), (Weights{90, 4, 6}));
    drag(slider(2), {40, 60});
    QCOMPARE(m_fixture->weights(), (Weights{90, 0, 10}));
    QCOMPARE(slider(2)->value(), 10);
    QTest::mouseClick(lock(0), Qt::LeftButton);
    drag(slider(2), {20, 30});
    QCOMPARE(m_fixture->weights(), (Weights{70, 0, 30}));
}

void TestSplitDesigner::lockKeyLocks()
{
    slider(1)->setFocus();
    QTest::keyClick(slider(1), Qt::Key_L);
    QVERIFY(lock(1)->isChecked());
    drag(slider(2), {50, 95});
    QCOMPARE(m_fixture->weights(), (Weights{0, 10, 90}));
}

void TestSplitDesigner::totalIsAlwaysRight()
{
    const QList<std::pair<int, int>> moves{{0, 13}, {1, 77}, {2, 100}, {0, 1}, {1, 0}, {2, 33}, {0, 99}};
    for (const auto& [part, value] : moves) {
        QTest::mouseClick(slider(part), Qt::LeftButton, {}, slider(part)->positionOf(value));
        const Weights now = m_fixture->weights();
        QCOMPARE(std::accumulate(now.begin(), now.end(), std::int64_t{0}), 100);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(slider(i)->value(), now[static_cast<std::size_t>(i)]);
            QCOMPARE(spin(i)->value(), now[static_cast<std::size_t>(i)]);
        }
    }
    const auto* section = m_panel->findChild<CollapsibleSection*>(u"splitSection"_s);
    QCOMPARE(section->header()->summary(), u"total 100"_s);
}

void TestSplitDesigner::chipsSayWhatChanged()
{
    QCOMPARE(child<Chip>("weightChip_", 0)->isHidden(), true);
    drag(slider(2), {10});
    QCOMPARE(child<Chip>("weightChip_", 0)->text(), u"~ 90 → 80"_s);
    QCOMPARE(child<Chip>("weightChip_", 2)->text(), u"~ 0 → 10"_s);
    QCOMPARE(child<Chip>("weightChip_", 1)->isHidden(), true);
    QCOMPARE(slider(0)->mark(), std::optional<int>(90));
    QCOMPARE(slider(1)->mark(), std::nullopt);
}

void TestSplitDesigner::revertSplitRestoresTheFile()
{
    auto* revert = m_panel->findChild<QPushButton*>(u"revertSplit"_s);
    QVERIFY(!revert->isEnabled());
    drag(slider(2), {10});
    QVERIFY(revert->isEnabled());
    QTest::mouseClick(revert, Qt::LeftButton);
    QCOMPARE(m_fixture->weights(), (Weights{90, 10, 0}));
    QVERIFY(m_fixture->workspace.snapshot()->changedFiles().empty());
}

void TestSplitDesigner::onlyTheDigitsChangeInTheFile()
{
    drag(slider(2), {10});
    QByteArray expected = reviewsYaml();
    expected.replace("weight: 90 # stable", "weight: 80 # stable")
        .replace("weight: 0 # not yet", "weight: 10 # not yet");
    const mesh::SourceFile* file = m_fixture->workspace.snapshot()->current.find("mesh/reviews-vs.yaml");
    QVERIFY(file != nullptr);
    QCOMPARE(QByteArray::fromStdString(*file->text->text), expected);
}

void TestSplitDesigner::singleDestinationCannotMove()
{
    mesh::ElementRef first = m_fixture->splitRoute();
    const mesh::MeshGraph& graph = *m_fixture->workspace.snapshot()->graph;
    const mesh::Resource& resource = graph.at(graph.find(first));
    m_fixture->workspace.selection().select(resource.element(std::get<mesh::RouteTable>(resource.body).routes[0].node));
    QCOMPARE(spin(0)->value(), 100);
    QVERIFY(!slider(0)->isEnabled());
    QTest::mouseClick(slider(0), Qt::LeftButton, {}, slider(0)->positionOf(20));
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestSplitDesigner::numberFieldIsOneUndoStep()
{
    spin(2)->setFocus();
    spin(2)->selectAll();
    QTest::keyClicks(spin(2), u"33"_s);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 0);
    QTest::keyClick(spin(2), Qt::Key_Return);
    QCOMPARE(m_fixture->weights(), (Weights{57, 10, 33}));
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
}

void TestSplitDesigner::valuesBeyondTheTotalAreClamped()
{
    QTest::mouseClick(lock(0), Qt::LeftButton);
    spin(2)->setFocus();
    spin(2)->selectAll();
    QTest::keyClicks(spin(2), u"60"_s);
    QTest::keyClick(spin(2), Qt::Key_Return);
    QCOMPARE(m_fixture->weights(), (Weights{90, 0, 10}));
    QCOMPARE(spin(2)->value(), 10);
}

int main(int argc, char** argv)
{
    return runViewTest<TestSplitDesigner>(argc, argv);
}

#include "tst_splitdesigner.moc"
