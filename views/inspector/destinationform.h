// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/destinationedit.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace meshdraft::views {

class MessageBar;
class Theme;

/// Which destination a route gets: a subset or Service that is there, or a new subset with its labels. Stands in the
/// inspector, below the button that opens it.
class DestinationForm : public QWidget {
    Q_OBJECT
public:
    explicit DestinationForm(const Theme& theme, QWidget* parent = nullptr);

    /// Opens with what can be added; `total` is the greatest weight.
    void start(const std::vector<workspace::DestinationChoice>& choices, const std::string& host,
               std::optional<std::uint32_t> port, bool mayHaveSubsets, std::int64_t total);
    void showError(const QString& text);

Q_SIGNALS:
    void requested(const meshdraft::workspace::DestinationRequest& request);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showChoice();
    void submit();
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
    QPushButton* m_add;
    MessageBar* m_error;
    bool m_labelsFollow = true; ///< the name, until somebody types them
};

/// "v3 reviews", "cart:80": a choice as people read it.
QString choiceText(const workspace::DestinationChoice& choice);

} // namespace meshdraft::views
