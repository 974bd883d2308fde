// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/form/formcontext.h"

class QGridLayout;
class QToolButton;

namespace meshdraft::views {

class ValueEdit;

/// A map of texts or numbers: a row an entry, and one to add another.
class TextMap : public FormPart {
    Q_OBJECT
public:
    TextMap(FormContext& context, const mesh::FieldPath& path, QWidget* parent);

    void refresh() override;

Q_SIGNALS:
    /// An edit was not taken, or (empty) the next one was.
    void refused(const QString& error);

private:
    struct Row {
        ValueEdit* key = nullptr;
        ValueEdit* value = nullptr;
        QToolButton* remove = nullptr;
    };
    void addRow();
    void dropRow();
    void rename(const ValueEdit* editor, const QString& key);
    void setValue(const ValueEdit* editor, const QString& text);
    void remove(const QString& key);
    void addEntry();
    bool fits(const QString& key, const QString& value);

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    ValueEdit* m_newKey;
    ValueEdit* m_newValue;
};

} // namespace meshdraft::views
