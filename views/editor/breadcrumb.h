// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/caretpath.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace meshdraft::views {

class Theme;

/// The way from the file to the caret; a part of it goes there. At the right what is to be said about the text.
class Breadcrumb : public QWidget {
    Q_OBJECT
public:
    explicit Breadcrumb(const Theme& theme, QWidget* parent = nullptr);

    void setPath(const QString& file, const std::vector<workspace::Crumb>& crumbs);
    /// Empty: nothing; `isWarning` puts a glyph before it.
    void setNote(const QString& text, bool isWarning);
    QString note() const;
    /// Does not hold the page wide: in a narrow one its parts are cut off.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(quint32 offset);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void restyle();

    const Theme& m_theme;
    QHBoxLayout* m_parts;
    QLabel* m_glyph;
    QLabel* m_note;
    QString m_file;
    std::vector<workspace::Crumb> m_crumbs;
    bool m_isWarning = true;
};

} // namespace meshdraft::views
