// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/requestcompare.h"

#include <QWidget>

class QLabel;
class QListView;

namespace meshdraft::views {

class FateModel;
class Theme;

/// The requests whose fate the pending changes change. A click or Enter asks one.
class FatePane : public QWidget {
    Q_OBJECT
public:
    explicit FatePane(const Theme& theme, QWidget* parent = nullptr);

    void setComparison(const traffic::RequestComparison& comparison);
    FateModel* model() const { return m_model; }
    QListView* list() const { return m_list; }

Q_SIGNALS:
    void requestChosen(const meshdraft::traffic::Request& request);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseRow(int row);

    FateModel* m_model;
    QLabel* m_title;
    QListView* m_list;
};

} // namespace meshdraft::views
