// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/access.h"

#include <QStringList>
#include <QWidget>

namespace meshdraft::views {

class Theme;

/// One of a few words, all in sight: flat segments in one frame, the current one filled. Arrows and the mouse choose.
class SegmentedSwitch : public QWidget, public PaintedParts {
    Q_OBJECT
public:
    explicit SegmentedSwitch(const Theme& theme, QWidget* parent = nullptr);

    void setTexts(const QStringList& texts);
    const QStringList& texts() const { return m_texts; }
    int current() const { return m_current; }
    /// Without a signal.
    void setCurrent(int index);
    QRect segmentRect(int index) const;

    int partCount() const override { return static_cast<int>(m_texts.size()); }
    QString partName(int part) const override { return m_texts.value(part); }
    QRect partRect(int part) const override { return segmentRect(part); }
    int currentPart() const override { return m_current; }
    void choosePart(int part) override { choose(part); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    int naturalWidth(int index) const;
    void choose(int index);

    const Theme& m_theme;
    QStringList m_texts;
    int m_current = 0;
};

} // namespace meshdraft::views
