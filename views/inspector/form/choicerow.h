// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/form/formcontext.h"

class QComboBox;
class QLabel;

namespace meshdraft::views {

/// Which one of the fields that exclude each other is used.
class ChoiceRow : public FormPart {
    Q_OBJECT
public:
    /// `object`: what the fields belong to.
    ChoiceRow(FormContext& context, const mesh::FieldPath& object, const workspace::FormChoice& choice,
              QWidget* parent);

    void refresh() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int index);
    bool isOurs(const std::string& names) const;

    const mesh::SchemaRule* m_rule;
    QComboBox* m_combo;
    QLabel* m_error;
};

} // namespace meshdraft::views
