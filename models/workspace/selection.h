// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"

#include <QObject>
#include <QVariant>

#include <cstddef>
#include <vector>

namespace meshdraft::workspace {

/// The one selection that tree, picture, inspector, findings and diffs share, with the last 100 elements to go back to
/// (never the same one twice in a row; selecting nothing is not kept). What the picture shows is part of the history:
/// each step has the view that held with it. GUI thread.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const mesh::ElementRef& current() const { return m_current; }
    /// Selects an element (null: nothing). `origin` is the view that asked: it does not scroll.
    void select(const mesh::ElementRef& element, QObject* origin = nullptr);
    /// What the picture shows: a value that can be compared, known to the picture alone.
    const QVariant& view() const { return m_view; }
    /// Another view, as a step of its own.
    void setView(const QVariant& view);
    /// Another view that is no step: what a repository opens on.
    void replaceView(const QVariant& view);
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
    /// Back or forward came to another view; before changed().
    void viewRestored(const QVariant& view);
    void severalChanged();
    void historyChanged();

private:
    struct Step {
        mesh::ElementRef element;
        QVariant view;
    };
    void goTo(std::size_t position);
    void push(Step step);

    void dropSeveral();

    mesh::ElementRef m_current;
    QVariant m_view;
    std::vector<Step> m_history;
    std::vector<mesh::ElementRef> m_several;
    std::size_t m_position = 0;
};

} // namespace meshdraft::workspace
