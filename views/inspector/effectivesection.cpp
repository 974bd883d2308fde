// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/effectivesection.h"

#include "models/workspace/effectivefacts.h"
#include "models/workspace/words.h"
#include "views/common/collapsiblesection.h"
#include "views/inspector/factlist.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

EffectiveSection::EffectiveSection(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_section(new CollapsibleSection(theme, tr("Effective"), this))
    , m_facts(new FactList(theme, m_section))
{
    setObjectName(u"effectiveSection"_s);
    m_section->setContent(m_facts);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_section);
    connect(m_facts, &FactList::activated, this, &EffectiveSection::activated);
    hide();
}

void EffectiveSection::setSubject(const workspace::Snapshot& snapshot, mesh::ResourceIndex resource)
{
    const auto facts = workspace::effectiveFactsOf(snapshot.effective->view(), resource);
    setVisible(!facts.empty());
    if (facts.empty()) {
        return;
    }
    Facts rows;
    for (const workspace::EffectiveFact& fact : facts) {
        // files cannot tell: the mark of what is unknown
        const QString text = (fact.isOpen ? u"? "_s : QString()) + workspace::printable(fact.text.toStdString());
        rows.push_back({.label = fact.label,
                        .text = text,
                        .target = fact.source,
                        .note = workspace::printable(fact.reason.toStdString())});
    }
    m_facts->setFacts(rows);
    m_section->header()->setSummary(workspace::printable(facts.front().text.toStdString()));
}

} // namespace meshdraft::views
