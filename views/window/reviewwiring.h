// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

class QSettings;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class Actions;
class EditorWiring;
class PageRail;
class RequestWiring;
class ReviewPage;
class StatusContents;
class Theme;
class Workbench;

/// The page of reviews in the window: its actions, the way from it to the editor and to a request, and its exports.
class ReviewWiring : public QObject {
    Q_OBJECT
public:
    /// What the window hands over; all of it outlives the object. `showPage` takes a PageRail::Page.
    struct Parts {
        const Theme& theme;
        Actions& actions;
        Workbench& workbench;
        StatusContents& status;
        PageRail& rail;
        EditorWiring& editor;
        RequestWiring& requests;
        workspace::Workspace& workspace;
        QSettings& settings;
        std::function<void(int)> showPage;
    };
    ReviewWiring(const Parts& parts, QWidget* parent);

    ReviewPage* page() const { return m_page; }
    /// Writes the review: "markdown", "html", "notes".
    bool writeReview(const QString& format, const QString& file);

private:
    void updateActions();
    void exportReview(const QString& format);
    QByteArray textOf(const QString& format) const;

    Parts m_parts;
    ReviewPage* m_page;
};

} // namespace meshdraft::views
