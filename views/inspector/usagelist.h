// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/operations/usages.h"

#include <QListWidget>

namespace meshdraft::views {

class Theme;

/// Resources that use another one, or apply to it: icon, name, kind and place; a click or Enter goes there.
class UsageList : public QListWidget {
    Q_OBJECT
public:
    explicit UsageList(const Theme& theme, QWidget* parent = nullptr);

    void setUsages(const mesh::MeshGraph& graph, const std::vector<workspace::Usage>& usages);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// "1 gateway, 2 callers".
    static QString summary(const std::vector<workspace::Usage>& usages);

Q_SIGNALS:
    void chosen(const meshdraft::mesh::ElementRef& element);

private:
    std::vector<workspace::Usage> m_usages;
};

} // namespace meshdraft::views
