// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/form/formcontext.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace meshdraft::views {

class TextList;
class TextMap;
class ValueEdit;
class YamlField;

/// A field with its editor in one row: name and mark, editor, what is wrong below it, and help on request (the "?" or
/// F1). Scalars, lists and maps of them, and what no table describes.
class FieldRow : public FormPart {
    Q_OBJECT
public:
    FieldRow(FormContext& context, const workspace::FormField& field, QWidget* parent);

    void refresh() override;
    void setPath(const mesh::FieldPath& path) override;
    /// Gives the focus to the editor.
    void startEditing();
    /// Without the name, below a head that says it already.
    void setBare();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Kind { Text, Choice, List, Map, Yaml };

    void makeEditor(const workspace::FormField& field);
    void makeText(const workspace::FormField& field);
    void makeChoice(const workspace::FormField& field);
    void commitText(const QString& text);
    void commitChoice(int index);
    void refreshChoice(const workspace::FormField& field);
    void showErrors();
    void showLabel(const workspace::FormField& field);
    void showHelpButton();
    void toggleHelp();
    void say(const QString& error);
    QWidget* editor() const;
    bool isShort() const { return m_isShort; }

    Kind m_kind = Kind::Text;
    bool m_isShort = false;
    bool m_hovered = false;
    bool m_focused = false;
    QString m_refused; ///< why the last edit was not taken
    QLabel* m_name;
    QToolButton* m_help;
    QLabel* m_error;
    QLabel* m_explanation;
    ValueEdit* m_text = nullptr;
    QComboBox* m_choice = nullptr;
    TextList* m_list = nullptr;
    TextMap* m_map = nullptr;
    YamlField* m_yaml = nullptr;
};

} // namespace meshdraft::views
