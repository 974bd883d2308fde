// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/destinationedit.h"
#include "views/inspector/inlineform.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace meshdraft::views {

class Theme;

/// A route for those who ask for it by a header or a cookie: who, and where they go.
class PreviewForm : public InlineForm {
    Q_OBJECT
public:
    explicit PreviewForm(const Theme& theme, QWidget* parent = nullptr);

    /// Opens with what can be chosen; `route` is the name of the route that it comes before.
    void start(const std::vector<workspace::DestinationChoice>& choices, const QString& name, const QString& route);

Q_SIGNALS:
    void requested(const meshdraft::changes::PreviewSpec& preview);

private:
    void submit() override;
    void showNote();

    std::vector<workspace::DestinationChoice> m_choices;
    QString m_route;
    QLineEdit* m_name;
    QComboBox* m_by;
    QLineEdit* m_field;
    QComboBox* m_how;
    QLineEdit* m_value;
    QComboBox* m_to;
    QLabel* m_note;
};

} // namespace meshdraft::views
