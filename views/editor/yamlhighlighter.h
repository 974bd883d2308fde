// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/State>

#include <QObject>
#include <QTextLayout>
#include <QTimer>

#include <vector>

class QTextDocument;

namespace meshdraft::views {

class Theme;

/// Colours of a document's text. Lines that change are done at once, the rest of a long text in slices between events,
/// so that opening and typing never wait for it.
class YamlHighlighter : public QObject, private KSyntaxHighlighting::AbstractHighlighter {
    Q_OBJECT
public:
    /// `document` becomes the parent.
    YamlHighlighter(const Theme& theme, QTextDocument& document);
    ~YamlHighlighter() override;

    /// True while the tool changes the formats of the document: nothing of its text changes.
    bool isAtWork() const { return m_isAtWork; }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override;

private:
    void follow(int position, int removed, int added);
    void restart();
    void work(qint64 budget);

    const Theme& m_theme;
    QTextDocument& m_document;
    std::vector<KSyntaxHighlighting::State> m_ends; ///< behind each line
    int m_dirty = 0; ///< lines from here on are to be done
    int m_dirtyEnd = 0; ///< those before here whatever their state says
    QList<QTextLayout::FormatRange> m_formats; ///< of the line in work
    QTimer m_timer;
    bool m_isValid;
    bool m_isAtWork = false;
};

} // namespace meshdraft::views
