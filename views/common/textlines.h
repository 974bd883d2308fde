// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace meshdraft::views {

class Theme;

/// Lines that are read: a glyph and a sentence each, with a link where there is one, or a command with a button that
/// copies it. Plain text, whatever it holds.
class TextLines : public QWidget {
    Q_OBJECT
public:
    explicit TextLines(const Theme& theme, QWidget* parent = nullptr);

    void clear();
    void add(const QString& text, const QString& icon = {}, const char* token = "text");
    /// What stands beside the main thing.
    void addQuiet(const QString& text);
    void addCommand(const QString& command);
    /// A word, a link and a sentence; without `open` the link is plain text.
    void addLinked(const QString& word, const QString& link, const QString& text, const QString& icon,
                   const char* token, std::function<void()> open);
    /// "and 12 more" where not all of them are there.
    void addRest(std::size_t all, std::size_t shown);
    /// All of it, a line each.
    QString text() const;

private:
    struct Line {
        enum Kind { Plain, Quiet, Command, Linked } kind = Plain;
        QString text;
        QString icon;
        const char* token = "text";
        QString word; ///< Linked: before the link
        QString link;
        std::function<void()> open;
    };
    QLabel* labelOf(const Line& line, QWidget* row);
    void show(const Line& line);
    void rebuild();

    const Theme& m_theme;
    std::vector<Line> m_lines;
    QVBoxLayout* m_column;
};

} // namespace meshdraft::views
