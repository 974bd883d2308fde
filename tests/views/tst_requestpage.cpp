// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/routingtests.h"
#include "models/workspace/effectivefacts.h"
#include "tests/views/viewfixture.h"
#include "views/common/messagebar.h"
#include "views/common/segmentedswitch.h"
#include "views/editor/editorpage.h"
#include "views/editor/yamledit.h"
#include "views/request/addressfield.h"
#include "views/request/answerdetails.h"
#include "views/request/fatemodel.h"
#include "views/request/originbox.h"
#include "views/request/partchip.h"
#include "views/request/requestpage.h"
#include "views/request/requestpicture.h"
#include "views/request/stepmodel.h"
#include "views/request/verdictbar.h"
#include "views/request/yamlexcerpt.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/topologypage.h"
#include "views/window/mainwindow.h"
#include "views/window/workbench.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestRequestPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theRailOpensThePageOfAnOpenRepository();
    void aTypedAddressIsAnswered();
    void anAddressThatIsNoneIsSaid();
    void lettersMoveThroughTheStepsAndTheYamlFollows();
    void enterAndDoubleClickOpenTheStepInTheEditor();
    void aHeaderIsAddedAndTakenOutByKeys();
    void theCrossOfAChipTakesItOutByMouse();
    void anotherCallerAsksAgain();
    void anEditIsFollowedAndTheAnswerBeforeCanBeSeen();
    void requestsWhoseFateChangesAreListed();
    void theWayIsLitAndEscapeEndsIt();
    void theTopologyPageShowsTheWayToo();
    void whyNotFillsTheBarFromTheSelection();
    void hostsAndPathsAreCompleted();
    void requestsAreKeptByRepositoryWithoutSecrets();
    void aStoredRequestIsReadBack();
    void aPastedCommandIsReadAndItsSecretsAreReplaced();
    void aPastedLogLineShowsWhatMayHaveCausedIt();
    void whyNotTheNextRouteIsSaidAndCanBeTried();
    void aRequestBecomesARoutingTestInOneStep();
    void modelsKeepTheirPromises();
    void f6WalksThePanes();
    void everyControlHasAName();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    RequestPage* page() const { return m_window->findChild<RequestPage*>(); }
    AddressField* address() const { return page()->bar()->address(); }
    bool open();
    bool ask(const QString& address);
    bool waitForAnswer(const std::function<bool(const workspace::EvaluatedRequest&)>& is) const;
    std::vector<double> percents() const;

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestRequestPage::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestRequestPage::cleanup()
{
    m_window.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

bool TestRequestPage::open()
{
    if (!m_fixture->open()) {
        return false;
    }
    m_window->activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    return QTest::qWaitFor([&] { return page()->isVisible(); });
}

bool TestRequestPage::waitForAnswer(const std::function<bool(const workspace::EvaluatedRequest&)>& is) const
{
    return QTest::qWaitFor([&] { return page()->answer() && is(*page()->answer()); }, 20000);
}

bool TestRequestPage::ask(const QString& text)
{
    address()->setFocus();
    address()->selectAll();
    QTest::keyClicks(address(), text);
    QWidget* offered = address()->completer()->popup();
    QTest::keyClick(offered->isVisible() ? offered : address(), Qt::Key_Escape);
    m_window->activateWindow(); // without a window system nobody does it when a popup closes
    if (!QTest::qWaitForWindowActive(m_window.get())) {
        return false;
    }
    QTest::keyClick(address(), Qt::Key_Return);
    const std::string host = page()->bar()->request().host;
    return waitForAnswer([&](const auto& answer) { return answer.request.host == host; });
}

std::vector<double> TestRequestPage::percents() const
{
    std::vector<double> shares;
    for (const traffic::Share& share : page()->answer()->answer.shares) {
        shares.push_back(share.percent);
    }
    return shares;
}

void TestRequestPage::theRailOpensThePageOfAnOpenRepository()
{
    auto* button = child<QToolButton>("pageExplain");
    QVERIFY(!button->isEnabled());
    QVERIFY(m_fixture->open());
    QVERIFY(QTest::qWaitFor([&] { return button->isEnabled(); }));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(page()->isVisible());
    QVERIFY(button->isChecked());
    QVERIFY(!m_window->workbench().isVisible());
    QVERIFY(address()->hasFocus());
    // an example of this mesh to begin with
    const auto* empty = child<QLabel>("requestEmpty");
    QVERIFY(empty->isVisible());
    QVERIFY2(empty->text().contains(u"GET /"_s), qPrintable(empty->text()));
}

void TestRequestPage::aTypedAddressIsAnswered()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/api?page=2"_s));
    const traffic::Request& request = page()->answer()->request;
    QCOMPARE(request.path, std::string("/api"));
    QCOMPARE(request.query.find("page")->second, std::string("2"));
    QCOMPARE(percents(), (std::vector<double>{90, 10}));
    QCOMPARE(page()->answer()->answer.verdict, traffic::Verdict::Routed);
    const auto* verdict = m_window->findChild<VerdictBar*>();
    QVERIFY(verdict->isVisible());
    QCOMPARE(verdict->text(), u"Routed"_s);
    QVERIFY(child<QLabel>("verdictEffort")->text().contains(u"3&nbsp;s"_s)
            || child<QLabel>("verdictEffort")->text().contains(u"3\u00a0s"_s));
    QVERIFY(page()->steps()->rowCount() > 3);
    QVERIFY(m_window->findChild<AnswerDetails*>()->text().contains(u"reviews-v1"_s));
}

void TestRequestPage::anAddressThatIsNoneIsSaid()
{
    QVERIFY(open());
    address()->setFocus();
    QTest::keyClicks(address(), u"http://reviews:99999/"_s);
    QTest::keyClick(address(), Qt::Key_Return);
    auto* message = child<MessageBar>("requestMessage");
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(u"reviews:99999"_s), qPrintable(message->text()));
    QVERIFY(!page()->answer());
    QVERIFY(ask(u"http://nowhere.shop/"_s));
    QVERIFY(!message->isVisible());
    QVERIFY(!traffic::isDelivered(page()->answer()->answer.verdict)
            || page()->answer()->answer.verdict == traffic::Verdict::Passthrough);
}

void TestRequestPage::lettersMoveThroughTheStepsAndTheYamlFollows()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    auto* list = child<QListView>("stepList");
    auto* source = m_window->findChild<YamlExcerpt*>();
    // the route decides: its lines are lit, a moment after the path
    QVERIFY(QTest::qWaitFor([&] { return !source->path().isEmpty(); }));
    QCOMPARE(source->path(), u"mesh/reviews-vs.yaml"_s);
    QCOMPARE(source->firstLine(), 16);
    QVERIFY(source->lastLine() > source->firstLine());
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    for (int row = 1; row < list->model()->rowCount(); ++row) {
        QTest::keyClick(list, Qt::Key_J);
        QCOMPARE(list->currentIndex().row(), row);
        const QString place = list->currentIndex().data(StepModel::PlaceRole).toString();
        QCOMPARE(place.isEmpty() ? QString() : place.section(u':', 0, 0), source->path());
        if (!place.isEmpty()) {
            QCOMPARE(place.section(u':', 1).toInt(), source->firstLine());
        }
    }
    QTest::keyClick(list, Qt::Key_J);
    QCOMPARE(list->currentIndex().row(), list->model()->rowCount() - 1);
    QTest::keyClick(list, Qt::Key_K);
    QCOMPARE(list->currentIndex().row(), list->model()->rowCount() - 2);
}

void TestRequestPage::enterAndDoubleClickOpenTheStepInTheEditor()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    auto* list = child<QListView>("stepList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    EditorPage* editor = m_window->workbench().editor();
    QVERIFY(QTest::qWaitFor([&] { return editor->isVisible() && editor->current() != nullptr; }));
    QCOMPARE(editor->current()->path(), std::string("mesh/reviews-vs.yaml"));
    QCOMPARE(editor->current()->textCursor().blockNumber() + 1, 16);

    QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
    QVERIFY(page()->isVisible());
    int row = -1;
    for (int i = 0; i < page()->steps()->rowCount(); ++i) {
        if (page()->steps()->index(i).data(StepModel::PlaceRole).toString().startsWith(u"mesh/reviews.yaml"_s)) {
            row = i;
            break;
        }
    }
    QVERIFY(row >= 0);
    const QModelIndex index = page()->steps()->index(row);
    list->scrollTo(index);
    const QPoint at = list->visualRect(index).topLeft() + QPoint(6, 6);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(QTest::qWaitFor([&] { return editor->isVisible(); }));
    QCOMPARE(editor->current()->path(), std::string("mesh/reviews.yaml"));
}

void TestRequestPage::aHeaderIsAddedAndTakenOutByKeys()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    QTest::mouseClick(child<QToolButton>("requestAdd"), Qt::LeftButton, {}, QPoint(12, 12));
    auto* edit = child<QLineEdit>("requestPartEdit");
    QVERIFY(QTest::qWaitFor([&] { return edit->isVisible(); }));
    QTest::keyClicks(edit, u"X-Preview: v3"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.request.headers.contains("x-preview"); }));
    QCOMPARE(percents(), (std::vector<double>{100}));
    QCOMPARE(page()->answer()->answer.shares.front().subset, std::string("v3"));
    auto* chip = child<PartChip>("requestPart");
    QCOMPARE(chip->text(), u"x-preview: v3"_s);
    QVERIFY(chip->isVisible());
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.request.headers.empty(); }));
    QCOMPARE(percents(), (std::vector<double>{90, 10}));
}

void TestRequestPage::theCrossOfAChipTakesItOutByMouse()
{
    QVERIFY(open());
    traffic::Request request;
    request.from = {.kind = traffic::Origin::Kind::Namespace, .ns = "shop"};
    request.host = "reviews";
    request.headers = {{"x-preview", "v3"}};
    page()->explain(request);
    QVERIFY(waitForAnswer([](const auto& answer) { return !answer.request.headers.empty(); }));
    auto* chip = child<PartChip>("requestPart");
    QTest::mouseClick(chip, Qt::LeftButton, {}, chip->crossRect().center());
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.request.headers.empty(); }));
    QVERIFY(page()->bar()->request().headers.empty());
}

void TestRequestPage::anotherCallerAsksAgain()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    OriginBox* from = page()->bar()->from();
    from->setFocus();
    from->lineEdit()->selectAll();
    QTest::keyClicks(from->lineEdit(), u"shop/reviews-v2"_s);
    QTest::keyClick(from->lineEdit(), Qt::Key_Escape);
    QTest::keyClick(from->lineEdit(), Qt::Key_Return);
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.request.from.name == "reviews-v2"; }));
    QCOMPARE(page()->answer()->request.from.kind, traffic::Origin::Kind::Workload);
    // nobody: what was there comes back
    from->lineEdit()->selectAll();
    QTest::keyClicks(from->lineEdit(), u"no such thing"_s);
    QTest::keyClick(from->lineEdit(), Qt::Key_Escape);
    QTest::keyClick(from->lineEdit(), Qt::Key_Return);
    QCOMPARE(from->lineEdit()->text(), u"shop/reviews-v2"_s);
}

void TestRequestPage::anEditIsFollowedAndTheAnswerBeforeCanBeSeen()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    auto* side = child<SegmentedSwitch>("verdictSide");
    QVERIFY(!side->isVisible());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {50, 10, 40}).has_value());
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.before.has_value(); }));
    QCOMPARE(percents(), (std::vector<double>{50, 10, 40}));
    QVERIFY(side->isVisible());
    const int rows = page()->steps()->rowCount();
    QTest::mouseClick(side, Qt::LeftButton, {}, side->segmentRect(0).center());
    QVERIFY(m_window->findChild<VerdictBar*>()->showsBefore());
    QVERIFY(page()->steps()->rowCount() < rows);
    QTest::mouseClick(side, Qt::LeftButton, {}, side->segmentRect(1).center());
    QCOMPARE(page()->steps()->rowCount(), rows);
    // an edit that changes nothing for the request leaves nothing to compare
    m_fixture->workspace.undo();
    QVERIFY(waitForAnswer([](const auto& answer) { return !answer.before; }));
    QVERIFY(!side->isVisible());
    QCOMPARE(percents(), (std::vector<double>{90, 10}));
}

void TestRequestPage::requestsWhoseFateChangesAreListed()
{
    QVERIFY(open());
    auto* list = child<QListView>("fateList");
    QVERIFY(!list->isVisible());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {50, 10, 40}).has_value());
    QVERIFY(QTest::qWaitFor([&] { return page()->fates()->rowCount() > 0; }, 20000));
    QVERIFY(list->isVisible());
    const QString text = page()->fates()->index(0).data().toString();
    QVERIFY2(text.contains(u"v1 90 %"_s) && text.contains(u"v3 40 %"_s), qPrintable(text));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(page()->fates()->index(0)).center());
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.before.has_value(); }));
    QCOMPARE(page()->answer()->request.host, page()->fates()->at(0).request.host);
    QCOMPARE(percents(), (std::vector<double>{50, 10, 40}));
    m_fixture->workspace.undo();
    QVERIFY(QTest::qWaitFor([&] { return page()->fates()->rowCount() == 0 && !list->isVisible(); }));
}

void TestRequestPage::theWayIsLitAndEscapeEndsIt()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    GraphCanvas* canvas = page()->picture()->canvas();
    QVERIFY(QTest::qWaitFor([&] { return canvas->emphasis() != nullptr; }, 20000));
    // The very scene of the topology page: nothing is laid out or built again.
    QCOMPARE(canvas->scene().get(), m_window->workbench().topology()->canvas()->scene().get());
    const topology::Emphasis& lit = *canvas->emphasis();
    QVERIFY(lit.lit);
    QVERIFY(!lit.numbers.empty());
    const topology::Topology& shown = canvas->scene()->topology();
    const auto isLit = [&](const std::string& title) {
        for (std::size_t i = 0; i < shown.nodes.size(); ++i) {
            if (shown.nodes[i].title == title) {
                return lit.nodes[i] != 0;
            }
        }
        QTest::qFail(title.c_str(), __FILE__, __LINE__);
        return false;
    };
    QVERIFY(isLit("default"));
    QVERIFY(!isLit("preview"));
    QVERIFY(isLit("reviews-v1"));
    QVERIFY(isLit("reviews-v2"));
    QVERIFY(!isLit("reviews-v3"));
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Escape);
    QVERIFY(canvas->emphasis() == nullptr);
    QTest::mouseClick(child<QToolButton>("litToggle"), Qt::LeftButton);
    QVERIFY(canvas->emphasis() != nullptr);
}

void TestRequestPage::theTopologyPageShowsTheWayToo()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    GraphCanvas* canvas = m_window->workbench().topology()->canvas();
    QVERIFY(QTest::qWaitFor([&] { return canvas->scene() != nullptr; }, 20000));
    QVERIFY(canvas->emphasis() == nullptr);
    QTest::mouseClick(child<QToolButton>("litOpen"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return canvas->isVisible(); }));
    QVERIFY(canvas->emphasis() != nullptr);
    auto* action = child<QAction>("litPathAction");
    QVERIFY(action->isChecked());
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Escape);
    QVERIFY(canvas->emphasis() == nullptr);
    QVERIFY(!action->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(canvas->emphasis() != nullptr);
}

void TestRequestPage::whyNotFillsTheBarFromTheSelection()
{
    QVERIFY(m_fixture->open());
    const auto& graph = *m_fixture->workspace.snapshot()->graph;
    mesh::ElementRef workload;
    for (const mesh::ResourcePtr& resource : graph.resources()) {
        if (resource->key.kind == "Deployment" && resource->key.name == "reviews-v3") {
            workload = resource->element();
        }
    }
    auto* action = child<QAction>("whyNotAction");
    QVERIFY(!action->isEnabled());
    m_fixture->workspace.selection().select(workload);
    QVERIFY(action->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(waitForAnswer([](const auto&) { return true; }));
    QVERIFY(page()->isVisible());
    QCOMPARE(address()->text(), u"http://reviews.shop/"_s);
    QCOMPARE(page()->bar()->from()->origin().ns, std::string("shop"));
    // a route says what leads to it
    m_fixture->workspace.selection().select([&] {
        mesh::ElementRef route = m_fixture->splitRoute();
        route.field = mesh::FieldPath("spec.http[0]");
        return route;
    }());
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.request.headers.contains("x-preview"); }));
    QCOMPARE(page()->answer()->answer.route, std::string("preview"));
}

void TestRequestPage::hostsAndPathsAreCompleted()
{
    QVERIFY(open());
    QCOMPARE(address()->completions(u"rev"_s), QStringList{u"http://reviews.shop/"_s});
    QCOMPARE(address()->completions(u"https://shop"_s), QStringList{u"https://reviews.shop/"_s});
    QCOMPARE(address()->completions(u"nothing"_s), QStringList());
}

void TestRequestPage::requestsAreKeptByRepositoryWithoutSecrets()
{
    QVERIFY(open());
    traffic::Request request;
    request.from = {.kind = traffic::Origin::Kind::Namespace, .ns = "shop"};
    request.host = "reviews";
    request.path = "/secret";
    request.headers = {{"authorization", "Bearer abc.def.ghi"}, {"x-preview", "v3"}};
    page()->explain(request);
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.request.path == "/secret"; }));
    page()->bar()->saveRequest();
    m_fixture->settings().sync();
    QFile file(m_fixture->settings().fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray stored = file.readAll();
    QVERIFY(stored.contains("/secret"));
    QVERIFY(stored.contains("x-preview"));
    QVERIFY(!stored.contains("abc.def"));
    QCOMPARE(page()->bar()->store().saved().size(), std::size_t{1});
    QCOMPARE(page()->bar()->store().recent().size(), std::size_t{1});
    RequestStore other(m_fixture->settings());
    other.setRepository(u"/another"_s);
    QVERIFY(other.saved().empty());
    // what was asked is written when nothing more is asked for a while
    QVERIFY(QTest::qWaitFor([this] {
        RequestStore again(m_fixture->settings());
        again.setRepository(m_fixture->workspace.snapshot()->repository->workTree());
        return again.recent().size() == 1;
    }));
    // by mouse from the menu
    traffic::Request another = request;
    another.path = "/other";
    page()->explain(another);
    auto* saved = child<QToolButton>("requestSaved");
    Q_EMIT saved->menu()->aboutToShow();
    QAction* entry = nullptr;
    for (QAction* action : saved->menu()->actions()) {
        if (action->text().contains(u"/secret"_s)) {
            entry = action;
            break;
        }
    }
    QVERIFY(entry != nullptr);
    entry->trigger();
    QCOMPARE(address()->text(), u"http://reviews/secret"_s);
    page()->bar()->store().forget(page()->bar()->request());
    QVERIFY(page()->bar()->store().saved().empty());
}

void TestRequestPage::aStoredRequestIsReadBack()
{
    traffic::Request request;
    request.from = {.kind = traffic::Origin::Kind::Gateway, .ns = "edge", .name = "shop-gw"};
    request.host = "reviews.example.com";
    request.port = 8443;
    request.tls = traffic::CallerTls::Tls;
    request.method = "POST";
    request.path = "/a/b";
    request.query = {{"x", "1"}, {"y", ""}};
    request.headers = {{"x-a", "1"}, {"x-a", "2"}};
    request.token.emplace();
    request.token->issuer = "https://issuer";
    request.token->subject = "alice";
    request.token->claims = {{"roles", {"a", "b"}}};
    request.sourceIp = "203.0.113.7";
    QCOMPARE(readRequest(writeRequest(request)), request);
    QVERIFY(!readRequest("not json"));
    QVERIFY(!readRequest("{\"address\": \"http://reviews/\", \"from\": [9]}"));
}

void TestRequestPage::aPastedCommandIsReadAndItsSecretsAreReplaced()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QGuiApplication::clipboard()->setText(
        u"curl -H 'X-Preview: v3' -H 'Authorization: Bearer s3cr3t-value' http://reviews.shop/api?page=2"_s);
    address()->setFocus();
    QTest::keyClick(address(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.request.headers.contains("x-preview"); }));
    QCOMPARE(address()->text(), u"http://reviews.shop/api?page=2"_s);
    QCOMPARE(page()->answer()->answer.shares.front().subset, std::string("v3"));
    const auto* message = child<MessageBar>("requestMessage");
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(u"authorization"_s), qPrintable(message->text()));
    m_fixture->settings().sync();
    QFile file(m_fixture->settings().fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("s3cr3t"));
    QGuiApplication::clipboard()->setText(u"curl --no-such-option http://reviews/"_s);
    QTest::keyClick(address(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY2(message->text().contains(u"--no-such-option"_s), qPrintable(message->text()));
    QCOMPARE(address()->text(), u"http://reviews.shop/api?page=2"_s);
}

void TestRequestPage::aPastedLogLineShowsWhatMayHaveCausedIt()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    page()->bar()->paste(
        uR"([2026-01-01T10:00:00.000Z] "GET /api HTTP/1.1" 503 UF upstream_reset_before_response_started{connection_failure} - "-" 0 91 3 - "-" "curl/8" "5d3e" "reviews.shop" "10.0.0.1:80" outbound|80|v1|reviews.shop.svc.cluster.local - 10.0.0.2:80 10.0.0.3:4711 - default)"_s);
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.request.path == "/api"; }));
    auto* details = m_window->findChild<AnswerDetails*>();
    QVERIFY(QTest::qWaitFor([&] { return details->text().contains(u"What may cause what the log says"_s); }, 20000));
}

void TestRequestPage::whyNotTheNextRouteIsSaidAndCanBeTried()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    auto* details = m_window->findChild<AnswerDetails*>();
    QVERIFY2(details->text().contains(u"Why not preview?"_s), qPrintable(details->text()));
    QVERIFY(details->text().contains(u"The request has no header x-preview."_s));
    auto* label = child<QLabel>("answerDetailsText");
    label->setFocus(Qt::TabFocusReason); // the first link
    QTest::keyClick(label, Qt::Key_Return);
    QVERIFY(waitForAnswer([](const auto& answer) { return answer.request.headers.contains("x-preview"); }));
    QCOMPARE(page()->answer()->answer.route, std::string("preview"));
    QVERIFY(!details->text().contains(u"Why not"_s));
}

void TestRequestPage::aRequestBecomesARoutingTestInOneStep()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    QTest::mouseClick(child<QPushButton>("saveTest"), Qt::LeftButton);
    const auto* message = child<MessageBar>("requestMessage");
    QVERIFY2(message->text().contains(u".meshdraft/requests.yaml"_s), qPrintable(message->text()));
    const auto testsNow = [&] {
        const auto* file = m_fixture->workspace.snapshot()->current.find(traffic::RoutingTests::path);
        return file == nullptr ? traffic::RoutingTests()
                               : traffic::readRoutingTests(*file->text, traffic::RoutingTests::path);
    };
    QCOMPARE(testsNow().tests.size(), std::size_t{1});
    QVERIFY(testsNow().errors.empty());
    const auto& mesh = m_fixture->workspace.snapshot()->effective->evaluator();
    QVERIFY(traffic::runTest(mesh, testsNow().tests.front()).hasPassed());
    // the same once more gets a name of its own
    QTest::mouseClick(child<QPushButton>("saveTest"), Qt::LeftButton);
    QCOMPARE(testsNow().tests.size(), std::size_t{2});
    QCOMPARE(m_fixture->workspace.undoStack().count(), 2);
    m_fixture->workspace.undo();
    QCOMPARE(testsNow().tests.size(), std::size_t{1});
}

void TestRequestPage::modelsKeepTheirPromises()
{
    StepModel steps;
    const QAbstractItemModelTester stepTester(&steps, QAbstractItemModelTester::FailureReportingMode::Fatal);
    FateModel fates;
    const QAbstractItemModelTester fateTester(&fates, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    const auto evaluated = *page()->answer();
    steps.setAnswer(evaluated.snapshot->graph, evaluated.answer);
    QVERIFY(steps.rowCount() > 0);
    QVERIFY(!steps.index(steps.rowCount(), 0).isValid());
    QVERIFY(!steps.data(steps.index(0, 0).siblingAtColumn(1)).isValid());
    int last = 0;
    for (int i = 0; i < steps.rowCount(); ++i) {
        const QModelIndex index = steps.index(i);
        const int number = index.data(StepModel::NumberRole).toInt();
        QVERIFY(number == last || number == last + 1);
        QCOMPARE(index.data(StepModel::TitleRole).toString().isEmpty(), number == last);
        QVERIFY(!index.data().toString().isEmpty());
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(index.data().toString()));
        last = number;
    }
    QCOMPARE(last, steps.stageCount());
    steps.clear();
    QCOMPARE(steps.rowCount(), 0);
    QCOMPARE(steps.decisiveRow(), -1);
    traffic::RequestComparison comparison;
    traffic::ChangedFate& change = comparison.changes.emplace_back();
    change.request = evaluated.request;
    change.before = evaluated.answer;
    fates.setComparison(comparison);
    QCOMPARE(fates.rowCount(), 1);
    QVERIFY(!fates.index(1).isValid());
    fates.setComparison({});
    QCOMPARE(fates.rowCount(), 0);
}

void TestRequestPage::f6WalksThePanes()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    address()->setFocus();
    QStringList names;
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
        names << m_window->focusWidget()->objectName();
    }
    QCOMPARE(
        names,
        (QStringList{u"stepList"_s, u"requestCanvas"_s, u"stepSource"_s, u"answerDetails"_s, u"requestAddress"_s}));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(m_window->focusWidget()->objectName(), u"answerDetails"_s);
}

void TestRequestPage::everyControlHasAName()
{
    QVERIFY(open());
    page()->bar()->from()->setOrigin({.kind = traffic::Origin::Kind::Namespace, .ns = "shop"});
    QVERIFY(ask(u"http://reviews/"_s));
    QVERIFY(QTest::qWaitFor([this] { return !m_window->findChild<YamlExcerpt*>()->path().isEmpty(); }));
    int seen = 0;
    const QStringList nameless = controlsWithoutName(*page(), seen);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(seen > 8);
}

int main(int argc, char** argv)
{
    return runViewTest<TestRequestPage>(argc, argv);
}

#include "tst_requestpage.moc"
