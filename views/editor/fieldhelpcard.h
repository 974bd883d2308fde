// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/fieldhelp.h"

#include <QWidget>

class QLabel;

namespace meshdraft::views {

class Chip;
class CollapsibleSection;
class FactList;
class Theme;

/// What is known of the field at the caret: name, type, a sentence, what its value resolves to. Stands above the
/// inspector; hidden where there is nothing to say.
class FieldHelpCard : public QWidget {
    Q_OBJECT
public:
    explicit FieldHelpCard(const Theme& theme, QWidget* parent = nullptr);

    void setHelp(const std::optional<workspace::FieldHelp>& help);

Q_SIGNALS:
    void activated(const meshdraft::mesh::ElementRef& element);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QLabel* m_title;
    Chip* m_type;
    Chip* m_required;
    QLabel* m_sentence;
    QLabel* m_facts;
    CollapsibleSection* m_resolves;
    FactList* m_targets;
};

} // namespace meshdraft::views
