// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

#include <optional>

class QLabel;

namespace meshdraft::views {

class Theme;

/// A text that takes effect with Enter or when the focus leaves; Escape takes back what was typed. With a range, the
/// arrow keys count up and down.
class ValueEdit : public QLineEdit {
    Q_OBJECT
public:
    ValueEdit(const Theme& theme, QWidget* parent = nullptr);

    /// Shows a value, unless the user is typing another one.
    void showValue(const QString& text, const QString& placeholder = {});
    /// A word behind the value ("percent").
    void setUnit(const QString& unit);
    void setRange(std::optional<double> least, std::optional<double> most);
    /// The value that is shown when nothing is typed.
    const QString& shown() const { return m_shown; }
    bool isTyped() const { return text() != m_shown; }
    void takeBack();

Q_SIGNALS:
    void committed(const QString& text);
    void takenBack();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void commit();
    void count(int steps);

    const Theme& m_theme;
    QLabel* m_unit = nullptr;
    QString m_shown;
    bool m_counts = false;
    bool m_committing = false;
    std::optional<double> m_least;
    std::optional<double> m_most;
};

} // namespace meshdraft::views
