// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/requeststeps.h"
#include "views/topology/picturebuilder.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace meshdraft::views {

class GraphCanvas;
class Theme;

/// The picture of the topology page once more, with the way of a request lit. The scene is shared: lighting another way
/// only paints.
class RequestPicture : public QWidget {
    Q_OBJECT
public:
    explicit RequestPicture(const Theme& theme, QWidget* parent = nullptr);

    void setPicture(const BuiltPicture& picture);
    /// Lights another way and brings it into view; of an empty one nothing is lit.
    void setPath(const workspace::LitPath& path);
    /// The same way after an edit: what is in view stays there.
    void followPath(const workspace::LitPath& path);
    GraphCanvas* canvas() const { return m_canvas; }
    bool isLit() const;
    void setLit(bool lit);

Q_SIGNALS:
    void topologyRequested();
    void litChanged(bool lit);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void fitPath();

    const Theme& m_theme;
    QLabel* m_title;
    QToolButton* m_light;
    QToolButton* m_fit;
    QToolButton* m_open;
    GraphCanvas* m_canvas;
    BuiltPicture m_picture;
    workspace::LitPath m_path;
    std::shared_ptr<const topology::Emphasis> m_emphasis;
};

} // namespace meshdraft::views
