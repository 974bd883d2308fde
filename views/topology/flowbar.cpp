// SPDX-License-Identifier: Apache-2.0
#include "views/topology/flowbar.h"

#include "models/workspace/flowwords.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

FlowBar::FlowBar(const Theme& theme, QWidget* parent)
    : MessageBar(theme, parent)
{
    setObjectName(u"flowBar"_s);
}

void FlowBar::setFlows(const topology::FlowFactsPtr& flows, bool isShown)
{
    const bool isSame = flows && m_flows == flows && isVisibleTo(parentWidget());
    m_flows = flows;
    if (!isShown) {
        hide();
    } else if (!flows) {
        showMessage(Kind::Info, tr("Requests are followed through the mesh…"));
    } else if (flows->flows.empty()) {
        showMessage(Kind::Info,
                    tr("Nothing says where requests enter: no gateway has a host with a route, and no caller is "
                       "declared."));
    } else if (flows->issues.empty()) {
        hide();
    } else if (!isSame) {
        m_at = std::min(m_at, flows->issues.size() - 1);
        showIssues();
    }
}

void FlowBar::showIssues()
{
    showMessage(Kind::Warning, {});
    m_show = addAction(tr("Show"), [this] { Q_EMIT elementOpened(m_flows->issues[m_at].element); });
    m_show->setObjectName(u"showFlowIssue"_s);
    if (m_flows->issues.size() > 1) {
        addAction(tr("Previous"), [this] { step(-1); })->setObjectName(u"previousFlowIssue"_s);
        addAction(tr("Next"), [this] { step(1); })->setObjectName(u"nextFlowIssue"_s);
    }
    step(0);
}

void FlowBar::step(int direction)
{
    const std::size_t count = m_flows->issues.size();
    m_at = (m_at + count + static_cast<std::size_t>(direction)) % count;
    const topology::FlowIssue& issue = m_flows->issues[m_at];
    const QString text = workspace::flowProblemText({issue.code, issue.args, issue.element});
    const QString flow = QString::fromStdString(m_flows->flows[issue.flow]);
    if (count == 1) {
        //: %1 a sentence, %2 "from gateway shop-gw to shop.example"
        setText(tr("%1 (%2)").arg(text, flow));
    } else {
        //: %1 of %2 totals of flows; %3 a sentence, %4 "from gateway shop-gw to shop.example"
        setText(tr("%1 of %2 that do not add up: %3 (%4)").arg(m_at + 1).arg(count).arg(text, flow));
    }
    m_show->setEnabled(!issue.element.isNull());
}

} // namespace meshdraft::views
