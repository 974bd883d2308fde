// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QPlainTextEdit>

namespace meshdraft::views {

class Theme;

/// The file of an element, read-only, with numbered lines; those of the element are lit.
class YamlExcerpt : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit YamlExcerpt(const Theme& theme, QWidget* parent = nullptr);

    /// Shows an element as it is now, or as it is saved; an element that is nowhere shows nothing.
    void setElement(const workspace::Snapshot& snapshot, const mesh::ElementRef& element, bool isSaved);
    void clearElement();
    const QString& path() const { return m_path; }
    /// Lines from 1; 0: nothing is lit.
    int firstLine() const { return m_first; }
    int lastLine() const { return m_last; }
    int marginWidth() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Margin;
    void paintMargin(QPaintEvent* event);
    void showAround(const source::ParsedText& file, std::size_t begin, std::size_t end);
    void light();

    const Theme& m_theme;
    Margin* m_margin;
    QString m_path;
    source::ContentId m_shown;
    int m_first = 0;
    int m_top = 1; ///< the line of the file that the text begins with
    int m_last = 0;
};

} // namespace meshdraft::views
