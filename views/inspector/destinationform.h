// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/destinationedit.h"
#include "views/inspector/inlineform.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace meshdraft::views {

class Theme;

/// Which destination a route gets: a subset or Service that is there, or a new subset with its labels. Stands in the
/// inspector, below the button that opens it.
class DestinationForm : public InlineForm {
    Q_OBJECT
public:
    explicit DestinationForm(const Theme& theme, QWidget* parent = nullptr);

    /// Opens with what can be added; `total` is the greatest weight.
    void start(const std::vector<workspace::DestinationChoice>& choices, const std::string& host,
               std::optional<std::uint32_t> port, bool mayHaveSubsets, std::int64_t total);

Q_SIGNALS:
    void requested(const meshdraft::workspace::DestinationRequest& request);

private:
    void showChoice();
    void submit() override;
    bool isOther() const;

    std::vector<workspace::DestinationChoice> m_choices;
    std::string m_host;
    std::optional<std::uint32_t> m_port;
    QFormLayout* m_form;
    QComboBox* m_choice;
    QLineEdit* m_name;
    QLineEdit* m_labels;
    QSpinBox* m_weight;
    QLabel* m_note;
    bool m_labelsFollow = true; ///< the name, until somebody types them
};

/// "v3 reviews", "cart:80": a choice as people read it.
QString choiceText(const workspace::DestinationChoice& choice);

} // namespace meshdraft::views
