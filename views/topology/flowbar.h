// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/messagebar.h"
#include "views/topology/picturebuilder.h"

namespace meshdraft::views {

/// What is to be said of the flows on the picture: that they are being found, that nothing enters, and one after the
/// other what does not add up. Hidden while there is nothing to say.
class FlowBar : public MessageBar {
    Q_OBJECT
public:
    explicit FlowBar(const Theme& theme, QWidget* parent = nullptr);

    /// The flows of the picture; `isShown`: its labels ask for them.
    void setFlows(const topology::FlowFactsPtr& flows, bool isShown);

Q_SIGNALS:
    /// An element is to be shown and opened.
    void elementOpened(const meshdraft::mesh::ElementRef& element);

private:
    void showIssues();
    void step(int direction);

    topology::FlowFactsPtr m_flows;
    QPushButton* m_show = nullptr;
    std::size_t m_at = 0; ///< position in FlowFacts::issues
};

} // namespace meshdraft::views
