// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QWidget>

namespace meshdraft::views {

class Theme;

/// The head of a section: chevron, name, and what is inside in a few muted words at the right.
class SectionHeader : public QAbstractButton {
    Q_OBJECT
public:
    SectionHeader(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setSummary(const QString& summary, const QString& icon = {}, const char* token = "muted");
    const QString& summary() const { return m_summary; }
    /// The head of a part within a section: smaller, its name bold only where setBold says so.
    void setQuiet(bool quiet);
    void setBold(bool bold);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_summary;
    QString m_icon;
    const char* m_token = "muted";
    bool m_quiet = false;
    bool m_bold = true;
};

/// A section that opens and closes; a line below it keeps it apart from the next.
class CollapsibleSection : public QWidget {
    Q_OBJECT
public:
    CollapsibleSection(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    SectionHeader* header() const { return m_header; }
    void setContent(QWidget* content);
    QWidget* content() const { return m_content; }
    void setOpen(bool open);
    bool isOpen() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    SectionHeader* m_header;
    QWidget* m_content = nullptr;
};

} // namespace meshdraft::views
