// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/workspace.h"
#include "tests/bench/eventwatch.h"

#include <functional>
#include <memory>

class QSettings;
class QWidget;

namespace meshdraft::views {
class GraphCanvas;
class MainWindow;
class Theme;
} // namespace meshdraft::views

namespace meshdraft::bench {

/// Does in the window what people do, and prints a line for each thing: the longest time that the window did not
/// answer, and for what moves the time of a frame.
class WindowDriver {
public:
    WindowDriver(views::Theme& theme, QSettings& settings, bool withStacks);
    ~WindowDriver();

    void open(const QString& repository);
    /// Pans, zooms, hovers, and drags a slider: over the overview, then over every node.
    void frames();
    /// The page of requests: one request after the other lit on the picture of every node, and the lit picture moved.
    void requests();
    /// Pages, docks, a selection, the field that goes to a resource.
    void pages();
    /// Types into a file and takes it back.
    void editor(const std::string& path);
    void commitDialog();
    /// Environments that Kustomize renders.
    void overlay(const QString& repository);

private:
    /// Runs something and waits until the window is at rest.
    void step(const QString& what, const std::function<void()>& work);
    /// One event after the other, as fast as a screen shows frames; `work` gets the number of the frame.
    void framesOf(const QString& what, int count, const std::function<void(int)>& work);
    void pass(int milliseconds);
    void rest();
    bool waitFor(const std::function<bool()>& condition);
    void print(const QString& what) const;
    void trigger(const char* action) const;
    template <typename Widget> Widget* find(const QString& name) const;
    void framesOfPicture(const QString& name);
    void dragSlider();
    mesh::ElementRef splitRoute() const;

    workspace::Workspace m_workspace;
    std::unique_ptr<views::MainWindow> m_window;
    views::GraphCanvas* m_canvas;
    EventWatch m_watch;
    bool m_withStacks;
};

} // namespace meshdraft::bench
