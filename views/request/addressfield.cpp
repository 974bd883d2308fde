// SPDX-License-Identifier: Apache-2.0
#include "views/request/addressfield.h"

#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QStringListModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr qsizetype offered = 12;

struct Parts {
    QString scheme; ///< with "://", or empty
    QString host; ///< with its port
    QString path; ///< from the slash on
};

Parts partsOf(const QString& address)
{
    Parts parts;
    const qsizetype scheme = address.indexOf("://"_L1);
    const qsizetype hostAt = scheme < 0 ? 0 : scheme + 3;
    parts.scheme = address.left(hostAt);
    const qsizetype slash = address.indexOf(u'/', hostAt);
    parts.host = address.mid(hostAt, slash < 0 ? -1 : slash - hostAt);
    parts.path = slash < 0 ? QString() : address.mid(slash);
    return parts;
}

/// More than the address that the field itself reads.
bool isMore(const QString& text)
{
    const QString line = text.trimmed();
    return line.contains(u'\n') || line.contains(u'"') || line.contains(u'{') || line.startsWith("curl"_L1)
        || line.startsWith("kubectl"_L1) || line.startsWith(u'[');
}

} // namespace

AddressField::AddressField(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_lines(new QStringListModel(this))
    , m_completer(new QCompleter(m_lines, this))
{
    setObjectName(u"requestAddress"_s);
    setAccessibleName(tr("Address of the request"));
    setPlaceholderText(tr("https://host/path, or paste a curl command or a line of an access log"));
    setMinimumWidth(140);
    setTextMargins(5, 0, 5, 0);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(static_cast<int>(offered));
    m_completer->popup()->setAccessibleName(tr("Addresses of this mesh"));
    setCompleter(m_completer);
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) { offer(completions(text)); });
    connect(this, &QLineEdit::textChanged, this, &AddressField::markHost);
    connect(&theme, &Theme::changed, this, &AddressField::markHost);
}

void AddressField::setVocabulary(const workspace::RequestVocabulary& words)
{
    m_words = words;
}

QStringList AddressField::completions(const QString& typed) const
{
    if (typed.isEmpty()) {
        return m_recent;
    }
    const Parts parts = partsOf(typed);
    const QString scheme = parts.scheme.isEmpty() ? u"http://"_s : parts.scheme;
    QStringList starts;
    QStringList others;
    if (parts.path.isEmpty()) {
        for (const std::string& host : m_words.hosts) {
            const QString name = QString::fromStdString(host);
            if (name.startsWith(parts.host, Qt::CaseInsensitive)) {
                starts << scheme + name + u'/';
            } else if (name.contains(parts.host, Qt::CaseInsensitive)) {
                others << scheme + name + u'/';
            }
        }
    } else {
        QString host = parts.host.section(u':', 0, 0);
        host = host.section(".svc."_L1, 0, 0);
        const auto known = m_words.paths.find(host.toStdString());
        for (const std::string& path : known == m_words.paths.end() ? std::vector<std::string>() : known->second) {
            const QString whole = QString::fromStdString(path);
            const QString line = scheme + parts.host + whole;
            if (line == typed) {
                continue;
            }
            if (whole.startsWith(parts.path)) {
                starts << line;
            } else if (whole.contains(parts.path.mid(1))) {
                others << line;
            }
        }
    }
    return (starts + others).first(std::min(offered, starts.size() + others.size()));
}

void AddressField::offer(const QStringList& lines)
{
    m_lines->setStringList(lines);
    if (lines.isEmpty()) {
        m_completer->popup()->hide();
    }
}

/// Format of the host only: a QLineEdit has none for parts of its text, but for what an input method composes.
void AddressField::markHost()
{
    const Parts parts = partsOf(text());
    QList<QInputMethodEvent::Attribute> attributes;
    const auto add = [&](qsizetype from, qsizetype length, const char* token, bool bold) {
        if (length <= 0) {
            return;
        }
        QTextCharFormat format;
        format.setForeground(m_theme.color(token));
        if (bold) {
            format.setFontWeight(QFont::DemiBold);
        }
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(from) - cursorPosition(),
                           static_cast<int>(length), format});
    };
    add(0, parts.scheme.size(), "faint", false);
    add(parts.scheme.size(), parts.host.section(u':', 0, 0).size(), "text", true);
    QInputMethodEvent event({}, attributes);
    const QSignalBlocker quiet(this);
    QLineEdit::inputMethodEvent(&event);
}

bool AddressField::takePasted(const QString& text)
{
    if (!isMore(text)) {
        return false;
    }
    Q_EMIT requestPasted(text.trimmed());
    return true;
}

void AddressField::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste) && takePasted(QGuiApplication::clipboard()->text())) {
        event->accept();
        return;
    }
    const bool asks =
        event->key() == Qt::Key_Down || (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier);
    if (asks && !m_completer->popup()->isVisible()) {
        offer(completions(text()));
        if (m_lines->rowCount() > 0) {
            m_completer->complete();
        }
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void AddressField::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu* menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (auto* paste = menu->findChild<QAction*>(u"edit-paste"_s)) {
        paste->disconnect();
        connect(paste, &QAction::triggered, this, [this] {
            if (!takePasted(QGuiApplication::clipboard()->text())) {
                this->paste();
            }
        });
    }
    menu->popup(event->globalPos());
}

void AddressField::dropEvent(QDropEvent* event)
{
    if (!takePasted(event->mimeData()->text())) {
        QLineEdit::dropEvent(event);
    }
}

} // namespace meshdraft::views
