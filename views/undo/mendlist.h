// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/rollbackoffers.h"

#include <QWidget>

class QVBoxLayout;

namespace meshdraft::views {

class Theme;

/// The ways to give lost requests back, one of which can be taken instead of the rollback that was asked for; below
/// them those that are not offered, with the reason.
class MendList : public QWidget {
    Q_OBJECT
public:
    explicit MendList(const Theme& theme, QWidget* parent = nullptr);

    void setOffers(const workspace::MendOffers& offers);
    void clear();

Q_SIGNALS:
    /// -1: the rollback as it was asked for.
    void chosen(int mend);

private:
    void rebuild();
    void addChoice(int mend, const QString& text);

    const Theme& m_theme;
    workspace::MendOffers m_offers;
    bool m_isKnown = false;
    int m_current = -1;
    QVBoxLayout* m_column;
};

} // namespace meshdraft::views
