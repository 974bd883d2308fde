// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/sourceplan.h"

#include <QDialog>

class QButtonGroup;
class QVBoxLayout;

namespace meshdraft::views {

class Theme;

/// Asks where an edit of a rendered resource is to be written: a choice a place, with the environments that it changes;
/// what cannot be done is named with its reason. accept() only with a choice made.
class SourceChoiceDialog : public QDialog {
    Q_OBJECT
public:
    SourceChoiceDialog(const Theme& theme, const workspace::SourcePlan& plan, const std::string& environment,
                       QWidget* parent = nullptr);

    /// Position in the plan's choices.
    std::size_t choice() const;

private:
    void addChoice(const Theme& theme, const workspace::SourceChoice& choice, const std::string& environment, int id);

    QVBoxLayout* m_column;
    QButtonGroup* m_group;
};

} // namespace meshdraft::views
