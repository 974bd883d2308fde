// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/fieldrow.h"

#include "models/workspace/form/formwords.h"
#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"
#include "views/common/access.h"
#include "views/inspector/form/textlist.h"
#include "views/inspector/form/textmap.h"
#include "views/inspector/form/valueedit.h"
#include "views/inspector/form/yamlfield.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using mesh::ValueType;

namespace {

constexpr int shortWidth = 124;
constexpr int leftMargin = 30;
constexpr int rightMargin = 12;

bool isDuration(const mesh::ValueSchema& value)
{
    return value.format == mesh::ValueFormat::Duration || value.format == mesh::ValueFormat::GatewayDuration;
}

bool isNumber(const mesh::ValueSchema& value)
{
    return value.type == ValueType::Integer || value.type == ValueType::Number;
}

/// A name that may break between its words.
QString breakable(const QString& name)
{
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (i > 0 && (name[i].isUpper() || name[i] == u'_') && !name[i - 1].isUpper()) {
            result += QChar(0x200b);
        }
        result += name[i];
    }
    return result;
}

QString unitOf(const workspace::FormField& field)
{
    if (field.schema == nullptr || field.schema->unit.empty()) {
        return {};
    }
    return field.schema->unit == "percent" ? u"%"_s : QString::fromStdString(field.schema->unit);
}

} // namespace

FieldRow::FieldRow(FormContext& context, const workspace::FormField& field, QWidget* parent)
    : FormPart(context, field.path, parent)
    , m_name(new QLabel(this))
    , m_help(new QToolButton(this))
    , m_error(new QLabel(this))
    , m_explanation(new QLabel(this))
{
    setObjectName(u"field_"_s + QString::fromStdString(field.path.text()));
    m_name->setTextFormat(Qt::RichText);
    m_name->setWordWrap(true);
    m_name->setMinimumWidth(40);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_help->setObjectName(u"fieldHelp"_s);
    m_help->setAutoRaise(true);
    m_help->setFocusPolicy(Qt::NoFocus);
    m_help->setIconSize({14, 14});
    m_help->setFixedSize(18, 18);
    m_help->setAccessibleName(tr("Explain %1").arg(workspace::printable(field.name)));
    m_help->setToolTip(tr("Explain this field (F1)"));
    QSizePolicy stays = m_help->sizePolicy();
    stays.setRetainSizeWhenHidden(true);
    m_help->setSizePolicy(stays);
    m_help->hide();
    for (QLabel* label : {m_error, m_explanation}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setFont(scaledFont(font(), 0.92));
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->hide();
    }
    m_error->setObjectName(u"fieldError"_s);
    m_explanation->setObjectName(u"fieldExplanation"_s);
    makeEditor(field);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(leftMargin, 3, rightMargin, 3);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_name, 0, 0, m_isShort ? Qt::AlignVCenter : Qt::AlignBottom);
    grid->addWidget(m_help, 0, 1, Qt::AlignVCenter);
    if (m_isShort) {
        grid->addWidget(editor(), 0, 2);
        grid->addWidget(m_error, 1, 0, 1, 3);
        grid->addWidget(m_explanation, 2, 0, 1, 3);
    } else {
        grid->addWidget(editor(), 1, 0, 1, 2);
        grid->addWidget(m_error, 2, 0, 1, 2);
        grid->addWidget(m_explanation, 3, 0, 1, 2);
    }
    connect(m_help, &QToolButton::clicked, this, [this] { toggleHelp(); });
    const auto restyle = [this] {
        m_help->setIcon(this->context().theme().icon(u"help"_s, "muted"));
        refresh();
    };
    connect(&context.theme(), &Theme::changed, this, restyle);
    restyle();
}

QWidget* FieldRow::editor() const
{
    switch (m_kind) {
    case Kind::Text:
        return m_text;
    case Kind::Choice:
        return m_choice;
    case Kind::List:
        return m_list;
    case Kind::Map:
        return m_map;
    case Kind::Yaml:
        return m_yaml;
    }
    return nullptr;
}

void FieldRow::makeEditor(const workspace::FormField& field)
{
    const mesh::ValueSchema& value = *field.value;
    const QString name = workspace::printable(field.name);
    if (value.type == ValueType::List && isScalar(*value.element)) {
        m_kind = Kind::List;
        m_list = new TextList(context(), field.path, this);
        connect(m_list, &TextList::refused, this, [this](const QString& error) { say(error); });
    } else if (value.type == ValueType::Map && isScalar(*value.element)) {
        m_kind = Kind::Map;
        m_map = new TextMap(context(), field.path, this);
        connect(m_map, &TextMap::refused, this, [this](const QString& error) { say(error); });
    } else if (!isScalar(value)) {
        m_kind = Kind::Yaml;
        m_yaml = new YamlField(context().theme(), this);
        connect(m_yaml, &YamlField::committed, this, &FieldRow::commitText);
        connect(m_yaml, &YamlField::takenBack, this, [this] { say({}); });
    } else if (value.type == ValueType::Boolean || (!value.values.empty() && !value.isOpen)) {
        makeChoice(field);
    } else {
        makeText(field);
    }
    editor()->setObjectName(u"editor_"_s + QString::fromStdString(field.path.text()));
    editor()->setAccessibleName(name);
    if (m_choice != nullptr) {
        setChoiceName(*m_choice, name);
    }
    editor()->installEventFilter(this);
}

void FieldRow::makeText(const workspace::FormField& field)
{
    m_kind = Kind::Text;
    m_text = new ValueEdit(context().theme(), this);
    const mesh::ValueSchema& value = *field.value;
    m_isShort = isNumber(value) || isDuration(value);
    if (m_isShort) {
        m_text->setFixedWidth(shortWidth);
    }
    if (value.type == ValueType::Integer) {
        m_text->setRange(value.minimum, value.maximum);
    }
    if (const QString unit = unitOf(field); !unit.isEmpty()) {
        m_text->setUnit(unit);
    }
    connect(m_text, &ValueEdit::committed, this, &FieldRow::commitText);
    connect(m_text, &ValueEdit::takenBack, this, [this] { say({}); });
}

void FieldRow::makeChoice(const workspace::FormField& field)
{
    m_kind = Kind::Choice;
    m_choice = new QComboBox(this);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(8);
    const bool isBoolean = field.value->type == ValueType::Boolean;
    const auto longest = [&] {
        std::size_t length = 0;
        for (const std::string& each : field.value->values) {
            length = std::max(length, each.size());
        }
        return length;
    };
    m_isShort = isBoolean || longest() <= 14;
    if (m_isShort) {
        m_choice->setFixedWidth(shortWidth);
    }
    connect(m_choice, &QComboBox::activated, this, &FieldRow::commitChoice);
}

void FieldRow::setPath(const mesh::FieldPath& path)
{
    FormPart::setPath(path);
    setObjectName(u"field_"_s + QString::fromStdString(path.text()));
    editor()->setObjectName(u"editor_"_s + QString::fromStdString(path.text()));
    if (m_list != nullptr) {
        m_list->setPath(path);
    }
    if (m_map != nullptr) {
        m_map->setPath(path);
    }
}

void FieldRow::setBare()
{
    m_name->hide();
    m_help->setVisible(false);
    QSizePolicy gone = m_help->sizePolicy();
    gone.setRetainSizeWhenHidden(false);
    m_help->setSizePolicy(gone);
    m_help->setEnabled(false);
}

void FieldRow::startEditing()
{
    editor()->setFocus(Qt::OtherFocusReason);
}

void FieldRow::showLabel(const workspace::FormField& field)
{
    const Theme& theme = context().theme();
    const QString name = breakable(workspace::printable(field.name)).toHtmlEscaped();
    const bool isRequired = field.schema != nullptr && field.schema->isRequired;
    QString text = u"<span style=\"color:%1\">%2</span>"_s.arg(
        theme.html(field.isSet() || field.isMixed ? "text" : "muted"), name);
    if (isRequired) {
        text += u"<span style=\"color:%1\">&nbsp;*</span>"_s.arg(theme.html("err"));
    }
    m_name->setText(text);
    QString help = workspace::fieldHelp(field);
    if (isRequired) {
        help += (help.isEmpty() ? QString() : u"\n"_s) + tr("Required.");
    }
    m_name->setToolTip(workspace::printable(field.name) + u'\n' + help);
    m_explanation->setText(help);
    editor()->setToolTip(help);
}

void FieldRow::refresh()
{
    const workspace::FormField now = field();
    showLabel(now);
    const QString placeholder =
        now.isMixed ? workspace::severalValues() : workspace::printable(std::string(now.defaultValue()));
    const bool readOnly = context().isReadOnly();
    switch (m_kind) {
    case Kind::Text:
        m_text->setReadOnly(readOnly);
        m_text->showValue(now.isMixed || !now.isSet() ? QString() : QString::fromStdString(now.text()), placeholder);
        if (!m_text->isTyped()) {
            m_refused.clear();
        }
        break;
    case Kind::Choice:
        m_choice->setEnabled(!readOnly);
        refreshChoice(now);
        m_refused.clear();
        break;
    case Kind::List:
        m_list->refresh();
        m_refused.clear();
        break;
    case Kind::Map:
        m_map->refresh();
        m_refused.clear();
        break;
    case Kind::Yaml:
        m_yaml->setReadOnly(readOnly);
        m_yaml->showValue(now.isMixed || !now.isSet() ? QString() : QString::fromStdString(workspace::yamlOf(now.node)),
                          placeholder);
        break;
    }
    showErrors();
}

void FieldRow::refreshChoice(const workspace::FormField& now)
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    const QString byDefault = workspace::printable(std::string(now.defaultValue()));
    m_choice->addItem(now.isMixed               ? workspace::severalValues()
                          : byDefault.isEmpty() ? tr("not set")
                                                : tr("%1 (default)").arg(byDefault));
    m_choice->setItemData(0, context().theme().color("muted"), Qt::ForegroundRole);
    std::vector<std::string> values = now.value->values;
    if (now.value->type == ValueType::Boolean) {
        values = {"true", "false"};
    }
    const std::string written = now.text();
    if (now.isSet() && !std::ranges::contains(values, written)) {
        values.push_back(written);
    }
    for (const std::string& value : values) {
        m_choice->addItem(workspace::printable(value), QString::fromStdString(value));
    }
    m_choice->setCurrentIndex(now.isSet() && !now.isMixed ? m_choice->findData(QString::fromStdString(written)) : 0);
    m_choice->setAccessibleDescription(m_choice->currentText());
}

void FieldRow::commitText(const QString& text)
{
    const workspace::FormField now = field();
    const mesh::FieldPath place = path();
    if (text.trimmed().isEmpty()) {
        say(context().edit([place](const workspace::Form& form) { return workspace::clearField(form, place); },
                           workspace::clearStep(now)));
        return;
    }
    if (m_kind == Kind::Yaml) {
        const Expected<source::NewValue> value = workspace::valueOfYaml(text.toStdString());
        if (!value) {
            say(workspace::errorText(value.error()));
            return;
        }
        say(context().edit(
            [place, value](const workspace::Form& form) { return workspace::setField(form, place, *value); },
            workspace::setStep(now)));
        return;
    }
    const std::string written = (m_isShort ? text.trimmed() : text).toStdString();
    if (const auto violation = workspace::checkText(*now.value, now.name, written)) {
        say(workspace::violationText(*violation));
        return;
    }
    say(context().edit(
        [place, written](const workspace::Form& form) { return workspace::setText(form, place, written); },
        workspace::setStep(now)));
}

void FieldRow::commitChoice(int index)
{
    const workspace::FormField now = field();
    const mesh::FieldPath place = path();
    const QString value = m_choice->itemData(index).toString();
    if (index == 0) {
        if (!now.isSet()) {
            return;
        }
        say(context().edit([place](const workspace::Form& form) { return workspace::clearField(form, place); },
                           workspace::clearStep(now)));
    } else if (now.isMixed || now.text() != value.toStdString()) {
        say(context().edit([place, written = value.toStdString()](
                               const workspace::Form& form) { return workspace::setText(form, place, written); },
                           workspace::setStep(now)));
    }
    if (!m_refused.isEmpty()) {
        refreshChoice(field());
    }
}

void FieldRow::say(const QString& error)
{
    m_refused = error;
    showErrors();
}

void FieldRow::showErrors()
{
    QStringList lines;
    if (!m_refused.isEmpty()) {
        lines << m_refused;
    } else {
        for (const mesh::SchemaViolation* violation : context().forms().violations(path())) {
            lines << workspace::violationText(*violation);
        }
    }
    const QString text = lines.join(u'\n');
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    const auto paint = [this](QLabel* label, const char* token) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, context().theme().color(token));
        palette.setColor(QPalette::Text, context().theme().color(token));
        label->setPalette(palette);
    };
    paint(m_error, "err");
    paint(m_explanation, "muted");
    editor()->setAccessibleDescription(text.isEmpty() ? m_explanation->text() : text);
}

void FieldRow::toggleHelp()
{
    m_explanation->setVisible(m_explanation->isHidden());
    showHelpButton();
}

void FieldRow::showHelpButton()
{
    m_help->setVisible(m_help->isEnabled() && (m_hovered || m_focused || !m_explanation->isHidden()));
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1) {
        toggleHelp();
        return true;
    }
    if (event->type() == QEvent::Wheel && m_choice != nullptr) {
        event->ignore(); // the wheel moves the form, never a value
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        m_focused = event->type() == QEvent::FocusIn;
        showHelpButton();
    }
    return FormPart::eventFilter(watched, event);
}

void FieldRow::enterEvent(QEnterEvent* event)
{
    m_hovered = true;
    showHelpButton();
    FormPart::enterEvent(event);
}

void FieldRow::leaveEvent(QEvent* event)
{
    m_hovered = false;
    showHelpButton();
    FormPart::leaveEvent(event);
}

} // namespace meshdraft::views
