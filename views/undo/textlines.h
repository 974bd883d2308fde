// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace meshdraft::views {

class Theme;

/// Lines that are read: a glyph and a sentence each, or a command with a button that copies it. Plain text, whatever it
/// holds.
class TextLines : public QWidget {
    Q_OBJECT
public:
    explicit TextLines(const Theme& theme, QWidget* parent = nullptr);

    void clear();
    void add(const QString& text, const QString& icon = {}, const char* token = "text");
    /// What stands beside the main thing.
    void addQuiet(const QString& text);
    void addCommand(const QString& command);
    /// All of it, a line each.
    QString text() const;

private:
    struct Line {
        enum Kind { Plain, Quiet, Command } kind = Plain;
        QString text;
        QString icon;
        const char* token = "text";
    };
    void show(const Line& line);
    void rebuild();

    const Theme& m_theme;
    std::vector<Line> m_lines;
    QVBoxLayout* m_column;
};

} // namespace meshdraft::views
