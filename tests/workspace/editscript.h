// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/workspace.h"

#include <QByteArray>

#include <random>
#include <vector>

namespace meshdraft::workspace {

/// A fixed sequence of edits, undo and redo steps and saves over two files that begin with a line "# step N": what each
/// operation leaves is known beforehand, so that the process that is killed and the one that looks after it need not
/// talk about it.
class EditScript {
public:
    struct State {
        std::vector<int> values; ///< N of each file
        std::size_t undoSteps = 0; ///< since the last save
        bool saved = false; ///< a save stands before: undo may go behind it
        friend bool operator==(const State&, const State&) = default;
    };
    explicit EditScript(unsigned seed)
        : m_random(seed)
    {
        m_states.push_back({.values = {0, 0}});
    }

    static std::string pathOf(std::size_t file) { return file == 0 ? "shop/one.yaml" : "shop/two.yaml"; }
    static QByteArray textOf(int value)
    {
        return "# step " + QByteArray::number(value).rightJustified(6, '0')
            + "\napiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n";
    }
    const State& state() const { return m_states.back(); }

    /// The next operation, done to `workspace` (null: only reckoned). False when the workspace refuses it.
    bool next(Workspace* workspace)
    {
        ++m_operation;
        const auto dice = m_random() % 20;
        auto state = m_states.back();
        if (dice == 0 && !m_redo.empty()) {
            m_undo.push_back(m_redo.back());
            m_redo.pop_back();
            state.values[m_undo.back().file] = m_undo.back().after;
            ++state.undoSteps;
            m_states.push_back(state);
            return act(workspace, [](Workspace& on) { on.undoStack().redo(); });
        }
        if (dice < 4 && !m_undo.empty()) {
            m_redo.push_back(m_undo.back());
            m_undo.pop_back();
            state.values[m_redo.back().file] = m_redo.back().before;
            state.undoSteps -= state.undoSteps > 0 ? 1 : 0;
            m_states.push_back(state);
            return act(workspace, [](Workspace& on) { on.undoStack().undo(); });
        }
        if (dice == 4) {
            state.undoSteps = 0;
            state.saved = true;
            m_states.push_back(state);
            bool done = true;
            return act(workspace, [&done](Workspace& on) { done = on.save().has_value(); }) && done;
        }
        return edit(workspace, state, dice % 2);
    }

private:
    struct Change {
        std::size_t file;
        int before;
        int after;
    };

    template <typename Action> static bool act(Workspace* workspace, Action action)
    {
        if (workspace != nullptr)
            action(*workspace);
        return true;
    }

    bool edit(Workspace* workspace, State state, std::size_t file)
    {
        m_redo.clear();
        m_undo.push_back({file, state.values[file], m_operation});
        state.values[file] = m_operation;
        ++state.undoSteps;
        m_states.push_back(state);
        if (workspace == nullptr)
            return true;
        const auto path = pathOf(file);
        const auto digits = textOf(m_operation).mid(7, 6).toStdString();
        source::Edit change;
        change.files.push_back({.path = path,
                                .base = workspace->snapshot()->current.find(path)->text->id,
                                .splices = {{.offset = 7, .length = 6, .text = digits}}});
        return workspace->apply(change, QString::number(m_operation)).has_value();
    }

    std::mt19937 m_random;
    int m_operation = 0;
    std::vector<State> m_states;
    std::vector<Change> m_undo;
    std::vector<Change> m_redo;
};

} // namespace meshdraft::workspace
