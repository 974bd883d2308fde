// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace meshdraft::workspace {

/// What was typed into files and is in no snapshot yet: keystrokes are gathered for as long as it takes to work out
/// what follows from them, so that typing never waits for it. GUI thread.
class Typing : public QObject {
    Q_OBJECT
public:
    /// Keystrokes in a row that make one undo step.
    struct Run {
        std::string path;
        std::shared_ptr<const std::string> before;
        std::vector<source::Splice> splices;
        QString text; ///< of the undo step
        int mergeId = 0;

        std::string after() const;
    };

    explicit Typing(QObject* parent = nullptr);

    bool isEmpty() const { return m_runs.empty(); }
    /// `base` is the text of the file before anything here; `splice` counts in the newest text. Errors: those of
    /// source::applySplices.
    Expected<void> add(const std::string& path, const std::shared_ptr<const std::string>& base,
                       const source::Splice& splice, const QString& text, int mergeId);
    /// The newest text of a file; nothing where none was typed.
    std::optional<std::string> textOf(const std::string& path) const;
    const Run& front() const { return m_runs.front(); }
    void dropFront();
    /// All of them, oldest first; nothing is left.
    std::deque<Run> take();
    /// The oldest run is being worked on: what comes next is a run of its own.
    void setBusy(bool busy) { m_isBusy = busy; }
    bool isBusy() const { return m_isBusy; }
    /// How long the last work took; the next one waits in proportion.
    void setCost(qint64 milliseconds);
    /// Sees to it that due() comes.
    void schedule();

Q_SIGNALS:
    /// What was typed is to be worked on now.
    void due();

private:
    std::deque<Run> m_runs;
    QTimer m_timer;
    bool m_isBusy = false;
};

} // namespace meshdraft::workspace
