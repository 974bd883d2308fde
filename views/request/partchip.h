// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace meshdraft::views {

class Theme;

/// One part of a request, "x-preview: v3", with a cross that takes it out. Delete and Backspace do so by key, Enter and
/// a click beside the cross edit it.
class PartChip : public QAbstractButton {
    Q_OBJECT
public:
    PartChip(const Theme& theme, const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Where the cross is.
    QRect crossRect() const;

Q_SIGNALS:
    void removeRequested();
    void editRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QFont chipFont() const;

    const Theme& m_theme;
};

} // namespace meshdraft::views
