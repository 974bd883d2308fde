// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/form/formcontext.h"

class QToolButton;
class QVBoxLayout;

namespace meshdraft::views {

class ValueEdit;

/// A list of texts or numbers: a field an item, and one to add another. Alt with the arrow keys moves an item.
class TextList : public FormPart {
    Q_OBJECT
public:
    TextList(FormContext& context, const mesh::FieldPath& path, QWidget* parent);

    void refresh() override;

Q_SIGNALS:
    /// An edit was not taken, or (empty) the next one was.
    void refused(const QString& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        QWidget* box = nullptr;
        ValueEdit* text = nullptr;
        QToolButton* remove = nullptr;
    };
    void addRow();
    void dropRow();
    void commit(std::size_t position, const QString& text);
    void add(const QString& text);
    void remove(std::size_t position);
    void move(std::size_t position, int by);
    void showMenu(std::size_t position, const QPoint& at);
    std::size_t positionOf(const QObject* editor) const;

    QVBoxLayout* m_column;
    std::vector<Row> m_rows;
    ValueEdit* m_add;
};

} // namespace meshdraft::views
