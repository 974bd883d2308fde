// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/theme.h"

#include <QEvent>
#include <QObject>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace meshdraft::views {

class MainWindow;

/// What scripted runs of the real window share: mouse and keys, waiting, finding widgets, pictures in several themes.
/// Works without a screen. A step that fails throws Failure.
class Script : public QObject {
    Q_OBJECT
public:
    struct Failure {
        QString text;
    };

protected:
    Script(Theme& theme, QString directory);

    void setWindow(MainWindow& window) { m_window = &window; }
    MainWindow& window() const { return *m_window; }
    Theme& theme() const { return m_theme; }

    void require(bool condition, const QString& sentence) const;
    void waitFor(const std::function<bool()>& condition, const QString& sentence) const;
    /// Lets timers and animations end.
    void settle() const;
    /// Saves DIRECTORY/NAME-SCHEME.png of the window with its dialogs and popups; with "-200" where a pixel is two.
    void shoot(const QString& name, const std::vector<Theme::Scheme>& schemes);
    template <typename Widget> Widget* find(const char* name, QWidget* where = nullptr) const
    {
        auto* widget = (where != nullptr ? where : windowWidget())->findChild<Widget*>(QLatin1StringView(name));
        require(widget != nullptr, tr("the window has no %1").arg(QLatin1StringView(name)));
        return widget;
    }
    void makeDirectory() const;

    static void sendMouse(QWidget* widget, QEvent::Type type, QPoint at, Qt::MouseButtons buttons);
    static void click(QWidget* widget, QPoint at);
    static void press(QWidget* widget, int key, const QString& text = {});
    static void type(QWidget* widget, const QString& text);

private:
    QWidget* windowWidget() const;

    MainWindow* m_window = nullptr;
    Theme& m_theme;
    QString m_directory;
};

} // namespace meshdraft::views
