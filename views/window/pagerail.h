// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <array>

class QToolButton;
class QVBoxLayout;

namespace meshdraft::views {

class Theme;

/// The pages at the left: icon over label, a bar beside the current one.
class PageRail : public QWidget {
    Q_OBJECT
public:
    enum Page { Start, Topology, Editor, Review, Explain, Learn, PageCount };
    explicit PageRail(const Theme& theme, QWidget* parent = nullptr);

    void setCurrent(Page page);
    void setPageEnabled(Page page, bool enabled, const QString& reason = {});
    QToolButton* button(Page page) const { return m_buttons[page]; }
    /// The gear below: the window hangs its menu there.
    QToolButton* settings() const { return m_settings; }

Q_SIGNALS:
    void pageRequested(int page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::array<QToolButton*, PageCount> m_buttons{};
    QToolButton* m_settings;
};

} // namespace meshdraft::views
