// SPDX-License-Identifier: Apache-2.0
#include "views/editor/fieldhelpcard.h"

#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"
#include "views/common/chip.h"
#include "views/common/collapsiblesection.h"
#include "views/common/ink.h"
#include "views/inspector/factlist.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr std::size_t shownTargets = 6;
constexpr std::size_t shownValues = 12;

QString factsOf(const mesh::FieldSchema& field)
{
    QStringList facts;
    if (!field.defaultValue.empty()) {
        facts << FieldHelpCard::tr("Without it: %1").arg(QString::fromStdString(field.defaultValue));
    }
    if (!field.unit.empty()) {
        facts << FieldHelpCard::tr("In %1").arg(QString::fromStdString(field.unit));
    }
    if (!field.value.values.empty()) {
        QStringList values;
        for (const std::string& value : field.value.values) {
            if (values.size() == shownValues) {
                values << u"…"_s;
                break;
            }
            values << QString::fromStdString(value);
        }
        facts << FieldHelpCard::tr("One of %1").arg(values.join(u", "_s));
    }
    if (const QString old = workspace::deprecationText(field); !old.isEmpty()) {
        facts << old;
    }
    return facts.join(u'\n');
}

} // namespace

FieldHelpCard::FieldHelpCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_type(new Chip(theme, this))
    , m_required(new Chip(theme, this))
    , m_sentence(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_resolves(new CollapsibleSection(theme, tr("Resolves to"), this))
    , m_targets(new FactList(theme, m_resolves))
{
    setObjectName(u"fieldHelp"_s);
    setAccessibleName(tr("Field at the caret"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 10, 12, 10);
    top->setSpacing(8);
    column->addLayout(top);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    QFont name = fixedFont();
    name.setWeight(QFont::Bold);
    m_title->setFont(name);
    m_title->setObjectName(u"fieldTitle"_s);
    row->addWidget(m_title);
    row->addWidget(m_type);
    row->addWidget(m_required);
    row->addStretch(1);
    top->addLayout(row);
    for (QLabel* label : {m_sentence, m_facts}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        top->addWidget(label);
    }
    m_sentence->setObjectName(u"fieldSentence"_s);
    m_facts->setFont(scaledFont(font(), 0.92));
    setInk(*m_facts, theme, "muted");
    m_resolves->setObjectName(u"resolvesSection"_s);
    m_resolves->setContent(m_targets);
    m_resolves->setOpen(true);
    column->addWidget(m_resolves);
    connect(m_targets, &FactList::activated, this, &FieldHelpCard::activated);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    hide();
}

void FieldHelpCard::setHelp(const std::optional<workspace::FieldHelp>& help)
{
    if (!help) {
        hide();
        return;
    }
    m_title->setText(workspace::printable(help->title));
    m_type->set(QString::fromStdString(help->type), "muted", "unkbg");
    m_required->set(help->field->isRequired ? tr("required") : QString(), "high", "highbg");
    m_sentence->setText(workspace::schemaText(help->field->explanation));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_facts->setText(factsOf(*help->field));
    m_facts->setVisible(!m_facts->text().isEmpty());
    Facts facts;
    for (std::size_t i = 0; i < std::min(help->targets.size(), shownTargets); ++i) {
        const workspace::TextPlace& target = help->targets[i];
        QString text = workspace::printable(target.text);
        if (!target.detail.empty()) {
            text += u", "_s + tr("%n pod(s)", nullptr, QString::fromStdString(target.detail).toInt());
        }
        facts.push_back({QString::fromStdString(target.kind), text, target.element});
    }
    m_targets->setFacts(facts);
    m_resolves->setVisible(!facts.empty());
    show();
}

void FieldHelpCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color("base"));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color("border2"));
}

} // namespace meshdraft::views
