// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"

#include <QObject>

#include <cstddef>
#include <vector>

namespace meshdraft::workspace {

/// The one selection that tree, picture, inspector, findings and diffs share, with the last 100 elements to go back to
/// (never the same one twice in a row; selecting nothing is not kept). GUI thread.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const mesh::ElementRef& current() const { return m_current; }
    /// Selects an element (null: nothing). `origin` is the view that asked: it does not scroll.
    void select(const mesh::ElementRef& element, QObject* origin = nullptr);
    /// Several resources at once, the current one among them; empty: only the current one.
    const std::vector<mesh::ElementRef>& several() const { return m_several; }
    /// Selects several resources; the last one becomes the current one. Selecting one element ends it.
    void selectSeveral(const std::vector<mesh::ElementRef>& elements, QObject* origin = nullptr);
    bool canGoBack() const { return m_position > 0; }
    bool canGoForward() const { return m_position + 1 < m_history.size(); }
    void goBack();
    void goForward();
    /// Nothing selected and nothing to go back to: another repository was opened.
    void clear();

Q_SIGNALS:
    void changed(const meshdraft::mesh::ElementRef& element, QObject* origin);
    void severalChanged();
    void historyChanged();

private:
    void goTo(std::size_t position);

    void dropSeveral();

    mesh::ElementRef m_current;
    std::vector<mesh::ElementRef> m_several;
    std::vector<mesh::ElementRef> m_history;
    std::size_t m_position = 0;
};

} // namespace meshdraft::workspace
