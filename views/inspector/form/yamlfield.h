// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace meshdraft::views {

class Theme;

/// A value as YAML, for what no table describes. Takes effect when the focus leaves; Escape takes back what was typed.
class YamlField : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit YamlField(const Theme& theme, QWidget* parent = nullptr);

    /// Shows a value, unless the user is typing another one.
    void showValue(const QString& text, const QString& placeholder);

Q_SIGNALS:
    void committed(const QString& text);
    void takenBack();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fitHeight();

    QString m_shown;
    bool m_committing = false;
};

} // namespace meshdraft::views
