// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace meshdraft::views {

/// A label with links for mouse and keys. Tab comes to the first link at once and leaves behind the last one, in both
/// directions; in a QLabel Shift+Tab stays at a link that starts the text.
class LinkLabel : public QLabel {
    Q_OBJECT
public:
    explicit LinkLabel(QWidget* parent = nullptr);

protected:
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
};

} // namespace meshdraft::views
