// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class Actions;
class FixPopup;
class StatusContents;
class Theme;
class WindowMessages;
class Workbench;

/// What can be done about findings from anywhere: going from one to the next, quick fixes of the line, row or resource
/// that is looked at, and the page on what a code means.
class FindingWiring : public QObject {
    Q_OBJECT
public:
    /// What the window hands over; all of it outlives the object.
    struct Parts {
        const Theme& theme;
        Actions& actions;
        Workbench& workbench;
        StatusContents& status;
        workspace::Workspace& workspace;
        std::function<void(const Error&)> report; ///< says what could not be done
    };
    FindingWiring(Parts parts, QWidget* window);

private:
    void step(int direction);
    void offerFixes();
    void explain();
    void showPage(const QString& code);
    /// The findings of what has the focus, and where to say something of them (global coordinates).
    std::pair<std::vector<checks::Finding>, QRect> focused() const;

    Parts m_parts;
    QWidget* m_window;
    FixPopup* m_popup;
};

} // namespace meshdraft::views
