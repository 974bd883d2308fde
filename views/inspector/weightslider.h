// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSlider>

#include <optional>

namespace meshdraft::views {

class Theme;

/// The slider of one weight, with a mark where the value was before the pending change. A click moves the handle there;
/// arrows 1, Page 5, Home, End; L asks for the lock, a digit for the number field, Delete for the removal.
class WeightSlider : public QSlider {
    Q_OBJECT
public:
    explicit WeightSlider(const Theme& theme, QWidget* parent = nullptr);

    /// Where the old value stands; nothing: it did not change.
    void setMark(std::optional<int> value);
    std::optional<int> mark() const { return m_mark; }
    /// Where the handle's middle is for a value; what tests and the tour aim at.
    QPoint positionOf(int value) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void lockRequested();
    void digitTyped(const QString& digit);
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    qreal xOf(int value) const;
    int valueAt(qreal x) const;

    const Theme& m_theme;
    std::optional<int> m_mark;
};

} // namespace meshdraft::views
