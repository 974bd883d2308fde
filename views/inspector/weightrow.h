// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QSpinBox;
class QToolButton;

namespace meshdraft::views {

class Chip;
class Theme;
class WeightSlider;

/// One destination of a split: colour, name, what changed, pods; lock, slider, number.
class WeightRow : public QWidget {
    Q_OBJECT
public:
    struct Data {
        QString name; ///< subset, else host
        QString detail; ///< host, when the name is a subset
        QString pods;
        std::int64_t weight = 0;
        std::int64_t total = 100;
        std::optional<std::int64_t> old; ///< weight before the pending change; nothing: the destination is new
        bool isChanged = false;
        bool isLocked = false;
        bool isEditable = true;
        bool isRemovable = false;
        bool isPercent = true;
        std::size_t series = 0;
    };
    WeightRow(const Theme& theme, int position, QWidget* parent = nullptr);

    /// Shows without asking for an edit.
    void setData(const Data& shown);
    WeightSlider* slider() const { return m_slider; }
    QSpinBox* spin() const { return m_spin; }
    /// Puts the controls of the row behind `before` in the order of the Tab key.
    void orderTabsBehind(QWidget* before);

Q_SIGNALS:
    /// The user moved the slider (`dragging`: the mouse button is down) or stepped with keys.
    void weightRequested(int weight, bool dragging);
    void dragStarted();
    void dragEnded();
    void lockToggled(bool locked);
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void restyle();
    void startTyping(const QString& digit);

    const Theme& m_theme;
    Data m_data;
    QLabel* m_name;
    Chip* m_chip;
    QLabel* m_pods;
    QToolButton* m_lock;
    QToolButton* m_remove;
    WeightSlider* m_slider;
    QSpinBox* m_spin;
};

} // namespace meshdraft::views
