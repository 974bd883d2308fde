// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/facts.h"

#include <QWidget>

class QGridLayout;

namespace meshdraft::views {

class Theme;

/// Facts under each other: label, text; a fact with a target is a link.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(const Theme& theme, QWidget* parent = nullptr);
    void setFacts(const Facts& facts);

Q_SIGNALS:
    void activated(const meshdraft::mesh::ElementRef& element);

private:
    void rebuild();

    const Theme& m_theme;
    Facts m_facts;
    QGridLayout* m_grid;
};

} // namespace meshdraft::views
