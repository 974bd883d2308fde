// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace meshdraft::views {

class Theme;

/// A state that belongs to a page, said at its top: glyph, sentence, buttons; below it the output of a program when
/// there is one. Hidden until show is asked for.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Success, Warning, Error };
    explicit MessageBar(const Theme& theme, QWidget* parent = nullptr);

    /// Shows a sentence (plain text); buttons of the sentence before are gone.
    void showMessage(Kind kind, const QString& text, const QString& output = {});
    /// Another sentence for what goes on; the buttons stay.
    void setText(const QString& text);
    /// Adds a button; `action` runs on a click.
    QPushButton* addAction(const QString& text, const std::function<void()>& action);
    QString text() const;
    QString output() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void restyle();

    const Theme& m_theme;
    Kind m_kind = Kind::Info;
    QLabel* m_glyph;
    QLabel* m_label;
    QHBoxLayout* m_actions;
    QPlainTextEdit* m_output;
};

} // namespace meshdraft::views
