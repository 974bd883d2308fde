// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/start/recentrepositories.h"

#include <QListView>

namespace meshdraft::views {

class Theme;

/// The recent repositories: name and path, branch and environment, findings, when. Enter or a double click opens one.
class RecentList : public QListView {
    Q_OBJECT
public:
    explicit RecentList(const Theme& theme, QWidget* parent = nullptr);
    ~RecentList() override;

    void setEntries(std::vector<RecentRepositories::Entry> entries);
    void setFilter(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void repositoryChosen(const QString& directory);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Model;
    class Delegate;
    Model* m_model;
    const Theme& m_theme;
};

} // namespace meshdraft::views
