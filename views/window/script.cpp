// SPDX-License-Identifier: Apache-2.0
#include "views/window/script.h"

#include "views/window/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int patience = 60000; ///< ms for one step
constexpr int pause = 250; ///< ms for timers and animations to end before a picture

QString suffixOf(Theme::Scheme scheme)
{
    switch (scheme) {
    case Theme::Scheme::Dark:
        return u"dark"_s;
    case Theme::Scheme::HighContrast:
        return u"contrast"_s;
    default:
        return u"light"_s;
    }
}

} // namespace

Script::Script(Theme& theme, QString directory)
    : m_theme(theme)
    , m_directory(std::move(directory))
{
}

QWidget* Script::windowWidget() const
{
    return m_window;
}

void Script::makeDirectory() const
{
    require(QDir().mkpath(m_directory), tr("%1 cannot be made").arg(m_directory));
}

void Script::require(bool condition, const QString& sentence) const
{
    if (!condition) {
        throw Failure{sentence};
    }
}

void Script::waitFor(const std::function<bool()>& condition, const QString& sentence) const
{
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        require(clock.elapsed() < patience, sentence);
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

void Script::settle() const
{
    QEventLoop loop;
    QTimer::singleShot(pause, &loop, &QEventLoop::quit);
    loop.exec();
}

void Script::shoot(const QString& name, const std::vector<Theme::Scheme>& schemes)
{
    const int percent = qRound(m_window->devicePixelRatioF() * 100);
    const QString size = percent == 100 ? QString() : u'-' + QString::number(percent);
    for (const Theme::Scheme scheme : schemes) {
        m_theme.setScheme(scheme);
        settle();
        QPixmap picture = m_window->grab();
        QPainter painter(&picture);
        for (QWidget* top : QApplication::topLevelWidgets()) {
            const bool isDialog = qobject_cast<QDialog*>(top) != nullptr;
            const bool isPopup = top->windowType() == Qt::Popup || top->windowType() == Qt::ToolTip;
            if (top == m_window || !top->isVisible() || !(isDialog || isPopup)) {
                continue;
            }
            const QRect frame = m_window->rect();
            const QPoint at = isDialog
                ? QPoint((frame.width() - top->width()) / 2, (frame.height() - top->height()) / 2)
                : m_window->mapFromGlobal(top->mapToGlobal(QPoint()));
            painter.drawPixmap(at, top->grab());
            if (isDialog) {
                painter.setPen(m_theme.color("ctl"));
                painter.drawRect(QRect(at, top->size()).adjusted(-1, -1, 0, 0));
            }
        }
        painter.end();
        const QString file = m_directory + u'/' + name + u'-' + suffixOf(scheme) + size + u".png"_s;
        require(picture.save(file), tr("%1 cannot be written").arg(file));
    }
}

void Script::sendMouse(QWidget* widget, QEvent::Type type, QPoint at, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, QPointF(at), QPointF(widget->mapToGlobal(at)),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

void Script::click(QWidget* widget, QPoint at)
{
    sendMouse(widget, QEvent::MouseButtonPress, at, Qt::LeftButton);
    sendMouse(widget, QEvent::MouseButtonRelease, at, Qt::NoButton);
}

void Script::press(QWidget* widget, int key, const QString& text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(widget, &up);
}

void Script::type(QWidget* widget, const QString& text)
{
    for (const QChar c : text) {
        press(widget, c.toUpper().unicode(), QString(c));
    }
}

} // namespace meshdraft::views
