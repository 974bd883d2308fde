// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/window/script.h"

#include <QSize>

class QSettings;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

/// Pictures of every screen of the real window in light, dark and high contrast: the workbench, the editor and a
/// request on the sample mesh, the overview of a large one, the start page. Nothing of it is staged: the window is used
/// as a person uses it. Works without a screen; a scale factor is taken from QT_SCALE_FACTOR as anywhere.
class Screens : public Script {
    Q_OBJECT
public:
    /// The pictures go to `directory`, the repositories that they show to `scratch`.
    Screens(Theme& theme, QSettings& settings, QString directory, QString scratch);

    /// Takes them in a window of this size. Returns the exit code; on a failure one sentence goes to standard error.
    int run(QSize size);

private:
    struct Session;
    void workbench(Session& session);
    void editor(Session& session);
    void request(Session& session);
    void flows(Session& session);
    void reach(Session& session);
    void overview(Session& session);
    void start(Session& session);
    void open(Session& session, const QString& repository);
    void waitForPicture(Session& session, const std::function<void()>& action);
    void select(Session& session, const QString& kind, const QString& ns, const QString& name);
    void shoot(const QString& name);

    QSettings& m_settings;
    QString m_scratch;
    QSize m_size;
};

} // namespace meshdraft::views
