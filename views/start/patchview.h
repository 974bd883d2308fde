// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace meshdraft::views {

class Theme;

/// A patch as text, removed and added lines on their grounds. Control characters show as escapes.
class PatchView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PatchView(const Theme& theme, QWidget* parent = nullptr);

    void setPatch(const std::string& patch);
    QSize sizeHint() const override;

private:
    class Lines;
};

} // namespace meshdraft::views
