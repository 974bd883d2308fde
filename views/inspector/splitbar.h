// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <vector>

namespace meshdraft::views {

class Theme;

/// One split as a bar: a segment a destination, as wide as its share.
class SplitBar : public QWidget {
    Q_OBJECT
public:
    struct Segment {
        QString label;
        QString value; ///< "90 %"
        double share = 0;
        std::size_t series = 0;
        bool isNew = false;
        friend bool operator==(const Segment&, const Segment&) = default;
    };
    SplitBar(const Theme& theme, QString caption, QWidget* parent = nullptr);

    void setSegments(std::vector<Segment> segments);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    const Theme& m_theme;
    QString m_caption;
    std::vector<Segment> m_segments;
};

} // namespace meshdraft::views
