// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class MainWindow;
class Theme;

/// A scripted run of the real window: opens a mesh, selects the reviews route, makes its split 80/10/10 with mouse and
/// keys, commits, and leaves a picture of every step in light and dark. Works without a screen.
class Tour : public QObject {
    Q_OBJECT
public:
    Tour(MainWindow& window, Theme& theme, workspace::Workspace& workspace, QString directory);

    /// Opens `sample` and runs every step. Returns the exit code; on a failure one sentence goes to standard error.
    int run(const QString& sample);

private:
    struct Failure {
        QString text;
    };
    void open(const QString& sample);
    void selectRoute();
    void splitTraffic();
    void commit();
    void lendIdentity() const;

    void require(bool condition, const QString& sentence) const;
    void waitFor(const std::function<bool()>& condition, const QString& sentence) const;
    void settle() const;
    void shoot(const QString& name);
    template <typename Widget> Widget* find(const char* name, QWidget* where = nullptr) const;
    std::vector<std::int64_t> weights() const;

    MainWindow& m_window;
    Theme& m_theme;
    workspace::Workspace& m_workspace;
    QString m_directory;
};

} // namespace meshdraft::views
