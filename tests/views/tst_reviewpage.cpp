// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/changes/diffview.h"
#include "views/common/linklabel.h"
#include "views/common/messagebar.h"
#include "views/common/segmentedswitch.h"
#include "views/common/textlines.h"
#include "views/common/tierbadge.h"
#include "views/editor/editorpage.h"
#include "views/editor/yamledit.h"
#include "views/request/fatemodel.h"
#include "views/request/fatepane.h"
#include "views/request/requestpage.h"
#include "views/review/reviewbar.h"
#include "views/review/reviewdelegate.h"
#include "views/review/reviewfooter.h"
#include "views/review/reviewmodel.h"
#include "views/review/reviewpage.h"
#include "views/review/reviewpicture.h"
#include "views/review/reviewyaml.h"
#include "views/topology/graphcanvas.h"
#include "views/undo/runbookwindow.h"
#include "views/window/mainwindow.h"
#include "views/window/reviewwiring.h"
#include "views/window/workbench.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QGraphicsEffect>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestReviewPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theRailOpensThePage();
    void aBranchIsReviewed();
    void lettersWalkAndMark();
    void aClickOnTheBoxMarks();
    void marksStayFromOneStartToTheNext();
    void noiseIsFolded();
    void thePictureHasFourForms();
    void bothStatesAreLinked();
    void picturesAndListSelectTheSame();
    void aNoteIsExported();
    void theReviewIsExported_data();
    void theReviewIsExported();
    void aRequestIsAskedOnItsPage();
    void endsAreChosenFromMenus();
    void whatCannotBeReadIsSaid();
    void aFailedFetchLeavesTheReview();
    void whatIsReadIsNotYetTheReview();
    void whatIsNotCommittedHasNoRunbook();
    void readingCanBeStopped();
    void theEnvironmentIsTheOpenOne();
    void editsThatAreNotSavedAreSaid();
    void nothingDiffers();
    void aFindingIsShown_data();
    void aFindingIsShown();
    void enterAsksARequest();
    void anEditAsksGitForNothing();
    void aPathIsElidedInItsMiddle();
    void aLongFieldIsWrapped();
    void theEditorOpensAtTheChange();
    void f6WalksThePanes();
    void modelsKeepTheirPromises();
    void everyControlHasAName();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    ReviewPage* page() const { return m_window->findChild<ReviewPage*>(); }
    /// A branch "canary" that moves weights, adds a comment to another file and takes a subset away.
    bool open();
    /// The repository in the window, and its review by key.
    bool openPage();
    bool waitForReview() const
    {
        return QTest::qWaitFor(
            [this] { return page()->review().has_value() && !page()->isRunning() && !page()->picture()->isBusy(); },
            20000);
    }
    void key(Qt::Key key) const { QTest::keyClick(page()->list(), key); }
    QString nameAt(int row) const { return page()->model()->index(row).data().toString(); }

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestReviewPage::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestReviewPage::cleanup()
{
    m_window.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

bool TestReviewPage::open()
{
    if (!m_fixture->open()) {
        return false;
    }
    m_fixture->git({u"checkout"_s, u"-q"_s, u"-b"_s, u"canary"_s});
    QByteArray text = m_fixture->read(u"mesh/reviews-vs.yaml"_s);
    text.replace("weight: 90", "weight: 70").replace("weight: 10", "weight: 30");
    m_fixture->write(u"mesh/reviews-vs.yaml"_s, text);
    m_fixture->write(u"mesh/extra.yaml"_s,
                     "apiVersion: v1\nkind: Service\nmetadata: {name: extra, namespace: shop}\n"
                     "spec: {ports: [{name: http, port: 80}]}\n");
    m_fixture->git({u"add"_s, u"-A"_s});
    m_fixture->git({u"commit"_s, u"-q"_s, u"-m"_s, u"Canary\n\nRisk: low"_s});
    return openPage();
}

bool TestReviewPage::openPage()
{
    m_window->openRepository(m_fixture->directory());
    if (!QTest::qWaitFor([&] {
            return m_fixture->workspace.snapshot() && m_fixture->workspace.snapshot()->head.branch == u"canary"_s;
        })) {
        return false;
    }
    QTest::qWait(50);
    m_window->activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    return QTest::qWaitFor([&] { return page()->isVisible(); }) && waitForReview();
}

void TestReviewPage::theRailOpensThePage()
{
    auto* button = child<QToolButton>("pageReview");
    QVERIFY(!button->isEnabled());
    QVERIFY(m_fixture->open());
    QVERIFY(QTest::qWaitFor([&] { return button->isEnabled(); }));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(page()->isVisible());
    QCOMPARE(child<QLabel>("reviewEmpty")->text(), u"Reading both states…"_s);
    QVERIFY(button->isChecked());
    QVERIFY(!m_window->workbench().isVisible());
    QVERIFY(waitForReview());
    // on main: what is not committed
    QCOMPARE(page()->bar()->range(), u"main...:worktree"_s);
    QVERIFY(!child<QWidget>("reviewDeclared")->isVisible());
    QVERIFY(child<QLabel>("reviewEmpty")->isVisible());
    QCOMPARE(child<QLabel>("reviewEmpty")->text(), u"Both are the same."_s);
}

void TestReviewPage::aBranchIsReviewed()
{
    QVERIFY(open());
    QCOMPARE(page()->bar()->range(), u"main...canary"_s);
    QCOMPARE(page()->model()->changeCount(), 2);
    QCOMPARE(nameAt(0), u"reviews"_s);
    QCOMPARE(page()->model()->index(0).data(ReviewModel::WhereRole).toString(), u"VirtualService · shop"_s);
    QVERIFY(page()->model()->index(0).data(ReviewModel::TierRole).toInt() == static_cast<int>(changes::Tier::Medium));
    QVERIFY(page()->model()->index(0).data(ReviewModel::LinesRole).toStringList().join(u' ').contains(u"v1"_s));
    QCOMPARE(nameAt(1), u"extra"_s);
    // the riskiest is selected, and its YAML shown
    QCOMPARE(page()->list()->currentIndex().row(), 0);
    QCOMPARE(page()->yaml()->path(), "mesh/reviews-vs.yaml");
    QVERIFY(page()->yaml()->diff()->changeCount() > 0);
    QVERIFY(!child<QLabel>("reviewReason")->text().isEmpty());
    QCOMPARE(child<TierBadge>("reviewTier")->tier(), changes::Tier::Medium);
    QVERIFY(child<QWidget>("reviewDeclared")->isVisible()); // the commit says low
    QVERIFY(child<QLabel>("reviewSize")->text().contains(u"1 commit"_s));
    QVERIFY(page()->footer()->fates()->model()->rowCount() > 0);
    // nothing is pressed together: the panes scroll
    const auto lines = page()->footer()->findChildren<TextLines*>();
    QVERIFY(lines.size() >= 3);
    for (const TextLines* each : lines) {
        QVERIFY(QTest::qWaitFor([&] { return each->height() >= each->heightForWidth(each->width()); }));
    }
    QVERIFY(page()->picture()->canvas()->scene() != nullptr);
}

void TestReviewPage::lettersWalkAndMark()
{
    QVERIFY(open());
    page()->list()->setFocus();
    key(Qt::Key_V);
    QVERIFY(page()->model()->index(0).data(ReviewModel::ViewedRole).toBool());
    QVERIFY(child<QCheckBox>("reviewViewed")->isChecked());
    QCOMPARE(child<QLabel>("reviewViewedCounts")->text(), u"1 of 2 viewed"_s);
    key(Qt::Key_N);
    QCOMPARE(page()->list()->currentIndex().row(), 1);
    QCOMPARE(page()->yaml()->path(), "mesh/extra.yaml");
    QVERIFY(!child<QCheckBox>("reviewViewed")->isChecked());
    key(Qt::Key_N);
    QVERIFY(child<MessageBar>("reviewMessage")->isVisible()); // there is no further one
    key(Qt::Key_P);
    QCOMPARE(page()->list()->currentIndex().row(), 0);
    QVERIFY(!child<MessageBar>("reviewMessage")->isVisible());
    key(Qt::Key_V);
    QVERIFY(!page()->model()->index(0).data(ReviewModel::ViewedRole).toBool());
    QTest::mouseClick(page()->bar()->next(), Qt::LeftButton);
    QCOMPARE(page()->list()->currentIndex().row(), 1);
}

void TestReviewPage::aClickOnTheBoxMarks()
{
    QVERIFY(open());
    const QRect card = page()->list()->visualRect(page()->model()->index(1));
    QTest::mouseClick(page()->list()->viewport(), Qt::LeftButton, {}, ReviewDelegate::boxRect(card).center());
    QVERIFY(page()->model()->index(1).data(ReviewModel::ViewedRole).toBool());
    QVERIFY(!page()->model()->index(0).data(ReviewModel::ViewedRole).toBool());
}

void TestReviewPage::marksStayFromOneStartToTheNext()
{
    QVERIFY(open());
    page()->toggleViewed();
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(openPage());
    QVERIFY(page()->model()->index(0).data(ReviewModel::ViewedRole).toBool());
    // another push makes another change of it
    QByteArray text = m_fixture->read(u"mesh/reviews-vs.yaml"_s);
    text.replace("weight: 70", "weight: 60").replace("weight: 30", "weight: 40");
    m_fixture->write(u"mesh/reviews-vs.yaml"_s, text);
    m_fixture->git({u"commit"_s, u"-qam"_s, u"More"_s});
    page()->open();
    QVERIFY(QTest::qWaitFor([this] { return page()->review() && page()->review()->commits.size() == 2; }, 20000));
    QVERIFY(!page()->model()->index(0).data(ReviewModel::ViewedRole).toBool());
}

void TestReviewPage::noiseIsFolded()
{
    QVERIFY(open());
    m_fixture->write(u"mesh/extra.yaml"_s, "# only words\n" + m_fixture->read(u"mesh/extra.yaml"_s));
    page()->open(u"canary..:worktree"_s);
    QVERIFY(QTest::qWaitFor([this] { return page()->model()->noiseCount() == 1; }, 20000));
    QCOMPARE(page()->model()->changeCount(), 0);
    QCOMPARE(page()->model()->rowCount(), 1);
    QVERIFY(nameAt(0).startsWith(u"1 "_s));
    const QRect row = page()->list()->visualRect(page()->model()->index(0));
    QTest::mouseClick(page()->list()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(page()->model()->rowCount(), 2);
    QCOMPARE(nameAt(1), u"extra"_s);
    page()->list()->setCurrentIndex(page()->model()->index(0));
    key(Qt::Key_Return);
    QCOMPARE(page()->model()->rowCount(), 1);
    // out of the fold P leads back to the last change
    QByteArray text = m_fixture->read(u"mesh/reviews-vs.yaml"_s);
    m_fixture->write(u"mesh/reviews-vs.yaml"_s, text.replace("weight: 70", "weight: 60"));
    page()->open();
    QVERIFY(QTest::qWaitFor([this] { return page()->model()->changeCount() == 1; }, 20000));
    page()->model()->setFoldOpen(true);
    page()->list()->setCurrentIndex(page()->model()->index(2));
    key(Qt::Key_P);
    QCOMPARE(page()->list()->currentIndex().row(), 0);
    QVERIFY(!child<MessageBar>("reviewMessage")->isVisible());
}

void TestReviewPage::thePictureHasFourForms()
{
    QVERIFY(open());
    const auto* picture = page()->picture();
    const auto shares = [&](const GraphCanvas* canvas) {
        QStringList list;
        for (const auto& edge : canvas->scene()->topology().edges) {
            if (edge.share && edge.state == topology::State::Same) {
                list << QString::number(100 * *edge.share);
            }
        }
        return list;
    };
    page()->list()->setFocus();
    const auto overlay = picture->canvas()->scene();
    key(Qt::Key_B);
    QVERIFY(QTest::qWaitFor([&] { return !picture->isBusy(); }, 20000)); // both sides are made then
    QVERIFY(shares(picture->canvas()).contains(u"90"_s));
    QVERIFY(!shares(picture->canvas()).contains(u"70"_s));
    QVERIFY(std::ranges::none_of(picture->canvas()->scene()->topology().nodes,
                                 [](const auto& node) { return node.state != topology::State::Same; }));
    key(Qt::Key_A);
    QVERIFY(shares(picture->canvas()).contains(u"70"_s));
    // nothing has moved
    for (const auto& node : picture->canvas()->scene()->topology().nodes) {
        const auto& place = picture->canvas()->scene()->rectOf(node.element);
        if (!node.element.isNull()) {
            QCOMPARE(place, overlay->rectOf(node.element));
        }
    }
    key(Qt::Key_S);
    QVERIFY(picture->upper()->isVisible());
    QVERIFY(shares(picture->upper()).contains(u"70"_s));
    QVERIFY(shares(picture->canvas()).contains(u"90"_s));
    auto* modes = child<SegmentedSwitch>("reviewMode");
    QTest::mouseClick(modes, Qt::LeftButton, {}, modes->segmentRect(0).center());
    QVERIFY(picture->canvas()->scene() == overlay);
    QVERIFY(!picture->upper()->isVisible());
}

void TestReviewPage::bothStatesAreLinked()
{
    QVERIFY(open());
    auto* picture = page()->picture();
    picture->setMode(ReviewPicture::Swipe);
    QVERIFY(QTest::qWaitFor([&] { return !picture->isBusy(); }, 20000));
    picture->canvas()->zoomIn();
    QCOMPARE(picture->upper()->zoom(), picture->canvas()->zoom());
    picture->upper()->zoomOut();
    QCOMPARE(picture->upper()->zoom(), picture->canvas()->zoom());
    const auto gap = [&] {
        const QPointF line(picture->upper()->x() - picture->canvas()->x(), 0);
        return (picture->upper()->toScene({0, 0}) - picture->canvas()->toScene(line)).manhattanLength();
    };
    QVERIFY2(gap() < 2, qPrintable(QString::number(gap())));
    auto* handle = child<QWidget>("swipeHandle");
    handle->setFocus();
    const double before = picture->swipe();
    QTest::keyClick(handle, Qt::Key_Right);
    QVERIFY(picture->swipe() > before);
    const QPoint middle(handle->width() / 2, handle->height() / 2);
    QTest::mousePress(handle, Qt::LeftButton, {}, middle);
    QTest::mouseMove(handle, middle - QPoint(picture->width() / 3, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, middle);
    QVERIFY(picture->swipe() < before);
}

void TestReviewPage::picturesAndListSelectTheSame()
{
    QVERIFY(open());
    const auto* extra = page()->model()->changeAt(1);
    Q_EMIT page()->picture()->canvas()->elementSelected(extra->after->element(source::noNode));
    QCOMPARE(page()->list()->currentIndex().row(), 1);
    page()->list()->setCurrentIndex(page()->model()->index(0));
    QCOMPARE(page()->picture()->canvas()->selected().key, page()->model()->changeAt(0)->after->key);
}

void TestReviewPage::aNoteIsExported()
{
    QVERIFY(open());
    page()->list()->setFocus();
    key(Qt::Key_M);
    auto* dialog = m_window->findChild<QInputDialog*>(u"noteDialog"_s);
    QVERIFY(dialog != nullptr);
    auto* text = dialog->findChild<QPlainTextEdit*>();
    QTest::keyClicks(text, u"Why not 20?"_s);
    dialog->accept();
    auto* notes = child<QLabel>("reviewNotes");
    QVERIFY(QTest::qWaitFor([&] { return notes->isVisible(); }));
    QVERIFY(notes->text().contains(u"Why not 20?"_s));
    const QString file = m_fixture->directory() + u"/../notes.json"_s;
    auto* wiring = m_window->findChild<ReviewWiring*>();
    QVERIFY(wiring->writeReview(u"notes"_s, file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonObject comment =
        QJsonDocument::fromJson(written.readAll()).object()[u"comments"_s].toArray()[0].toObject();
    QCOMPARE(comment[u"path"_s].toString(), u"mesh/reviews-vs.yaml"_s);
    QCOMPARE(comment[u"body"_s].toString(), u"Why not 20?"_s);
    QCOMPARE(comment[u"side"_s].toString(), u"RIGHT"_s);
    const int line = comment[u"line"_s].toInt();
    QVERIFY(m_fixture->read(u"mesh/reviews-vs.yaml"_s).split('\n')[line - 1].contains("weight: 70"));
}

void TestReviewPage::theReviewIsExported_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("markdown") << u"markdown"_s << QByteArray("```mermaid");
    QTest::newRow("html") << u"html"_s << QByteArray("data:image/svg+xml;base64,");
}

void TestReviewPage::theReviewIsExported()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, part);
    QVERIFY(open());
    const QString file = m_fixture->directory() + u"/../review"_s;
    QVERIFY(m_window->findChild<ReviewWiring*>()->writeReview(format, file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY2(text.contains(part), text.constData());
    QVERIFY(text.contains("Medium risk"));
}

void TestReviewPage::aRequestIsAskedOnItsPage()
{
    QVERIFY(open());
    auto* list = page()->footer()->fates()->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    auto* requests = m_window->findChild<RequestPage*>();
    QVERIFY(QTest::qWaitFor([&] { return requests->isVisible() && requests->answer().has_value(); }, 20000));
}

void TestReviewPage::endsAreChosenFromMenus()
{
    QVERIFY(open());
    auto* menu = child<QToolButton>("reviewHead")->menu();
    Q_EMIT menu->aboutToShow();
    QStringList texts;
    QAction* worktree = nullptr;
    for (QAction* action : menu->actions()) {
        texts << action->text();
        if (action->text() == u"working tree"_s) {
            worktree = action;
        }
    }
    QVERIFY(texts.contains(u"main"_s) && texts.contains(u"canary"_s) && texts.contains(u"HEAD"_s));
    QVERIFY(worktree != nullptr);
    worktree->trigger();
    QCOMPARE(page()->bar()->range(), u"main...:worktree"_s);
    QVERIFY(waitForReview());
}

void TestReviewPage::whatCannotBeReadIsSaid()
{
    QVERIFY(open());
    page()->open(u"main...nowhere"_s);
    auto* message = child<MessageBar>("reviewMessage");
    QVERIFY(QTest::qWaitFor([&] { return message->isVisible(); }, 20000));
    QVERIFY2(message->text().contains(u"nowhere"_s), qPrintable(message->text()));
    QVERIFY(child<QLabel>("reviewEmpty")->isVisible());
    page()->open(u"main...canary"_s);
    QVERIFY(waitForReview());
    QVERIFY(!message->isVisible());
}

void TestReviewPage::aFailedFetchLeavesTheReview()
{
    QVERIFY(open());
    auto* message = child<MessageBar>("reviewMessage");
    const auto isRefused = [&] { return message->isVisible() && !page()->isRunning(); };
    auto* menu = child<QToolButton>("reviewHead")->menu();
    Q_EMIT menu->aboutToShow();
    const auto actions = menu->actions();
    const auto request = std::ranges::find(actions, u"Pull request…"_s, &QAction::text);
    QVERIFY(request != actions.end());
    (*request)->trigger();
    auto* dialog = m_window->findChild<QInputDialog*>(u"requestDialog"_s);
    QVERIFY(dialog != nullptr);
    dialog->setIntValue(7);
    dialog->accept();
    QVERIFY(QTest::qWaitFor(isRefused, 20000)); // there is no remote
    const QString said = message->text();
    QVERIFY(!said.startsWith(u"Fetching"_s));
    QVERIFY(page()->review().has_value());
    QCOMPARE(page()->model()->changeCount(), 2);
    // the fetch is tried again, not the review
    auto* again = message->findChild<QPushButton*>();
    QVERIFY(again != nullptr);
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(message->text(), u"Fetching request 7…"_s);
    QVERIFY(page()->review().has_value());
    QVERIFY(QTest::qWaitFor(isRefused, 20000));
    QCOMPARE(message->text(), said);
    QCOMPARE(page()->model()->changeCount(), 2);
}

void TestReviewPage::whatIsReadIsNotYetTheReview()
{
    QVERIFY(open());
    auto* wiring = m_window->findChild<ReviewWiring*>();
    auto* exported = child<QAction>("reviewExportAction");
    const QString file = m_fixture->directory() + u"/../review.md"_s;
    QVERIFY(exported->isEnabled());
    page()->open(u"canary..main"_s);
    QVERIFY(page()->footer()->fates()->findChild<QLabel*>(u"fateTitle"_s)->text().isEmpty());
    // what was there stays, but is no review of these ends
    QCOMPARE(page()->model()->changeCount(), 2);
    QVERIFY(!page()->review());
    QVERIFY(!exported->isEnabled());
    QVERIFY(!wiring->writeReview(u"markdown"_s, file));
    QVERIFY(waitForReview());
    QVERIFY(exported->isEnabled());
    // an end that is chosen and not yet read titles nothing
    page()->bar()->setRange(u"HEAD..:worktree"_s);
    QVERIFY(wiring->writeReview(u"markdown"_s, file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY2(text.contains("canary → main"), text.constData());
}

void TestReviewPage::whatIsNotCommittedHasNoRunbook()
{
    QVERIFY(open());
    const auto click = [this] {
        auto* button = child<QPushButton>("reviewRunbook");
        child<QScrollArea>("reviewOrder")->ensureWidgetVisible(button);
        QTest::mouseClick(button, Qt::LeftButton);
    };
    click();
    auto* window = m_window->findChild<RunbookWindow*>();
    QVERIFY(window != nullptr);
    QCOMPARE(window->findChild<QLineEdit*>(u"runbookRange"_s)->text(), u"main...canary"_s);
    page()->open(u"main..:worktree"_s);
    QVERIFY(waitForReview());
    click();
    QCOMPARE(m_window->findChild<RunbookWindow*>(), window);
    QVERIFY(window->findChild<QLineEdit*>(u"runbookRange"_s)->text().isEmpty());
    QVERIFY2(window->findChild<MessageBar*>()->text().contains(u"no commit"_s),
             qPrintable(window->findChild<MessageBar*>()->text()));
    QVERIFY(window->markdown().isEmpty());
}

void TestReviewPage::readingCanBeStopped()
{
    QVERIFY(open());
    child<QTimer>("reviewSlow")->setInterval(0);
    auto* progress = child<MessageBar>("reviewProgress");
    page()->open(u"canary..main"_s);
    QVERIFY(QTest::qWaitFor([&] { return progress->isVisible(); }));
    QCOMPARE(progress->text(), u"Reading both states…"_s);
    QVERIFY(child<QWidget>("reviewSplitter")->graphicsEffect() != nullptr); // dimmed
    QTest::mouseClick(child<QPushButton>("reviewCancel"), Qt::LeftButton);
    QVERIFY(!page()->isRunning());
    QVERIFY(!progress->isVisible());
    QVERIFY(child<QWidget>("reviewSplitter")->graphicsEffect() == nullptr);
    QCOMPARE(page()->bar()->range(), u"main...canary"_s);
    QVERIFY(page()->review().has_value());
    QVERIFY(page()->footer()->fates()->model()->rowCount() > 0);
    // and is gone on with
    auto* message = child<MessageBar>("reviewMessage");
    QTest::mouseClick(message->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(page()->bar()->range(), u"canary..main"_s);
    QVERIFY(waitForReview());
    QVERIFY(!progress->isVisible() && !message->isVisible());
    QCOMPARE(page()->shown().range, u"canary..main"_s);
}

void TestReviewPage::theEnvironmentIsTheOpenOne()
{
    const auto kustomization = [](const QByteArray& name) {
        return "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [" + name + "]\n";
    };
    const QByteArray service = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n"
                               "spec: {ports: [{name: http, port: 80}]}\n";
    QVERIFY(m_fixture->openFiles({{u"overlays/first/kustomization.yaml"_s, kustomization("web.yaml")},
                                  {u"overlays/first/web.yaml"_s, service},
                                  {u"overlays/second/kustomization.yaml"_s, kustomization("web.yaml")},
                                  {u"overlays/second/web.yaml"_s, service}}));
    const auto environment = [this] {
        return QString::fromStdString(m_fixture->workspace.snapshot()->environment.name);
    };
    const QString first = environment();
    page()->setSnapshot(m_fixture->workspace.snapshot());
    page()->open(u"HEAD..:worktree"_s);
    QVERIFY(waitForReview());
    QCOMPARE(QString::fromStdString(page()->comparison()->environment.name), first);
    const auto& all = m_fixture->workspace.snapshot()->environments;
    const auto other =
        std::ranges::find_if(all, [&](const auto& each) { return QString::fromStdString(each.name) != first; });
    QVERIFY(other != all.end());
    m_fixture->workspace.chooseEnvironment(other->name);
    QVERIFY(QTest::qWaitFor([&] { return environment() != first; }, 20000));
    page()->setSnapshot(m_fixture->workspace.snapshot());
    page()->open();
    QVERIFY(QTest::qWaitFor(
        [&] {
            return !page()->isRunning()
                && page()->comparison()->environment.name == m_fixture->workspace.snapshot()->environment.name;
        },
        20000));
}

void TestReviewPage::editsThatAreNotSavedAreSaid()
{
    QVERIFY(open());
    const std::string text = "apiVersion: v1\nkind: Service\nmetadata: {name: late, namespace: shop}\n"
                             "spec: {ports: [{name: http, port: 80}]}\n";
    const source::Edit edit{{{"mesh/late.yaml", source::contentIdOf(std::string_view()), {{0, 0, text}}}}};
    QVERIFY(m_fixture->workspace.apply(edit, u"Add late"_s));
    page()->setSnapshot(m_fixture->workspace.snapshot());
    auto* message = child<MessageBar>("reviewMessage");
    page()->open(u"main..canary"_s);
    QVERIFY(waitForReview());
    QVERIFY(!message->isVisible()); // both are commits
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QTest::qWaitFor([&] { return message->isVisible(); }, 20000));
    QVERIFY2(message->text().contains(u"not saved"_s), qPrintable(message->text()));
    QVERIFY(waitForReview());
    QCOMPARE(page()->model()->changeCount(), 0);
    QTest::mouseClick(child<QPushButton>("reviewSaveFiles"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return page()->model()->changeCount() == 1; }, 20000));
    QCOMPARE(nameAt(0), u"late"_s);
    QVERIFY(!message->isVisible());
    QVERIFY(m_fixture->read(u"mesh/late.yaml"_s).contains("late"));
}

void TestReviewPage::aFindingIsShown_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("hasRow");
    QTest::newRow("of a change") << QByteArray("mesh/reviews-vs.yaml") << QByteArray("subset: v2")
                                 << QByteArray("subset: v9") << true;
    QTest::newRow("of what does not change")
        << QByteArray("mesh/reviews.yaml") << QByteArray("    - name: v2\n      labels: {version: v2}\n")
        << QByteArray() << false;
}

void TestReviewPage::aFindingIsShown()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, hasRow);
    QVERIFY(open());
    QByteArray text = m_fixture->read(QString::fromUtf8(file));
    QVERIFY(text.contains(from));
    m_fixture->write(QString::fromUtf8(file), text.replace(from, to));
    page()->open(u"canary..:worktree"_s);
    QVERIFY(waitForReview());
    QVERIFY(!page()->review()->findings.introduced.empty());
    const mesh::ElementRef element = page()->review()->findings.introduced.front().element;
    QCOMPARE(element.key.kind, "VirtualService");
    page()->list()->setCurrentIndex({});
    page()->picture()->select({});
    const auto links = child<QWidget>("reviewFindings")->findChildren<LinkLabel*>();
    QVERIFY(!links.isEmpty());
    links.front()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(links.front(), Qt::Key_Return);
    QCOMPARE(page()->picture()->canvas()->selected().key.name, element.key.name);
    QCOMPARE(page()->picture()->canvas()->selected().key.kind, element.key.kind);
    if (hasRow) {
        QCOMPARE(page()->list()->currentIndex().row(), 0);
        QVERIFY(page()->isVisible());
    } else {
        auto* editor = m_window->workbench().editor();
        QVERIFY(QTest::qWaitFor([&] { return editor->isVisible() && editor->current() != nullptr; }));
        QCOMPARE(editor->current()->path(), "mesh/reviews-vs.yaml");
    }
}

void TestReviewPage::enterAsksARequest()
{
    QVERIFY(open());
    auto* list = page()->footer()->fates()->list();
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    auto* requests = m_window->findChild<RequestPage*>();
    QVERIFY(QTest::qWaitFor([&] { return requests->isVisible() && requests->answer().has_value(); }, 20000));
}

void TestReviewPage::anEditAsksGitForNothing()
{
    QVERIFY(open());
    // the same branch of the same repository: what a branch would change is left alone
    page()->bar()->setRange(u"x..y"_s);
    page()->setSnapshot(m_fixture->workspace.snapshot());
    QCOMPARE(page()->bar()->range(), u"x..y"_s);
    auto* menu = child<QToolButton>("reviewBase")->menu();
    Q_EMIT menu->aboutToShow();
    const auto submenus = menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly);
    QCOMPARE(submenus.size(), 2);
    Q_EMIT menu->aboutToShow(); // those of the last time are gone
    QCOMPARE(menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly).size(), 2);
}

void TestReviewPage::aPathIsElidedInItsMiddle()
{
    QVERIFY(open());
    auto* path = child<QLabel>("reviewPath");
    QVERIFY(path->text().contains(u"mesh/reviews-vs.yaml"_s));
    path->setFixedWidth(90);
    QVERIFY(QTest::qWaitFor([&] { return !path->text().contains(u"mesh/reviews-vs.yaml"_s); }));
    QVERIFY2(path->text().contains(u"…"_s) && path->text().contains(u".yaml</a>"_s), qPrintable(path->text()));
}

void TestReviewPage::aLongFieldIsWrapped()
{
    TextLines lines(m_fixture->theme);
    const QString text = u"changes it (spec.subsets[2].trafficPolicy.outlierDetection)"_s;
    lines.add(text);
    const auto* label = lines.findChild<QLabel*>();
    const QRect room(0, 0, 220, 1000);
    QVERIFY(label->fontMetrics().boundingRect(room, Qt::TextWordWrap, text).width() > room.width());
    QVERIFY(label->fontMetrics().boundingRect(room, Qt::TextWordWrap, label->text()).width() <= room.width());
    QCOMPARE(lines.text(), text);
}

void TestReviewPage::nothingDiffers()
{
    QVERIFY(open());
    page()->open(u"main..main"_s);
    auto* empty = child<QLabel>("reviewEmpty");
    QVERIFY(QTest::qWaitFor([&] { return empty->isVisible(); }, 20000));
    QCOMPARE(empty->text(), u"Both are the same."_s);
    QVERIFY(!page()->bar()->next()->isEnabled());
}

void TestReviewPage::theEditorOpensAtTheChange()
{
    QVERIFY(open());
    Q_EMIT child<QLabel>("reviewPath")->linkActivated(u"#"_s);
    auto* editor = m_window->workbench().editor();
    QVERIFY(QTest::qWaitFor([&] { return editor->isVisible() && editor->current() != nullptr; }));
    QCOMPARE(editor->current()->path(), "mesh/reviews-vs.yaml");
}

void TestReviewPage::f6WalksThePanes()
{
    QVERIFY(open());
    page()->list()->setFocus();
    QTest::keyClick(page()->list(), Qt::Key_F6);
    QVERIFY(page()->picture()->canvas()->hasFocus());
    QTest::keyClick(page()->picture()->canvas(), Qt::Key_F6);
    QVERIFY(page()->yaml()->diff()->hasFocus());
    QTest::keyClick(page()->yaml()->diff(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(page()->picture()->canvas()->hasFocus());
}

void TestReviewPage::modelsKeepTheirPromises()
{
    QVERIFY(open());
    const QAbstractItemModelTester tester(page()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_fixture->write(u"mesh/extra.yaml"_s, "# only words\n" + m_fixture->read(u"mesh/extra.yaml"_s));
    page()->open(u"canary..:worktree"_s);
    QVERIFY(QTest::qWaitFor([this] { return page()->model()->noiseCount() == 1; }, 20000));
    page()->model()->setFoldOpen(true);
    page()->model()->setFoldOpen(false);
    page()->open(u"main...canary"_s);
    QVERIFY(QTest::qWaitFor([this] { return page()->model()->changeCount() == 2; }, 20000));
    page()->toggleViewed();
}

void TestReviewPage::everyControlHasAName()
{
    QVERIFY(open());
    int seen = 0;
    const QStringList nameless = controlsWithoutName(*page(), seen);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(seen > 10);
}

int main(int argc, char** argv)
{
    return runViewTest<TestReviewPage>(argc, argv);
}

#include "tst_reviewpage.moc"
