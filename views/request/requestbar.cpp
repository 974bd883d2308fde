// SPDX-License-Identifier: Apache-2.0
#include "views/request/requestbar.h"

#include "models/traffic/requestaddress.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"
#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/request/addressfield.h"
#include "views/request/originbox.h"
#include "views/request/partchip.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QToolButton>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using traffic::Request;

namespace {

constexpr int shownChips = 2;
constexpr int narrowWidth = 900;
constexpr int smallestWidth = 600;

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

} // namespace

RequestBar::RequestBar(const Theme& theme, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_store(settings)
    , m_fromLabel(new QLabel(tr("From"), this))
    , m_from(new OriginBox(theme, this))
    , m_method(new QComboBox(this))
    , m_address(new AddressField(theme, this))
    , m_chips(new QHBoxLayout)
    , m_more(new QToolButton(this))
    , m_add(new QToolButton(this))
    , m_explain(new QPushButton(tr("Explain"), this))
    , m_copy(new QToolButton(this))
    , m_saved(new QToolButton(this))
{
    setObjectName(u"requestBar"_s);
    m_request.from.kind = traffic::Origin::Kind::Outside;
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 9, 12, 9);
    row->setSpacing(8);
    m_fromLabel->setBuddy(m_from);
    setInk(*m_fromLabel, theme, "muted");
    row->addWidget(m_fromLabel);
    row->addWidget(m_from);
    m_method->setObjectName(u"requestMethod"_s);
    m_method->addItems({u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s, u"OPTIONS"_s});
    setChoiceName(*m_method, tr("Method"));
    m_method->setToolTip(tr("Method"));
    QFont strong = m_method->font();
    strong.setWeight(QFont::DemiBold);
    m_method->setFont(strong);
    row->addWidget(m_method);
    row->addWidget(m_address, 1);
    m_chips->setSpacing(6);
    row->addLayout(m_chips);
    m_more->setObjectName(u"requestMore"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    row->addWidget(m_more);
    m_add->setObjectName(u"requestAdd"_s);
    m_add->setText(tr("Header"));
    m_add->setAccessibleName(tr("Add a header"));
    m_add->setToolTip(tr("Add a header, a claim of a token or the caller's address"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setPopupMode(QToolButton::MenuButtonPopup);
    auto* adding = new QMenu(m_add);
    adding->addAction(tr("&Header…"), this, [this] { askPart(Part::Header); });
    adding->addAction(tr("&Claim of a token…"), this, [this] { askPart(Part::Claim); });
    adding->addAction(tr("Caller's &IP address…"), this, [this] { askPart(Part::SourceIp); });
    m_add->setMenu(adding);
    connect(m_add, &QToolButton::clicked, this, [this] { askPart(Part::Header); });
    row->addWidget(m_add);
    m_explain->setObjectName(u"requestExplain"_s);
    m_explain->setAccessibleName(m_explain->text());
    m_explain->setToolTip(tr("What happens to this request (Enter)"));
    setPrimary(*m_explain, theme);
    row->addWidget(m_explain);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    setInk(*line, theme, "border");
    row->addWidget(line);
    m_copy->setObjectName(u"requestCopy"_s);
    m_copy->setAutoRaise(true);
    m_copy->setAccessibleName(tr("Copy as curl command"));
    m_copy->setToolTip(m_copy->accessibleName());
    row->addWidget(m_copy);
    m_saved->setObjectName(u"requestSaved"_s);
    m_saved->setText(tr("Saved"));
    m_saved->setToolTip(tr("Saved requests and those that were asked last"));
    m_saved->setPopupMode(QToolButton::InstantPopup);
    m_saved->setMenu(new QMenu(m_saved));
    row->addWidget(m_saved);
    const int height = fontMetrics().height() + 12;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_from, m_method, m_address, m_more, m_add, m_explain, m_copy, m_saved}) {
        widget->setFixedHeight(height);
    }
    const auto paintIcons = [this] {
        m_add->setIcon(m_theme.icon(u"plus"_s));
        m_copy->setIcon(m_theme.icon(u"copy"_s));
        m_explain->setIcon(m_theme.icon(u"play"_s, "hltext"));
    };
    paintIcons();
    connect(&theme, &Theme::changed, this, paintIcons);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_add, m_copy, m_saved, m_more}) {
        widget->setFocusPolicy(Qt::StrongFocus);
    }

    connect(m_from, &OriginBox::originChosen, this, [this] { explain(); });
    connect(m_method, &QComboBox::activated, this, [this] {
        m_request.method = m_method->currentText().toStdString();
        explain();
    });
    connect(m_address, &QLineEdit::returnPressed, this, &RequestBar::explain);
    connect(m_address, &AddressField::requestPasted, this, &RequestBar::paste);
    connect(m_explain, &QPushButton::clicked, this, &RequestBar::explain);
    connect(m_copy, &QToolButton::clicked, this, &RequestBar::copyAsCurl);
    connect(m_saved->menu(), &QMenu::aboutToShow, this, &RequestBar::fillSaved);
    fillChips();
}

/// In a narrow window names give way to icons, and the chips to a menu.
void RequestBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = event->size().width() < narrowWidth;
    if (isNarrow == m_isNarrow) {
        return;
    }
    m_isNarrow = isNarrow;
    m_fromLabel->setVisible(!isNarrow);
    m_add->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_explain->setText(isNarrow ? QString() : tr("Explain"));
    fillChips();
}

QSize RequestBar::minimumSizeHint() const
{
    return {smallestWidth, QWidget::minimumSizeHint().height()};
}

void RequestBar::setVocabulary(const workspace::RequestVocabulary& words)
{
    m_words = words;
    m_from->setOrigins(words.origins);
    m_address->setVocabulary(words);
}

void RequestBar::setRepository(const QString& directory)
{
    m_store.setRepository(directory);
    QStringList recent;
    for (const Request& request : m_store.recent()) {
        recent << text(traffic::addressText(request));
    }
    recent.removeDuplicates();
    m_address->setRecent(recent);
}

void RequestBar::setRequest(const Request& request)
{
    m_request = request;
    m_from->setOrigin(request.from);
    const QString method = text(request.method);
    if (m_method->findText(method) < 0) {
        m_method->addItem(method);
    }
    m_method->setCurrentText(method);
    m_method->setEnabled(request.protocol != traffic::Protocol::Tcp);
    m_address->setText(text(traffic::addressText(request)));
    m_address->setCursorPosition(static_cast<int>(m_address->text().size()));
    fillChips();
}

void RequestBar::explain()
{
    if (m_address->text().trimmed().isEmpty()) {
        m_address->setFocus();
        return;
    }
    Request request = m_request;
    request.from = m_from->origin();
    if (!traffic::takeAddress(m_address->text().toStdString(), request)) {
        Q_EMIT failed(tr("“%1” is no address. One looks like https://reviews.example.com/api.")
                          .arg(workspace::printable(m_address->text().trimmed().toStdString())));
        return;
    }
    setRequest(request);
    m_store.addRecent(request);
    QStringList recent;
    for (const Request& one : m_store.recent()) {
        recent << text(traffic::addressText(one));
    }
    recent.removeDuplicates();
    m_address->setRecent(recent);
    Q_EMIT requested(request);
}

void RequestBar::change(const std::function<void(Request&)>& edit)
{
    edit(m_request);
    fillChips();
    explain();
}

void RequestBar::fillChips()
{
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        // a chip may be the one that asked for it
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_more->menu()->clear();
    for (const auto& [name, value] : m_request.headers) {
        const auto remove = [name, value](Request& request) {
            const auto [first, last] = request.headers.equal_range(name);
            for (auto it = first; it != last; ++it) {
                if (it->second == value) {
                    request.headers.erase(it);
                    return;
                }
            }
        };
        addChip(workspace::printable(name) + u": "_s + workspace::printable(value), remove, Part::Header);
    }
    if (m_request.token) {
        const traffic::Token& token = *m_request.token;
        const auto removeToken = [](Request& request) { request.token.reset(); };
        if (!token.issuer.empty()) {
            addChip(u"iss = "_s + workspace::printable(token.issuer), removeToken, Part::Claim);
        }
        if (!token.subject.empty()) {
            addChip(
                u"sub = "_s + workspace::printable(token.subject),
                [](Request& request) { request.token->subject.clear(); }, Part::Claim);
        }
        for (const std::string& audience : token.audiences) {
            addChip(
                u"aud = "_s + workspace::printable(audience),
                [audience](Request& request) { std::erase(request.token->audiences, audience); }, Part::Claim);
        }
        for (const auto& [name, values] : token.claims) {
            QStringList list;
            for (const std::string& value : values) {
                list << workspace::printable(value);
            }
            addChip(
                workspace::printable(name) + u" = "_s + list.join(u','),
                [name](Request& request) { request.token->claims.erase(name); }, Part::Claim);
        }
    }
    if (!m_request.sourceIp.empty()) {
        addChip(
            u"ip = "_s + workspace::printable(m_request.sourceIp), [](Request& request) { request.sourceIp.clear(); },
            Part::SourceIp);
    }
    const qsizetype hidden = m_more->menu()->actions().size();
    m_more->setVisible(hidden > 0);
    m_more->setText(u"+ "_s + QString::number(hidden));
    m_more->setAccessibleName(tr("Further parts of the request: %1").arg(hidden));
}

PartChip* RequestBar::addChip(const QString& label, const std::function<void(Request&)>& remove, Part part)
{
    if (m_chips->count() >= (m_isNarrow ? 0 : shownChips)) {
        QMenu* menu = m_more->menu()->addMenu(QString(label).replace(u'&', u"&&"_s));
        menu->addAction(tr("&Edit…"), this, [this, part, label, remove] { askPart(part, label, remove); });
        menu->addAction(tr("&Take out"), this, [this, remove] { change(remove); });
        return nullptr;
    }
    auto* chip = new PartChip(m_theme, label, this);
    chip->setObjectName(u"requestPart"_s);
    m_chips->addWidget(chip);
    if (m_address->isVisible()) {
        chip->show();
    }
    setTabOrder(m_chips->count() > 1 ? m_chips->itemAt(m_chips->count() - 2)->widget() : m_address, chip);
    connect(chip, &PartChip::removeRequested, this, [this, remove] {
        change(remove);
        m_address->setFocus();
    });
    connect(chip, &PartChip::editRequested, this, [this, part, label, remove] { askPart(part, label, remove); });
    return chip;
}

/// A line below the button; Enter takes it, Escape leaves things as they are.
void RequestBar::askPart(Part part, const QString& label, const std::function<void(Request&)>& replaced)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"requestPartMenu"_s);
    auto* edit = new QLineEdit(label, menu);
    edit->setObjectName(u"requestPartEdit"_s);
    edit->setMinimumWidth(280);
    switch (part) {
    case Part::Header: {
        edit->setPlaceholderText(tr("name: value"));
        edit->setAccessibleName(tr("Header, as name: value"));
        QStringList names;
        for (const std::string& name : m_words.headers) {
            names << text(name) + u": "_s;
        }
        auto* completer = new QCompleter(names, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
        break;
    }
    case Part::Claim:
        edit->setPlaceholderText(tr("claim = value, such as sub = alice"));
        edit->setAccessibleName(tr("Claim of the token, as name = value"));
        break;
    case Part::SourceIp:
        edit->setPlaceholderText(tr("203.0.113.7"));
        edit->setAccessibleName(tr("IP address of the caller"));
        break;
    }
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    connect(edit, &QLineEdit::returnPressed, menu, [this, menu, edit, part, replaced] {
        const QString line = edit->text();
        const Request before = m_request;
        if (replaced) {
            replaced(m_request);
        }
        if (!line.trimmed().isEmpty() && !takePart(part, line)) {
            m_request = before;
            edit->selectAll();
            return;
        }
        menu->close();
        fillChips();
        explain();
        m_address->setFocus();
    });
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
    edit->setFocus();
}

bool RequestBar::takePart(Part part, const QString& line)
{
    if (part == Part::Header) {
        auto header = traffic::parseHeader(line.toStdString());
        if (!header) {
            return false;
        }
        m_request.headers.insert(std::move(*header));
        return true;
    }
    if (part == Part::SourceIp) {
        m_request.sourceIp = line.section(u'=', -1).trimmed().toStdString();
        return true;
    }
    const qsizetype equals = line.indexOf(u'=');
    const std::string name = line.left(equals).trimmed().toStdString();
    const std::string value = equals < 0 ? std::string() : line.mid(equals + 1).trimmed().toStdString();
    if (equals < 0 || name.empty() || value.empty()) {
        return false;
    }
    if (!m_request.token) {
        m_request.token.emplace();
    }
    traffic::Token& token = *m_request.token;
    if (name == "iss") {
        token.issuer = value;
    } else if (name == "sub") {
        token.subject = value;
    } else if (name == "azp") {
        token.presenter = value;
    } else if (name == "aud") {
        token.audiences.push_back(value);
    } else {
        auto& values = token.claims[name];
        values.clear();
        for (const QString& one : QString::fromStdString(value).split(u',', Qt::SkipEmptyParts)) {
            values.push_back(one.trimmed().toStdString());
        }
    }
    return true;
}

void RequestBar::paste(const QString& pasted)
{
    const auto recognised = recognisePasted(pasted, m_from->origin());
    if (!recognised) {
        Q_EMIT failed(workspace::errorText(recognised.error()));
        return;
    }
    setRequest(recognised->request);
    explain();
    Q_EMIT noted(recognised->note, recognised->symptom ? &*recognised->symptom : nullptr);
}

void RequestBar::saveRequest()
{
    if (!m_request.host.empty()) {
        m_store.save(m_request);
    }
}

void RequestBar::copyAsCurl()
{
    if (!m_request.host.empty()) {
        QGuiApplication::clipboard()->setText(curlCommand(m_request));
    }
}

void RequestBar::fillSaved()
{
    QMenu& menu = *m_saved->menu();
    menu.clear();
    const bool hasRequest = !m_request.host.empty();
    const bool isSaved = hasRequest && m_store.isSaved(m_request);
    QAction* save = isSaved ? menu.addAction(tr("&Forget this request"), this, [this] { m_store.forget(m_request); })
                            : menu.addAction(tr("&Save this request"), this, &RequestBar::saveRequest);
    save->setEnabled(hasRequest);
    menu.addSection(tr("Saved"));
    addTo(menu, m_store.saved());
    menu.addSection(tr("Asked last"));
    addTo(menu, m_store.recent());
}

void RequestBar::addTo(QMenu& menu, const std::vector<Request>& requests)
{
    for (const Request& request : requests) {
        menu.addAction(workspace::callText(request).replace(u'&', u"&&"_s), this, [this, request] {
            setRequest(request);
            explain();
        });
    }
    if (requests.empty()) {
        menu.addAction(tr("None"))->setEnabled(false);
    }
}

} // namespace meshdraft::views
