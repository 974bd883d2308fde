// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/start/recentrepositories.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace meshdraft::views {

class ActionCard;
class KeptList;
class RecentList;
class Theme;

/// The first page: open, the sample mesh, what was open lately, edits that were kept, what was found on this
/// computer, a place to drop a folder.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(const Theme& theme, QWidget* parent = nullptr);

    void setRecent(std::vector<RecentRepositories::Entry> entries);
    KeptList* kept() const { return m_kept; }

Q_SIGNALS:
    void openRequested();
    void sampleRequested();
    void repositoryChosen(const QString& directory);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildLeft();
    QWidget* buildRight();
    QWidget* buildTitle();
    void addTool(QVBoxLayout* column, const QString& program, const QStringList& arguments, const QString& use,
                 const QString& without);
    QLabel* heading(const QString& text, qreal factor);

    class DropPlace;
    const Theme& m_theme;
    KeptList* m_kept = nullptr;
    RecentList* m_recent = nullptr;
    QLineEdit* m_filter = nullptr;
    DropPlace* m_drop = nullptr;
};

} // namespace meshdraft::views
